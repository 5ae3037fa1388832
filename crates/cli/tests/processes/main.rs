//! Members' nodes as real processes: four of the binary itself, killed, stopped, cut off, restored, joined and left; and a
//! false one, which is in this process and in no other.
//!
//! No test measures time: each waits until something is so. `just processes` runs them with more of everything.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

mod changes;
mod clerk;
mod cuts;
mod drill;
mod false_nodes;
mod hangs;
mod kills;
mod old_copy;
mod operations;
mod partners;
#[allow(dead_code, reason = "shared with the tests of the binary; these use a part")]
#[path = "../binary/quorate.rs"]
mod quorate;
mod recorded;
mod unit;
mod wires;
