//! Enter a line of the bank's statement.

use clap::{ArgGroup, Args};
use jiff::civil::Date;
use quorate_charter::MemberCode;
use quorate_partnership::fund::{self, Purpose};
use quorate_partnership::{Command, PaymentNo};

use super::amounts::{amount, amount_in, currency, reference};
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Enter a line of the bank's statement", long_about = include_str!("bank_enter.md").trim_end())]
#[command(group = ArgGroup::new("line").required(true).args(["from", "payment", "bought"]))]
pub(crate) struct Enter {
    /// How much, in the fund's currency unless another is named.
    #[arg(allow_negative_numbers = true)]
    amount: String,
    /// The member from which the money came.
    #[arg(long, value_name = "MEMBER")]
    from: Option<MemberCode>,
    /// The payment instruction by which the money left.
    #[arg(long, value_name = "PAYMENT")]
    payment: Option<u32>,
    /// What came in the fund's currency for an amount in another.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    bought: Option<String>,
    /// The currency of the amount, if it is not the fund's.
    #[arg(long)]
    currency: Option<String>,
    /// The bank's own reference of the line, 1 to 35 characters.
    #[arg(long)]
    reference: String,
    /// The bank's value date, as 2026-12-31; else today.
    #[arg(long, value_name = "DATE")]
    value_date: Option<Date>,
}

impl Typed for Enter {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let purpose = match (self.from, self.payment) {
            (Some(from), _) => Purpose::Receipt { from },
            (None, Some(payment)) => Purpose::Payment { payment: PaymentNo(payment) },
            (None, None) if self.bought.is_some() => {
                let bought = self.bought.as_deref().unwrap_or_default();
                Purpose::Exchange { bought: amount(desk, bought)? }
            }
            (None, None) => {
                return Err(Failure::usage(
                    "what is the line?",
                    "give `--from MEMBER`, `--payment PAYMENT` or `--bought AMOUNT`",
                ));
            }
        };
        let value_date = self.value_date.map_or(Ok(desk.now.day()), day)?;
        let currency = self.currency.as_deref().map(currency).transpose()?;
        let amount = match currency {
            Some(currency) => amount_in(currency, &self.amount)?,
            None => amount(desk, &self.amount)?,
        };
        let reference = reference(&self.reference)?;
        Ok(fund::Command::EnterLine(fund::EnterLine { purpose, amount, value_date, reference }).into())
    }
}
