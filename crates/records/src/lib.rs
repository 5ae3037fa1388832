//! What can be read.
//!
//! [`Records`] arranges what happened for reading: registers as tables, JSON and CSV, and sentences in plain
//! words. It is built from the events alone, decides nothing, and knows nothing that is not in them, in the
//! genesis or in the charter.
#![no_std]

extern crate alloc;

mod answers;
mod assessed;
mod charter;
mod codes;
mod continuity;
mod export;
mod extract;
mod flows;
mod grid;
mod history;
mod liquidity;
mod outlook;
mod plan;
mod polls;
pub mod proof;
mod records;
mod registers;
mod statements;
mod table;
mod tally;
pub mod words;

pub use assessed::{Fact, Matrix, MatrixRow, SLOW_DAYS, Stands, State, Step};
pub use export::{
    Debtor, Iati, Instruction, JournalForm, MessageForm, Unfit, Unpublished, csv, data_package, iati,
    instructions, journal, json, liquidity_json, matrix_csv, matrix_json, ocds, outlook_json, payment_in,
    report, settlement_in,
};
pub use extract::Extract;
pub use flows::{Flows, Way};
pub use grid::{Answer, Grid};
pub use liquidity::{
    Capacity, Days, Figure, HORIZONS, Kind, Ladder, Liquidity, Owed, Part, Rung, Smallest, Statement, When,
    Worst,
};
pub use outlook::{Changes, Conduct, OpenVote, Outlook, Vote};
pub use plan::{Plan, Progress, Share};
pub use records::Records;
pub use registers::{Register, UnknownRegister};
pub use statements::{StatementLine, Statements};
pub use table::{Cell, Column, Table};
pub use tally::{Bar, Tally};
