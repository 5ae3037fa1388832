//! Why something cannot be shared.

use thiserror::Error;

use super::{MAX_SHARERS, MAX_TOTAL, MAX_WEIGHT_SUM};

/// Why weights, residuals or a total cannot be. Sharers are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProRataError {
    /// Nobody shares, or too many do.
    #[error("1 to {max} may share, and there are {sharers}", max = MAX_SHARERS)]
    Sharers {
        /// How many.
        sharers: usize,
    },
    /// No weight above zero, or too much weight.
    #[error("weights sum to 1 to {max}, and these sum to {sum}", max = MAX_WEIGHT_SUM)]
    WeightSum {
        /// The sum.
        sum: i128,
    },
    /// Another number of residuals than of weights.
    #[error("there are {weights} weights and {residuals} residuals; each weight has one")]
    Residuals {
        /// How many weights.
        weights: usize,
        /// How many residuals.
        residuals: usize,
    },
    /// A residual that says a sharer paid a whole unit too much.
    #[error("residual {residual} of sharer {index} is a whole unit ahead, which is {sum}")]
    Ahead {
        /// The sharer.
        index: usize,
        /// Its residual.
        residual: i64,
        /// The sum of the weights, which makes one minor unit.
        sum: i128,
    },
    /// A residual of a sharer that never pays.
    #[error("residual {residual} of sharer {index} cannot be, as its weight is zero")]
    Unweighted {
        /// The sharer.
        index: usize,
        /// Its residual.
        residual: i64,
    },
    /// Residuals that do not cancel out.
    #[error("residuals sum to zero, and these sum to {sum}")]
    ResidualSum {
        /// The sum.
        sum: i128,
    },
    /// A total beyond the limit.
    #[error("a call is of at most {max} minor units, not {total}", max = MAX_TOTAL)]
    Total {
        /// The total in minor units.
        total: u64,
    },
    /// A residual that grew beyond 64 bits, at least nine units out. No series from
    /// [`ProRata::new`](super::ProRata::new) comes to this.
    #[error("the residual of sharer {index} would grow beyond 64 bits")]
    ResidualSize {
        /// The sharer.
        index: usize,
    },
}
