//! What stands on the accounts that the answers need, by kind and member: small however many entries there are.

use alloc::collections::BTreeMap;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{BookId, Books, Currency, Entry, HoldId};
use quorate_partnership::fund::{self, CHART, HELD_FOR_OTHERS};

pub(crate) use crate::codes as code;

/// The kinds of account that are read.
const READ: &[u16] = &[
    code::INDICATED,
    code::CALLABLE,
    code::INSTALMENTS,
    code::NOTES,
    code::BUDGET,
    code::AVAILABLE,
    code::ALLOCATED,
    code::COMMITTED,
    code::CASH,
    code::NOT_DUE,
    code::DUE,
    code::ARREARS,
    code::INTEREST,
    code::ADVANCED,
    code::IN_FLIGHT,
];

/// Net sums in the fund's currency, in its smallest units, each on the normal side of its kind.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    currency: Currency,
    /// What is of no member (a case, a tranche, nothing) is added up by kind.
    nets: BTreeMap<(u16, Option<MemberCode>), i128>,
    /// Money at the bank in other currencies.
    abroad: BTreeMap<Currency, i128>,
    /// What was set aside and may be posted.
    held: BTreeMap<HoldId, Entry>,
}

impl Sums {
    pub(crate) fn new(charter: &Charter) -> Sums {
        Sums {
            currency: charter.fund().currency(),
            nets: BTreeMap::new(),
            abroad: BTreeMap::new(),
            held: BTreeMap::new(),
        }
    }

    /// The same sums, of whole books.
    pub(crate) fn of_books(books: &Books, charter: &Charter) -> Sums {
        let mut sums = Sums::new(charter);
        for (book, account, balance) in books.accounts() {
            let Some(kind) = CHART.find(account.code()) else { continue };
            sums.add(book, account.code(), account.of(), balance.net(kind.normal));
        }
        sums
    }

    /// Takes in an event, and gives the entry that it posts, if it posts one.
    pub(crate) fn hear<'e>(&mut self, event: &'e fund::Event) -> Option<Posted<'e>> {
        match event {
            fund::Event::Posted { entry, .. } => {
                self.post(entry);
                Some(Posted::Now(entry))
            }
            fund::Event::Held { hold, entry, .. } => {
                self.held.insert(*hold, entry.clone());
                None
            }
            fund::Event::HoldPosted { hold, .. } => {
                let entry = self.held.remove(hold)?;
                self.post(&entry);
                Some(Posted::Before(entry))
            }
            fund::Event::HoldVoided { hold } => {
                self.held.remove(hold);
                None
            }
            _ => None,
        }
    }

    fn post(&mut self, entry: &Entry) {
        for leg in entry.legs() {
            let Some(kind) = CHART.find(leg.account().code()) else { continue };
            let net = if leg.side() == kind.normal { leg.minor() } else { leg.minor().saturating_neg() };
            self.add(entry.book(), leg.account().code(), leg.account().of(), net);
        }
    }

    fn add(&mut self, book: BookId, code: u16, of: &str, net: i128) {
        if let BookId::Cash(currency) = book
            && currency != self.currency
            && code == code::CASH
        {
            let sum = self.abroad.entry(currency).or_default();
            *sum = sum.saturating_add(net);
        }
        if book.currency() != self.currency || !(READ.contains(&code) || HELD_FOR_OTHERS.contains(&code)) {
            return;
        }
        let key = (code, member(of));
        // Exact: it would take 10^20 entries to come to the end of an i128.
        let sum = self.nets.get(&key).copied().unwrap_or_default().saturating_add(net);
        if sum == 0 {
            self.nets.remove(&key);
        } else {
            self.nets.insert(key, sum);
        }
    }

    pub(crate) fn currency(&self) -> Currency {
        self.currency
    }

    /// What is held of other currencies.
    pub(crate) fn abroad(&self) -> impl Iterator<Item = (Currency, i128)> {
        self.abroad.iter().filter(|(_, minor)| **minor != 0).map(|(currency, minor)| (*currency, *minor))
    }

    /// What stands on all accounts of a kind.
    pub(crate) fn all(&self, code: u16) -> i128 {
        self.by_member(code).fold(0, |sum, (_, net)| sum.saturating_add(net))
    }

    /// What stands on a member's accounts of a kind.
    pub(crate) fn of(&self, code: u16, member: MemberCode) -> i128 {
        self.nets.get(&(code, Some(member))).copied().unwrap_or_default()
    }

    /// What stands on the accounts of a kind, by whose they are.
    pub(crate) fn by_member(&self, code: u16) -> impl Iterator<Item = (Option<MemberCode>, i128)> {
        self.nets
            .range((code, None)..)
            .take_while(move |((of_code, _), _)| *of_code == code)
            .map(|((_, member), net)| (*member, *net))
    }
}

impl PartialEq for Sums {
    fn eq(&self, other: &Sums) -> bool {
        self.nets == other.nets
    }
}

/// An entry that was posted: with the event, or set aside before.
pub(crate) enum Posted<'e> {
    /// It stands in the event.
    Now(&'e Entry),
    /// It stood in an earlier one.
    Before(Entry),
}

impl Posted<'_> {
    pub(crate) fn entry(&self) -> &Entry {
        match self {
            Posted::Now(entry) => entry,
            Posted::Before(entry) => entry,
        }
    }
}

/// The member that an account is of: `GBR`, or `GBR/call-1`.
pub(crate) fn member(of: &str) -> Option<MemberCode> {
    of.split('/').next().and_then(|code| code.parse().ok())
}
