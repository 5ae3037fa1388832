//! The interface over HTTP, answered from records that real commands made.
//! To accept a change of an answer, run the tests with `INSTA_UPDATE=always` and read the difference in review.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

mod asked;
mod commands;
mod described;
mod door;
mod forms;
mod limits;
mod reading;
#[path = "../../../records/tests/registers/world.rs"]
#[allow(dead_code, reason = "the rehearsal of the registers' own tests, of which a part is needed")]
mod world;
