#![no_std]
#![doc = include_str!("../README.md")]

extern crate alloc;

mod alone;
mod conduct;
mod formula;
mod group;
mod measure;
mod ratio;
mod reason;
mod roll;
mod tally;
mod verdict;

#[cfg(feature = "minicbor")]
mod cbor;

pub use alone::{Alone, AloneError, adopts_alone, alone, blocks_alone};
pub use conduct::Conduct;
pub use formula::{Formula, FormulaError, MAX_DEPTH, MAX_PARTS, Parts};
pub use group::{GroupError, adopts, blocks, unanimity_adopts};
pub use measure::{Base, Measure, Strictness};
pub use ratio::{MAX_DENOMINATOR, Ratio, RatioError};
pub use reason::Reason;
pub use roll::{MAX_MEASURES, MAX_SEATS, MAX_WEIGHT, Roll, RollError, Seat};
pub use tally::{Tally, TallyError};
pub use verdict::{Verdict, VerdictError};
