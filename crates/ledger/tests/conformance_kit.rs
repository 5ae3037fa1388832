//! The fifteen invariants of the Ledger Conformance Kit (technomorphcorporation/ledger-conformance-kit, Apache-2.0), asked of
//! our books in our own words: each test bears the number and the title of the kit's invariant. The kit itself drives a
//! ledger over HTTP, which books without any I/O do not have; what it would ask of a server is asked here of the value.
//!
//! Three of them ask for what [`Books`] does not hold: it holds balances, and the record around it holds the entries. They
//! stand in [`ASKED_ELSEWHERE`] with the test that asks them of the record.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

use std::fs;
use std::path::Path;
use std::sync::{Barrier, Mutex};
use std::thread;

use quorate_ledger::{
    Account, BookId, Books, Chart, Currency, Entry, EntryError, HoldId, Kind, Leg, Limit, Money, Side,
};

/// What the books do not hold, why not, and where it is asked instead: file and test.
const ASKED_ELSEWHERE: [(&str, &str, &str, &str); 3] = [
    (
        "INV-02 The journal is append-only",
        "books hold balances; entries stand in the record, of which every checkpoint is the beginning of every later one",
        "cli/tests/binary/verify.rs",
        "changes_of_nodes_and_forks_are_told",
    ),
    (
        "INV-03 Hash chain is intact",
        "entries are leaves of the record's tree, and no file that was changed by a byte is believed",
        "cli/tests/binary/verify.rs",
        "a_file_with_any_byte_changed_proves_nothing",
    ),
    (
        "INV-14 Per-account ordering is monotonic",
        "books have no order; entries are numbered in the order that the nodes agreed on",
        "cli/tests/binary/exports.rs",
        "entries_are_numbered_in_turn",
    ),
];

const CHART: Chart = match Chart::new(&[
    Kind { code: 1, name: "account", normal: Side::Credit, limit: Limit::NeverBelowZero },
    Kind { code: 9, name: "funding", normal: Side::Debit, limit: Limit::None },
]) {
    Ok(chart) => chart,
    Err(_) => panic!("the codes of a chart rise"),
};

fn usd() -> Currency {
    Currency::from_code("USD").unwrap()
}

fn book() -> BookId {
    BookId::Cash(usd())
}

fn account(of: &str) -> Account {
    Account::new(1, of).unwrap()
}

/// Moves minor units from one account to another; both grow by credits.
fn transfer(from: &Account, to: &Account, minor: i128) -> Entry {
    Entry::transfer(book(), from.clone(), to.clone(), Money::new(minor, usd()).unwrap()).unwrap()
}

/// Books with what was posted in them, as the record keeps it.
struct Kept {
    books: Books,
    journal: Vec<Entry>,
}

impl Kept {
    fn new() -> Kept {
        Kept { books: Books::new(CHART), journal: Vec::new() }
    }

    /// With so much on each of these accounts.
    fn seeded(accounts: &[&str], minor: i128) -> Kept {
        let mut kept = Kept::new();
        for of in accounts {
            assert!(kept.post(transfer(&Account::new(9, "").unwrap(), &account(of), minor)));
        }
        kept
    }

    /// Posts what the books admit, and says whether they did.
    fn post(&mut self, entry: Entry) -> bool {
        let admitted = self.books.admits(std::slice::from_ref(&entry)).is_ok();
        if admitted {
            self.books.post(&entry);
            self.journal.push(entry);
        }
        admitted
    }

    fn balance(&self, of: &str) -> i128 {
        self.books.balance(&book(), &account(of)).net(Side::Credit)
    }

    /// The balance by the journal alone.
    fn projected(&self, of: &str) -> i128 {
        let legs = self.journal.iter().flat_map(Entry::legs).filter(|leg| *leg.account() == account(of));
        legs.map(|leg| if leg.side() == Side::Credit { leg.minor() } else { -leg.minor() }).sum()
    }
}

