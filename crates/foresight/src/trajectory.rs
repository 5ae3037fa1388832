//! Where it may go: runs of the real rules and books under assumed behaviours, quarter by quarter.
//!
//! A scenario says how members behave, what an outside power does and what happens. Every act of every member is a command
//! that the rules accept or refuse, in a rehearsal of the partnership. What comes out is shares of runs under these
//! assumptions, and nothing about how likely anything is. `docs/foresight.md` says all of it.

mod behaviour;
mod beside;
mod blocs;
mod chance;
mod clock;
mod dues;
pub mod experiment;
mod hear;
mod help;
mod levels;
mod results;
mod run;
mod scenario;
mod signposts;
mod spread;
mod study;
pub mod tables;
mod text;
mod timeline;
mod totals;

pub use crate::rehearsal::Presumed;
pub use beside::{Beside, FIGURES, Figure, Means};
pub use blocs::Blocs;
pub use chance::{MODEL, seed};
pub use results::{Quarter, Ran, Share};
pub use scenario::{Event, Member, Model, Outside, Scenario, What};
pub use signposts::{Counted, MAX_STUDIES, Signpost, Threshold, Untold, signposts};
pub use spread::{Counts, Half, MEASURES, Measure, Spread};
pub use study::Study;
pub use text::{LEFT_OUT, MAX_CAPABILITY, MAX_EVENTS, MAX_QUARTERS, MAX_SCENARIO_BYTES};
pub use timeline::Timeline;
pub use totals::{HAPPENINGS, Total, Totals};
