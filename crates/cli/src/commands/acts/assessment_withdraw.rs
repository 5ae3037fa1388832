//! Withdraw an assessment.

use clap::Args;
use quorate_partnership::frameworks::assessments;
use quorate_partnership::{AssessmentNo, Command};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Withdraw an assessment of your member", long_about = include_str!("assessment_withdraw.md").trim_end())]
pub(crate) struct Withdraw {
    /// The assessment's number.
    assessment: u32,
}

impl Typed for Withdraw {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let assessment = AssessmentNo(self.assessment);
        Ok(assessments::Command::Withdraw(assessments::Withdraw { assessment }).into())
    }
}