/// Lets so many threads go at once, each with its number, and gives what they say.
fn burst<T: Send>(many: usize, act: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let start = Barrier::new(many);
    thread::scope(|scope| {
        let go = |number: usize| {
            let (start, act) = (&start, &act);
            scope.spawn(move || {
                start.wait();
                act(number)
            })
        };
        let threads: Vec<_> = (0..many).map(go).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

#[test]
fn what_is_asked_elsewhere_is_asked_there() {
    for (invariant, _, file, test) in ASKED_ELSEWHERE {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file)).unwrap();
        assert!(text.contains(&format!("fn {test}()")), "{invariant}: no test {test} in {file}");
    }
}

#[test]
fn inv_01_every_transaction_is_balanced_per_currency() {
    let mut kept = Kept::seeded(&["a"], 10_000);
    assert!(kept.post(transfer(&account("a"), &account("b"), 4_000)));
    for entry in &kept.journal {
        let side = |side| entry.legs().iter().filter(|leg| leg.side() == side).map(Leg::minor).sum::<i128>();
        assert_eq!(side(Side::Debit), side(Side::Credit));
    }
    assert!(kept.books.trial_balance(&book()).is_even());
    // One that is not balanced cannot be made.
    for credit in [3_999, 4_001] {
        let leg = |of, side, minor| Leg::new(account(of), side, minor).unwrap();
        let made = Entry::new(book(), vec![leg("a", Side::Debit, 4_000), leg("b", Side::Credit, credit)]);
        assert!(matches!(made, Err(EntryError::Unbalanced { .. })));
    }
}

#[test]
fn inv_04_duplicate_submission_is_a_no_op() {
    let mut kept = Kept::seeded(&["a"], 10_000);
    let entry = transfer(&account("a"), &account("b"), 2_500);
    assert!(kept.books.hold(HoldId(1), entry.clone()));
    let before = kept.books.clone();
    assert!(!kept.books.hold(HoldId(1), entry.clone()), "the second says that it did nothing");
    assert_eq!(kept.books, before);
    assert_eq!(kept.books.post_hold(HoldId(1)), Some(entry));
    assert_eq!((kept.books.post_hold(HoldId(1)), kept.books.void_hold(HoldId(1))), (None, None));
    assert_eq!(kept.balance("b"), 2_500);
}

#[test]
fn inv_05_concurrent_duplicates_collapse_to_one() {
    let kept = Mutex::new(Kept::seeded(&["a"], 100_000));
    let entry = transfer(&account("a"), &account("b"), 2_500);
    let held = burst(64, |_| kept.lock().unwrap().books.hold(HoldId(7), entry.clone()));
    assert_eq!(held.into_iter().filter(|held| *held).count(), 1);
    let posted = burst(64, |_| kept.lock().unwrap().books.post_hold(HoldId(7)).is_some());
    assert_eq!(posted.into_iter().filter(|posted| *posted).count(), 1);
    assert_eq!(kept.into_inner().unwrap().balance("b"), 2_500);
}

#[test]
fn inv_06_no_lost_updates_on_a_hot_account() {
    let kept = Mutex::new(Kept::new());
    let funding = Account::new(9, "").unwrap();
    let posted = burst(500, |_| kept.lock().unwrap().post(transfer(&funding, &account("hot"), 100)));
    assert!(posted.into_iter().all(|posted| posted));
    assert_eq!(kept.into_inner().unwrap().balance("hot"), 50_000);
}

#[test]
fn inv_07_value_is_conserved_under_concurrent_transfers() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let kept = Mutex::new(Kept::seeded(&names, 10_000));
    burst(400, |number| {
        let (from, to) = (account(names[number % 8]), account(names[(number + 3) % 8]));
        kept.lock().unwrap().post(transfer(&from, &to, 100))
    });
    let kept = kept.into_inner().unwrap();
    assert_eq!(names.iter().map(|name| kept.balance(name)).sum::<i128>(), 80_000);
    assert!(kept.books.is_balanced());
}

#[test]
fn inv_08_balance_equals_the_journal_projection() {
    let kept = Mutex::new(Kept::seeded(&["a"], 50_000));
    burst(200, |_| kept.lock().unwrap().post(transfer(&account("a"), &account("b"), 50)));
    let kept = kept.into_inner().unwrap();
    for (name, stands) in [("a", 40_000), ("b", 10_000)] {
        assert_eq!((kept.balance(name), kept.projected(name)), (stands, stands));
    }
}

