//! Reports of trajectories: pages that are whole in themselves, without network and without script, and charts as files.
//!
//! Nothing is counted or decided here: what was counted comes in, and what it is called in a language is put to it.

mod apart;
mod assumed;
mod compared;
pub(crate) mod drawn;
mod experiment;
mod explored;
mod frame;
mod gridded;
mod measures;
mod more;
mod numbers;
mod rules;
mod sensed;
pub(crate) mod tell;

use std::ops::Range;

use base16ct::lower::encode_string;
use quorate_foresight::trajectory::{Spread, Study, Totals};
use sha2::{Digest as _, Sha256};

pub use apart::{Apart, Beside, Divided, apart};
pub(crate) use compared::told as told_beside;
pub use compared::{Compared, Measured, compared};
pub use explored::explored;
pub(crate) use explored::{page, told};
pub use gridded::{Gridded, MOST_SPOTS, Spot, gridded};
pub use more::{Alone, More};
pub use sensed::{Sensed, sensed};
pub(crate) use tell::Tell;

/// A report that was written: the page, and its charts as files, each with its name.
#[derive(Clone, Debug)]
pub struct Written {
    /// The page.
    pub page: String,
    /// The charts: the name of a file, and what stands in it.
    pub charts: Vec<(String, String)>,
}

/// What a report of one study is written from.
pub struct Explored<'s> {
    /// The scenario and the charter.
    pub study: &'s Study,
    /// The numbers of the runs that were run.
    pub runs: Range<u64>,
    /// How many runs the whole study has.
    pub all: u64,
    /// From which all chance follows.
    pub seed: u64,
    /// What stands in the scenario's file and in the charter's.
    pub texts: (&'s str, &'s str),
    /// How the runs spread, quarter by quarter.
    pub spread: &'s Spread,
    /// What whole runs came to.
    pub totals: &'s Totals,
    /// The command lines that repeat it, each with what it does, from the study's directory.
    pub commands: Vec<String>,
    /// What was run beside it.
    pub more: More<'s>,
}

/// The SHA-256 of a text, in hexadecimal digits.
fn digest(text: &str) -> String {
    encode_string(&Sha256::digest(text.as_bytes()))
}
