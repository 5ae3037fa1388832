//! STIX 2.1 (OASIS Standard, 2021): what threat intelligence is written in. Bundles are read strictly, each object's marking is
//! made one with its product's, and a reader's view of them holds nothing that the marking does not admit.
//!
//! ```text
//!  text of a product ──▶ Bundle (limits, ids, one version, no name twice)
//!  product's marking + object_marking_refs + granular_markings ──▶ the object's marking, or none: then nobody sees it
//!  objects + Reader ──▶ View: what is admitted, without what points at the rest
//! ```
//!
//! Whatever is answered is answered from a [`View`]: what it does not hold cannot be found, counted or guessed.

mod bundle;
mod definition;
mod export;
mod ids;
mod json;
mod marked;
mod object;
mod refs;
mod view;

pub use bundle::{Bundle, BundleError};
pub use definition::{EXTENSION, definition};
pub use export::report;
pub(crate) use ids::uuid_of;
pub use ids::{collection_id, is_id};
pub use object::{Object, timestamp};
pub use view::{Admits, Source, View, Viewed};

/// The longest bundle that is read, in bytes.
pub const MAX_BUNDLE_BYTES: usize = 16 * 1024 * 1024;
/// The most objects in one bundle.
pub const MAX_OBJECTS: usize = 10_000;
/// How deep lists and objects may stand in each other.
pub const MAX_DEPTH: usize = 32;
