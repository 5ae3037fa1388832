//! What is shown to everybody of lines and groupings, and that nobody decides it for another.

use quorate_charter::Office;
use quorate_partnership::continuity::{
    Close, Command as Continuity, Confirm, FallBack, LineKind, LineState, Record, Recorded, Test, TestResult,
};
use quorate_partnership::positions::{Command as Positions, RecordGrouping};
use quorate_partnership::{Audience, LiaisonLineNo, Wording};
use quorate_records::Register;

use crate::story::phrase;
use crate::world::World;

fn wording(text: &str) -> Wording {
    Wording::new(Some(phrase(text)), None).unwrap()
}

fn says(world: &mut World, member: &str, command: Continuity) {
    world.give(member, Office::LiaisonOfficer, command.into());
}

fn record(world: &mut World, member: &str, sides: &[&str], audience: Audience, fall_back: Option<u32>) {
    let recorded = Recorded {
        kind: LineKind::Base,
        title: wording("a base"),
        sides: sides.iter().map(|side| side.parse().unwrap()).collect(),
        audience,
        fall_back: fall_back.map(|line| FallBack::Line(LiaisonLineNo(line))),
        touched: None,
        test_every: None,
        follows: None,
    };
    says(world, member, Continuity::Record(Record { recorded }));
}

fn confirm(world: &mut World, member: &str, line: u32) {
    let (line, state) = (LiaisonLineNo(line), LineState::Working);
    says(world, member, Continuity::Confirm(Confirm { line, state, note: None, reported_of: None }));
}

/// What stands in these columns, row by row.
fn shown(world: &World, register: Register, columns: &[&str]) -> Vec<String> {
    let table = world.records.register(register);
    let at = |key: &&str| table.columns.iter().position(|column| column.key == *key).unwrap();
    let columns: Vec<usize> = columns.iter().map(at).collect();
    let row = |row: &Vec<quorate_records::Cell>| {
        columns.iter().map(|at| row[*at].plain()).collect::<Vec<_>>().join(" | ")
    };
    table.rows.iter().map(row).collect()
}

#[test]
fn a_line_is_for_everybody_only_once_each_side_that_is_a_member_confirmed_it() {
    let mut world = World::begin();
    record(&mut world, "CAN", &["CAN", "DEU", "XUS"], Audience::Public, None);
    let (line, result) = (LiaisonLineNo(1), TestResult::Passed);
    says(&mut world, "CAN", Continuity::Test(Test { line, result, on: None }));
    let audiences = |world: &World| {
        [Register::Lines, Register::LineSides, Register::LineTests]
            .map(|register| shown(world, register, &["audience"])[0].clone())
    };
    confirm(&mut world, "CAN", 1);
    assert_eq!(audiences(&world), ["members", "members", "members"]);
    confirm(&mut world, "DEU", 1);
    assert_eq!(audiences(&world), ["public", "public", "public"]);
}

#[test]
fn a_public_line_does_not_show_that_it_takes_the_place_of_one_that_is_not() {
    let mut world = World::begin();
    record(&mut world, "CAN", &["CAN", "DEU"], Audience::Public, None);
    confirm(&mut world, "DEU", 1);
    record(&mut world, "CAN", &["CAN", "DEU", "FRA"], Audience::Members, Some(1));
    record(&mut world, "CAN", &["CAN", "DEU"], Audience::Public, Some(1));
    confirm(&mut world, "DEU", 3);
    for line in [2, 3].map(LiaisonLineNo) {
        says(
            &mut world,
            "CAN",
            Continuity::Close(Close { line, reason: wording("it ends"), reported_of: None }),
        );
    }
    let columns = ["line", "starts_for", "fall_back_state", "owing", "audience"];
    assert_eq!(
        shown(&world, Register::Lines, &columns),
        [
            "1 | liaison line 3 |  |  | public",
            "2 |  | not known; without FRA | CAN, DEU | members",
            "3 |  | not known | CAN, DEU | public",
        ]
    );
}

#[test]
fn a_state_in_groupings_for_everybody_and_for_the_members_has_a_row_for_each() {
    let mut world = World::begin();
    let groupings = [
        ("one", ["CAN", "FRA"], Audience::Public),
        ("two", ["CAN", "XUS"], Audience::Members),
        ("three", ["CAN", "DEU"], Audience::Public),
    ];
    for (name, states, audience) in groupings {
        let states = states.iter().map(|state| state.parse().unwrap()).collect();
        let command = RecordGrouping { name: wording(name), states, source: phrase("its treaty"), audience };
        world.give("CAN", Office::Representative, Positions::RecordGrouping(command).into());
    }
    assert_eq!(
        shown(&world, Register::GroupedStates, &["state", "count", "groupings", "audience"]),
        [
            "CAN | 2 | one; three | public",
            "CAN | 3 | one; two; three | members",
            "DEU | 1 | three | public",
            "FRA | 1 | one | public",
            "XUS | 1 | two | members",
        ]
    );
}
