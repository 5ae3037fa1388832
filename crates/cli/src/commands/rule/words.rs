//! The words for who blocks and how few.

use std::collections::BTreeSet;

use quorate_charter::MemberCode;
use quorate_foresight::{Few, Standing};
use quorate_voting::{Highest, Ratio};

/// More names than these are a number.
const NAMED: usize = 6;

/// Who blocks alone: names while they are few.
pub(super) fn blockers(standing: &Standing) -> String {
    let count = standing.blockers.len();
    match count {
        0 => "nobody".into(),
        _ if count == standing.taking_part.len() => "everyone".into(),
        _ if count <= NAMED => codes(&standing.blockers),
        _ => format!("{count} members"),
    }
}

/// How few: a number, the bounds where it was not decided, or that not even all can.
pub(super) fn few(few: &Few) -> String {
    match &few.group {
        None => "not even all".into(),
        Some(group) if group.len() == few.at_least => few.at_least.to_string(),
        Some(group) => format!("{} to {}", few.at_least, group.len()),
    }
}

/// How high a share could be, in per cent, cut off after two decimals: what is shown is still within the border.
pub(super) fn highest(highest: &Highest) -> String {
    match highest {
        Highest::AnyShare => "any share".into(),
        Highest::NoShare => "no share".into(),
        Highest::Undecided => "not decided".into(),
        Highest::UpTo(limit) => match limit.rounded_down(10_000) {
            Some(ratio) => percent(ratio),
            None => "less than 0.01 %".into(),
        },
    }
}

fn percent(ratio: Ratio) -> String {
    let hundredths = ratio.numerator().checked_mul(10_000).and_then(|n| n.checked_div(ratio.denominator()));
    let hundredths = hundredths.unwrap_or_default();
    let (whole, part) = (hundredths.checked_div(100), hundredths.checked_rem(100));
    format!("{}.{:02} %", whole.unwrap_or_default(), part.unwrap_or_default())
}

/// Codes in a line.
pub(super) fn codes(codes: &[MemberCode]) -> String {
    codes.iter().map(MemberCode::as_str).collect::<Vec<_>>().join(", ")
}

/// Some of a group's codes, and how many more there are.
pub(super) fn some(group: &[MemberCode]) -> String {
    const MOST: usize = 8;
    match group.len().saturating_sub(MOST) {
        0 | 1 => codes(group),
        more => format!("{} and {more} more", codes(group.get(..MOST).unwrap_or_default())),
    }
}

/// Who blocks alone, in any of the cases, in the order of the codes.
pub(super) fn ever(standings: &[Standing]) -> Vec<MemberCode> {
    let all: BTreeSet<MemberCode> = standings.iter().flat_map(|standing| standing.blockers.clone()).collect();
    all.into_iter().collect()
}

/// The cases of one left out and one that refuses: in how many of them it blocks alone, and how many there are.
pub(super) fn pairs(one_out: &[Standing]) -> (usize, usize) {
    let sum = |of: fn(&Standing) -> usize| one_out.iter().map(of).fold(0, usize::saturating_add);
    (sum(|standing| standing.blockers.len()), sum(|standing| standing.taking_part.len()))
}

/// How few block, at worst.
pub(super) fn fewest(standings: &[Standing]) -> String {
    let fewest = standings.iter().min_by_key(|standing| standing.blocking.at_least);
    fewest.map(|standing| few(&standing.blocking)).unwrap_or_default()
}

/// The answer in a sentence: of everyone taking part first, then of one left out, if there are such cases.
pub(super) fn answer(standings: &[Standing]) -> String {
    let Some((plain, one_out)) = standings.split_first() else { return String::new() };
    let all = plain.taking_part.len();
    let (failing, cases) = pairs(one_out);
    let takes = fewest(standings);
    if plain.blockers.is_empty() && one_out.is_empty() {
        return format!("No member can block alone; it takes {takes} of {all}.");
    }
    if plain.blockers.is_empty() && failing == 0 {
        return format!("No member can block alone, whoever does not take part; it takes {takes}.");
    }
    if plain.blockers.len() == all && failing == cases {
        return "Every member can block alone.".into();
    }
    let alone = match plain.blockers.as_slice() {
        [] => "No member can block alone if all take part".into(),
        [one] => format!("One member can block alone: {one}"),
        some => format!("{} members can block alone: {}", some.len(), self::some(some)),
    };
    if one_out.is_empty() {
        return format!("{alone}.");
    }
    let who = some(&ever(one_out));
    format!("{alone}; if one does not take part, one other can in {failing} of {cases} cases: {who}.")
}

/// What holds when one member does not take part, at worst.
pub(super) fn worst(standings: &[Standing]) -> String {
    let one_out = standings.get(1..).unwrap_or_default();
    match pairs(one_out) {
        (_, 0) => "-".into(),
        (0, _) => format!("it takes {}", fewest(one_out)),
        (failing, cases) => format!("one blocks alone in {failing} of {cases} cases"),
    }
}
