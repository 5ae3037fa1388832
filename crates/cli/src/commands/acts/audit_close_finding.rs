//! Close a finding.

use clap::Args;
use quorate_partnership::{Command, FindingNo, audit};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Close a finding", long_about = include_str!("audit_close_finding.md").trim_end())]
pub(crate) struct CloseFinding {
    /// The finding's number.
    finding: u32,
}

impl Typed for CloseFinding {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let finding = FindingNo(self.finding);
        Ok(audit::Command::CloseFinding(audit::CloseFinding { finding }).into())
    }
}
