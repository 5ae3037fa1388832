//! Can one member alone adopt a decision, or can two opposed groups both?

use alloc::format;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_voting::{Effort, Formula, Opposed, audit, opposed};

use super::cases::{
    Found, adopters, any_of, anyone, counterexample, of_any_weights, spaced, unreadable, worst,
};
use super::{Asked, proofs, quotas};
use crate::finding::{Outcome, fails, proven};
use crate::phrases::{counted, several};
use crate::seats::Seats;
use crate::situations::{Situation, Situations};

pub(super) fn outcome(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Outcome {
    let all: Option<Vec<Found<'_>>> =
        situations.admissible.iter().map(|one| adopters(asked.formula, seats, one)).collect();
    let Some(all) = all else { return unreadable() };
    if let Some(worst) = worst(&all) {
        let names: Vec<MemberCode> = worst.members.iter().map(|(member, _)| *member).collect();
        let says = format!(
            "one member alone can adopt {}{}: {}",
            asked.name,
            spaced(&worst.situation.words()),
            any_of(&names, seats)
        );
        return counterexample(says, &all, seats);
    }
    if asked.support.is_some_and(|support| support < 2) {
        let says = format!(
            "one member alone can adopt {}: it is on record in favour, and the others are silent",
            asked.name
        );
        return fails(says, seats.codes(), Vec::new());
    }
    let today = two_opposed(asked.formula, asked, seats, situations);
    let Some((_, always)) = asked.unmoved.as_ref().filter(|_| today.name() == "proven") else { return today };
    if let Some(member) = anyone(always, seats, situations, adopters) {
        let says = format!(
            "while the weights are those of today; they move, and {member} alone could adopt when it has enough"
        );
        return Outcome::Condition(says);
    }
    match two_opposed(always, asked, seats, situations) {
        Outcome::Fails(found) => Outcome::Condition(format!(
            "while the weights are those of today; they move, and then {}",
            found.says
        )),
        other => other,
    }
}

/// For one formula of the rule: that of today's weights, or that of the worst to come.
fn two_opposed(formula: &Formula, asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Outcome {
    let mut undecided = 0_usize;
    for situation in &situations.admissible {
        let Some((roll, codes)) = seats.roll(situation) else { return unreadable() };
        let taking_part = roll.seats().iter().filter(|seat| seat.participating).count();
        if quotas::exclude(formula, taking_part) {
            continue;
        }
        let Ok(found) = opposed(formula, &roll, Effort::default()) else { return unreadable() };
        // Whatever was found is read again by a checker that shares no code with the search.
        match found {
            _ if audit::opposed(formula, &roll, &found).is_err() => undecided = undecided.saturating_add(1),
            Opposed::Impossible(_) => {}
            Opposed::Undecided => undecided = undecided.saturating_add(1),
            Opposed::Groups(one, other) => return two_groups(asked, situation, &codes, &one, &other),
        }
    }
    match undecided {
        0 => {
            let says = "no member alone adopts, and no two opposed groups both do";
            let support = asked
                .support
                .map(|support| format!("silence adopts only with {support} on record in favour"));
            let proofs = proofs::told(proofs::Asked::Adopting, asked.formula, seats, situations);
            let because = support.into_iter().chain(proofs).collect();
            proven(of_any_weights(says, asked.formula != formula), because)
        }
        sets => Outcome::Undecided(format!(
            "no member alone adopts; whether two opposed groups both can is not decided in {}",
            counted(sets, "set", "sets")
        )),
    }
}

fn two_groups(
    asked: &Asked<'_>,
    situation: &Situation,
    codes: &[MemberCode],
    one: &[usize],
    other: &[usize],
) -> Outcome {
    let named = |group: &[usize]| -> Vec<MemberCode> {
        group.iter().filter_map(|seat| codes.get(*seat)).copied().collect()
    };
    let (one, other) = (named(one), named(other));
    let says = format!(
        "two opposed groups can both adopt {}{}: {} against {}",
        asked.name,
        spaced(&situation.words()),
        several(&one, "and"),
        several(&other, "and")
    );
    fails(says, Vec::new(), Vec::new())
}
