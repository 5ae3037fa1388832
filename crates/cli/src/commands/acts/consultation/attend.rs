//! Attend a session.

use clap::Args;
use quorate_partnership::{Command, SessionNo, consultations};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Attend a session", long_about = include_str!("attend.md").trim_end())]
pub(crate) struct Attend {
    /// The session's number.
    session: u32,
}

impl Typed for Attend {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let session = SessionNo(self.session);
        Ok(consultations::Command::Attend(consultations::Attend { session }).into())
    }
}
