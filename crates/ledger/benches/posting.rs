//! How long it takes to admit and post, and what bare sums per account in the same order take beside it.
//!
//! Both sides run in turns in the same process, so that a busy machine slows both; the median of the rounds is told.
//! `just bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::slice::from_ref;
use std::time::Instant;

use quorate_ledger::{Account, BookId, Books, Chart, Currency, Entry, Kind, Leg, Limit, ProRata, Side};

const ROUNDS: usize = 11;
const KINDS: &[Kind] = &[
    Kind { code: 100, name: "cash", normal: Side::Debit, limit: Limit::NeverBelowZero },
    Kind { code: 111, name: "due from", normal: Side::Debit, limit: Limit::NeverBelowZero },
    Kind { code: 300, name: "paid-in capital", normal: Side::Credit, limit: Limit::None },
];

fn main() {
    calls_of_a_thousand_legs();
    a_statement();
}

fn book() -> BookId {
    BookId::Cash(Currency::from_code("USD").unwrap())
}

fn leg(code: u16, of: usize, side: Side, minor: i128) -> Leg {
    Leg::new(Account::new(code, &format!("M{of}")).unwrap(), side, minor).unwrap()
}

/// 500 members are called in proportion, and each part is one debit and one credit of the same entry.
fn calls_of_a_thousand_legs() {
    let weights: Vec<u64> = (1..=500).map(|weight| weight * 1_000_003).collect();
    let mut series = ProRata::new(weights).unwrap();
    let mut call = || {
        let shares = series.share(95_000_000_000).unwrap();
        series = shares.next;
        let parts = shares.parts.into_iter().map(i128::from).enumerate();
        let legs =
            parts.flat_map(|(of, part)| [leg(111, of, Side::Debit, part), leg(300, of, Side::Credit, part)]);
        Entry::new(book(), legs.collect()).unwrap()
    };
    let calls: Vec<Entry> = (0..100).map(|_| call()).collect();
    time("a call of 1,000 legs, admitted and posted", "2000 ms", &calls, 100.0);
}

/// 100,000 lines, each a receipt of one of 50 members.
fn a_statement() {
    let due = Entry::new(
        book(),
        (0..50)
            .flat_map(|of| {
                let minor = 1_000_000_000;
                [leg(111, of, Side::Debit, minor), leg(300, of, Side::Credit, minor)]
            })
            .collect(),
    );
    let line = |number: usize| {
        let cash = Leg::new(Account::new(100, "").unwrap(), Side::Debit, 100).unwrap();
        Entry::new(book(), vec![cash, leg(111, number % 50, Side::Credit, 100)]).unwrap()
    };
    let mut lines = vec![due.unwrap()];
    lines.extend((0..100_000).map(line));
    time("a statement of 100,000 lines, admitted and posted", "2000 ms", &lines, 1.0);
}

/// Milliseconds for all of the entries in so many parts, and how many times as long as bare sums.
fn time(name: &str, to_reach: &str, entries: &[Entry], parts: f64) {
    let (mut times, mut ratios) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let mut books = Books::new(Chart::new(KINDS).unwrap());
        for entry in entries {
            books.admits(from_ref(entry)).unwrap();
            books.post(entry);
        }
        assert!(black_box(books).is_balanced());
        let taken = started.elapsed().as_secs_f64();
        let started = Instant::now();
        let mut sums: BTreeMap<&Account, i128> = BTreeMap::new();
        for leg in entries.iter().flat_map(Entry::legs) {
            *sums.entry(leg.account()).or_default() += leg.minor();
        }
        black_box(sums);
        times.push(taken * 1000.0 / parts);
        ratios.push(taken / started.elapsed().as_secs_f64());
    }
    println!(
        "{name}: {:.2} ms, {:.1} times bare sums per account (to reach: {to_reach})",
        median(&mut times),
        median(&mut ratios)
    );
}

fn median(of: &mut [f64]) -> f64 {
    of.sort_unstable_by(f64::total_cmp);
    of[of.len() / 2]
}
