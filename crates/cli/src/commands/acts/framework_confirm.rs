//! Confirm what another party reported of a framework.

use clap::Args;
use quorate_partnership::{Command, FrameworkNo, frameworks};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Confirm what was reported of a framework", long_about = include_str!("framework_confirm.md").trim_end())]
pub(crate) struct Confirm {
    /// The framework's number.
    framework: u32,
    /// The report that is confirmed; else the newest in the record.
    #[arg(long, value_name = "REPORT")]
    report: Option<u32>,
}

impl Typed for Confirm {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let framework = FrameworkNo(self.framework);
        let version = newest(desk, framework, self.report);
        Ok(frameworks::Command::Confirm(frameworks::Confirm { framework, version }).into())
    }
}

/// The report that is named, else the newest in the record.
pub(super) fn newest(desk: &Desk<'_>, framework: FrameworkNo, named: Option<u32>) -> u32 {
    named.or_else(|| desk.records.framework_report(framework)).unwrap_or(1)
}
