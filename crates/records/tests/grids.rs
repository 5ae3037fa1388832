//! The first question, answered for the four charters: can one member stop help to another?
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::Charter;
use quorate_records::{Answer, Grid};
use quorate_voting::Conduct;

fn grid(charter: &str) -> Grid {
    Grid::of(&Charter::read(charter).unwrap()).unwrap()
}

/// The grid as it can be read: `-` itself, `a` adopted, `c` by the clause, `X` blocked.
fn drawn(grid: &Grid) -> Vec<String> {
    let letter = |answer: &Answer| match answer {
        Answer::Itself => '-',
        Answer::Adopted => 'a',
        Answer::ByClause => 'c',
        Answer::Blocked(_) => 'X',
    };
    grid.rows.iter().map(|row| row.iter().map(letter).collect()).collect()
}

/// Rows: who asks; columns: who alone refuses; both in the order CAN, DEU, FRA, GBR.
fn check(charter: &str, rows: [&str; 4], blocked: usize, blockers: &[&str]) {
    let grid = grid(charter);
    assert_eq!(
        grid.members.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["CAN", "DEU", "FRA", "GBR"]
    );
    assert_eq!(drawn(&grid), rows);
    assert_eq!((grid.blocked(), grid.pairs()), (blocked, 12));
    assert_eq!(grid.blockers().iter().map(ToString::to_string).collect::<Vec<_>>(), blockers);
}

#[test]
fn by_consensus_everyone_blocks() {
    let charter = include_str!("../../../charters/consensus.toml");
    check(charter, ["-XXX", "X-XX", "XX-X", "XXX-"], 12, &["CAN", "DEU", "FRA", "GBR"]);
}

#[test]
fn by_contributions_alone_the_two_that_contribute_block() {
    let charter = include_str!("../../../charters/contributions-only.toml");
    check(charter, ["-aXX", "a-XX", "aa-X", "aaX-"], 6, &["FRA", "GBR"]);
}

#[test]
fn by_the_plain_double_majority_seven_of_twelve_are_blocked() {
    let charter = include_str!("../../../charters/plain-55-65.toml");
    check(charter, ["-Xaa", "a-XX", "aX-X", "aXX-"], 7, &["DEU", "FRA", "GBR"]);
}

#[test]
fn with_the_clause_none_is_blocked_and_the_same_seven_pass_by_it() {
    let charter = include_str!("../../../charters/partnership.toml");
    check(charter, ["-caa", "a-cc", "ac-c", "acc-"], 0, &[]);
    let plain = drawn(&grid(include_str!("../../../charters/plain-55-65.toml")));
    let with: Vec<String> = plain.iter().map(|row| row.replace('X', "c")).collect();
    assert_eq!(drawn(&grid(charter)), with);
}

#[test]
fn a_blocked_answer_names_a_way_to_refuse() {
    let grid = grid(include_str!("../../../charters/plain-55-65.toml"));
    for answer in grid.rows.iter().flatten() {
        if let Answer::Blocked(conduct) = answer {
            assert_ne!(*conduct, Conduct::InFavour);
        }
    }
}
