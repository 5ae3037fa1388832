//! Report how far a framework has come.

use clap::Args;
use quorate_partnership::{Command, FrameworkNo, frameworks};

use super::framework_confirm::newest;
use super::framework_notice::Stands;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Report how far a framework has come", long_about = include_str!("framework_update.md").trim_end())]
pub(crate) struct Update {
    /// The framework's number.
    framework: u32,
    /// How far it has come.
    #[arg(long)]
    status: Stands,
    /// The report that this one follows; else the newest in the record.
    #[arg(long, value_name = "REPORT")]
    report: Option<u32>,
}

impl Typed for Update {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let (framework, status) = (FrameworkNo(self.framework), self.status.into());
        let version = newest(desk, framework, self.report);
        Ok(frameworks::Command::Update(frameworks::Update { framework, version, status }).into())
    }
}
