//! Who would stand with whom: landscape theory (Axelrod and Bennett, "A Landscape Theory of Aggregation", *British Journal of
//! Political Science* 23(2), 1993, 211-233).
//!
//! States have sizes, and each two have a propensity to stand together. Of a partition into at most two blocs, a State's
//! frustration is the sum, over the States of the other bloc, of size times propensity; the energy of the partition is the sum,
//! over all States, of size times frustration. A State changes side where that lessens its frustration, which always lessens
//! the energy: what happens ends in a partition that no single change of side betters. Which of these has the least energy, and
//! who is held in its bloc by least, are asked here, in whole numbers, exactly for up to [`EXACT_STATES`] States.
//!
//! ```
//! use quorate_foresight::blocs::Landscape;
//! // Two that get on, and a third with which neither does.
//! let landscape = Landscape::new(&[3, 2, 2], |one, other| if (one, other) == (0, 1) { 100 } else { -100 }).unwrap();
//! let best = landscape.best();
//! assert!(best.together(0, 1) && !best.together(0, 2));
//! ```

mod anneal;
mod case;
mod landscape;
mod partition;
mod portrait;
mod survey;
mod text;
mod walk;

pub use case::{Alignment, Case, Factor, State};
pub use landscape::{Landscape, MAX_PROPENSITY, MAX_SIZE, MAX_STATES};
pub use partition::Partition;
pub use portrait::{Bloc, Portrait, Standing};
pub use survey::{EXACT_STATES, Minimum, Survey};
pub use text::{MAX_ALIGNMENTS, MAX_BLOCS_BYTES, MAX_FACTORS};
