//! Enter a line of the bank's statement.

use super::amounts::{amount, amount_in, currency, reference};
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;
use clap::{ArgGroup, Args};
use jiff::civil::Date;
use quorate_charter::MemberCode;
use quorate_partnership::fund::{self, InvestmentName, Purpose};
use quorate_partnership::{CaseNo, Command, LineNo, PaymentNo};

#[derive(Args)]
#[command(about = "Enter a line of the bank's statement", long_about = include_str!("bank_enter.md").trim_end())]
#[command(group = ArgGroup::new("line").required(true).args(WHATS))]
pub(crate) struct Enter {
    /// How much, in the fund's currency unless another is named.
    #[arg(allow_negative_numbers = true)]
    amount: String,
    /// Money that came from this member.
    #[arg(long, value_name = "MEMBER")]
    from: Option<MemberCode>,
    /// What a bank on the way kept of it, if the charter lets the fund bear it.
    #[arg(long, value_name = "AMOUNT", requires = "from", allow_negative_numbers = true)]
    fee: Option<String>,
    /// Money that left by this payment instruction.
    #[arg(long, value_name = "PAYMENT")]
    payment: Option<u32>,
    /// Money that came, and nobody can place yet.
    #[arg(long)]
    unidentified: bool,
    /// What the bank charged.
    #[arg(long)]
    charge: bool,
    /// Interest, or other income that the bank credited.
    #[arg(long)]
    income: bool,
    /// Prepaid money that went back to this member.
    #[arg(long, value_name = "MEMBER")]
    refund_to: Option<MemberCode>,
    /// What has fallen due to this State, which left, paid out to it.
    #[arg(long, value_name = "MEMBER")]
    settlement: Option<MemberCode>,
    /// Money of this payment that came back.
    #[arg(long, value_name = "PAYMENT")]
    returned: Option<u32>,
    /// Money that left and that nobody instructed.
    #[arg(long)]
    not_instructed: bool,
    /// What the bank gave back of money that nobody instructed: the line by which it had left.
    #[arg(long, value_name = "LINE")]
    made_good: Option<u32>,
    /// The case whose loan the money pays back.
    #[arg(long, value_name = "CASE")]
    repayment: Option<u32>,
    /// The case of which money that was given, or lost with a loan, came back.
    #[arg(long, value_name = "CASE")]
    recovery: Option<u32>,
    /// What came in the fund's currency for an amount in another.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    bought: Option<String>,
    /// Cash that was invested under this name.
    #[arg(long, value_name = "NAME", requires = "matures")]
    invest: Option<InvestmentName>,
    /// The day on which an investment is to come back, as 2026-12-31.
    #[arg(long, value_name = "DATE", requires = "invest")]
    matures: Option<Date>,
    /// The investment that came back.
    #[arg(long, value_name = "NAME")]
    divest: Option<InvestmentName>,
    /// What the administration spent, out of the budget of this year.
    #[arg(long, value_name = "YEAR")]
    expense: Option<u32>,
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

/// What a line can be; it is one of these.
const WHATS: [&str; 16] = [
    "from",
    "payment",
    "unidentified",
    "charge",
    "income",
    "refund_to",
    "settlement",
    "returned",
    "not_instructed",
    "made_good",
    "repayment",
    "recovery",
    "bought",
    "invest",
    "divest",
    "expense",
];

impl Enter {
    fn purpose(&self) -> Option<Purpose> {
        let named = (self.from.map(|from| Purpose::Receipt { from }))
            .or(self.payment.map(|payment| Purpose::Payment { payment: PaymentNo(payment) }))
            .or(self.refund_to.map(|to| Purpose::Refund { to }))
            .or(self.settlement.map(|to| Purpose::Settlement { to }))
            .or(self.returned.map(|payment| Purpose::Returned { payment: PaymentNo(payment) }))
            .or(self.made_good.map(|line| Purpose::MadeGood { line: LineNo(line) }))
            .or(self.repayment.map(|case| Purpose::Repayment { case: CaseNo(case) }))
            .or(self.recovery.map(|case| Purpose::Recovery { case: CaseNo(case) }))
            .or(self.divest.map(|name| Purpose::Divest { name }))
            .or(self.expense.map(|year| Purpose::Expense { year }));
        let said = [
            (self.unidentified, Purpose::Unidentified),
            (self.charge, Purpose::BankCharge),
            (self.income, Purpose::Income),
            (self.not_instructed, Purpose::NotInstructed),
        ];
        named.or(said.into_iter().find(|(said, _)| *said).map(|(_, purpose)| purpose))
    }
}

impl Typed for Enter {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let invested = self.invest.zip(self.matures);
        let purpose = match (&self.bought, self.from, &self.fee) {
            (Some(bought), ..) => Some(Purpose::Exchange { bought: amount(desk, bought)? }),
            (None, Some(from), Some(fee)) => Some(Purpose::ReceiptLessFee { from, fee: amount(desk, fee)? }),
            _ => match invested {
                Some((name, matures)) => Some(Purpose::Invest { name, matures: day(matures)? }),
                None => self.purpose(),
            },
        };
        let help =
            "give `--from MEMBER`, `--payment PAYMENT` or another of those in `quorate bank enter --help`";
        let purpose = purpose.ok_or_else(|| Failure::usage("what is the line?", help))?;
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
