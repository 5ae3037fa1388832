//! Sign a joint procurement for your own member.

use clap::Args;
use quorate_partnership::frameworks::procurement;
use quorate_partnership::{Command, ProcurementNo};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Sign a joint procurement for your own member", long_about = include_str!("procurement_sign.md").trim_end())]
pub(crate) struct Sign {
    /// The procurement's number.
    procurement: u32,
}

impl Typed for Sign {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let procurement = ProcurementNo(self.procurement);
        Ok(procurement::Command::Sign(procurement::Sign { procurement }).into())
    }
}
