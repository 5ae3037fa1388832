//! Object, where silence would adopt.

use clap::Args;
use quorate_partnership::{Command, DecisionNo, decisions};

use super::amounts::phrase;
use super::decision_vote::replaced;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Object, where silence would adopt", long_about = include_str!("decision_object.md").trim_end())]
pub(crate) struct Object {
    /// The decision's number.
    decision: u32,
    /// Why; it stands in the record.
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// The vote that this replaces, as 64 hexadecimal digits; else the one that stands in the record.
    #[arg(long, value_name = "COMMAND")]
    replaces: Option<String>,
}

impl Typed for Object {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let decision = DecisionNo(self.decision);
        let replaces = replaced(desk, decision, self.replaces.as_deref())?;
        let object = decisions::Object { decision, reason: phrase(&self.reason)?, replaces };
        Ok(decisions::Command::Object(object).into())
    }
}
