//! What must hold whatever members order, tried on random stories and random bytes.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "small numbers in tests, and a test that cannot go on fails"
)]

mod commands;
mod garbage;
mod invariants;
mod lines;
mod mixed;
mod mixed_books;
mod mixed_commands;
mod mixed_count;
mod mixed_treasury;
mod others;
mod periods;
mod replay;
mod standing;
mod story;
mod world;
