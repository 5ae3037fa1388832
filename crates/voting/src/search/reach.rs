//! The most that the seats not yet asked can add.

use alloc::vec::Vec;

use super::question::{Atom, Question};
use crate::Effort;

/// What keeping one sum counts for, in additions.
const KEPT: usize = 32;

/// For each atom and each number of seats asked, the most that 0, 1, 2 ... of the others add.
#[derive(Debug)]
pub(crate) struct Reach(Vec<Vec<Vec<i128>>>);

impl Reach {
    /// Over seats asked in this order, of which at most `size` belong to the group; `None` if there is too little
    /// effort to remember so much.
    pub(crate) fn new(
        question: &Question,
        order: &[usize],
        size: Option<usize>,
        effort: &mut Effort,
    ) -> Option<Self> {
        let sizes = size.unwrap_or(0).min(order.len()).saturating_add(1);
        let sums = order.len().saturating_add(1).saturating_mul(sizes).saturating_mul(question.atoms.len());
        effort.work(sums.saturating_mul(if size.is_some() { KEPT } else { 4 }));
        let enough = effort.step();
        enough.then(|| Self(question.atoms.iter().map(|atom| of_atom(question, atom, order, size)).collect()))
    }

    /// The most that those after the first `asked` add to an atom, if at most `left` of them may join.
    pub(crate) fn most(&self, atom: usize, asked: usize, left: Option<usize>) -> i128 {
        let sums = self.0.get(atom).and_then(|by_asked| by_asked.get(asked));
        let sum = sums.and_then(|sums| match left {
            Some(left) => sums.get(left).or(sums.last()),
            None => sums.last(),
        });
        sum.copied().unwrap_or(0)
    }
}

/// Seats are taken from the last to the first. Where the size is no matter, only the sum of all is kept.
fn of_atom(question: &Question, atom: &Atom, order: &[usize], size: Option<usize>) -> Vec<Vec<i128>> {
    let mut sorted: Vec<i128> = Vec::new();
    let mut all = 0_i128;
    let mut levels = Vec::new();
    levels.push(sums(&sorted, size, all));
    for &seat in order.iter().rev() {
        let most = question.most(atom, seat);
        all = all.saturating_add(most);
        if size.is_some() {
            let place = sorted.partition_point(|other| *other > most);
            sorted.insert(place, most);
        }
        levels.push(sums(&sorted, size, all));
    }
    levels.reverse();
    levels
}

fn sums(sorted: &[i128], size: Option<usize>, all: i128) -> Vec<i128> {
    let Some(size) = size else { return Vec::from([all]) };
    let mut sum = 0_i128;
    let mut sums = Vec::from([0]);
    for value in sorted.iter().take(size) {
        sum = sum.saturating_add(*value);
        sums.push(sum);
    }
    sums
}
