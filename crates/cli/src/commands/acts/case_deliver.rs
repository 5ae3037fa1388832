//! Say that what was matched is delivered.

use clap::Args;
use quorate_partnership::{Command, OfferNo, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say that what was matched is delivered", long_about = include_str!("case_deliver.md").trim_end())]
pub(crate) struct Deliver {
    /// The offer's number.
    offer: u32,
}

impl Typed for Deliver {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(cases::Command::Deliver(cases::Deliver { offer: OfferNo(self.offer) }).into())
    }
}
