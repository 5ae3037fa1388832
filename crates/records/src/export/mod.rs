//! Registers for other systems.

mod csv;
mod journals;
mod json;
mod outlook;

pub use csv::csv;
pub use journals::{JournalForm, journal};
pub use json::json;
pub use outlook::outlook_json;
