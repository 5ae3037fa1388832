//! Close a case that is paid.

use clap::Args;
use quorate_partnership::{CaseNo, Command, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Close a case that is paid", long_about = include_str!("case_close.md").trim_end())]
pub(crate) struct Close {
    /// The case's number.
    case: u32,
}

impl Typed for Close {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(cases::Command::Close(cases::Close { case: CaseNo(self.case) }).into())
    }
}
