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

mod begun;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Instant;

use quorate_charter::MemberCode;
use quorate_ledger::{Account, BookId, Entry, Money};
use quorate_partnership::fund::{self, About};
use quorate_partnership::{Booked, EntryNo, Event, LineNo, Moment};
use quorate_records::HORIZONS;

use begun::{BEGINS, MEMBERS, begun, told};

const CHARTER: &str = include_str!("../../../charters/partnership.toml");
const ENTRIES: u32 = 1_000_000;

fn main() {
    let mut records = begun(CHARTER);
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
