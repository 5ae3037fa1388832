//! Registers for other systems.

mod csv;
mod json;
mod liquidity;
mod outlook;

pub use csv::csv;
pub use json::json;
pub use liquidity::liquidity_json;
pub use outlook::outlook_json;
