//! Sharing in proportion where nobody gives more than it has left.

use alloc::vec;
use alloc::vec::Vec;

use crate::pro_rata::{ProRata, ProRataError};

/// What a total came to, shared in proportion below caps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The part of each, in the order of the weights.
    pub parts: Vec<u64>,
    /// What nobody had left to give. The parts and this add up to the total, exactly.
    pub shortfall: u64,
}

/// Shares `total` in proportion to `weights`, where no part is beyond its cap.
///
/// Whoever would give more than its cap gives that, and the others share the rest in the same proportion among
/// themselves: water that rises in vessels until some are full. What is over when all are full is the shortfall. A
/// weight of zero gives nothing. Parts are whole units; among those below their caps the odd units go as in a
/// [`ProRata`] that begins anew.
///
/// ```
/// use quorate_ledger::{Filled, fill};
///
/// let filled = fill(&[50, 30, 20], &[100, 12, 100], 60)?;
/// assert_eq!(filled, Filled { parts: vec![35, 12, 13], shortfall: 0 });
/// let filled = fill(&[50, 30, 20], &[10, 12, 8], 60)?;
/// assert_eq!(filled, Filled { parts: vec![10, 12, 8], shortfall: 30 });
/// # Ok::<(), quorate_ledger::ProRataError>(())
/// ```
///
/// # Errors
/// As [`ProRata::new`] and [`ProRata::share`]; and [`ProRataError::Residuals`] unless there is one cap per weight.
pub fn fill(weights: &[u64], caps: &[u64], total: u64) -> Result<Filled, ProRataError> {
    if caps.len() != weights.len() {
        return Err(ProRataError::Residuals { weights: weights.len(), residuals: caps.len() });
    }
    let (mut parts, mut rest) = (vec![0; weights.len()], total);
    let mut filling: Vec<usize> = (0_usize..)
        .zip(weights.iter().zip(caps))
        .filter(|(_, (w, c))| **w > 0 && **c > 0)
        .map(|(i, _)| i)
        .collect();
    // Each round fills at least one, or is the last.
    while rest > 0 && !filling.is_empty() {
        let of = |all: &[u64]| filling.iter().filter_map(|i| all.get(*i).copied()).collect::<Vec<u64>>();
        let (weighs, most) = (of(weights), of(caps));
        let shares = ProRata::new(weighs)?.share(rest)?.parts;
        let full = |(share, cap): &(&u64, &u64)| share >= cap;
        let overflow = shares.iter().zip(&most).any(|(share, cap)| share > cap);
        let mut left = Vec::new();
        for (place, pair) in filling.iter().zip(shares.iter().zip(&most)) {
            let Some(part) = parts.get_mut(*place) else { continue };
            if !overflow || full(&pair) {
                *part = (*pair.0).min(*pair.1);
                rest = rest.saturating_sub(*part);
            } else {
                left.push(*place);
            }
        }
        filling = left;
    }
    Ok(Filled { parts, shortfall: rest })
}
