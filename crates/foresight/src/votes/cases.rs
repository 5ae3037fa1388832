//! What single members can do, situation by situation, and how it is told.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_voting::{Formula, Roll, Verdict};

use crate::asking;
use crate::finding::{Counterexample, Outcome};
use crate::phrases::{counted, reached, several};
use crate::seats::{Seats, heaviest};
use crate::situations::{Out, Situation, Situations};

/// What single members can do in one situation.
pub(super) struct Found<'s> {
    pub(super) situation: &'s Situation,
    pub(super) members: Vec<(MemberCode, Verdict)>,
    pub(super) asked: usize,
}

/// Who blocks alone. Members that another outweighs are asked only where that one blocks.
pub(super) fn blockers<'s>(formula: &Formula, seats: &Seats, situation: &'s Situation) -> Option<Found<'s>> {
    found(formula, seats, situation, asking::without, |verdict| !verdict.adopted())
}

/// Who adopts alone.
pub(super) fn adopters<'s>(formula: &Formula, seats: &Seats, situation: &'s Situation) -> Option<Found<'s>> {
    found(formula, seats, situation, asking::alone, Verdict::adopted)
}

fn found<'s>(
    formula: &Formula,
    seats: &Seats,
    situation: &'s Situation,
    ask: fn(&Formula, &Roll, usize) -> Option<Verdict>,
    bad: fn(&Verdict) -> bool,
) -> Option<Found<'s>> {
    let (roll, codes) = seats.roll(situation)?;
    let asked = roll.seats().iter().filter(|seat| seat.participating).count();
    let mut members = Vec::new();
    let is_bad = |seat: &usize| ask(formula, &roll, *seat).is_none_or(|verdict| bad(&verdict));
    if heaviest(&roll).iter().any(is_bad) {
        for (seat, code) in codes.iter().enumerate() {
            if !roll.seats().get(seat)?.participating {
                continue;
            }
            let verdict = ask(formula, &roll, seat)?;
            if bad(&verdict) {
                members.push((*code, verdict));
            }
        }
    }
    Some(Found { situation, members, asked })
}

pub(super) type Ask = for<'s> fn(&Formula, &Seats, &'s Situation) -> Option<Found<'s>>;

/// The first member that can do it alone in any situation.
pub(super) fn anyone(
    formula: &Formula,
    seats: &Seats,
    situations: &Situations,
    ask: Ask,
) -> Option<MemberCode> {
    let mut found = situations.admissible.iter().filter_map(|situation| ask(formula, seats, situation));
    found.find_map(|found| found.members.first().map(|(member, _)| *member))
}

/// The first plain situation in which somebody can, else the first of all.
pub(super) fn worst<'f, 's>(all: &'f [Found<'s>]) -> Option<&'f Found<'s>> {
    let can = |found: &&Found<'_>| !found.members.is_empty();
    let plain =
        all.iter().filter(can).find(|f| f.situation.is_plain() && f.situation.beneficiary().is_some());
    plain.or_else(|| all.iter().find(can))
}

/// Cases are pairs of a situation and a member alone: those in which a member asks, where the rule leaves that one
/// out, because that is the question that people ask; else all. Where no interest leaves anybody out, there are none to count.
pub(super) fn counterexample(says: String, all: &[Found<'_>], seats: &Seats) -> Outcome {
    let asks = |found: &&Found<'_>| found.situation.is_plain() && found.situation.out.len() == 1;
    let chosen: Vec<&Found<'_>> = match all.iter().any(|found| asks(&found)) {
        true if all.iter().filter(asks).any(|found| !found.members.is_empty()) => {
            all.iter().filter(asks).collect()
        }
        _ => all.iter().collect(),
    };
    let count = |count: fn(&Found<'_>) -> usize| {
        let sum = chosen.iter().map(|found| count(found)).fold(0, usize::saturating_add);
        u32::try_from(sum).unwrap_or(u32::MAX)
    };
    let is_interested = |found: &Found<'_>| found.situation.out.iter().any(|(_, why)| *why != Out::Suspended);
    let cases = all
        .iter()
        .any(is_interested)
        .then(|| (count(|found| found.members.len()), count(|found| found.asked)));
    let mut members: Vec<MemberCode> =
        all.iter().flat_map(|found| found.members.iter().map(|(member, _)| *member)).collect();
    members.sort_unstable();
    members.dedup();
    Outcome::Fails(Counterexample { says, members, steps: steps(all, seats), cases, story: None })
}

