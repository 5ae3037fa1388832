//! Lines of the bank's statement: entered by one member's treasurer, booked when another member's countersigns.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::{Entry, Money};

use super::about::About;
use super::about::EnteredLine;
use super::bookings::Bookings;
use super::dues::Dues;
use super::event::Event;
use super::purpose::Purpose;
use super::{EnterLine, Fund, Refusal, currencies, purposes};
use crate::agenda::{Agenda, Task};
use crate::cases;
use crate::event::Event as AnyEvent;
use crate::ids::{EntryNo, LineNo, PaymentNo, PublicKey};
use crate::members::Members;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// What has become of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub(super) enum Stage {
    /// Waits for a countersignature.
    #[n(0)]
    Waiting,
    /// Not countersigned in time.
    #[n(1)]
    Lapsed,
    /// In the books.
    #[n(2)]
    Booked,
    /// A debit that nobody instructed, which the bank gave back.
    #[n(3)]
    MadeGood,
    /// Out of the books again.
    #[n(4)]
    TakenBack,
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
    stage: Stage,
    /// What stands in the books by it.
    #[n(4)]
    posted: Vec<(EntryNo, Entry)>,
    /// From whom it came, as was said after it was booked.
    #[n(5)]
    identified: Option<MemberCode>,
}

impl Line {
    pub(super) fn entered(entered: EnteredLine, key: Option<PublicKey>, until: Moment) -> Line {
        Line { entered, key, until, stage: Stage::Waiting, posted: Vec::new(), identified: None }
    }

    /// Whether the credential of the treasurer that entered it still holds.
    pub(super) fn counts(&self, members: &Members, now: Moment) -> bool {
        members.vouches_treasurer(self.entered.by, self.key.as_ref(), now)
    }

    pub(super) fn by(&self) -> MemberCode {
        self.entered.by
    }

    pub(super) fn statement(&self) -> &EnterLine {
        &self.entered.statement
    }

    pub(super) fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether it can be said to be a receipt of this member, and is not booked as one.
    pub(super) fn is_not_yet_from(&self, member: MemberCode) -> bool {
        match self.statement().purpose {
            Purpose::Receipt { from } => self.identified.unwrap_or(from) != member,
            Purpose::Unidentified => self.identified != Some(member),
            _ => false,
        }
    }

    pub(super) fn posted(&self) -> &[(EntryNo, Entry)] {
        &self.posted
    }
}

impl Fund {
    pub(super) fn line(&self, number: LineNo) -> Option<&Line> {
        number.index().and_then(|at| self.lines.get(at))
    }

    /// The value date of the line by which a payment left.
    pub(crate) fn paid_on(&self, number: PaymentNo) -> Option<Day> {
        let left = |line: &&Line| {
            line.stage == Stage::Booked && line.statement().purpose == Purpose::Payment { payment: number }
        };
        self.lines.iter().rev().find(left).map(|line| line.statement().value_date)
    }

    /// The line that waits for a countersignature.
    pub(super) fn waiting(&self, number: LineNo, now: Moment) -> Result<&Line, Refusal> {
        // F8: the line exists, waits and is in time.
        let waits = |line: &&Line| line.stage == Stage::Waiting && now < line.until;
        self.line(number).filter(waits).ok_or(Refusal::NoWaitingLine(number))
    }

    pub(super) fn line_booked(&mut self, agenda: &mut Agenda, number: LineNo) {
        let Some(line) = self.line(number) else { return };
        let (until, purpose) = (line.until, line.statement().purpose);
        let reference = line.statement().reference.folded();
        agenda.remove(until, Task::LineLapses(number));
        self.references.insert(reference);
        self.set_stage(number, Stage::Booked);
        if let Purpose::MadeGood { line } = purpose {
            self.set_stage(line, Stage::MadeGood);
        }
    }

    pub(super) fn line_identified(&mut self, number: LineNo, from: MemberCode) {
        if let Some(line) = self.line_mut(number) {
            line.identified = Some(from);
        }
    }

    /// The line is out of the books, and its reference is free to be entered again.
    pub(super) fn line_taken_back(&mut self, number: LineNo) {
        let Some(statement) = self.line(number).map(Line::statement) else { return };
        let (purpose, reference) = (statement.purpose, statement.reference.folded());
        self.references.remove(&reference);
        self.set_stage(number, Stage::TakenBack);
        if let Purpose::MadeGood { line } = purpose {
            self.set_stage(line, Stage::Booked);
        }
    }

    pub(super) fn set_stage(&mut self, number: LineNo, stage: Stage) {
        if let Some(line) = self.line_mut(number) {
            line.stage = stage;
        }
    }

    fn line_mut(&mut self, number: LineNo) -> Option<&mut Line> {
        number.index().and_then(|at| self.lines.get_mut(at))
    }

    /// Keeps with a line what stands in the books by it: what is taken back does not stand any more.
    pub(super) fn line_posted(
        &mut self,
        about: About,
        number: EntryNo,
        entry: &Entry,
        reverses: Option<EntryNo>,
    ) {
        let (About::Line { line } | About::Returned { line, .. }) = about else { return };
        let Some(line) = self.line_mut(line) else { return };
        match line.posted.iter().position(|(posted, _)| Some(*posted) == reverses) {
            Some(at) => _ = line.posted.remove(at),
            None => line.posted.push((number, entry.clone())),
        }
    }
}

/// The end of a line's time to be countersigned.
pub(crate) fn lapses(fund: &Fund, line: LineNo) -> Option<Event> {
    fund.line(line).filter(|line| line.stage == Stage::Waiting).map(|_| Event::LineLapsed { line })
}

/// The entries of a line once it is booked.
pub(super) fn entries(
    partnership: &Partnership,
    number: LineNo,
    statement: &EnterLine,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    let own = partnership.charter().fund().currency();
    match statement.purpose {
        Purpose::Receipt { from } if statement.amount.currency() != own => {
            Ok(currencies::receipt(partnership, number, statement, from)?)
        }
        Purpose::Exchange { bought } => Ok(currencies::exchange(partnership, number, statement, bought)?),
        Purpose::Receipt { from } => Ok(receipt(partnership, number, statement, from)?),
        Purpose::Payment { payment } => cases::settled(partnership, payment, statement.value_date),
        Purpose::Returned { payment } => {
            cases::comes_back(partnership, number, payment, statement.value_date)
        }
        Purpose::Repayment { case } => {
            cases::repaid(partnership, case, (statement.amount, statement.value_date), number)
        }
        Purpose::Recovery { case } => {
            cases::recovered(partnership, case, (statement.amount, statement.value_date), number)
        }
        _ => Ok(purposes::entries(partnership, number, statement)?),
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
    Dues::new(partnership.charter(), partnership.fund()).come_in(from, amount, about, bookings)
}

#[cfg(test)]
mod tests;
