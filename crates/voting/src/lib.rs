#![no_std]
#![doc = include_str!("../README.md")]

extern crate alloc;

mod alone;
pub mod audit;
mod conduct;
mod dummies;
mod effort;
mod formula;
mod group;
mod highest;
mod implies;
mod least;
mod measure;
mod minimal;
mod opposed;
mod proof;
mod ratio;
mod reason;
mod roll;
mod search;
mod tally;
mod verdict;

#[cfg(feature = "minicbor")]
mod cbor;

pub use alone::{Alone, AloneError, adopts_alone, alone, blocks_alone};
pub use conduct::Conduct;
pub use dummies::{Dummies, dummies};
pub use effort::Effort;
pub use formula::{Formula, FormulaError, MAX_DEPTH, MAX_PARTS, Parts};
pub use group::{GroupError, adopts, adopts_against, blocks, unanimity_adopts};
pub use highest::{Highest, HighestError, Limit, highest_share};
pub use implies::{Implied, ImpliesError, implies};
pub use least::{Least, least_adopting, least_adopting_whatever, least_blocking, least_blocking_whatever};
pub use measure::{Base, Measure, Strictness};
pub use minimal::{Minimal, Stopped, minimal_adopting, minimal_blocking};
pub use opposed::{Opposed, opposed};
pub use proof::{Demand, Diagram, Node, Place, Proof, Term};
pub use ratio::{MAX_DENOMINATOR, Ratio, RatioError};
pub use reason::Reason;
pub use roll::{MAX_MEASURES, MAX_SEATS, MAX_WEIGHT, Roll, RollError, Seat};
pub use tally::{Tally, TallyError};
pub use verdict::{Verdict, VerdictError};
