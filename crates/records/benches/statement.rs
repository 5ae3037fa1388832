//! How long a member's statement and the ladder take over a million entries: nothing is searched when they are asked
//! for, so that it does not matter how many there are. `just bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Instant;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Account, BookId, Entry, Money};
use quorate_partnership::fund::{self, About};
use quorate_partnership::{Booked, EntryNo, Event, Founder, Genesis, LineNo, Moment, Nature, PublicKey};
use quorate_records::{HORIZONS, Records};

const CHARTER: &str = include_str!("../../../charters/partnership.toml");
const KEYS: &str = include_str!("../tests/registers/keys.txt");
const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
const BEGINS: u64 = 1_767_225_600_000;
const ENTRIES: u32 = 1_000_000;
const ROUNDS: usize = 101;

fn main() {
    let mut records = begun();
    let started = Instant::now();
    for number in 1..=ENTRIES {
        records.hear(&booked(number));
    }
    let heard = started.elapsed().as_secs_f64();
    println!(
        "records, {ENTRIES} entries heard: {heard:.1} s, {:.2} µs each",
        heard * 1e6 / f64::from(ENTRIES)
    );
    told("four member statements", 50.0, || {
        for member in MEMBERS {
            black_box(records.statement(member.parse().unwrap()));
        }
    });
    let nobody: BTreeSet<MemberCode> = BTreeSet::new();
    told("fund liquidity", 50.0, || {
        let liquidity = records.liquidity();
        black_box(liquidity.ladder(&HORIZONS, &nobody));
        black_box([0, 1, 2].map(|count| liquidity.capacity(count, &nobody)));
    });
}

/// The median of many rounds, against the limit.
fn told(what: &str, limit: f64, ask: impl Fn()) {
    let once = |_| {
        let started = Instant::now();
        ask();
        started.elapsed().as_secs_f64() * 1e3
    };
    let mut took: Vec<f64> = (0..ROUNDS).map(once).collect();
    took.sort_by(f64::total_cmp);
    println!(
        "{what}: {:.3} ms (to stay below: {limit} ms), longest {:.3} ms",
        took[ROUNDS / 2],
        took[ROUNDS - 1]
    );
}

fn begun() -> Records {
    let key = |at: usize| -> PublicKey { KEYS.lines().nth(at).unwrap().parse().unwrap() };
    let founder = |(at, member): (usize, &&str)| Founder {
        member: member.parse().unwrap(),
        root: key(at),
        recovery: key(at + 4),
        node: key(at + 24),
    };
    let founders = (0..).zip(&MEMBERS).map(founder).collect();
    let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, Moment(BEGINS), CHARTER, founders).unwrap();
    Records::begin(&genesis, Charter::read(CHARTER).unwrap())
}

/// Dues and what pays them, of all members in turn; one payment in ten is left out, so that a hundred thousand dues stand.
fn booked(number: u32) -> Booked {
    let charter_currency = quorate_ledger::Currency::from_code("USD").unwrap();
    let of = MEMBERS[(number as usize / 2) % 4];
    let account = |code, of: &str| Account::new(code, of).unwrap();
    let pays = number % 2 == 1 && number % 20 != 1;
    let (debit, credit) = match pays {
        true => (account(100, ""), account(111, of)),
        false => (account(111, of), account(300, of)),
    };
    let amount = Money::new(100, charter_currency).unwrap();
    let entry = Entry::transfer(BookId::Cash(charter_currency), debit, credit, amount).unwrap();
    let at = Moment(BEGINS + u64::from(number) * 60_000);
    let posted = fund::Event::Posted {
        number: EntryNo(number),
        entry,
        about: About::Line { line: LineNo(number) },
        effective: at.day(),
        reverses: None,
        late: None,
    };
    Booked { height: u64::from(number), at, fell_due: None, by: None, event: Event::Fund(posted) }
}
