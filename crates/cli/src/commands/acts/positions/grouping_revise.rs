//! Put on record which States a grouping has now.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::{Command, GroupingNo, positions};

use super::amounts::phrase;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Put on record which States a grouping has now", long_about = include_str!("grouping_revise.md").trim_end())]
pub(crate) struct Revise {
    /// The grouping's number.
    grouping: u32,
    /// The version that is revised.
    #[arg(long, value_name = "NUMBER")]
    amends: u32,
    /// Its States now: `AUS,CAN,GBR`.
    #[arg(long, value_name = "STATES", value_delimiter = ',', required = true)]
    states: Vec<MemberCode>,
    /// Where it is known from.
    #[arg(long)]
    source: String,
}

impl Typed for Revise {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (grouping, version) = (GroupingNo(self.grouping), self.amends);
        let (states, source) = (self.states.clone(), phrase(&self.source)?);
        let revised = positions::ReviseGrouping { grouping, version, states, source };
        Ok(positions::Command::ReviseGrouping(revised).into())
    }
}
