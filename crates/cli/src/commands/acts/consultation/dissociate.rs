//! Dissociate your member from a text.

use clap::Args;
use quorate_partnership::{Command, TextNo, consultations};

use super::amounts::phrase;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Dissociate your member from a text", long_about = include_str!("dissociate.md").trim_end())]
pub(crate) struct Dissociate {
    /// The text's number.
    text: u32,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

impl Typed for Dissociate {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let text = TextNo(self.text);
        let reason = phrase(&self.reason)?;
        Ok(consultations::Command::Dissociate(consultations::Dissociate { text, reason }).into())
    }
}
