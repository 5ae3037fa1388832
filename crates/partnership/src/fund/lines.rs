//! Lines of the bank's statement: entered by one member's treasurer, booked when another member's countersigns.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office};
use quorate_ledger::Money;

use super::bookings::Bookings;
use super::dues::Dues;
use super::event::{About, EnteredLine, Event};
use super::{EnterLine, Fund, Refusal};
use crate::agenda::{Agenda, Task};
use crate::author::Post;
use crate::cases;
use crate::event::Event as AnyEvent;
use crate::ids::{CaseNo, LineNo, PaymentNo, PublicKey};
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
    /// Money that came back on a loan.
    #[n(20)]
    Repayment {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// Money that was given, or lost with a loan, and came back.
    #[n(21)]
    Recovery {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
}

/// A line and what has become of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Line {
    #[n(0)]
    entered: EnteredLine,
    /// With which key it was entered; `None` if that is presumed.
    #[n(1)]
    key: Option<PublicKey>,
    #[n(2)]
    until: Moment,
    #[n(3)]
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
        number.index().and_then(|at| self.lines.get(at))
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
        self.references.insert(line.statement().reference.folded());
        self.line_ended(number);
    }

    pub(super) fn line_ended(&mut self, number: LineNo) {
        if let Some(line) = number.index().and_then(|at| self.lines.get_mut(at)) {
            line.waiting = false;
        }
    }
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
        Purpose::Repayment { case } => {
            cases::repaid(partnership, case, (statement.amount, statement.value_date), number)
        }
        Purpose::Recovery { case } => {
            cases::recovered(partnership, case, (statement.amount, statement.value_date), number)
        }
    }
}

/// Money from a member pays what is due from it.
fn receipt(
    partnership: &Partnership,
    number: LineNo,
    statement: &EnterLine,
    from: MemberCode,
) -> Result<Vec<AnyEvent>, Refusal> {
    let mut bookings = Bookings::new(partnership.fund(), statement.value_date);
    comes_in(partnership, from, statement.amount, About::Line { line: number }, &mut bookings)?;
    bookings.admitted()
}

/// Money from a member, on its way into the books.
pub(crate) fn comes_in(
    partnership: &Partnership,
    from: MemberCode,
    amount: Money,
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    Dues::of(from, partnership.charter(), partnership.fund(), about).come_in(amount, bookings)
}
