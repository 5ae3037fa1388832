//! Make a declaration.

use clap::Args;
use quorate_partnership::{Command, members};

use super::wording::{For, Worded};
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Make a declaration", long_about = include_str!("declare.md").trim_end())]
pub(crate) struct Declare {
    #[command(flatten)]
    worded: Worded,
    /// For whom it is.
    #[arg(long = "for", value_name = "WHOM", default_value = "members")]
    audience: For,
}

impl Typed for Declare {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let declared = members::Declare { audience: self.audience.into(), wording: self.worded.wording()? };
        Ok(members::InstrumentCommand::Declare(declared).into())
    }
}
