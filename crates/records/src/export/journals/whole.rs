//! What stands in every journal, whichever program reads it.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_ledger::{Account, BookId, Currency, Entry, HoldId, Kind, Leg, Side};
use quorate_partnership::fund::{About, CHART};
use quorate_partnership::{Day, Moment, Nature};

use crate::records::Records;
use crate::registers::journal::about;
use crate::words;

/// An account of a book.
pub(super) type Place = (BookId, Account);

/// Where a leg goes: to the account itself, or apart because it is only set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// On the account.
    Booked,
    /// Counts against the account already.
    SetAside,
    /// Counts for the account once it is posted.
    ToCome,
}

/// A leg of an entry: its account, and the amount with a minus on the credit side.
pub(super) struct Posting {
    pub(super) part: Part,
    pub(super) place: Place,
    pub(super) minor: i128,
}

/// An entry, or what is set aside.
pub(super) struct Item {
    pub(super) day: Day,
    /// What stands in brackets before the description.
    pub(super) code: String,
    pub(super) about: String,
    /// What else is known of it, by name.
    pub(super) tags: Vec<(&'static str, String)>,
    pub(super) postings: Vec<Posting>,
}

/// Everything that a journal says.
pub(super) struct Whole {
    /// What it is a journal of, a line each.
    pub(super) heading: Vec<String>,
    /// A day that is not after any of the entries.
    pub(super) first: Day,
    /// A day that is not before any of the entries, nor before the record's last block.
    pub(super) last: Day,
    pub(super) currencies: BTreeSet<Currency>,
    /// Every account, with every part of it that is used.
    pub(super) accounts: BTreeSet<(Part, Place)>,
    pub(super) items: Vec<Item>,
    /// What the books say of each account, debits less credits.
    pub(super) balances: BTreeMap<(Part, Place), i128>,
}

impl Whole {
    pub(super) fn of(records: &Records) -> Whole {
        let journal = &records.registers().journal;
        let mut items: Vec<Item> = journal
            .entries()
            .iter()
            .map(|row| {
                let mut tags = tags_of(row.about, row.at);
                tags.extend(row.by.map(|by| ("by", by.to_string())));
                tags.extend(row.reverses.map(|entry| ("reverses", entry.0.to_string())));
                tags.extend(row.hold.map(|hold| ("hold", hold.0.to_string())));
                item(row.effective, row.number.0.to_string(), (row.about, tags), &row.entry, false)
            })
            .collect();
        items.extend(journal.held().map(|(hold, held)| {
            let mut tags = tags_of(held.about, held.at);
            tags.push(("hold", hold.0.to_string()));
            item(held.at.day(), code_of(hold), (held.about, tags), &held.entry, true)
        }));
        let mut whole = Whole {
            heading: heading(records),
            first: items.iter().map(|item| item.day).min().unwrap_or(records.at().day()),
            last: items.iter().map(|item| item.day).fold(records.at().day(), Day::max),
            currencies: BTreeSet::from([records.charter().fund().currency()]),
            accounts: BTreeSet::new(),
            items,
            balances: BTreeMap::new(),
        };
        whole.stand(records);
        whole
    }

    /// Takes what each account stands at from the books themselves, not from the items.
    fn stand(&mut self, records: &Records) {
        for posting in self.items.iter().flat_map(|item| &item.postings) {
            self.currencies.insert(posting.place.0.currency());
            self.accounts.insert((posting.part, posting.place.clone()));
        }
        for (part, place) in &self.accounts {
            let balance = records.books().balance(&place.0, &place.1);
            let normal = kind(&place.1).map_or(Side::Debit, |kind| kind.normal);
            let (debits, credits) = match (part, normal) {
                (Part::Booked, _) => (balance.debits, balance.credits),
                (Part::SetAside, Side::Credit) | (Part::ToCome, Side::Debit) => (balance.pending_debits, 0),
                (Part::SetAside, Side::Debit) | (Part::ToCome, Side::Credit) => (0, balance.pending_credits),
            };
            self.balances.insert((*part, place.clone()), debits.saturating_sub(credits));
        }
    }

    /// What an account with everything below it stands at, in one currency.
    pub(super) fn with_below(&self, name: impl Fn(&(Part, Place)) -> String, of: &(Part, Place)) -> i128 {
        let (top, currency) = (name(of), of.1.0.currency());
        let below = format!("{top}:");
        self.balances
            .iter()
            .filter(|(account, _)| account.1.0.currency() == currency)
            .filter(|(account, _)| name(account) == top || name(account).starts_with(&below))
            .fold(0, |sum, (_, minor)| sum.saturating_add(*minor))
    }
}

/// The kind of an account.
pub(super) fn kind(account: &Account) -> Option<&'static Kind> {
    CHART.find(account.code())
}

fn heading(records: &Records) -> Vec<String> {
    let mut lines = Vec::from([
        format!("Books of partnership {}", records.id()),
        format!("As of height {}, {}", records.height(), words::exact(records.at())),
    ]);
    if matches!(records.nature(), Nature::Rehearsal { .. }) {
        lines.push("A rehearsal: nothing in it is real".into());
    }
    lines
}

fn code_of(hold: HoldId) -> String {
    format!("hold {}", hold.0)
}

fn tags_of(of: About, at: Moment) -> Vec<(&'static str, String)> {
    let (text, decision) = about(of);
    let mut tags = Vec::from([("booked-at", words::exact(at)), ("about", text)]);
    tags.extend(decision.map(|decision| ("decision", decision.to_string())));
    tags
}

fn item(
    day: Day,
    code: String,
    (of, tags): (About, Vec<(&'static str, String)>),
    entry: &Entry,
    held: bool,
) -> Item {
    let posting = |leg: &Leg| {
        let normal = kind(leg.account()).map_or(Side::Debit, |kind| kind.normal);
        let part = match (held, leg.side() == normal) {
            (false, _) => Part::Booked,
            (true, false) => Part::SetAside,
            (true, true) => Part::ToCome,
        };
        let minor = match leg.side() {
            Side::Debit => leg.minor(),
            Side::Credit => leg.minor().saturating_neg(),
        };
        Posting { part, place: (entry.book(), leg.account().clone()), minor }
    };
    Item { day, code, about: about(of).0, tags, postings: entry.legs().iter().map(posting).collect() }
}
