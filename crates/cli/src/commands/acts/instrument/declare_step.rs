//! Declare a step of your own on the way to consent.

use clap::Args;
use jiff::civil::Date;
use quorate_partnership::{Command, members};

use super::amounts::phrase;
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Declare a step of your own on the way to consent", long_about = include_str!("declare_step.md").trim_end())]
pub(crate) struct DeclareStep {
    /// What it is.
    what: String,
    /// By when, as 2027-03-31.
    #[arg(long, value_name = "DATE")]
    by: Date,
    /// Where that is to be read.
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
}

impl Typed for DeclareStep {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (what, by) = (phrase(&self.what)?, day(self.by)?);
        let source = self.source.as_deref().map(phrase).transpose()?;
        let step = members::DeclareStep { what, by, source };
        Ok(members::InstrumentCommand::DeclareStep(step).into())
    }
}
