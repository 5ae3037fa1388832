//! Registers for other systems.

mod csv;
mod json;
mod outlook;

pub use csv::csv;
pub use json::json;
pub use outlook::outlook_json;
