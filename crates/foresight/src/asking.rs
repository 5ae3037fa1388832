//! The questions put to the counting code: what becomes of a vote when these are in favour and the others are not.

use alloc::vec::Vec;

use quorate_voting::{Conduct, Formula, Roll, Tally, Verdict};

/// The verdict when each participating seat does what it is said to do.
pub(crate) fn verdict(formula: &Formula, roll: &Roll, conduct: &dyn Fn(usize) -> Conduct) -> Option<Verdict> {
    let seats = roll.seats().iter().enumerate();
    let conducts: Vec<Conduct> = seats
        .map(|(number, seat)| if seat.participating { conduct(number) } else { Conduct::Absent })
        .collect();
    formula.decide(&Tally::count(roll, &conducts).ok()?).ok()
}

/// The verdict when all are in favour but this one, which votes against: no other conduct makes any base larger.
pub(crate) fn without(formula: &Formula, roll: &Roll, one: usize) -> Option<Verdict> {
    verdict(formula, roll, &|seat| if seat == one { Conduct::Against } else { Conduct::InFavour })
}

/// The verdict when this one is in favour and no other is heard of, which makes every base as small as it can be.
pub(crate) fn alone(formula: &Formula, roll: &Roll, one: usize) -> Option<Verdict> {
    verdict(formula, roll, &|seat| if seat == one { Conduct::InFavour } else { Conduct::Absent })
}

/// The verdict when these are in favour and all others against.
pub(crate) fn with(formula: &Formula, roll: &Roll, group: u64) -> Option<Verdict> {
    verdict(formula, roll, &|seat| if bit(group, seat) { Conduct::InFavour } else { Conduct::Against })
}

/// Whether a group, given as a number in binary, has this seat.
pub(crate) fn bit(group: u64, seat: usize) -> bool {
    u32::try_from(seat).ok().and_then(|seat| group.checked_shr(seat)).is_some_and(|rest| rest & 1 == 1)
}

/// Two groups without a common seat, each of which adopts while the other votes against and nobody else is heard of.
pub(crate) fn opposed(formula: &Formula, roll: &Roll) -> Opposed {
    let seats: Vec<usize> =
        roll.seats().iter().enumerate().filter(|(_, seat)| seat.participating).map(|(n, _)| n).collect();
    let Some(groups) =
        u32::try_from(seats.len()).ok().filter(|n| *n <= MOST_SEATS).and_then(|n| 1_u64.checked_shl(n))
    else {
        return Opposed::Undecided;
    };
    for group in 1..groups.saturating_sub(1) {
        let mask = seats.iter().enumerate().filter(|(at, _)| bit(group, *at)).fold(0, |mask, (_, seat)| {
            mask | u32::try_from(*seat).ok().and_then(|seat| 1_u64.checked_shl(seat)).unwrap_or_default()
        });
        let adopts = |mask: u64| with(formula, roll, mask).is_some_and(|verdict| verdict.adopted());
        if adopts(mask) && adopts(!mask) {
            let of = |mask: u64| seats.iter().copied().filter(|seat| bit(mask, *seat)).collect();
            return Opposed::Both(of(mask), of(!mask));
        }
    }
    Opposed::Never
}

/// Whether two opposed groups can both adopt.
pub(crate) enum Opposed {
    /// Proven impossible.
    Never,
    /// These two can.
    Both(Vec<usize>, Vec<usize>),
    /// The search was not made to its end.
    Undecided,
}

/// The most seats for which every group is tried: 4096 of them.
const MOST_SEATS: u32 = 12;