/// The most situations that are told one by one.
const MOST_STEPS: usize = 12;

fn steps(all: &[Found<'_>], seats: &Seats) -> Vec<String> {
    let failing: Vec<&Found<'_>> = all.iter().filter(|found| !found.members.is_empty()).collect();
    if failing.len() > 1 && all.iter().all(|found| found.members.len() == found.asked) {
        let sets = counted(all.len(), "set", "sets");
        return Vec::from([format!("any member, in each of {sets} of participating members")]);
    }
    let known: BTreeMap<&Situation, &Found<'_>> =
        failing.iter().map(|found| (found.situation, *found)).collect();
    let mut likewise: BTreeMap<Situation, usize> = BTreeMap::new();
    let mut told = Vec::new();
    for found in &failing {
        match before(found.situation).filter(|before| is_likewise(found, before, &known)) {
            Some((situation, _)) => {
                let more = likewise.entry(situation).or_default();
                *more = more.saturating_add(1);
            }
            None => told.push(*found),
        }
    }
    let more = |found: &Found<'_>| likewise.get(found.situation).copied().unwrap_or_default();
    let mut steps: Vec<String> =
        told.iter().take(MOST_STEPS).map(|found| step(found, seats, more(found))).collect();
    if let more @ 1.. = told.len().saturating_sub(MOST_STEPS) {
        steps.push(format!("and in {}", counted(more, "further set", "further sets")));
    }
    steps
}

/// The situation before one member left or lost its votes, and that member.
fn before(situation: &Situation) -> Option<(Situation, MemberCode)> {
    let Situation { out, withdrawn } = situation;
    if let Some(member) = withdrawn {
        return Some((Situation { out: out.clone(), withdrawn: None }, *member));
    }
    let (member, _) = out.iter().find(|(_, why)| *why == Out::Suspended)?;
    let rest = out.iter().filter(|(one, _)| one != member).copied().collect();
    Some((Situation { out: rest, withdrawn: None }, *member))
}

/// Whether the same members can as before one left or lost its votes, that one apart.
fn is_likewise(
    found: &Found<'_>,
    (situation, gone): &(Situation, MemberCode),
    known: &BTreeMap<&Situation, &Found<'_>>,
) -> bool {
    let others = |found: &Found<'_>| -> Vec<MemberCode> {
        found.members.iter().map(|(member, _)| *member).filter(|member| member != gone).collect()
    };
    known.get(situation).is_some_and(|before| others(before) == others(found))
}

fn step(found: &Found<'_>, seats: &Seats, more: usize) -> String {
    let likewise = match more {
        0 => String::new(),
        more => format!("; likewise in {} in which one is gone", counted(more, "case", "cases")),
    };
    let when = match found.situation.words() {
        words if words.is_empty() => "when all take part".into(),
        words => words,
    };
    match found.members.as_slice() {
        [(member, verdict)] => {
            let favour = reached(verdict.reasons(), &|m| seats.measure(m));
            format!("{when}: {member} (in favour {favour}){likewise}")
        }
        many => {
            let many: Vec<MemberCode> = many.iter().map(|(member, _)| *member).collect();
            format!("{when}: {}{likewise}", several(&many, "or"))
        }
    }
}

/// Their names, or that it is any of all.
pub(super) fn any_of(members: &[MemberCode], seats: &Seats) -> String {
    match seats.codes().len() {
        all if all == members.len() && all > 2 => format!("any of the {all}"),
        _ => several(members, "or"),
    }
}

pub(super) fn spaced(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" {words}") }
}

pub(super) fn of_any_weights(says: &str, moving: bool) -> String {
    if moving { format!("{says}, whatever the weights become") } else { says.into() }
}

pub(super) fn unreadable() -> Outcome {
    Outcome::Undecided("the members are too many to be put to the vote".into())
}
