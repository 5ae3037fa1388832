//! Take one's own word on a framework back.

use clap::Args;
use quorate_partnership::{Command, FrameworkNo, frameworks};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Take your own word on a framework back", long_about = include_str!("framework_withdraw_notice.md").trim_end())]
pub(crate) struct WithdrawNotice {
    /// The framework's number.
    framework: u32,
}

impl Typed for WithdrawNotice {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let framework = FrameworkNo(self.framework);
        Ok(frameworks::Command::WithdrawNotice(frameworks::WithdrawNotice { framework }).into())
    }
}
