//! The pages, rendered over records alone: each is there in both languages, whole and without script, whatever the record
//! holds, and says what the record says.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]
#![allow(
    dead_code,
    reason = "the story and its world are those of the registers' tests, which use more of them"
)]

mod consulted;
mod depends;
mod door;
mod history;
#[path = "../../../records/tests/registers/plain.rs"]
mod plain;
mod rendered;
mod said;
#[path = "../../../records/tests/registers/story.rs"]
mod story;
mod studied;
mod verified;
#[path = "../../../records/tests/registers/world.rs"]
mod world;
