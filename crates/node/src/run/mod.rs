//! A node among nodes: its replica in a thread of its own, its links to the others, and a door for those who work at it.
//!
//! ```text
//!  links ──▶ worker ◀── control (a socket in the directory) ◀── client
//!    ▲          │   ◀── operations (an address, for a monitoring system)
//!    └── told ──┴──▶ store
//! ```
//!
//! What the worker is at it tells its [`Pulse`]; a [`Watchdog`] sees whether that goes on.

mod changes;
mod client;
mod config;
mod control;
mod cosigned;
mod error;
mod measures;
mod opening;
mod operations;
mod parcel;
mod pending;
mod pruning;
mod pulse;
mod roads;
mod running;
mod stands;
mod status;
mod talk;
mod tally;
#[cfg(test)]
mod tests;
mod timers;
mod watchdog;
mod worker;

pub use client::{Client, ClientError};
pub use config::{Config, ConfigError, Follower};
pub use error::RunError;
pub use opening::Opening;
pub(crate) use parcel::Parcel;
pub use pruning::{PruneError, Pruned, prune};
pub use pulse::Pulse;
pub use running::{Running, Stopper};
pub(crate) use running::{others, timeouts};
pub use status::{Measures, Named, NodeStanding, SILENT, Standing};
pub use talk::Place;
pub(crate) use timers::Timers;
pub use watchdog::{Hung, TICK, Watchdog};
