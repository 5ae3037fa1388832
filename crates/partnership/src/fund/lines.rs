//! Lines of the bank's statement: entered by one member's treasurer, booked when another member's countersigns.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Office};
use quorate_ledger::{Account, Money};

use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::event::{About, EnteredLine, Event};
use super::{EnterLine, Fund, Refusal};
use crate::agenda::{Agenda, Task};
use crate::author::Post;
use crate::cases;
use crate::event::Event as AnyEvent;
use crate::ids::{LineNo, PaymentNo, PublicKey};
use crate::members::Members;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// What a line of the statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Purpose {
    /// Money that came from a member.
    #[n(0)]
    Receipt {
        /// The member.
        #[n(0)]
        from: MemberCode,
    },
    /// Money that left by an instruction.
    #[n(1)]
    Payment {
        /// The instruction.
        #[n(0)]
        payment: PaymentNo,
    },
}

/// A line and what has become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    entered: EnteredLine,
    /// With which key it was entered; `None` if that is presumed.
    key: Option<PublicKey>,
    until: Moment,
    waiting: bool,
}

impl Line {
    pub(super) fn entered(entered: EnteredLine, key: Option<PublicKey>, until: Moment) -> Line {
        Line { entered, key, until, waiting: true }
    }

    /// Whether the credential of the treasurer that entered it still holds.
    pub(super) fn counts(&self, members: &Members, now: Moment) -> bool {
        let post = Post { member: self.entered.by, office: Office::Treasurer };
        members.vouches(post, self.key.as_ref(), now)
    }

    pub(super) fn by(&self) -> MemberCode {
        self.entered.by
    }

    pub(super) fn statement(&self) -> &EnterLine {
        &self.entered.statement
    }
}

impl Fund {
    fn line(&self, number: LineNo) -> Option<&Line> {
        index(number).and_then(|at| self.lines.get(at))
    }

    /// The line that waits for a countersignature.
    pub(super) fn waiting(&self, number: LineNo, now: Moment) -> Result<&Line, Refusal> {
        // F8: the line exists, waits and is in time.
        let waits = |line: &&Line| line.waiting && now < line.until;
        self.line(number).filter(waits).ok_or(Refusal::NoWaitingLine(number))
    }

    pub(super) fn line_booked(&mut self, agenda: &mut Agenda, number: LineNo) {
        let Some(line) = self.line(number) else { return };
        agenda.remove(line.until, Task::LineLapses(number));
        self.references.insert(line.statement().reference.clone());
        self.line_ended(number);
    }

    pub(super) fn line_ended(&mut self, number: LineNo) {
        if let Some(line) = index(number).and_then(|at| self.lines.get_mut(at)) {
            line.waiting = false;
        }
    }
}

fn index(number: LineNo) -> Option<usize> {
    usize::try_from(number.0.checked_sub(1)?).ok()
}

/// The end of a line's time to be countersigned.
pub(crate) fn lapses(fund: &Fund, line: LineNo) -> Option<Event> {
    fund.line(line).filter(|waits| waits.waiting).map(|_| Event::LineLapsed { line })
}

/// The entries of a line once it is booked.
pub(super) fn entries(
    partnership: &Partnership,
    number: LineNo,
    statement: &EnterLine,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    match statement.purpose {
        Purpose::Receipt { from } => Ok(receipt(partnership, number, statement, from)?),
        Purpose::Payment { payment } => cases::settled(partnership, payment, statement.value_date),
    }
}

/// Money from a member pays what is due from it; what is over is held for the member and is nobody's income.
/// What is paid in counts towards commitment authority by the charter's share, rounded down.
fn receipt(
    partnership: &Partnership,
    number: LineNo,
    statement: &EnterLine,
    from: MemberCode,
) -> Result<Vec<AnyEvent>, Refusal> {
    let charter = partnership.charter();
    let (cash, about) = (book::cash(charter), About::Line { line: number });
    let mut bookings = Bookings::new(partnership.fund(), statement.value_date);
    let (pays, over) = split(partnership, statement.amount, from)?;
    let of = from.as_str();
    if pays.is_positive() {
        bookings.post(moved(cash, (account::CASH, ""), (account::DUE, of), pays)?, about);
        let counts = counted(charter, pays)?;
        if counts.is_positive() {
            let authority = book::authority(charter);
            bookings.post(moved(authority, (account::GRANTED, ""), (account::AVAILABLE, ""), counts)?, about);
        }
    }
    if over.is_positive() {
        bookings.post(moved(cash, (account::CASH, ""), (account::PREPAID, of), over)?, about);
    }
    bookings.admitted()
}

/// What of an amount pays what is due from the member, and what is over.
fn split(partnership: &Partnership, amount: Money, from: MemberCode) -> Result<(Money, Money), Refusal> {
    let books = partnership.fund().books();
    let due = books
        .available(&book::cash(partnership.charter()), &Account::new(account::DUE, from.as_str())?)
        .unwrap_or_default();
    let pays = Money::new(amount.minor().min(due), amount.currency())?;
    Ok((pays, amount.checked_sub(pays)?))
}

/// What of money paid in counts towards commitment authority.
fn counted(charter: &Charter, paid: Money) -> Result<Money, Refusal> {
    let Some(share) = charter.fund().paid_in_counts() else { return Ok(Money::zero(paid.currency())) };
    let (numerator, denominator) = (i128::from(share.numerator()), i128::from(share.denominator()));
    // An amount has at most 10^18 units and a share at most 10^9 parts: the product fits.
    let minor = paid.minor().checked_mul(numerator).and_then(|product| product.checked_div(denominator));
    Ok(Money::new(minor.unwrap_or_default(), paid.currency())?)
}
