//! Invariants that belong to no one rule, by their numbers: docs/invariants.md lists all of them.

mod help;
mod members;
mod payments;
mod record;
