//! How members agree and remember.
//!
//! A [`Node`] takes signed commands in its [`inbox`](Answer), puts them in one order, steps the partnership
//! through them and keeps every block in its [`store`](StoreError), durably before anything is acknowledged.
//! Here a partnership has one node; agreement between several is still to come. This crate is where the clock,
//! the disk and the keys are; it holds no rule and no judgement.

mod clock;
pub mod engine;
mod inbox;
mod keys;
pub mod links;
mod node;
pub mod run;
pub mod simulation;
mod store;

pub use clock::Clock;
pub use inbox::{Answer, NotTaken};
pub use keys::{Key, KeyError, KeyRing};
pub use node::{Node, NodeError, Submitted};
pub use store::{Damage, Store, StoreError};
