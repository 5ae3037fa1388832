//! Answer a finding.

use clap::Args;
use quorate_partnership::{Command, FindingNo, audit};

use super::amounts::phrase;
use super::audit_subject::By;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Answer a finding", long_about = include_str!("audit_answer.md").trim_end())]
pub(crate) struct Answer {
    /// The finding's number.
    finding: u32,
    /// The answer.
    text: String,
    #[command(flatten)]
    by: By,
}

impl Typed for Answer {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (finding, text) = (FindingNo(self.finding), phrase(&self.text)?);
        let corrected_by = self.by.correction();
        Ok(audit::Command::Answer(audit::Answer { finding, text, corrected_by }).into())
    }
}
