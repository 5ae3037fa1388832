//! How sealed things go from agent to agent: from one carrier to the other, directly, and through nobody else.
//!
//! A carrier runs beside an agent's store and opens nothing: it has a key of its own, which only says on links who it is, an
//! outbox and an inbox. What is put into the [`outbox`] waits there until the partner's carrier has it on its disk; what came
//! lies in the [`inbox`] until the agent takes it. Partners are those whose keys were pinned ([`partners`]); nobody else is
//! answered. This crate is where the network and its files are; it knows no compartment and no product but by its first bytes.

mod folder;
mod hear;
mod hybrid;
pub mod inbox;
mod key;
mod knock;
mod link;
mod lobby;
mod message;
pub mod outbox;
mod pace;
pub mod partners;
mod run;
mod speak;
mod start;
mod tls;

pub use folder::{Folder, Id, Kept, Lane, Name};
pub use key::{OwnKey, Pin};
pub use message::CELL_BYTES;
pub use pace::{MAX_CELLS_EACH_SECOND, Pace, PaceError};
pub use run::Carrier;
pub use start::{Event, Settings, StartError};
