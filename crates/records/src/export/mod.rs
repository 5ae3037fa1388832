//! Registers for other systems.

mod csv;
mod data_package;
mod instructions;
mod journals;
mod json;
mod liquidity;
mod matrix;
mod outlook;
mod publication;
mod report;
mod xml;

pub use csv::{csv, matrix_csv};
pub use data_package::data_package;
pub use instructions::{Debtor, Instruction, MessageForm, Unfit, instructions, payment_in, settlement_in};
pub use journals::{JournalForm, journal};
pub use json::json;
pub use liquidity::liquidity_json;
pub use matrix::matrix_json;
pub use outlook::outlook_json;
pub use publication::{Iati, Unpublished, iati, ocds};
pub use report::report;
