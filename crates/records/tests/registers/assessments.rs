//! What members say of themselves, as registers, gaps and matrix read it: at each border of a day.

use quorate_charter::Office;
use quorate_partnership::frameworks::assessments::{
    Command as Assessments, Legal, Parliament, Particulars, Pathway, PathwayKind, Sort, Standard, Status,
};
use quorate_partnership::{Audience, Day, Wording};
use quorate_records::words::Language;
use quorate_records::{Cell, Register, Table};

use crate::world::World;

const CHARTER: &str = include_str!("../../../../stories/assessments.toml");
const A_DAY: u64 = 24;

fn world() -> World {
    World::under(CHARTER)
}

fn today(world: &World) -> Day {
    world.partnership.moment().day()
}

fn particulars(on: Day) -> Particulars {
    Particulars {
        on,
        review: Day(on.0 + 10),
        status: Status::Current,
        audience: Audience::Public,
        wording: Wording::new("as it stands".parse().ok(), None).unwrap(),
        evidence: None,
        replaces: None,
    }
}

fn legal(days: u32, particulars: Particulars) -> Assessments {
    Assessments::Legal(Legal {
        item: "payment".parse().unwrap(),
        basis: "Act 1".parse().unwrap(),
        decides: "the Cabinet".parse().unwrap(),
        parliament: Parliament::Nothing,
        days,
        particulars,
        limits: None,
        until: None,
    })
}

fn standard(edition: &str, certified: Option<Day>, particulars: Particulars) -> Assessments {
    Assessments::Standard(Standard {
        standard: "STANAG 4774".parse().unwrap(),
        edition: edition.parse().unwrap(),
        implemented: Some(particulars.on),
        particulars,
        owner: None,
        ratified: None,
        tested: None,
        certified,
        exercised: None,
        crypto: None,
        keys: Some("FRA".parse().unwrap()),
        codes: None,
    })
}

impl World {
    fn says(&mut self, member: &str, what: Assessments) {
        self.give(member, Office::Representative, what.into());
    }
}

/// What stands in a column of the only row of the gaps; nothing if nothing is a gap.
fn gap(table: &Table, key: &str) -> String {
    assert!(table.rows.len() <= 1, "one row an item: {table:?}");
    table.column(key).next().map(Cell::plain).unwrap_or_default()
}

#[test]
fn what_takes_as_long_as_is_asked_is_no_gap_and_a_day_more_is() {
    let mut world = world();
    let on = today(&world);
    for member in ["CAN", "DEU", "FRA"] {
        world.says(member, legal(5, particulars(on)));
    }
    world.says("GBR", legal(30, particulars(on)));
    assert_eq!(world.records.gaps(30).rows, Vec::<Vec<Cell>>::new());
    let gaps = world.records.gaps(29);
    assert_eq!((gap(&gaps, "slow"), gap(&gaps, "could_fill")), ("GBR".into(), "CAN DEU FRA".into()));
    assert_eq!(gap(&world.records.gaps(4), "could_fill"), "");
}

#[test]
fn nobody_said_anything_and_one_said_something() {
    let mut world = world();
    assert!(world.records.register(Register::Gaps).rows.is_empty());
    assert!(world.records.matrix(Sort::Legal).rows.is_empty());
    let on = today(&world);
    world.says("DEU", legal(1, particulars(on)));
    assert_eq!(gap(&world.records.register(Register::Gaps), "missing"), "CAN FRA GBR");
    let lines = world.records.matrix(Sort::Legal).lines(Language::French, &[]);
    assert_eq!(lines, [["paiement", "non connu", "1 jour", "non connu", "non connu"]]);
}

#[test]
fn the_day_of_review_still_counts_and_the_next_does_not() {
    let mut world = world();
    let on = today(&world);
    world.says("DEU", legal(1, particulars(on)));
    let status = |world: &World| {
        let table = world.records.register(Register::LegalAuthorities);
        table.find(&["1"], "status").unwrap().plain()
    };
    world.wait(10 * A_DAY);
    assert_eq!((status(&world), gap(&world.records.gaps(30), "overdue")), ("current".into(), String::new()));
    world.wait(A_DAY);
    assert_eq!((status(&world), gap(&world.records.gaps(30), "overdue")), ("overdue".into(), "DEU".into()));
}

#[test]
fn a_draft_is_in_the_register_and_counts_nowhere() {
    let mut world = world();
    let on = today(&world);
    world.says("DEU", legal(1, Particulars { status: Status::Draft, ..particulars(on) }));
    assert!(world.records.register(Register::Gaps).rows.is_empty());
    assert!(world.records.matrix(Sort::Legal).rows.is_empty());
    let table = world.records.register(Register::LegalAuthorities);
    assert_eq!(table.find(&["1"], "status").unwrap().plain(), "draft");
}

#[test]
fn what_is_read_from_entries_for_the_members_is_for_them() {
    let mut world = world();
    let on = today(&world);
    world.says("DEU", legal(1, particulars(on)));
    assert_eq!(gap(&world.records.gaps(30), "audience"), "public");
    world.says("CAN", legal(1, Particulars { audience: Audience::Members, ..particulars(on) }));
    assert_eq!(gap(&world.records.gaps(30), "audience"), "members");
}

#[test]
fn a_pathway_fills_a_gap_only_if_it_is_open_to_others() {
    let mut world = world();
    let on = today(&world);
    let pathway = |open, consent: Option<&str>| {
        Assessments::Pathway(Pathway {
            kind: PathwayKind::LeadNation,
            item: "any".parse().unwrap(),
            days: 10,
            open,
            end_user: false,
            particulars: particulars(on),
            eligibility: None,
            from: None,
            to: None,
            exemption: None,
            consent: consent.map(|state| state.parse().unwrap()),
        })
    };
    world.says("DEU", pathway(false, None));
    assert_eq!(gap(&world.records.gaps(30), "could_fill"), "");
    world.says("FRA", pathway(true, Some("CAN")));
    // What hangs on oneself hangs on nobody.
    world.says("GBR", pathway(true, Some("GBR")));
    let gaps = world.records.gaps(30);
    assert_eq!((gap(&gaps, "could_fill"), gap(&gaps, "hangs_on")), ("FRA GBR".into(), "FRA: CAN".into()));
}

#[test]
fn members_share_an_edition_or_are_told_as_a_pair() {
    let mut world = world();
    let on = today(&world);
    world.says("CAN", standard("Ed. 1", Some(on), particulars(on)));
    world.says("DEU", standard("Ed. 2", None, particulars(on)));
    let gaps = world.records.gaps(30);
    assert_eq!(gap(&gaps, "no_shared_edition"), "CAN-DEU");
    assert_eq!(gap(&gaps, "not_certified"), "DEU");
    assert_eq!((gap(&gaps, "could_fill"), gap(&gaps, "hangs_on")), ("CAN".into(), "CAN: FRA".into()));
    world.says("DEU", standard("Ed. 1", None, particulars(on)));
    assert_eq!(gap(&world.records.gaps(30), "no_shared_edition"), "");
    // Three in a row: the first and the last share none.
    world.says("GBR", standard("Ed. 2", None, particulars(on)));
    assert_eq!(gap(&world.records.gaps(30), "no_shared_edition"), "CAN-GBR");
}
