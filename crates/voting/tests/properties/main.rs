//! What must hold for every formula, roll and vote, tried on random ones.
#![allow(clippy::arithmetic_side_effects, reason = "small numbers in tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod alone;
mod bounds;
#[cfg(feature = "minicbor")]
mod cbor;
mod groups;
mod lists;
mod naive;
mod random;
mod verdicts;
