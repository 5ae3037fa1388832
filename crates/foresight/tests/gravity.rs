//! Blocs and centres of gravity in runs: worlds so small that they are known without running them.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "tests panic and count small numbers"
)]

use std::fs;
use std::path::{Path, PathBuf};

use quorate_charter::{Charter, MemberCode};
use quorate_foresight::trajectory::experiment::OUTPUTS;
use quorate_foresight::trajectory::{MEASURES, Ran, Scenario, Share, Spread, Study};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn study(scenario: &str) -> Study {
    let text = fs::read_to_string(root().join("charters/exercise.toml")).unwrap();
    Study::new(Scenario::read(scenario).unwrap(), &Charter::read(&text).unwrap(), &text).unwrap()
}

fn code(code: &str) -> MemberCode {
    code.parse().unwrap()
}

/// The baseline of one quarter, without chance.
fn quiet() -> String {
    let mut text = fs::read_to_string(root().join("scenarios/baseline.toml")).unwrap();
    for (from, to) in [
        ("quarters = 12", "quarters = 1"),
        ("noise = 300", "noise = 0"),
        ("hazard = 10 ", "hazard = 0 "),
        ("hazard-by-strain = 50", "hazard-by-strain = 0"),
        ("need = 150", "need = 1000"),
    ] {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

/// Two and two that do not get on, of different capabilities; the first two get on less than the others.
fn divided() -> String {
    let mut text = quiet().replace("learns = 10 ", "learns = 0 ");
    for (member, capability, friend, by) in
        [("AAA", 120, "BBB", 200), ("BBB", 100, "AAA", 200), ("CCC", 60, "DDD", 500), ("DDD", 40, "CCC", 500)]
    {
        text.push_str(&format!(
            "\n[member.{member}]\naffinity = -500\ncapability = {capability}\nsource = \"assumed\"\n\
             [member.{member}.towards]\n{friend} = {by}\n"
        ));
    }
    text
}

fn value(ran: &Ran, measure: &str) -> Option<i64> {
    let mut spread = Spread::default();
    spread.add(ran);
    let measure = MEASURES.iter().find(|one| one.name == measure).unwrap();
    spread.quantile(ran.quarters.len() - 1, measure, 500)
}

#[test]
fn where_all_get_on_alike_there_is_one_bloc_and_nobody_is_pivotal() {
    let ran = study(&quiet()).run(7, 0);
    let blocs = ran.quarters[0].blocs.as_ref().unwrap();
    assert_eq!((blocs.count(), blocs.part, blocs.pivotal), (1, 1000, None));
    // 400 each, and 10 for the vote that each had of each.
    assert_eq!((blocs.cohesion, blocs.held, ran.quarters[0].affinity), (Some(410), Some(410), Some(410)));
    assert_eq!(ran.greatest_bloc, Share { votes: 1000, money: 1000, capability: 1000 });
    assert_eq!(ran.shares[&code("AAA")].capability, 250);
    let told = ["blocs", "greatest-bloc", "cohesion", "least-held"].map(|measure| value(&ran, measure));
    assert_eq!(told, [Some(1), Some(1000), Some(410), Some(410)]);
}

#[test]
fn two_and_two_are_two_blocs_and_who_counts_least_on_its_own_is_pivotal() {
    let ran = study(&divided()).run(7, 0);
    let blocs = ran.quarters[0].blocs.as_ref().unwrap();
    let (first, second): (Vec<MemberCode>, Vec<MemberCode>) =
        (blocs.bloc(false).collect(), blocs.bloc(true).collect());
    assert_eq!((first, second), (vec![code("AAA"), code("BBB")], vec![code("CCC"), code("DDD")]));
    // 220 of 320; (120 x 100 x 200 + 60 x 40 x 500) / (120 x 100 + 60 x 40).
    assert_eq!((blocs.count(), blocs.part, blocs.cohesion), (2, 687, Some(250)));
    // AAA: (100 x 200 + 60 x 500 + 40 x 500) / 200. BBB is held by more, since AAA has more capability than it.
    assert_eq!((blocs.pivotal, blocs.held), (Some(code("AAA")), Some(350)));
    assert_eq!(ran.greatest_bloc, Share { votes: 500, money: 500, capability: 687 });
    assert_eq!(ran.greatest().capability, 375);
    assert_eq!(ran.shares[&code("DDD")].capability, 125);
}

#[test]
fn the_second_bloc_may_be_the_greatest_and_who_left_stands_in_none() {
    let text = divided().replace("capability = 60", "capability = 6000");
    let ran = study(&text).run(7, 0);
    let blocs = ran.quarters[0].blocs.as_ref().unwrap();
    assert_eq!(blocs.greatest().collect::<Vec<_>>(), [code("CCC"), code("DDD")]);
    assert_eq!((blocs.is_second_greatest, ran.greatest_bloc.capability), (true, 964));
    let leaves = quiet().replace("quarters = 1\n", "quarters = 8\n").replace("learns = 10 ", "learns = 0 ")
        + "\n[member.DDD]\naffinity = -900\nsource = \"assumed\"\n";
    let ran = study(&leaves).run(7, 0);
    assert_eq!(ran.left, [code("DDD")]);
    // -900 from it and 400 to it are together less than nothing: it stands alone, until it is gone.
    let sides = |quarter: usize| {
        let blocs = ran.quarters[quarter].blocs.as_ref().unwrap();
        (blocs.count(), blocs.bloc(true).collect::<Vec<_>>(), blocs.sides.len())
    };
    assert_eq!(sides(0), (2, vec![code("DDD")], 4));
    assert_eq!(sides(7), (1, Vec::new(), 3));
}

#[test]
fn the_timeline_counts_each_two_that_are_bound_and_parts_of_it_add_up() {
    let text = fs::read_to_string(root().join("scenarios/fracture.toml")).unwrap();
    let study = study(&text);
    let (mut whole, mut parts) = (Spread::default(), [Spread::default(), Spread::default()]);
    for number in 0..12 {
        let ran = study.run(7, number);
        whole.add(&ran);
        parts[usize::from(number % 3 == 0)].add(&ran);
    }
    let mut merged = Spread::default();
    for part in &parts {
        for (quarter, one, other, bound, together) in part.blocs.pairs() {
            merged.blocs.add_pair(quarter, (other, one), bound, together);
        }
        for (quarter, member, bound, pivotal) in part.blocs.members() {
            merged.blocs.add_member(quarter, member, bound, pivotal);
        }
    }
    assert_eq!(merged.blocs, whole.blocs);
    let of = |quarter: usize, one: &str, other: &str| {
        let pair = (code(one), code(other));
        let mut pairs =
            whole.blocs.pairs().filter(|(at, one, other, ..)| (*at, (*one, *other)) == (quarter, pair));
        pairs.next().map(|(.., bound, together)| (bound, together)).unwrap()
    };
    // At first all stand together; in the end those that drifted apart do not.
    assert_eq!(of(0, "AAA", "CCC"), (12, 12));
    assert_eq!(of(11, "AAA", "CCC").1, 0);
    assert_eq!(whole.blocs.pairs().count(), 12 * 6);
}

#[test]
fn capability_is_a_whole_number_within_its_limits() {
    for wrong in ["-1", "100001"] {
        let text = divided().replace("capability = 60\n", &format!("capability = {wrong}\n"));
        let faults = Scenario::read(&text).unwrap_err();
        assert_eq!(faults.first().what(), format!("{wrong} cannot stand here"));
        assert_eq!(&text[faults.first().at()], wrong);
    }
    // Whoever has none is on no side, and nobody counts on it.
    let none = divided().replace("capability = 40", "capability = 0");
    let ran = study(&none).run(7, 0);
    let blocs = ran.quarters[0].blocs.as_ref().unwrap();
    assert_eq!((blocs.count(), ran.shares[&code("DDD")].capability), (2, 0));
    assert_eq!(blocs.bloc(true).collect::<Vec<_>>(), [code("CCC")]);
}

#[test]
fn where_fewer_than_two_are_bound_no_affinity_is_measured() {
    let mut text = quiet().replace("quarters = 1\n", "quarters = 8\n").replace("learns = 10 ", "learns = 0 ");
    for member in ["BBB", "CCC", "DDD"] {
        text.push_str(&format!("\n[member.{member}]\naffinity = -900\nsource = \"assumed\"\n"));
    }
    let ran = study(&text).run(7, 0);
    let (first, last) = (&ran.quarters[0], ran.quarters.last().unwrap());
    assert_eq!((first.bound, last.bound, first.affinity), (4, 1, Some((400 - 3 * 900) / 4)));
    assert_eq!((last.affinity, value(&ran, "affinity")), (None, None));
    let output = OUTPUTS.iter().find(|output| output.name == "affinity").unwrap();
    assert_eq!(output.of(&ran), None);
}
