//! Countersign an emergency call.

use clap::Args;
use quorate_partnership::{Command, EmergencyNo, fund};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Countersign an emergency call", long_about = include_str!("fund_countersign_call.md").trim_end())]
pub(crate) struct CountersignCall {
    /// The emergency call's number.
    emergency: u32,
}

impl Typed for CountersignCall {
    fn command(&self, _: &Desk<'_>) -> Result<Command, Failure> {
        let emergency = EmergencyNo(self.emergency);
        Ok(fund::Command::CountersignCall(fund::CountersignCall { emergency }).into())
    }
}
