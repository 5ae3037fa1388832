//! Say that a joint procurement is delivered.

use clap::Args;
use jiff::civil::Date;
use quorate_partnership::frameworks::procurement;
use quorate_partnership::{Command, ProcurementNo};

use super::amounts::phrase;
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say that a joint procurement is delivered", long_about = include_str!("procurement_deliver.md").trim_end())]
pub(crate) struct Deliver {
    /// The procurement's number.
    procurement: u32,
    /// What is there.
    what: String,
    /// The day on which that was; else today.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Typed for Deliver {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let (procurement, what) = (ProcurementNo(self.procurement), phrase(&self.what)?);
        let on = self.on.map_or_else(|| Ok(desk.now.day()), day)?;
        Ok(procurement::Command::Deliver(procurement::Deliver { procurement, what, on }).into())
    }
}
