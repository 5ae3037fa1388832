//! Signing in, preparing, signing and giving: over a door on records alone, with a real key, and each way to do it wrongly.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "a test"
)]

mod agent;
mod approved;
mod asked;
mod authority;
mod calendars;
mod circle;
mod compartments;
mod device;
mod door;
mod drafts;
mod hangs;
mod instructions;
mod kept;
mod opened;
mod openid;
mod passkeys;
mod refused;
mod sealed_instructions;
mod sessions;
mod signed_in;
mod systems;
mod whoever;
