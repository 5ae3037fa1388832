//! Ratify the charter.

use clap::{Args, ValueEnum};
use quorate_charter::Means;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

/// By which means consent is given.
#[derive(Clone, Copy, ValueEnum)]
enum By {
    Ratification,
    Acceptance,
    Approval,
}

#[derive(Args)]
#[command(about = "Ratify the charter", long_about = include_str!("member_ratify.md").trim_end())]
pub(crate) struct Ratify {
    /// By which means your State consents, where the charter names others than ratification.
    #[arg(long, value_name = "MEANS", default_value = "ratification")]
    by: By,
}

impl Typed for Ratify {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let means = match self.by {
            By::Ratification => return Ok(members::Command::Ratify(members::Ratify {}).into()),
            By::Acceptance => Means::Acceptance,
            By::Approval => Means::Approval,
        };
        Ok(members::InstrumentCommand::Consent(members::Consent { means }).into())
    }
}
