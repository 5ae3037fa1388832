//! The count of one vote: how much weight stands where, and how many seats did what.

use alloc::vec;
use alloc::vec::Vec;
use core::iter::once;

use thiserror::Error;

use crate::{Base, Conduct, Measure, Roll, Seat};

/// The count of one vote over a [`Roll`].
///
/// Every sum fits: at most [`MAX_SEATS`](crate::MAX_SEATS) weights of at most
/// [`MAX_WEIGHT`](crate::MAX_WEIGHT) each.
///
/// ```
/// use quorate_voting::{Base, Conduct, Measure, Roll, Seat, Tally};
///
/// let seat = |weight| Seat { participating: true, weights: vec![weight] };
/// let roll = Roll::new(1, vec![seat(18), seat(15), seat(7)])?;
/// let tally = Tally::count(&roll, &[Conduct::InFavour, Conduct::Against, Conduct::Absent])?;
/// assert_eq!(tally.in_favour(Measure(1)), Some(18));
/// assert_eq!(tally.base(Measure(1), Base::Cast), Some(33));
/// assert_eq!(tally.not_in_favour(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tally {
    /// One per measure: that of the members first, then those declared. Never empty.
    sums: Vec<Sums>,
    seats: Counts,
}

/// The weight found in one measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Sums {
    in_favour: u64,
    membership: u64,
    participating: u64,
    present: u64,
    cast: u64,
}

/// The number of participating seats of each conduct.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Counts {
    in_favour: u32,
    against: u32,
    abstain: u32,
    absent: u32,
}

/// Why conducts are not a vote over a roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TallyError {
    /// There are fewer or more conducts than seats.
    #[error("a vote needs one conduct for each of {seats} seats, found {conducts}")]
    Length {
        /// The number of seats.
        seats: usize,
        /// The number of conducts.
        conducts: usize,
    },
    /// A seat that does not take part is not absent.
    #[error("seat {seat} does not take part, so it must be absent")]
    NotTakingPart {
        /// The seat, counted from zero.
        seat: usize,
    },
}

impl Tally {
    /// Counts the conduct of each seat, in the order of the roll.
    ///
    /// # Errors
    /// Another number of conducts than of seats; then, the first seat that does not take part and is not
    /// absent.
    pub fn count(roll: &Roll, conducts: &[Conduct]) -> Result<Self, TallyError> {
        let seats = roll.seats();
        if seats.len() != conducts.len() {
            return Err(TallyError::Length { seats: seats.len(), conducts: conducts.len() });
        }
        let voting = |(seat, conduct): (&Seat, &Conduct)| !seat.participating && *conduct != Conduct::Absent;
        if let Some(seat) = seats.iter().zip(conducts).position(voting) {
            return Err(TallyError::NotTakingPart { seat });
        }
        Ok(Self::add_up(roll, conducts.iter().copied()))
    }

    /// The count where one seat has this conduct, and all others that take part share another.
    pub(crate) fn of_one_and_others(roll: &Roll, one: usize, its: Conduct, others: Conduct) -> Self {
        Self::add_up(roll, (0..roll.seats().len()).map(|seat| if seat == one { its } else { others }))
    }

    /// The count where each seat that takes part has the conduct that it is given.
    pub(crate) fn of_each(roll: &Roll, conduct: impl Fn(usize) -> Conduct) -> Self {
        Self::add_up(roll, (0..roll.seats().len()).map(conduct))
    }

    /// Adds up one conduct per seat; that of a seat which does not take part is not looked at.
    fn add_up(roll: &Roll, conducts: impl Iterator<Item = Conduct>) -> Self {
        let mut sums = vec![Sums::default(); usize::from(roll.measures()).saturating_add(1)];
        let mut seats = Counts::default();
        for (seat, conduct) in roll.seats().iter().zip(conducts) {
            let heard = seat.participating.then_some(conduct);
            for (sum, weight) in sums.iter_mut().zip(once(1).chain(seat.weights.iter().copied())) {
                sum.add(weight, heard);
            }
            if let Some(conduct) = heard {
                seats.add(conduct);
            }
        }
        Self { sums, seats }
    }

    /// The weight in favour, or `None` if the roll does not declare the measure.
    #[must_use]
    pub fn in_favour(&self, measure: Measure) -> Option<u64> {
        self.of(measure).map(|sums| sums.in_favour)
    }

    /// The weight of the base, or `None` if the roll does not declare the measure.
    #[must_use]
    pub fn base(&self, measure: Measure, base: Base) -> Option<u64> {
        self.of(measure).map(|sums| match base {
            Base::Membership => sums.membership,
            Base::Participating => sums.participating,
            Base::Present => sums.present,
            Base::Cast => sums.cast,
        })
    }

    /// The number of participating seats of that conduct.
    #[must_use]
    pub fn seats(&self, conduct: Conduct) -> u32 {
        match conduct {
            Conduct::InFavour => self.seats.in_favour,
            Conduct::Against => self.seats.against,
            Conduct::Abstain => self.seats.abstain,
            Conduct::Absent => self.seats.absent,
        }
    }

    /// The number of participating seats that are not in favour.
    #[must_use]
    pub fn not_in_favour(&self) -> u32 {
        // At most MAX_SEATS.
        Conduct::NOT_IN_FAVOUR.into_iter().fold(0, |sum, conduct| sum.saturating_add(self.seats(conduct)))
    }

    /// The last measure that the roll declares.
    pub(crate) fn last_measure(&self) -> Measure {
        // There is one sum more than measures declared, and these are counted in a `u16`.
        Measure(u16::try_from(self.sums.len().saturating_sub(1)).unwrap_or(u16::MAX))
    }

    fn of(&self, measure: Measure) -> Option<&Sums> {
        self.sums.get(usize::from(measure.0))
    }
}

// Nothing below saturates: the sums stay at or below 2^62, the counts at or below MAX_SEATS.
impl Sums {
    /// Adds the weight of a seat that does not take part (`None`), or that had this conduct.
    fn add(&mut self, weight: u64, heard: Option<Conduct>) {
        add_if(&mut self.membership, weight, true);
        add_if(&mut self.participating, weight, heard.is_some());
        add_if(&mut self.present, weight, heard.is_some_and(Conduct::is_present));
        add_if(&mut self.cast, weight, heard.is_some_and(Conduct::is_cast));
        add_if(&mut self.in_favour, weight, heard == Some(Conduct::InFavour));
    }
}

fn add_if(sum: &mut u64, weight: u64, counts: bool) {
    if counts {
        *sum = sum.saturating_add(weight);
    }
}

impl Counts {
    fn add(&mut self, conduct: Conduct) {
        let count = match conduct {
            Conduct::InFavour => &mut self.in_favour,
            Conduct::Against => &mut self.against,
            Conduct::Abstain => &mut self.abstain,
            Conduct::Absent => &mut self.absent,
        };
        *count = count.saturating_add(1);
    }
}

#[cfg(test)]
mod tests;
