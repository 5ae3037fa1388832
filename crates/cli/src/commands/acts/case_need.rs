//! Say what is needed in kind.

use clap::Args;
use jiff::civil::Date;
use quorate_partnership::{CaseNo, Command, cases};

use super::amounts::phrase;
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say what one's own member needs in kind", long_about = include_str!("case_need.md").trim_end())]
pub(crate) struct Need {
    /// The case's number.
    case: u32,
    /// What is needed.
    what: String,
    /// How many.
    quantity: u64,
    /// Of what unit.
    #[arg(long)]
    unit: String,
    /// The last day on which it can be offered and matched, as 2026-12-31.
    #[arg(long, value_name = "DATE")]
    until: Date,
}

impl Typed for Need {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (case, quantity, until) = (CaseNo(self.case), self.quantity, day(self.until)?);
        let (what, unit) = (phrase(&self.what)?, phrase(&self.unit)?);
        Ok(cases::Command::Need(cases::Need { case, what, quantity, unit, until }).into())
    }
}
