//! Sealed products: opened by whom they are for, and what became of attempts on them. An attack's test is named after what leaked
//! elsewhere.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, missing_docs, reason = "a test")]

mod attacks;
mod halves;
mod office;
mod refused;
mod sizes;
mod sound;
