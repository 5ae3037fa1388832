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

/// Whether a group, given as a number in binary, has this seat.
pub(crate) fn bit(group: u64, seat: usize) -> bool {
    u32::try_from(seat).ok().and_then(|seat| group.checked_shr(seat)).is_some_and(|rest| rest & 1 == 1)
}
