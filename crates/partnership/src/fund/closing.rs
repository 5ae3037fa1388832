//! Sealed periods: what stood on every account at the end of the last, and what was booked for each day since.
//! Article: the fund.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use quorate_ledger::{Account, BookId, Entry, Side};

use crate::ids::{BalancesHash, EntryNo, hash};
use crate::moment::Day;
use crate::wire;

/// All debits and all credits, in the smallest unit: 16 bytes each, the most significant first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Sides {
    #[n(0)]
    debits: ByteArray<16>,
    #[n(1)]
    credits: ByteArray<16>,
}

impl Default for Sides {
    fn default() -> Sides {
        Sides { debits: [0; 16].into(), credits: [0; 16].into() }
    }
}

impl Sides {
    /// All debits.
    #[must_use]
    pub fn debits(&self) -> i128 {
        i128::from_be_bytes(*self.debits)
    }

    /// All credits.
    #[must_use]
    pub fn credits(&self) -> i128 {
        i128::from_be_bytes(*self.credits)
    }

    fn add(&mut self, side: Side, minor: i128) {
        match side {
            Side::Debit => self.debits = self.debits().saturating_add(minor).to_be_bytes().into(),
            Side::Credit => self.credits = self.credits().saturating_add(minor).to_be_bytes().into(),
        }
    }

    fn add_all(&mut self, other: &Sides) {
        self.add(Side::Debit, other.debits());
        self.add(Side::Credit, other.credits());
    }
}

/// What a ledger came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct LedgerTotal {
    /// The ledger.
    #[n(0)]
    pub book: BookId,
    /// All that was ever posted on its two sides until the day.
    #[n(1)]
    pub sides: Sides,
}

/// What the books came to at the end of a day: every entry that has effect until then, and no other.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Totals {
    /// The day, the last of the period.
    #[n(0)]
    pub until: Day,
    /// Every ledger with an entry, in order.
    #[n(1)]
    pub ledgers: Vec<LedgerTotal>,
    /// The hash of what stood on every account.
    #[n(2)]
    pub balances: BalancesHash,
}

type Standing = BTreeMap<(BookId, Account), Sides>;

impl Totals {
    /// The totals of a journal: of the entries that have effect until this day.
    ///
    /// ```
    /// use quorate_partnership::{Day, fund::Totals};
    /// assert!(Totals::of(Day(0), std::iter::empty()).ledgers.is_empty());
    /// ```
    pub fn of<'e>(until: Day, entries: impl Iterator<Item = (Day, &'e Entry)>) -> Totals {
        let mut standing = Standing::new();
        for (_, entry) in entries.filter(|(effective, _)| *effective <= until) {
            add(&mut standing, entry);
        }
        totals(until, &standing)
    }
}

fn add(standing: &mut Standing, entry: &Entry) {
    for leg in entry.legs() {
        let sides = standing.entry((entry.book(), leg.account().clone())).or_default();
        sides.add(leg.side(), leg.minor());
    }
}

fn totals(until: Day, standing: &Standing) -> Totals {
    let mut ledgers: BTreeMap<BookId, Sides> = BTreeMap::new();
    let mut accounts: Vec<(&BookId, &Account, &Sides)> = Vec::new();
    for ((book, account), sides) in standing {
        ledgers.entry(*book).or_default().add_all(sides);
        accounts.push((book, account, sides));
    }
    let balances = BalancesHash(hash("quorate/balances/1", &[&wire::bytes(&accounts)]));
    let ledgers = ledgers.into_iter().map(|(book, sides)| LedgerTotal { book, sides }).collect();
    Totals { until, ledgers, balances }
}

/// What is sealed, and what is not yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Closing {
    /// The last sealed day.
    #[n(0)]
    sealed: Option<Day>,
    /// What stood on every account at its end.
    #[n(1)]
    standing: Standing,
    /// What was booked for each day since.
    #[n(2)]
    open: BTreeMap<Day, Standing>,
    /// The days of all entries: the first entry of each run of one day.
    #[n(3)]
    days: BTreeMap<EntryNo, Day>,
    /// The last days of all sealed periods.
    #[n(4)]
    periods: BTreeSet<Day>,
}

impl Closing {
    pub(super) fn sealed(&self) -> Option<Day> {
        self.sealed
    }

    pub(super) fn is_period(&self, until: Day) -> bool {
        self.periods.contains(&until)
    }

    /// The first day, from this one on, on which entries can have effect.
    pub(super) fn open_day(&self, day: Day) -> Day {
        match self.sealed {
            Some(sealed) if day <= sealed => Day(sealed.0.saturating_add(1)),
            _ => day,
        }
    }

    /// The day on which an entry has effect, if that is sealed.
    pub(super) fn sealed_day_of(&self, entry: EntryNo) -> Option<Day> {
        let (_, day) = self.days.range(..=entry).next_back()?;
        Some(*day).filter(|day| self.sealed.is_some_and(|sealed| *day <= sealed))
    }

    /// Takes note of an entry.
    pub(super) fn note(&mut self, number: EntryNo, entry: &Entry, effective: Day) {
        add(self.open.entry(effective).or_default(), entry);
        if self.days.last_key_value().is_none_or(|(_, last)| *last != effective) {
            self.days.insert(number, effective);
        }
    }

    /// What the books come to at the end of a day that is not sealed.
    pub(super) fn totals(&self, until: Day) -> Totals {
        totals(until, &self.standing_at(until))
    }

    fn standing_at(&self, until: Day) -> Standing {
        let mut standing = self.standing.clone();
        for of_a_day in self.open.range(..=until).map(|(_, standing)| standing) {
            for (account, sides) in of_a_day {
                standing.entry(account.clone()).or_default().add_all(sides);
            }
        }
        standing
    }

    /// Seals all days until this one.
    pub(super) fn seal(&mut self, until: Day) {
        self.standing = self.standing_at(until);
        self.open.retain(|day, _| *day > until);
        self.sealed = Some(until);
        self.periods.insert(until);
    }
}
