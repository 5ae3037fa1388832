//! Acknowledge a call of consultations.

use clap::Args;
use quorate_partnership::{Command, ConsultationNo, consultations};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Acknowledge a call of consultations", long_about = include_str!("acknowledge.md").trim_end())]
pub(crate) struct Acknowledge {
    /// The number of the consultations.
    consultation: u32,
}

impl Typed for Acknowledge {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let consultation = ConsultationNo(self.consultation);
        Ok(consultations::Command::Acknowledge(consultations::Acknowledge { consultation }).into())
    }
}
