//! How many times to count each of several demands, so that their sum is out of reach.

use alloc::vec;
use alloc::vec::Vec;

use super::refute::Refuter;

/// Halvings of the interval between two demands.
const HALVINGS: u32 = 24;

/// The largest number of times that one demand is counted, apart from what levels their sizes.
const FINENESS: i128 = 1 << HALVINGS;

/// The most demands of which every two are tried.
const MOST_PAIRED: usize = 8;

/// Numbers of times, one for each atom, under which what any group has is below what is needed.
///
/// The group that has most of each atom alone is considered first. Then every two are counted once each, and
/// the interval between them is halved: as long as the group that has most of the sum lacks one of the two, that
/// one is counted more. All of them together come last.
pub(crate) fn search(refuter: &mut Refuter<'_>, atoms: &[usize]) -> Option<Vec<i128>> {
    for alone in 0..atoms.len() {
        let times: Vec<i128> = (0..atoms.len()).map(|place| i128::from(place == alone)).collect();
        let (choices, ..) = refuter.greatest(atoms, &times);
        refuter.consider(choices);
        if refuter.found.is_some() || refuter.is_spent() {
            return None;
        }
    }
    if atoms.len() < 2 {
        return None;
    }
    let together = vec![1; atoms.len()];
    if refuted(refuter, atoms, &together).is_some() {
        return Some(together);
    }
    // Beyond that, all the pairs would cost more than they find.
    let paired = if atoms.len() > MOST_PAIRED { 0 } else { atoms.len() };
    for second in 1..paired {
        for first in 0..second {
            let times = two(refuter, atoms, first, second);
            if times.is_some() || refuter.found.is_some() || refuter.is_spent() {
                return times;
            }
        }
    }
    if atoms.len() > 2 { all(refuter, atoms) } else { None }
}

/// Some when these numbers of times refute; otherwise the group that has most is considered.
fn refuted(refuter: &mut Refuter<'_>, atoms: &[usize], times: &[i128]) -> Option<()> {
    let (choices, most, needed) = refuter.greatest(atoms, times);
    if most < needed {
        return Some(());
    }
    refuter.consider(choices);
    None
}

fn two(refuter: &mut Refuter<'_>, atoms: &[usize], first: usize, second: usize) -> Option<Vec<i128>> {
    let mut once = vec![0; atoms.len()];
    set(&mut once, first, 1);
    set(&mut once, second, 1);
    if refuted(refuter, atoms, &once).is_some() {
        return Some(once);
    }
    let levels = levels(refuter, atoms);
    let (mut low, mut high) = (0, FINENESS);
    while high.saturating_sub(low) > 1 && refuter.found.is_none() {
        let middle = low.midpoint(high);
        let mut times = vec![0; atoms.len()];
        set(&mut times, first, level(&levels, first).saturating_mul(FINENESS.saturating_sub(middle)));
        set(&mut times, second, level(&levels, second).saturating_mul(middle));
        if refuted(refuter, atoms, &times).is_some() {
            return Some(times);
        }
        let (choices, ..) = refuter.greatest(atoms, &times);
        refuter.adds(2, choices.len());
        let lacks = |place: usize| lack(refuter, atoms, place, &choices);
        // The slope of what is missing, seen from the group that has most.
        if lacks(second).saturating_mul(level(&levels, second))
            > lacks(first).saturating_mul(level(&levels, first))
        {
            low = middle;
        } else {
            high = middle;
        }
    }
    None
}

/// All together: whoever is lacking is counted more, whoever has enough is counted less.
fn all(refuter: &mut Refuter<'_>, atoms: &[usize]) -> Option<Vec<i128>> {
    let levels = levels(refuter, atoms);
    let mut shares = vec![1_i128 << 10; atoms.len()];
    for _ in 0..64 {
        let times: Vec<i128> =
            shares.iter().zip(&levels).map(|(share, level)| share.saturating_mul(*level)).collect();
        if refuted(refuter, atoms, &times).is_some() {
            return Some(times);
        }
        if refuter.found.is_some() || refuter.is_spent() {
            return None;
        }
        let (choices, ..) = refuter.greatest(atoms, &times);
        refuter.adds(atoms.len(), choices.len());
        for (place, share) in shares.iter_mut().enumerate() {
            let step = share.checked_div(8).unwrap_or(0).max(1);
            let more = lack(refuter, atoms, place, &choices) > 0;
            *share = if more { share.saturating_add(step) } else { share.saturating_sub(step) };
            *share = (*share).clamp(0, FINENESS);
        }
    }
    None
}

/// How much these choices lack of what an atom needs; below zero where they have more.
fn lack(refuter: &Refuter<'_>, atoms: &[usize], place: usize, choices: &[usize]) -> i128 {
    let question = refuter.question;
    let Some(atom) = atoms.get(place).and_then(|&atom| question.atoms.get(atom)) else { return 0 };
    let has = |(seat, &choice): (usize, &usize)| question.adds(atom, seat, choice);
    let has = choices.iter().enumerate().map(has).fold(0, i128::saturating_add);
    atom.need.saturating_sub(has)
}

/// What brings atoms of different size to one level. An atom's size times its level is at most the largest size,
/// which is below 2^93; so no sum of 256 atoms counted [`FINENESS`] times overflows.
pub(super) fn levels(refuter: &Refuter<'_>, atoms: &[usize]) -> Vec<i128> {
    let question = refuter.question;
    let size = |atom: &usize| {
        let Some(atom) = question.atoms.get(*atom) else { return 1 };
        let least = question.choices.saturating_sub(1).max(1);
        let greatest = |adds: &[i128]| adds.iter().map(|adds| adds.saturating_abs()).fold(0, i128::max);
        let all = atom.adds.chunks(least).map(greatest).fold(1, i128::saturating_add);
        all.max(atom.need.saturating_abs())
    };
    let sizes: Vec<i128> = atoms.iter().map(size).collect();
    let largest = sizes.iter().copied().max().unwrap_or(1);
    sizes.iter().map(|size| largest.checked_div(*size).unwrap_or(1)).collect()
}

fn level(levels: &[i128], place: usize) -> i128 {
    levels.get(place).copied().unwrap_or(1)
}

fn set(times: &mut [i128], place: usize, value: i128) {
    if let Some(at) = times.get_mut(place) {
        *at = value;
    }
}
