//! The paths of a screening: on each, every parameter is moved once, one after the other.
//!
//! The design is Morris's (1991): each parameter stands on one of an even number of levels from its least to its greatest,
//! and is moved by half as many levels, up from the lower half and down from the upper. So every level is met alike.

use alloc::vec::Vec;

use super::parameter::Parameter;
use crate::trajectory::chance::draw;

/// What is drawn for paths, and for nothing else.
const PATH: u64 = 1 << 41;

/// Paths on so many levels, from a seed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Paths {
    levels: u64,
    given: u64,
}

/// How one parameter is moved on a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Move {
    /// The parameter, by its place in the experiment.
    pub(super) parameter: usize,
    /// By how much: less than nothing, where it becomes less.
    pub(super) by: i128,
    /// How far it is from its least to its greatest.
    pub(super) of: i128,
}

impl Paths {
    pub(super) fn on(levels: u64, given: u64) -> Paths {
        Paths { levels, given }
    }

    /// What the parameters are at a point: from 0, path by path.
    pub(super) fn values(self, point: u64, parameters: &[Parameter]) -> Vec<i64> {
        let (path, step) = place(point, parameters);
        let order = self.order(path, parameters);
        let moved = order.get(..step).unwrap_or(&order);
        let value = |(place, parameter)| self.value(path, place, parameter, moved.contains(&place));
        parameters.iter().enumerate().map(value).collect()
    }

    /// How each parameter is moved on a path, in the order in which they are.
    pub(super) fn moves(self, path: u64, parameters: &[Parameter]) -> Vec<Move> {
        let each = self.order(path, parameters).into_iter();
        let each = each.filter_map(|place| Some((place, parameters.get(place)?)));
        each.map(|(place, parameter)| {
            let value = |moved| i128::from(self.value(path, place, parameter, moved));
            let of = i128::from(parameter.to).saturating_sub(i128::from(parameter.from));
            Move { parameter: place, by: value(true).saturating_sub(value(false)), of }
        })
        .collect()
    }

    /// The parameters, by their place, in the order in which a path moves them.
    fn order(self, path: u64, parameters: &[Parameter]) -> Vec<usize> {
        let seed = self.seed(path);
        let mut drawn: Vec<(u64, usize)> = (0_u64..)
            .zip(0..parameters.len())
            .map(|(number, place)| (draw(seed, [number, 1]), place))
            .collect();
        drawn.sort_unstable();
        drawn.into_iter().map(|(_, place)| place).collect()
    }

    /// What a parameter is on a path, before or after it is moved.
    fn value(self, path: u64, place: usize, parameter: &Parameter, moved: bool) -> i64 {
        let number = u64::try_from(place).unwrap_or(u64::MAX);
        let product = u128::from(draw(self.seed(path), [number, 0])).wrapping_mul(u128::from(self.levels));
        let first = u64::try_from(product >> 64).unwrap_or_default();
        let level = if moved { first.saturating_add(self.levels >> 1) } else { first };
        parameter.level(level.checked_rem(self.levels).unwrap_or_default(), self.levels)
    }

    fn seed(self, path: u64) -> u64 {
        draw(self.given, [PATH, path])
    }
}

/// The path of a point, and how many parameters were moved on it before.
pub(super) fn place(point: u64, parameters: &[Parameter]) -> (u64, usize) {
    let points = u64::try_from(parameters.len()).unwrap_or(u64::MAX).saturating_add(1);
    let step = point.checked_rem(points).unwrap_or_default();
    (point.checked_div(points).unwrap_or_default(), usize::try_from(step).unwrap_or_default())
}
