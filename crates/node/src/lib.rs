//! How members agree and remember.
//!
//! A [`Node`] is a view of a partnership, stepped through block by block. Where the partnership has one node, it takes signed
//! commands in its [`inbox`](Answer), puts them in one order and keeps every block in its [`store`](StoreError), durably
//! before anything is acknowledged. Where each member has a node, those agree: [`run`] runs one, [`engine`] is how they
//! agree, [`links`] how they reach one another. This crate is where the clock, the disk and the keys are; it holds no rule
//! and no judgement.

mod clock;
mod documents;
pub mod engine;
mod inbox;
mod keys;
pub mod links;
mod node;
pub mod run;
mod sealed;
pub mod simulation;
mod store;

pub use clock::Clock;
pub use documents::{
    ALL_MEDIA, Deposit, DocumentError, DocumentId, Documents, MAX_DOCUMENT_BYTES, Media, NotHere,
};
pub use inbox::{Answer, NotTaken};
pub use keys::{
    Cost, FounderFile, FounderFileError, Holder, Keeper, Keeping, Key, KeyError, KeyFile, KeyRing, Listed,
    MAX_FOUNDER_BYTES, NoHolder, Passphrase, SignError, Signer, Turn, is_address,
};
pub use node::{Node, NodeError, Submitted};
pub use sealed::CameTo;
pub use store::{Damage, Store, StoreError};
