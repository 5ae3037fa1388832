//! What could happen?
//!
//! Whether what a charter promises holds whatever any one member does: proven, refuted with the steps, not declared,
//! or conditional. It asks the crates that decide and holds no copy of any rule.
#![no_std]

extern crate alloc;

mod acceptance;
mod asking;
mod assurance;
pub mod blocs;
mod compatible;
mod consultations;
pub mod dependence;
mod entry;
mod finding;
mod independence;
mod json;
mod majority;
mod mend;
mod money;
mod nodes;
mod offices;
mod phrases;
mod procedure;
mod reader;
mod rehearsal;
mod seats;
mod situations;
mod standing;
pub mod stress;
mod subject;
pub mod trajectory;
mod unnamed;
mod votes;

pub use assurance::Assurance;
pub use finding::{Certificate, Counterexample, Finding, Outcome, Place, Promise};
pub use json::json;
pub use mend::{Mend, Way, apply};
pub use nodes::Kept;
pub use situations::{Out, Situation};
pub use standing::{Few, Greatest, Groups, Kind, Standing, Unheard};
pub use unnamed::Unnamed;
