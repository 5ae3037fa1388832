//! Countersign a payment instruction.

use clap::Args;
use quorate_partnership::{Command, PaymentNo, cases};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Countersign a payment instruction", long_about = include_str!("payment_countersign.md").trim_end())]
pub(crate) struct Countersign {
    /// The payment's number.
    payment: u32,
}

impl Typed for Countersign {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Ok(cases::Command::Countersign(cases::Countersign { payment: PaymentNo(self.payment) }).into())
    }
}
