//! Close consultations.

use clap::Args;
use quorate_partnership::{Command, ConsultationNo, consultations};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Close the consultations that your member called", long_about = include_str!("close.md").trim_end())]
pub(crate) struct Close {
    /// The number of the consultations.
    consultation: u32,
}

impl Typed for Close {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let consultation = ConsultationNo(self.consultation);
        Ok(consultations::Command::Close(consultations::Close { consultation }).into())
    }
}
