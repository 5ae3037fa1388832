//! A second evaluation, as plain as can be: filter the seats, add up wide, compare. It shares no code with
//! the first.

use quorate_voting::{Base, Conduct, Formula, Measure, Parts, Roll, Seat, Strictness};

type Voter<'a> = (&'a Seat, Conduct);

/// What the formula makes of the vote, taking every clause for failed if `clauses` is false.
pub(crate) fn adopted(formula: &Formula, roll: &Roll, conducts: &[Conduct], clauses: bool) -> bool {
    let voters: Vec<Voter<'_>> = roll.seats().iter().zip(conducts.iter().copied()).collect();
    let in_favour = |voter: &&Voter<'_>| voter.0.participating && voter.1 == Conduct::InFavour;
    voters.iter().filter(in_favour).count() > 0 && holds(formula, &voters, clauses)
}

fn holds(formula: &Formula, voters: &[Voter<'_>], clauses: bool) -> bool {
    let count = |parts: &[Formula]| parts.iter().filter(|part| holds(part, voters, clauses)).count();
    match formula.parts() {
        Parts::Share { measure, ratio, base, strictness } => {
            let of = weight(voters, measure, |voter| is_in(voter, base));
            let in_favour = weight(voters, measure, |(seat, conduct)| {
                seat.participating && *conduct == Conduct::InFavour
            });
            let needed = u128::from(ratio.numerator()) * of;
            let reached = u128::from(ratio.denominator()) * in_favour;
            of > 0 && (reached > needed || (reached == needed && strictness == Strictness::AtLeast))
        }
        Parts::Clause { at_most } => {
            let refusing = voters.iter().filter(|(seat, it)| seat.participating && *it != Conduct::InFavour);
            clauses && u32::try_from(refusing.count()).unwrap() <= at_most
        }
        Parts::All(parts) => count(parts) == parts.len(),
        Parts::Any(parts) => count(parts) > 0,
        Parts::AtLeast { least, parts } => count(parts) >= usize::try_from(least).unwrap(),
    }
}

fn is_in((seat, conduct): &Voter<'_>, base: Base) -> bool {
    match base {
        Base::Membership => true,
        Base::Participating => seat.participating,
        Base::Present => seat.participating && *conduct != Conduct::Absent,
        Base::Cast => seat.participating && [Conduct::InFavour, Conduct::Against].contains(conduct),
    }
}

fn weight(voters: &[Voter<'_>], measure: Measure, is_counted: impl Fn(&Voter<'_>) -> bool) -> u128 {
    let weight_of = |seat: &Seat| match measure.0 {
        0 => 1,
        place => u128::from(seat.weights[usize::from(place) - 1]),
    };
    voters.iter().filter(|voter| is_counted(voter)).map(|(seat, _)| weight_of(seat)).sum()
}
