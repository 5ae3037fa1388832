//! Have a text recorded over an objection.

use clap::Args;
use quorate_partnership::{Command, TextNo, consultations};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Have a text recorded over an objection", long_about = include_str!("conclude.md").trim_end())]
pub(crate) struct Conclude {
    /// The text's number.
    text: u32,
}

impl Typed for Conclude {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let text = TextNo(self.text);
        Ok(consultations::Command::Conclude(consultations::Conclude { text }).into())
    }
}
