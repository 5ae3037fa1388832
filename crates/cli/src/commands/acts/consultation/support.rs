//! Support a text.

use clap::Args;
use quorate_partnership::{Command, TextNo, consultations};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Support a text", long_about = include_str!("support.md").trim_end())]
pub(crate) struct Support {
    /// The text's number.
    text: u32,
}

impl Typed for Support {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let text = TextNo(self.text);
        Ok(consultations::Command::Support(consultations::Support { text }).into())
    }
}
