//! The seats of one decision, with their weights, as frozen at its opening.

use alloc::vec::Vec;

use thiserror::Error;

use crate::Measure;

/// The most seats of a [`Roll`].
pub const MAX_SEATS: usize = 512;

/// The most weights that a [`Roll`] declares, without [`Measure::MEMBERS`].
pub const MAX_MEASURES: u16 = 64;

/// The largest weight of a seat: 2^53. Then the weights of [`MAX_SEATS`] seats add up to at most 2^62.
pub const MAX_WEIGHT: u64 = 1 << 53;

/// One place at the table. Every value is a seat; whether it belongs to a roll is checked by [`Roll::new`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seat {
    /// Whether the seat takes part in this decision.
    pub participating: bool,
    /// The seat's weights, the first being that of `Measure(1)`.
    pub weights: Vec<u64>,
}

/// The seats `0..n` of one decision: from 1 to [`MAX_SEATS`], each with every declared weight.
///
/// ```
/// use quorate_voting::{Roll, Seat};
///
/// let seat = |population| Seat { participating: true, weights: vec![population] };
/// let roll = Roll::new(1, vec![seat(69_226_000), seat(68_551_653)])?;
/// assert_eq!(roll.seats().len(), 2);
/// # Ok::<(), quorate_voting::RollError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Roll {
    measures: u16,
    seats: Vec<Seat>,
}

/// Why seats are not a [`Roll`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RollError {
    /// More weights are declared than [`MAX_MEASURES`].
    #[error("a roll declares at most {MAX_MEASURES} weights, found {measures}")]
    TooManyMeasures {
        /// The number of weights declared.
        measures: u16,
    },
    /// There is no seat, or more than [`MAX_SEATS`].
    #[error("a roll has from 1 to {MAX_SEATS} seats, found {seats}")]
    SeatCount {
        /// The number of seats found.
        seats: usize,
    },
    /// A seat has fewer or more weights than the roll declares.
    #[error("seat {seat} must have {declared} weights, found {found}")]
    WeightCount {
        /// The seat, counted from zero.
        seat: usize,
        /// The number of weights declared.
        declared: u16,
        /// The number of weights found.
        found: usize,
    },
    /// A weight is above [`MAX_WEIGHT`].
    #[error("no weight of seat {seat} may be above {MAX_WEIGHT}, found {weight}")]
    WeightTooLarge {
        /// The seat, counted from zero.
        seat: usize,
        /// The weight found.
        weight: u64,
    },
}

impl Roll {
    /// The roll of these seats, each with `measures` weights ([`Measure::MEMBERS`] is not declared: it needs
    /// none).
    ///
    /// # Errors
    /// Too many measures, then no or too many seats, then, seat by seat, the number of its weights and their
    /// size.
    pub fn new(measures: u16, seats: Vec<Seat>) -> Result<Self, RollError> {
        if measures > MAX_MEASURES {
            return Err(RollError::TooManyMeasures { measures });
        }
        if seats.is_empty() || seats.len() > MAX_SEATS {
            return Err(RollError::SeatCount { seats: seats.len() });
        }
        for (number, seat) in seats.iter().enumerate() {
            let found = seat.weights.len();
            if found != usize::from(measures) {
                return Err(RollError::WeightCount { seat: number, declared: measures, found });
            }
            if let Some(&weight) = seat.weights.iter().find(|&&weight| weight > MAX_WEIGHT) {
                return Err(RollError::WeightTooLarge { seat: number, weight });
            }
        }
        Ok(Self { measures, seats })
    }

    /// The number of declared weights, so also the last measure of the roll.
    #[must_use]
    pub fn measures(&self) -> u16 {
        self.measures
    }

    /// Whether the roll can be measured so.
    #[must_use]
    pub fn declares(&self, measure: Measure) -> bool {
        measure.0 <= self.measures
    }

    /// The seats, in order.
    #[must_use]
    pub fn seats(&self) -> &[Seat] {
        &self.seats
    }
}

#[cfg(test)]
mod tests {
    use alloc::{string::ToString, vec};

    use super::*;

    fn seat(weights: &[u64]) -> Seat {
        Seat { participating: true, weights: weights.to_vec() }
    }

    #[test]
    fn from_one_seat_to_the_most() {
        assert_eq!(Roll::new(0, vec![]), Err(RollError::SeatCount { seats: 0 }));
        assert!(Roll::new(0, vec![seat(&[]); 1]).is_ok());
        assert!(Roll::new(0, vec![seat(&[]); MAX_SEATS]).is_ok());
        assert_eq!(Roll::new(0, vec![seat(&[]); 513]), Err(RollError::SeatCount { seats: 513 }));
    }

    #[test]
    fn each_seat_has_exactly_the_declared_weights() {
        for found in [1, 3] {
            let seats = vec![seat(&[1, 1]), seat(&vec![1; found])];
            assert_eq!(Roll::new(2, seats), Err(RollError::WeightCount { seat: 1, declared: 2, found }));
        }
        assert!(Roll::new(2, vec![seat(&[1, 1]), seat(&[0, 0])]).is_ok());
    }

    #[test]
    fn weights_and_measures_have_limits() {
        assert!(Roll::new(1, vec![seat(&[MAX_WEIGHT])]).is_ok());
        let weight = (1 << 53) + 1;
        assert_eq!(Roll::new(1, vec![seat(&[weight])]), Err(RollError::WeightTooLarge { seat: 0, weight }));
        assert!(Roll::new(64, vec![seat(&[1; 64])]).is_ok());
        assert_eq!(Roll::new(65, vec![seat(&[1; 65])]), Err(RollError::TooManyMeasures { measures: 65 }));
    }

    #[test]
    fn declares_members_and_what_was_declared() {
        let roll = Roll::new(1, vec![seat(&[7])]).unwrap();
        assert!(roll.declares(Measure::MEMBERS) && roll.declares(Measure(1)) && !roll.declares(Measure(2)));
    }

    #[test]
    fn errors_name_the_numbers() {
        let message = Roll::new(2, vec![seat(&[1])]).unwrap_err().to_string();
        assert_eq!(message, "seat 0 must have 2 weights, found 1");
    }
}
