//! The binary, driven as people drive it.
//!
//! What it says is kept as snapshots: `snapshots` for what it tells, `errors` for the gallery of what can go wrong.
//! To accept a change, run the tests with `INSTA_UPDATE=always` and read the difference in review.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

mod accounts_for;
mod acting;
mod agent_files;
mod agent_pages;
mod answers;
mod api;
mod blocs;
mod borders;
mod carrier_refuses;
mod carriers;
mod ceremony;
mod check;
mod compartments;
mod counted;
mod decision_show;
mod demo;
mod depends;
mod depends_checked;
mod disk;
mod documents;
mod errors;
mod experiment_parts;
mod experiments;
mod explore;
mod exports;
mod frameworks;
mod goes_on;
mod help;
mod independence;
mod indices;
mod kept;
mod keys;
mod names;
mod nodes;
mod obligations;
mod pages;
mod pledge_tables;
mod products;
mod publications;
mod quorate;
mod readme;
mod reports;
mod reports_beside;
mod representations;
mod rule;
mod screens;
mod sealed_instructions;
mod seen;
mod sharing;
mod simulate;
mod statements;
mod stories;
mod stress;
mod submit;
mod tear_lines;
mod tiles;
mod verify;
mod who_can_block;
mod work;
