//! Offer what is needed.

use clap::Args;
use quorate_partnership::{Command, NeedNo, cases};

use super::amounts::amount;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Offer what another member needs, for one's own", long_about = include_str!("case_offer.md").trim_end())]
pub(crate) struct Offer {
    /// The need's number.
    need: u32,
    /// How many.
    quantity: u64,
    /// To lend it: what is not used up comes back.
    #[arg(long)]
    lend: bool,
    /// What all of it is worth: a memorandum, no money.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    value: Option<String>,
}

impl Typed for Offer {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let value = self.value.as_deref().map(|value| amount(desk, value)).transpose()?;
        let (need, quantity, lent) = (NeedNo(self.need), self.quantity, self.lend);
        Ok(cases::Command::Offer(cases::Offer { need, quantity, lent, value }).into())
    }
}
