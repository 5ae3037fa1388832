//! A node among nodes: its replica in a thread of its own, its links to the others, and a door for those who work at it.
//!
//! ```text
//!  links ──▶ worker ◀── control (a socket in the directory) ◀── client
//!    ▲          │
//!    └── told ──┴──▶ store
//! ```

mod client;
mod config;
mod control;
mod cosigned;
mod opening;
mod parcel;
mod pending;
mod roads;
mod running;
mod status;
mod talk;
mod timers;
mod worker;

pub use client::{Client, ClientError};
pub use config::{Config, ConfigError, Follower};
pub use opening::Opening;
pub(crate) use parcel::Parcel;
pub use running::{RunError, Running, Stopper};
pub(crate) use running::{others, timeouts};
pub use status::{Named, NodeStanding, Standing};
pub use talk::Place;
pub(crate) use timers::Timers;
