//! Can one member alone stop a decision?

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_voting::{Measure, Verdict};

use super::cases::{
    Found, any_of, anyone, blockers, counterexample, of_any_weights, spaced, unreadable, worst,
};
use super::{Asked, proofs};
use crate::asking;
use crate::finding::{Outcome, proven};
use crate::phrases::{reached, short_of};
use crate::seats::{Seats, heaviest};
use crate::situations::{Situation, Situations};

pub(super) fn outcome(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Outcome {
    let all: Option<Vec<Found<'_>>> =
        situations.admissible.iter().map(|one| blockers(asked.formula, seats, one)).collect();
    let Some(all) = all else { return unreadable() };
    let Some(worst) = worst(&all) else {
        let mut because: Vec<String> = tightest(asked, seats, situations).into_iter().collect();
        because.extend(proofs::told(proofs::Asked::Blocking, asked.formula, seats, situations));
        because.extend(proxies(asked, seats, situations));
        let moving = asked.unmoved.as_ref().map(|(never, _)| never);
        if let Some(member) = moving.and_then(|never| anyone(never, seats, situations, blockers)) {
            let says = format!(
                "while the weights are those of today; they move, and {member} alone could block when it has enough"
            );
            return Outcome::Condition(says);
        }
        return proven(of_any_weights("no member alone blocks", moving.is_some()), because);
    };
    let names: Vec<MemberCode> = worst.members.iter().map(|(member, _)| *member).collect();
    let helped = worst.situation.beneficiary().filter(|_| asked.helps);
    let (to, when) = match helped {
        Some(member) if worst.situation.out.len() == 1 => (format!(" to {member}"), String::new()),
        _ => (String::new(), worst.situation.words()),
    };
    let who = any_of(&names, seats);
    let short = worst.members.first().map(|(_, verdict)| short_of(verdict.reasons(), &|m| seats.measure(m)));
    let of = match names.as_slice() {
        [first, _, ..] => format!("{first}"),
        _ => "it".into(),
    };
    let says = format!(
        "one member can block {}{to}{}: {who}. Without {of} those in favour have {}",
        asked.name,
        spaced(&when),
        short.unwrap_or_default()
    );
    counterexample(says, &all, seats)
}

/// The vote that comes nearest to being blocked: the first that only the clause saves, else the first of all.
fn tightest(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Option<String> {
    let mut first = None;
    for situation in situations.admissible.iter().filter(|situation| situation.is_plain()) {
        let (roll, codes) = seats.roll(situation)?;
        for seat in heaviest(&roll) {
            let verdict = asking::without(asked.formula, &roll, seat)?;
            let told = told(&verdict, situation, *codes.get(seat)?, &|m| seats.measure(m));
            if verdict.by_clause() {
                return Some(told);
            }
            first.get_or_insert(told);
        }
    }
    first
}

fn told(
    verdict: &Verdict,
    situation: &Situation,
    member: MemberCode,
    name: &dyn Fn(Measure) -> String,
) -> String {
    let when = spaced(&situation.words());
    let by = if verdict.by_clause() { ", adopted by the clause" } else { ", adopted" };
    match reached(verdict.reasons(), name) {
        shares if shares.is_empty() => format!("{member} alone against{when}{by}"),
        shares => format!("{member} alone against{when}: in favour {shares}{by}"),
    }
}

/// Of how many pairs one would block if it held the other's vote: such a proxy is refused when it is given.
fn proxies(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Option<String> {
    let first = situations.admissible.first().filter(|_| asked.proxies)?;
    let (roll, codes) = seats.roll(first)?;
    let (mut pairs, mut refused) = (0_usize, 0_usize);
    for one in 0..codes.len() {
        for other in 0..one {
            pairs = pairs.saturating_add(1);
            let blocks = quorate_voting::blocks(asked.formula, &roll, &[other, one]).ok()?;
            refused = refused.saturating_add(usize::from(blocks));
        }
    }
    Some(format!(
        "when all take part, {refused} of {pairs} pairs would block by a proxy, and such a proxy is refused"
    ))
}
