//! Corrections of booked lines: one member's treasurer says what is to be put right, and it is when another member's says
//! the same. Articles: payments, the fund.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Office};
use quorate_ledger::{Account, BookId, BooksRefusal, Entry, Money, Side};

use super::bookings::Bookings;
use super::chart::{account, book};
use super::dues::{Dues, lesser};
use super::event::{About, Event};
use super::{Fund, LineRefusal, Refusal};
use crate::agenda::{Agenda, Task};
use crate::authentic::Act;
use crate::author::Post;
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
        let post = Post { member: said.by, office: Office::Treasurer };
        now < said.until && partnership.members().vouches(post, said.key.as_ref(), now)
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
    pub(super) fn hear_of_lines(&mut self, agenda: &mut Agenda, event: &Event, act: Option<&By>) {
        match event {
            Event::CorrectionProposed { line, correction, by, until } => {
                self.propose(agenda, (*line, *correction), *until, (*by, act));
            }
            Event::CorrectionLapsed { line, correction } => {
                self.corrections.remove(&(*line, *correction));
            }
            Event::LineIdentified { line, from, .. } => {
                self.line_identified(*line, *from);
                self.corrected(agenda, *line);
            }
            Event::LineTakenBack { line, .. } => {
                self.line_taken_back(*line);
                self.corrected(agenda, *line);
            }
            _ => {}
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

/// Takes back what stands in the books by a line, entry by entry, the last first. Whoever then owes beside prepaid money
/// of its own has its due paid by it.
pub(super) fn reverse(
    charter: &Charter,
    fund: &Fund,
    line: LineNo,
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    let Some(posted) = fund.line(line).map(|line| line.posted()) else { return Ok(()) };
    for (number, entry) in posted.iter().rev() {
        bookings.reverse(*number, entry, About::Line { line });
    }
    let cash = book::cash(charter);
    let entries = || posted.iter().map(|(_, entry)| entry).filter(|entry| entry.book() == cash);
    let legs = entries().flat_map(Entry::legs).map(|leg| leg.account());
    let own = legs.filter(|account| matches!(account.code(), account::DUE | account::PREPAID));
    let members: BTreeSet<MemberCode> = own.filter_map(|account| account.of().parse().ok()).collect();
    for member in members {
        let stands = |code| stands_without(charter, fund, &Account::new(code, member.as_str())?, entries());
        let pays = lesser(stands(account::DUE)?, stands(account::PREPAID)?);
        Dues::of(member, charter, fund, About::Agreement { of: member }).pay_from_prepaid(pays, bookings)?;
    }
    Ok(())
}

/// What stands on an account of the cash book once these entries are taken back.
fn stands_without<'e>(
    charter: &Charter,
    fund: &Fund,
    account: &Account,
    entries: impl Iterator<Item = &'e Entry>,
) -> Result<Money, Refusal> {
    let books = fund.books();
    let normal = books.chart().find(account.code()).map_or(Side::Debit, |kind| kind.normal);
    let stands = books.available(&book::cash(charter), account).unwrap_or_default();
    let legs = entries.flat_map(Entry::legs).filter(|leg| leg.account() == account);
    let minor = legs.fold(stands, |stands, leg| match leg.side() == normal {
        true => stands.saturating_sub(leg.minor()),
        false => stands.saturating_add(leg.minor()),
    });
    Ok(Money::new(minor, charter.fund().currency())?)
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