#[test]
fn inv_09_overdraft_guard_holds_under_a_concurrent_drain() {
    let kept = Mutex::new(Kept::seeded(&["a"], 10_000));
    let posted = burst(20, |_| kept.lock().unwrap().post(transfer(&account("a"), &account("b"), 1_000)));
    assert_eq!(posted.into_iter().filter(|posted| *posted).count(), 10);
    // The same with what is only set aside.
    let held = Mutex::new(Kept::seeded(&["a"], 10_000));
    let taken = burst(20, |number| {
        let (mut kept, entry) = (held.lock().unwrap(), transfer(&account("a"), &account("b"), 1_000));
        kept.books.admits_hold(&entry).is_ok()
            && kept.books.hold(HoldId(u64::try_from(number).unwrap()), entry)
    });
    assert_eq!(taken.into_iter().filter(|taken| *taken).count(), 10);
    assert_eq!(kept.into_inner().unwrap().balance("a"), 0);
    assert_eq!(held.into_inner().unwrap().books.available(&book(), &account("a")), Some(0));
}

#[test]
fn inv_10_no_precision_drift_over_many_small_movements() {
    let mut kept = Kept::seeded(&["a"], 100_000);
    for _ in 0..1_000 {
        assert!(kept.post(transfer(&account("a"), &account("b"), 1)));
    }
    assert_eq!((kept.balance("a"), kept.balance("b")), (99_000, 1_000));
}

#[test]
fn inv_11_currencies_cannot_be_mixed_inside_one_transaction() {
    let eur = Currency::from_code("EUR").unwrap();
    let money = Money::new(1_000, eur).unwrap();
    let refused = Entry::transfer(book(), account("a"), account("b"), money);
    assert_eq!(refused, Err(EntryError::Currency { book: book(), money: eur }));
    // Legs have no currency of their own, so no entry can span two; each currency's book stands by itself.
    let mut kept = Kept::seeded(&["a"], 1_000);
    let other = BookId::Cash(eur);
    let entry = Entry::transfer(other, Account::new(9, "").unwrap(), account("a"), money).unwrap();
    assert!(kept.post(entry));
    assert_eq!(kept.balance("a"), 1_000);
    assert_eq!(kept.books.available(&other, &account("a")), Some(1_000));
}

#[test]
fn inv_12_reversal_is_compensation_never_deletion() {
    let mut kept = Kept::seeded(&["a"], 10_000);
    let original = transfer(&account("a"), &account("b"), 3_000);
    assert!(kept.post(original.clone()) && kept.post(original.reversal()));
    assert_eq!(kept.journal[1..], [original.clone(), original.reversal()]);
    assert_eq!((kept.balance("a"), kept.balance("b")), (10_000, 0));
    // Both stand on the account: what was taken back is seen.
    let balance = kept.books.balance(&book(), &account("b"));
    assert_eq!((balance.debits, balance.credits), (3_000, 3_000));
}

#[test]
fn inv_13_state_rebuilds_exactly_from_the_event_log() {
    let names = ["a", "b", "c", "d", "e", "f"];
    let kept = Mutex::new(Kept::seeded(&names, 20_000));
    burst(300, |number| {
        let (from, to) = (account(names[number % 6]), account(names[(number + 2) % 6]));
        kept.lock().unwrap().post(transfer(&from, &to, 300))
    });
    let kept = kept.into_inner().unwrap();
    let mut rebuilt = Books::new(CHART);
    for entry in &kept.journal {
        rebuilt.post(entry);
    }
    assert_eq!(rebuilt, kept.books);
}

#[test]
fn inv_15_a_duplicate_of_a_refused_transaction_is_not_reported_as_applied() {
    let mut kept = Kept::seeded(&["a"], 1_000);
    let entry = transfer(&account("a"), &account("b"), 1_001);
    for _ in 0..2 {
        assert!(!kept.post(entry.clone()), "refused, and refused again");
        assert!(kept.books.admits_hold(&entry).is_err());
        assert_eq!(kept.books.held(HoldId(1)), None);
        assert_eq!(kept.books.post_hold(HoldId(1)), None);
    }
    assert_eq!((kept.balance("a"), kept.balance("b"), kept.journal.len()), (1_000, 0, 1));
}
