//! Compartments: agents of some members, who see one roster, and what only they read.
//!
//! ```text
//!  Vault ── holds ──▶ Held ── a group of MLS (RFC 9420), by OpenMLS ── and its roster log
//!    │                  │
//!    │ invite, remove   │ a change is made by one agent, accepted by members one by one,
//!    │ take, join       │ and in force once more than half of them accepted it
//!    ▼                  ▼
//!  Parcel ◀── what is carried from agent to agent, by anybody: ciphertext, the compartment's id, an epoch, sizes
//! ```
//!
//! The library checks the cryptography of a group and not who its members are. Here every credential is checked again,
//! against the record, at each change: of who makes it, who comes, who stays and who goes.

mod accept;
mod alarm;
mod archive;
mod blinded;
mod change;
mod count;
mod entry;
mod grant;
mod held;
mod instruct;
mod join;
mod keystore;
mod log;
mod obligation;
mod parcel;
mod refusal;
mod register;
mod say;
mod sealing;
mod seat;
mod settle;
mod shelf;
mod suite;
mod take;
mod vault;
#[cfg(test)]
pub(crate) mod vectors;

pub use alarm::Alarm;
pub use archive::Retention;
pub use blinded::{BLINDED_LEAVES, Committed, MAX_BLINDED_BYTES};
pub use grant::Grant;
pub use held::{Standing, Waiting};
pub use instruct::{Force, Instructed, Instruction, MAX_INSTRUCTION_BYTES, contradictions};
pub use join::{MAX_CARD_BYTES, whose_card};
pub use log::{CheckedLog, Compared, LogFault, LogStanding, MAX_LOGS_BYTES, check_logs};
pub use obligation::{Obligation, Obliging};
pub use parcel::{MAX_ITEM_BYTES, MAX_ITEMS, MAX_PARCEL_BYTES, Parcel};
pub use refusal::Refusal;
pub use say::{MAX_KEPT_BYTES, MAX_MESSAGE_BYTES, Said};
pub use seat::{MAX_SEATS, Seat};
pub use shelf::{
    Account, Aim, Answered, Answering, Asked, MAX_SHARED_HEADER, Sharing, Shelved, Side, TearLineFault,
    TearLines,
};
pub use suite::Suite;
pub use take::{Taken, Told};
pub use vault::{Now, Vault};

pub use crate::product::CompartmentId;

#[cfg(test)]
mod attacks;
