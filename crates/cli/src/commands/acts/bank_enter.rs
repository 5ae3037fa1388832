//! Enter a line of the bank's statement.

use clap::{ArgGroup, Args};
use jiff::civil::Date;
use quorate_charter::MemberCode;
use quorate_partnership::fund::{self, Purpose};
use quorate_partnership::{CaseNo, Command, PaymentNo};

use super::amounts::{amount, reference};
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Enter a line of the bank's statement", long_about = include_str!("bank_enter.md").trim_end())]
#[command(group = ArgGroup::new("line").required(true).args(["from", "payment", "repayment", "recovery"]))]
pub(crate) struct Enter {
    /// How much, in the fund's currency.
    #[arg(allow_negative_numbers = true)]
    amount: String,
    /// The member from which the money came.
    #[arg(long, value_name = "MEMBER")]
    from: Option<MemberCode>,
    /// The payment instruction by which the money left.
    #[arg(long, value_name = "PAYMENT")]
    payment: Option<u32>,
    /// The case whose loan the money pays back.
    #[arg(long, value_name = "CASE")]
    repayment: Option<u32>,
    /// The case of which money that was given, or lost with a loan, came back.
    #[arg(long, value_name = "CASE")]
    recovery: Option<u32>,
    /// The bank's own reference of the line, 1 to 35 characters.
    #[arg(long)]
    reference: String,
    /// The bank's value date, as 2026-12-31; else today.
    #[arg(long, value_name = "DATE")]
    value_date: Option<Date>,
}

impl Typed for Enter {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let purpose = match (self.from, self.payment, self.repayment, self.recovery) {
            (Some(from), ..) => Purpose::Receipt { from },
            (None, Some(payment), ..) => Purpose::Payment { payment: PaymentNo(payment) },
            (None, None, Some(case), _) => Purpose::Repayment { case: CaseNo(case) },
            (None, None, None, Some(case)) => Purpose::Recovery { case: CaseNo(case) },
            (None, None, None, None) => {
                return Err(Failure::usage(
                    "what is the line?",
                    "give `--from MEMBER`, `--payment PAYMENT`, `--repayment CASE` or `--recovery CASE`",
                ));
            }
        };
        let value_date = self.value_date.map_or(Ok(desk.now.day()), day)?;
        let (amount, reference) = (amount(desk, &self.amount)?, reference(&self.reference)?);
        Ok(fund::Command::EnterLine(fund::EnterLine { purpose, amount, value_date, reference }).into())
    }
}
