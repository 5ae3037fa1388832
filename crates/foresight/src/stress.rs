//! How much the fund stands: members that pay nothing more, or late, money in other currencies that falls, and many that ask
//! on one day; and what it would take for a promise not to be kept.
//!
//! Every agreement, call, payment, default and approval is a command or a deadline of the real rules in a rehearsal, and every
//! figure is what its books then say. What comes out holds under what is assumed, and says nothing about how likely any of it
//! is. `docs/stress.md` says all of it.

mod carry;
mod days;
mod figures;
mod founded;
mod ladder;
mod least;
mod money;
mod outcome;
mod plan;
mod run;
mod shock;
mod text;
mod withheld;
mod world;

pub use figures::Rung;
pub use ladder::{Ladder, Left, Row};
pub use least::{Grid, Least, Point};
pub use outcome::{Outcome, Served, Tranche};
pub use plan::{Assumed, AtOnce, Fall, Holding, Plan, Promise, Signed, Tests, Withholding};
pub use shock::{Calls, Request, Shock};
pub use text::{MAX_PROMISES, MAX_STRESS_BYTES};
pub use withheld::{Failure, Need, Withheld};
pub use world::World;

/// The days ahead that are asked about.
pub const HORIZONS: [u32; 3] = [30, 90, 365];

/// The last day of a run.
pub const LAST_DAY: u32 = 365;

/// The most runs that one question takes.
pub const MAX_RUNS: usize = 5_000;
