//! Corrections of booked lines: one member's treasurer says what is to be put right, and it is when another member's says
//! the same. Articles: payments, the fund.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{BookId, BooksRefusal, Entry, Money};

use super::about::About;
use super::bookings::Bookings;
use super::chart::{account, book};
use super::currencies::Kept;
use super::dues::Dues;
use super::event::Event;
use super::lines::Line;
use super::purpose::Purpose;
use super::{EnterLine, Fund, LineRefusal, Refusal, treasury};
use crate::agenda::{Agenda, Task};
use crate::authentic::Act;
use crate::event::{By, Event as AnyEvent};
use crate::ids::{LineNo, PublicKey};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// What is to be put right about a booked line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(flat)]
pub enum Correction {
    /// It is a receipt from this member.
    #[n(0)]
    Receipt {
        /// The member.
        #[n(0)]
        from: MemberCode,
    },
    /// It is taken back.
    #[n(1)]
    TakeBack,
}

/// A correction that one treasurer asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Proposed {
    #[n(0)]
    by: MemberCode,
    /// With which key; `None` if it is presumed.
    #[n(1)]
    key: Option<PublicKey>,
    #[n(2)]
    until: Moment,
}

/// What the command of a treasurer brings: what was put right if a treasurer of another member said the same in time, or
/// else that this one did.
pub(super) fn said(
    partnership: &Partnership,
    (line, correction): (LineNo, Correction),
    act: &Act,
    now: Moment,
    done: Vec<AnyEvent>,
) -> Result<Vec<AnyEvent>, Refusal> {
    let by = act.post().member;
    let standing = partnership.fund().corrections.get(&(line, correction));
    // A word counts while its time runs and the credential of its key holds.
    let counts = |said: &&Proposed| {
        now < said.until && partnership.members().vouches_treasurer(said.by, said.key.as_ref(), now)
    };
    match standing.filter(counts) {
        // F42: two treasurers of different members, as for entering.
        Some(said) if said.by == by => Err(LineRefusal::SaidAlready { line, member: by }.into()),
        Some(_) => Ok(done),
        None => {
            let until = now.plus(partnership.charter().payments().countersign_within());
            Ok(vec![Event::CorrectionProposed { line, correction, by, until }.into()])
        }
    }
}

/// The end of a correction's time to be said by another.
pub(crate) fn correction_lapses(fund: &Fund, line: LineNo, correction: Correction) -> Option<Event> {
    fund.corrections.get(&(line, correction)).map(|_| Event::CorrectionLapsed { line, correction })
}

impl Fund {
    /// What becomes of booked lines.
    pub(super) fn hear_of_lines(&mut self, agenda: &mut Agenda, at: Moment, event: &Event, act: Option<&By>) {
        match event {
            Event::CorrectionProposed { line, correction, by, until } => {
                self.propose(agenda, (*line, *correction), *until, (*by, act));
            }
            Event::CorrectionLapsed { line, correction } => {
                self.corrections.remove(&(*line, *correction));
            }
            Event::LineIdentified { line, from, .. } => {
                self.owes_again(*line, at);
                self.line_identified(*line, *from);
                self.corrected(agenda, *line);
            }
            Event::LineTakenBack { line, .. } => {
                self.owes_again(*line, at);
                self.line_taken_back(*line);
                self.treasury.line_taken_back(*line);
                self.corrected(agenda, *line);
            }
            _ => {}
        }
    }

    fn owes_again(&mut self, line: LineNo, at: Moment) {
        for (member, item) in self.paid.end(line) {
            self.owed.owes_again(member, item, at);
        }
    }

    fn propose(
        &mut self,
        agenda: &mut Agenda,
        (line, correction): (LineNo, Correction),
        until: Moment,
        said: (MemberCode, Option<&By>),
    ) {
        let (by, key) = (said.0, said.1.and_then(|by| by.key));
        if let Some(old) = self.corrections.insert((line, correction), Proposed { by, key, until }) {
            agenda.remove(old.until, Task::CorrectionLapses(line, correction));
        }
        agenda.add(until, Task::CorrectionLapses(line, correction));
    }

