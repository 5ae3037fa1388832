//! A second evaluation, as plain as can be: filter the seats, add up wide, compare.

use alloc::vec::Vec;

use crate::{Base, Conduct, Formula, Measure, Parts, Roll, Seat, Strictness};

type Voter<'a> = (&'a Seat, Conduct);

/// Whether a decision is adopted with these conducts, one for each seat. Shares of the measures that move are
/// taken for met, or for failed.
pub(super) fn adopted(
    formula: &Formula,
    roll: &Roll,
    conducts: &[Conduct],
    (moving, met): (&[Measure], bool),
) -> bool {
    let voters: Vec<Voter<'_>> = roll.seats().iter().zip(conducts.iter().copied()).collect();
    voters.iter().any(in_favour) && holds(formula, &voters, (moving, met))
}

fn holds(formula: &Formula, voters: &[Voter<'_>], moves: (&[Measure], bool)) -> bool {
    let count = |parts: &[Formula]| parts.iter().filter(|part| holds(part, voters, moves)).count();
    match formula.parts() {
        Parts::Share { measure, ratio, strictness, .. } if moves_with(moves.0, measure) => {
            let whole = ratio.is_met(1, 1, strictness == Strictness::MoreThan);
            whole && moves.1
        }
        Parts::Share { measure, ratio, base, strictness } => {
            let of = weight(voters, measure, |voter| is_in(voter, base));
            let for_it = weight(voters, measure, in_favour);
            let needed = i128::from(ratio.numerator()).checked_mul(of);
            let has = i128::from(ratio.denominator()).checked_mul(for_it);
            of > 0 && (has > needed || (has == needed && strictness == Strictness::AtLeast))
        }
        Parts::Clause { at_most } => {
            let refusing = voters.iter().filter(|voter| voter.0.participating && !in_favour(voter));
            u32::try_from(refusing.count()).is_ok_and(|refusing| refusing <= at_most)
        }
        Parts::All(parts) => count(parts) == parts.len(),
        Parts::Any(parts) => count(parts) > 0,
        Parts::AtLeast { least, parts } => usize::try_from(least).is_ok_and(|least| count(parts) >= least),
    }
}

/// Whether the weights of this measure are picked; each member is always one.
fn moves_with(moving: &[Measure], measure: Measure) -> bool {
    measure != Measure::MEMBERS && moving.contains(&measure)
}

fn in_favour((seat, conduct): &Voter<'_>) -> bool {
    seat.participating && *conduct == Conduct::InFavour
}

/// Whether the seat counts in the base.
pub(super) fn is_in((seat, conduct): &Voter<'_>, base: Base) -> bool {
    match base {
        Base::Membership => true,
        Base::Participating => seat.participating,
        Base::Present => seat.participating && *conduct != Conduct::Absent,
        Base::Cast => seat.participating && [Conduct::InFavour, Conduct::Against].contains(conduct),
    }
}

fn weight(voters: &[Voter<'_>], measure: Measure, is_counted: impl Fn(&Voter<'_>) -> bool) -> i128 {
    let counted = voters.iter().filter(|voter| is_counted(voter));
    counted.map(|(seat, _)| weight_of(seat, measure)).sum()
}

/// One, or the weight declared at that place.
pub(super) fn weight_of(seat: &Seat, measure: Measure) -> i128 {
    match usize::from(measure.0).checked_sub(1) {
        None => 1,
        Some(place) => seat.weights.get(place).map_or(0, |weight| i128::from(*weight)),
    }
}
