//! Take back: a line by which money had come back on a case did not stand on the bank's statement so. What it had paid of
//! a loan is outstanding again, and was all the time; what it had recovered is given, or lost, again. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{Entry, Money, Side};

use crate::cases::Event;
use crate::event::Event as AnyEvent;
use crate::fund::{self, EnterLine, Purpose, account, book};
use crate::ids::{EntryNo, LineNo};

/// What a line that is taken back brings to the case that it is about, by what stands in the books by it.
pub(crate) fn taken_back(
    charter: &Charter,
    line: LineNo,
    statement: &EnterLine,
    posted: &[(EntryNo, Entry)],
) -> Result<Vec<AnyEvent>, fund::Refusal> {
    let cash = book::cash(charter);
    let paid = |codes: &[u16]| Money::new(fund::moved_on(posted, cash, codes, Side::Credit), cash.currency());
    Ok(match statement.purpose {
        Purpose::Repayment { case } => {
            let (interest, principal) = (paid(&[account::LOAN_INTEREST])?, paid(&[account::LOANS])?);
            vec![
                Event::RepaymentTakenBack { case, interest, principal, on: statement.value_date, line }
                    .into(),
            ]
        }
        Purpose::Recovery { case } => {
            let amount = paid(&[account::ADVANCES, account::ASSISTANCE, account::LOANS_LOST])?;
            let advance = paid(&[account::ADVANCES])?;
            vec![Event::RecoveryTakenBack { case, amount, line, advance }.into()]
        }
        _ => Vec::new(),
    })
}
