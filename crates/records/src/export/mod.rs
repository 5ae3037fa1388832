//! Registers for other systems.

mod csv;
mod json;

pub use csv::csv;
pub use json::json;
