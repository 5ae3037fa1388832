//! Accept what a joint procurement delivered.

use clap::Args;
use quorate_partnership::frameworks::procurement;
use quorate_partnership::{Command, ProcurementNo};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Accept what a joint procurement delivered", long_about = include_str!("procurement_accept.md").trim_end())]
pub(crate) struct Accept {
    /// The procurement's number.
    procurement: u32,
}

impl Typed for Accept {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let procurement = ProcurementNo(self.procurement);
        Ok(procurement::Command::Accept(procurement::Accept { procurement }).into())
    }
}
