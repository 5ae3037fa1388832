//! Say that the contract of a joint procurement is made.

use clap::Args;
use jiff::civil::Date;
use quorate_partnership::frameworks::procurement;
use quorate_partnership::{Command, ProcurementNo};

use super::amounts::phrase;
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say that the contract of a joint procurement is made", long_about = include_str!("procurement_contract.md").trim_end())]
pub(crate) struct Contract {
    /// The procurement's number.
    procurement: u32,
    /// By what the contract is found.
    #[arg(long, value_name = "TEXT")]
    reference: String,
    /// The day on which that was; else today.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Typed for Contract {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let (procurement, reference) = (ProcurementNo(self.procurement), phrase(&self.reference)?);
        let on = self.on.map_or_else(|| Ok(desk.now.day()), day)?;
        Ok(procurement::Command::Contract(procurement::Contract { procurement, reference, on }).into())
    }
}
