//! A second book-keeper, as naive as can be: it writes every leg on one list and adds the list up each time it is
//! asked. After any operations, in any order, it and the books must agree.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop at a fault, and overflow checks are on"
)]

mod naive;

use std::collections::BTreeMap;

use proptest::prelude::*;
use quorate_ledger::{Account, BookId, Books, Chart, Currency, Entry, HoldId, Kind, Leg, Limit, Side};

use naive::Naive;

const KINDS: &[Kind] = &[
    Kind { code: 1, name: "free debit", normal: Side::Debit, limit: Limit::None },
    Kind { code: 2, name: "limited debit", normal: Side::Debit, limit: Limit::NeverBelowZero },
    Kind { code: 3, name: "limited credit", normal: Side::Credit, limit: Limit::NeverBelowZero },
    Kind { code: 4, name: "free credit", normal: Side::Credit, limit: Limit::None },
];

#[derive(Clone, Debug)]
enum Operation {
    Post(Entry),
    Hold(u64, Entry),
    Settle(u64),
    Void(u64),
    /// Posts the reversal of the entry posted so many entries ago, if the limits let it.
    Reverse(usize),
}

fn book() -> impl Strategy<Value = BookId> {
    prop::sample::select(vec!["EUR", "USD"]).prop_flat_map(|code| {
        let currency = Currency::from_code(code).unwrap();
        prop::sample::select(vec![BookId::Cash(currency), BookId::Authority(currency)])
    })
}

/// Entries of up to four legs on each side; the last leg balances the rest.
fn entry() -> impl Strategy<Value = Entry> {
    let accounts = prop::collection::btree_set((1_u16..=4, 0_u8..2, any::<bool>()), 1..6);
    (book(), accounts, prop::collection::vec(1_i128..50, 6)).prop_filter_map(
        "balances",
        |(book, at, minor)| {
            let mut sums = BTreeMap::from([(false, 0_i128), (true, 0)]);
            let mut legs = Vec::new();
            for ((code, of, debit), minor) in at.into_iter().zip(minor) {
                let side = if debit { Side::Debit } else { Side::Credit };
                legs.push(
                    Leg::new(Account::new(code, ["a", "b"][usize::from(of)]).unwrap(), side, minor).unwrap(),
                );
                *sums.get_mut(&debit).unwrap() += minor;
            }
            let gap = sums[&true] - sums[&false];
            let side = if gap > 0 { Side::Credit } else { Side::Debit };
            if gap != 0 {
                legs.push(Leg::new(Account::new(1, "c").unwrap(), side, gap.abs()).unwrap());
            }
            Entry::new(book, legs).ok()
        },
    )
}

fn operation() -> impl Strategy<Value = Operation> {
    prop_oneof![
        4 => entry().prop_map(Operation::Post),
        3 => (0_u64..6, entry()).prop_map(|(id, entry)| Operation::Hold(id, entry)),
        2 => (0_u64..6).prop_map(Operation::Settle),
        1 => (0_u64..6).prop_map(Operation::Void),
        1 => (0_usize..4).prop_map(Operation::Reverse),
    ]
}

/// The books, the naive book-keeper, and what was posted.
struct Pair {
    books: Books,
    naive: Naive,
    posted: Vec<Entry>,
}

impl Pair {
    fn post(&mut self, entry: Entry) -> Result<(), TestCaseError> {
        let admitted = self.books.admits(std::slice::from_ref(&entry)).is_ok();
        prop_assert_eq!(admitted, self.naive.would_take(&entry, None), "{:?}", entry);
        if admitted {
            self.books.post(&entry);
            self.naive.add(&entry, None);
            self.posted.push(entry);
        }
        Ok(())
    }

    fn hold(&mut self, id: u64, entry: &Entry) -> Result<(), TestCaseError> {
        let admitted = self.books.admits_hold(entry).is_ok();
        prop_assert_eq!(admitted, self.naive.would_take(entry, Some(id)), "{:?}", entry);
        if admitted {
            let free = !self.naive.pending(id);
            prop_assert_eq!(self.books.hold(HoldId(id), entry.clone()), free);
            if free {
                self.naive.add(entry, Some(id));
            }
        }
        Ok(())
    }

