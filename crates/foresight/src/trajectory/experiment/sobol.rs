//! The Sobol' sequence in 32 bits, scrambled by a seed.
//!
//! Scrambling is Matousek's: in each dimension the digits of all points are multiplied by a random lower triangular matrix,
//! and moved by a random number. That keeps how evenly they lie, and parts what an unscrambled sequence has alike.

use alloc::vec::Vec;

use super::directions::{DIMENSIONS, DIRECTIONS};
use crate::trajectory::chance::draw;

const BITS: u32 = 32;

/// The sequence in some dimensions.
#[derive(Clone, Debug)]
pub(super) struct Sequence {
    /// Of each dimension: what each digit of a point's number turns round, and by what all are moved.
    dimensions: Vec<([u32; 32], u32)>,
}

impl Sequence {
    /// The sequence of so many dimensions, at most [`DIMENSIONS`], scrambled by a seed.
    pub(super) fn scrambled(dimensions: usize, seed: u64) -> Sequence {
        let plain = Sequence::plain(dimensions);
        let scramble = |(place, (directions, _)): (u64, ([u32; 32], u32))| {
            let random = |row: u64| {
                let drawn = draw(seed, [place, row]) >> 32;
                u32::try_from(drawn).unwrap_or_default()
            };
            let rows: Vec<u32> =
                (0..u64::from(BITS)).zip(0..BITS).map(|(row, bit)| lower(random(row), bit)).collect();
            (directions.map(|direction| multiplied(&rows, direction)), random(u64::from(BITS)))
        };
        Sequence { dimensions: (0_u64..).zip(plain.dimensions).map(scramble).collect() }
    }

    pub(super) fn plain(dimensions: usize) -> Sequence {
        let first: [u32; 32] = core::array::from_fn(|bit| digit(u32::try_from(bit).unwrap_or_default()));
        let others = DIRECTIONS
            .iter()
            .map(|(degree, coefficients, begins)| directions(*degree, *coefficients, begins));
        let all = core::iter::once(first).chain(others).take(dimensions.min(DIMENSIONS));
        Sequence { dimensions: all.map(|directions| (directions, 0)).collect() }
    }

    /// The coordinate of a point, by its number, in a dimension, both from 0: parts of 2^32.
    pub(super) fn at(&self, point: u64, dimension: usize) -> u32 {
        let Some((directions, moved)) = self.dimensions.get(dimension) else { return 0 };
        // In the order of Gray's code, as others make it: of every power of two of points it is the same set.
        let gray = point ^ (point >> 1);
        let turns = directions.iter().zip(0_u32..).filter(|(_, bit)| gray.wrapping_shr(*bit) & 1 == 1);
        turns.fold(*moved, |sum, (direction, _)| sum ^ direction)
    }
}

/// The digit of this place, from the greatest.
const fn digit(place: u32) -> u32 {
    1_u32.rotate_right(1).wrapping_shr(place)
}

/// The direction numbers of a dimension by its recurrence.
fn directions(degree: u32, coefficients: u32, begins: &[u32]) -> [u32; 32] {
    let mut all: Vec<u32> = Vec::with_capacity(32);
    for place in 0..BITS {
        let begin = usize::try_from(place).ok().and_then(|at| begins.get(at));
        let next = match begin {
            Some(begin) => begin.wrapping_mul(digit(place)),
            None => {
                let before = |back: u32| -> u32 {
                    let at = place.checked_sub(back).and_then(|at| usize::try_from(at).ok());
                    at.and_then(|at| all.get(at)).copied().unwrap_or_default()
                };
                let begun = before(degree) ^ before(degree).wrapping_shr(degree);
                let takes = |back: &u32| {
                    let shift = degree.saturating_sub(1).saturating_sub(*back);
                    coefficients.wrapping_shr(shift) & 1 == 1
                };
                (1..degree).filter(takes).fold(begun, |sum, back| sum ^ before(back))
            }
        };
        all.push(next);
    }
    <[u32; 32]>::try_from(all).unwrap_or([0; 32])
}

/// A row of a random lower triangular matrix: its digit on the diagonal is one, and those after it are none.
const fn lower(random: u32, place: u32) -> u32 {
    let diagonal = digit(place);
    let before = !(diagonal | diagonal.wrapping_sub(1));
    (random & before) | diagonal
}

/// The product of such a matrix and the digits of a number.
fn multiplied(rows: &[u32], number: u32) -> u32 {
    (0..BITS).zip(rows).fold(
        0,
        |sum, (place, row)| {
            if (row & number).count_ones() & 1 == 1 { sum | digit(place) } else { sum }
        },
    )
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "tests count small numbers")]
mod tests {
    use super::*;

    #[test]
    fn points_are_those_that_scipy_makes_of_the_same_numbers() {
        // scipy.stats.qmc.Sobol(64, scramble=False, bits=32).random(16), SciPy 1.17.1, in 2^32ths.
        let points = [1_u64, 2, 3, 5, 11];
        let dimensions = [0_usize, 1, 2, 3, 10, 41];
        let known: [[u32; 6]; 5] = [
            [2_147_483_648, 2_147_483_648, 2_147_483_648, 2_147_483_648, 2_147_483_648, 2_147_483_648],
            [3_221_225_472, 1_073_741_824, 1_073_741_824, 1_073_741_824, 3_221_225_472, 3_221_225_472],
            [1_073_741_824, 3_221_225_472, 3_221_225_472, 3_221_225_472, 1_073_741_824, 1_073_741_824],
            [3_758_096_384, 3_758_096_384, 536_870_912, 1_610_612_736, 1_610_612_736, 536_870_912],
            [1_879_048_192, 2_415_919_104, 805_306_368, 2_952_790_016, 4_026_531_840, 1_342_177_280],
        ];
        let sequence = Sequence::plain(DIMENSIONS);
        for (point, known) in points.iter().zip(known) {
            assert_eq!(dimensions.map(|dimension| sequence.at(*point, dimension)), known, "point {point}");
        }
    }

    #[test]
    fn scrambled_too_every_part_of_a_dimension_has_as_many_points() {
        for seed in [0, 7] {
            let sequence = Sequence::scrambled(DIMENSIONS, seed);
            for dimension in 0..DIMENSIONS {
                let mut parts = [0; 64];
                for point in 0..256 {
                    parts[usize::try_from(sequence.at(point, dimension) >> 26).unwrap()] += 1;
                }
                assert_eq!(parts, [4; 64], "dimension {dimension}");
            }
        }
        let (one, other) = (Sequence::scrambled(2, 7), Sequence::scrambled(2, 8));
        assert_ne!(one.at(3, 0), other.at(3, 0));
        assert_ne!(one.at(3, 0), one.at(3, 1));
    }
}
