//! Registers after stories: equal for equal events, in step with the partnership's own books, and whole in every
//! format.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

mod ahead;
mod assessments;
mod credentials;
mod currencies;
mod exports;
mod extracts;
mod flows;
mod french;
mod history;
mod liquidity;
mod member_statements;
mod payable;
mod plain;
mod plan;
mod properties;
mod report;
mod settlements;
mod shown;
mod silence;
mod standing;
mod statements;
mod story;
mod world;