    fn operate(&mut self, operation: Operation) -> Result<(), TestCaseError> {
        match operation {
            Operation::Post(entry) => self.post(entry)?,
            Operation::Hold(id, entry) => self.hold(id, &entry)?,
            Operation::Reverse(ago) => {
                if let Some(entry) = self.posted.iter().rev().nth(ago).map(Entry::reversal) {
                    self.post(entry)?;
                }
            }
            Operation::Settle(id) => {
                prop_assert_eq!(self.books.post_hold(HoldId(id)).is_some(), self.naive.pending(id));
                for (_, _, hold) in &mut self.naive.lines {
                    hold.take_if(|hold| *hold == id);
                }
            }
            Operation::Void(id) => {
                prop_assert_eq!(self.books.void_hold(HoldId(id)).is_some(), self.naive.pending(id));
                self.naive.lines.retain(|(_, _, hold)| *hold != Some(id));
            }
        }
        Ok(())
    }

    fn agree(&self) -> Result<(), TestCaseError> {
        let mut listed = BTreeMap::new();
        for (book, leg, _) in &self.naive.lines {
            let account = leg.account();
            listed.insert((*book, account), self.naive.balance(*book, account));
            let available = self.books.available(book, account);
            prop_assert_eq!(available, Some(self.naive.available(*book, account)));
        }
        let kept: BTreeMap<_, _> =
            self.books.accounts().map(|(book, account, balance)| ((book, account), balance)).collect();
        prop_assert_eq!(kept, listed);
        prop_assert!(self.books.is_balanced());
        for (_, account, balance) in self.books.accounts() {
            let normal = self.books.chart().find(account.code()).unwrap().normal;
            prop_assert!(!matches!(account.code(), 2 | 3) || balance.available(normal) >= 0, "{}", account);
        }
        Ok(())
    }
}

proptest! {
    #[test]
    fn the_two_book_keepers_agree(operations in prop::collection::vec(operation(), 1..60)) {
        let books = Books::new(Chart::new(KINDS).unwrap());
        let mut pair = Pair { books, naive: Naive::default(), posted: Vec::new() };
        for operation in operations {
            pair.operate(operation)?;
            pair.agree()?;
        }
    }

    #[test]
    fn a_list_is_admitted_exactly_when_each_entry_is_in_turn(entries in prop::collection::vec(entry(), 0..12)) {
        let mut books = Books::new(Chart::new(KINDS).unwrap());
        let whole = books.admits(&entries);
        let in_turn = entries.iter().try_for_each(|entry| {
            books.admits(std::slice::from_ref(entry))?;
            books.post(entry);
            Ok(())
        });
        prop_assert_eq!(whole, in_turn);
    }

    #[test]
    fn a_reversal_restores_every_net(entries in prop::collection::vec(entry(), 1..8)) {
        let mut books = Books::new(Chart::new(KINDS).unwrap());
        entries.iter().for_each(|entry| books.post(entry));
        entries.iter().for_each(|entry| books.post(&entry.reversal()));
        for (_, account, balance) in books.accounts() {
            prop_assert_eq!(balance.net(Side::Debit), 0, "{}", account);
        }
    }

    #[test]
    fn holds_resolved_leave_what_posting_would_have(
        entries in prop::collection::vec((entry(), any::<bool>()), 1..12),
    ) {
        let mut held = Books::new(Chart::new(KINDS).unwrap());
        let mut posted = held.clone();
        for (number, (entry, _)) in (0..).zip(&entries) {
            prop_assert!(held.hold(HoldId(number), entry.clone()));
        }
        for (number, (entry, settle)) in (0..).zip(&entries) {
            if *settle {
                posted.post(entry);
                prop_assert_eq!(held.post_hold(HoldId(number)), Some(entry.clone()));
            } else {
                prop_assert_eq!(held.void_hold(HoldId(number)), Some(entry.clone()));
            }
        }
        prop_assert_eq!(held, posted);
    }
}
