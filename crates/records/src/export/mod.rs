//! Registers for other systems.

mod csv;
mod instructions;
mod journals;
mod json;
mod outlook;
mod xml;

pub use csv::csv;
pub use instructions::{Debtor, Instruction, Unfit, instructions};
pub use journals::{JournalForm, journal};
pub use json::json;
pub use outlook::outlook_json;
