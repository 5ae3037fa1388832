//! Signing in, preparing, signing and giving: over a door on records alone, with a real key, and each way to do it wrongly.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "a test"
)]

mod agent;
mod asked;
mod authority;
mod door;
mod drafts;
mod hangs;
mod sessions;
mod systems;
mod whoever;
