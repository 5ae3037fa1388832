//! End a joint procurement.

use clap::Args;
use quorate_partnership::frameworks::procurement;
use quorate_partnership::{Command, ProcurementNo};

use super::amounts::phrase;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "End a joint procurement", long_about = include_str!("procurement_end.md").trim_end())]
pub(crate) struct End {
    /// The procurement's number.
    procurement: u32,
    /// Why.
    reason: String,
}

impl Typed for End {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (procurement, reason) = (ProcurementNo(self.procurement), phrase(&self.reason)?);
        Ok(procurement::Command::End(procurement::End { procurement, reason }).into())
    }
}
