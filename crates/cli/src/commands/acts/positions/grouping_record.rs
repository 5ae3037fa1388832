//! Put on record which States a grouping has.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::{Command, positions};

use super::amounts::phrase;
use super::wording::{For, Worded};
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Put on record which States a grouping has", long_about = include_str!("grouping_record.md").trim_end())]
pub(crate) struct Record {
    /// Its name, in English, in French, or in both.
    #[command(flatten)]
    name: Worded,
    /// Its States: `AUS,CAN,GBR`.
    #[arg(long, value_name = "STATES", value_delimiter = ',', required = true)]
    states: Vec<MemberCode>,
    /// Where it is known from.
    #[arg(long)]
    source: String,
    /// For whom the entry is.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
}

impl Typed for Record {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (name, states) = (self.name.wording()?, self.states.clone());
        let (source, audience) = (phrase(&self.source)?, self.audience.into());
        let recorded = positions::RecordGrouping { name, states, source, audience };
        Ok(positions::Command::RecordGrouping(recorded).into())
    }
}
