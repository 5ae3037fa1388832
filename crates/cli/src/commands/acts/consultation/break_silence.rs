//! Break the silence on a text.

use clap::Args;
use quorate_partnership::{Command, TextNo, consultations};

use super::amounts::phrase;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Break the silence on a text", long_about = include_str!("break_silence.md").trim_end())]
pub(crate) struct BreakSilence {
    /// The text's number.
    text: u32,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

impl Typed for BreakSilence {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let text = TextNo(self.text);
        let reason = phrase(&self.reason)?;
        Ok(consultations::Command::BreakSilence(consultations::BreakSilence { text, reason }).into())
    }
}
