//! Every page that links lead to, in both languages, over records in which nothing, something and very much happened.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

#[path = "../../../records/benches/begun/mod.rs"]
#[allow(
    clippy::float_arithmetic,
    clippy::print_stdout,
    reason = "shared with benchmarks, which tell what they take"
)]
mod begun;
mod door;
mod gallery;
mod headers;
mod html;
mod large;
mod nowhere;
#[path = "../../../records/tests/registers/plain.rs"]
mod plain;
mod site;
mod small;
#[path = "../../../records/tests/registers/story.rs"]
#[allow(dead_code, reason = "shared with the registers' tests")]
mod story;
#[path = "../../../records/tests/registers/world.rs"]
#[allow(dead_code, reason = "shared with the registers' tests")]
mod world;
