//! Say that what was lent is back.

use clap::Args;
use quorate_partnership::{Command, OfferNo, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say that what one's own member lent is back", long_about = include_str!("case_return.md").trim_end())]
pub(crate) struct Return {
    /// The offer's number.
    offer: u32,
}

impl Typed for Return {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(cases::Command::Return(cases::Return { offer: OfferNo(self.offer) }).into())
    }
}