    /// A line is another now: what was asked about it before is moot.
    fn corrected(&mut self, agenda: &mut Agenda, line: LineNo) {
        self.corrections.retain(|(of, correction), said| {
            if *of == line {
                agenda.remove(said.until, Task::CorrectionLapses(line, *correction));
            }
            *of != line
        });
    }
}

/// Whether a line is about money in another currency than the fund's.
pub(super) fn is_of_another_currency(charter: &Charter, statement: &EnterLine) -> bool {
    statement.amount.currency() != charter.fund().currency()
}

/// Whether a line can be put right as far as its currency is concerned.
pub(super) fn of_another_currency(
    charter: &Charter,
    fund: &Fund,
    (number, line): (LineNo, &Line),
) -> Result<(), Refusal> {
    if !is_of_another_currency(charter, line.statement()) {
        return Ok(());
    }
    // F40: an exchange stands; what it cost was counted from all that was held.
    if let Purpose::Exchange { .. } = line.statement().purpose {
        return Err(LineRefusal::OfAnExchange(number).into());
    }
    // F44: what was exchanged since had cost a part of what this line had brought.
    match fund.exchanged_since(line) {
        Some(exchange) => Err(LineRefusal::ExchangedSince { line: number, exchange }.into()),
        None => Ok(()),
    }
}

/// Dues that a line pays: if it is in another currency, by way of its clearing account, as when it came.
pub(super) fn dues<'p>(
    charter: &'p Charter,
    fund: &'p Fund,
    statement: &EnterLine,
    pair: &'p str,
) -> Dues<'p> {
    let dues = Dues::new(charter, fund);
    if is_of_another_currency(charter, statement) {
        let share = charter.currencies().and_then(|article| article.buffer());
        dues.through(Kept { pair, share })
    } else {
        dues
    }
}

/// What a line had paid is owed again. Money that others had advanced, and that went back to them, stays with them.
pub(super) fn owe_again(fund: &Fund, line: LineNo, now: Moment, dues: &mut Dues<'_>) -> Result<(), Refusal> {
    let Some(found) = fund.line(line) else { return Ok(()) };
    let paid = fund.paid.of(line);
    // F43: what was given back to those that had advanced it is not asked of them again.
    if paid.iter().any(|(_, item)| item.advanced) {
        return Err(LineRefusal::GivenBack(line).into());
    }
    dues.take_back((paid, now), found.posted().iter().map(|(_, entry)| entry))
}

/// Takes back what stands in the books by a line, entry by entry, the last first. Whoever then owes beside prepaid money
/// of its own has its due paid by it.
pub(super) fn reverse(
    charter: &Charter,
    fund: &Fund,
    line: LineNo,
    (dues, bookings): (&mut Dues<'_>, &mut Bookings<'_>),
) -> Result<(), Refusal> {
    let Some(posted) = fund.line(line).map(|line| line.posted()) else { return Ok(()) };
    for (number, entry) in posted.iter().rev() {
        treasury::put_back(charter, (*number, entry), About::Line { line }, bookings)?;
    }
    let cash = book::cash(charter);
    let entries = posted.iter().map(|(_, entry)| entry).filter(|entry| entry.book() == cash);
    let legs = entries.flat_map(Entry::legs).map(|leg| leg.account());
    let own = legs.filter(|account| matches!(account.code(), account::DUE | account::PREPAID));
    let members: BTreeSet<MemberCode> = own.filter_map(|account| account.of().parse().ok()).collect();
    members.into_iter().try_for_each(|member| dues.pay_from_prepaid(member, bookings))
}

/// The events, if the books take all of them.
///
/// F41: what is set aside for a case is not taken away from it by a correction.
pub(super) fn admitted(bookings: Bookings<'_>) -> Result<Vec<AnyEvent>, Refusal> {
    bookings.admitted().map_err(|refusal| match refusal {
        Refusal::Books(BooksRefusal::NotAvailable {
            account,
            book: BookId::Authority(currency),
            available,
            needed,
        }) if account.code() == account::AVAILABLE => {
            match (Money::new(needed, currency), Money::new(available, currency)) {
                (Ok(needed), Ok(available)) => LineRefusal::SetAside { needed, available }.into(),
                (Err(error), _) | (_, Err(error)) => error.into(),
            }
        }
        other => other,
    })
}
