//! A million random operations in three currencies and three kinds of book: every book sums to zero, no limit is ever
//! broken, and what was admitted, written again from nothing, makes the same books.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop at a fault, and overflow checks are on"
)]

use std::slice::from_ref;

use quorate_ledger::{Account, BookId, Books, Chart, Currency, Entry, HoldId, Kind, Leg, Limit, Side};

const OPERATIONS: usize = 1_000_000;
/// So often the whole of the books is looked at.
const LOOK_EVERY: usize = 20_000;

const KINDS: &[Kind] = &[
    Kind { code: 3, name: "callable", normal: Side::Debit, limit: Limit::NeverBelowZero },
    Kind { code: 9, name: "contra", normal: Side::Credit, limit: Limit::None },
    Kind { code: 14, name: "available", normal: Side::Credit, limit: Limit::NeverBelowZero },
    Kind { code: 100, name: "cash", normal: Side::Debit, limit: Limit::NeverBelowZero },
    Kind { code: 300, name: "paid-in", normal: Side::Credit, limit: Limit::None },
];

/// Marsaglia's xorshift with 64 bits, so that every run is the same run.
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    /// Two to six legs, of which the last balances the rest.
    fn entry(&mut self) -> Option<Entry> {
        let currency = Currency::from_code(["JPY", "USD", "KWD"][self.up_to(3) as usize]).unwrap();
        let book = [BookId::Cash, BookId::Authority, BookId::Memoranda][self.up_to(3) as usize](currency);
        let mut legs = Vec::new();
        let mut gap = 0_i128;
        for _ in 0..=self.up_to(5) {
            let minor = 1 + i128::from(self.up_to(1_000_000));
            let side = if self.up_to(2) == 0 { Side::Debit } else { Side::Credit };
            gap += if side == Side::Debit { minor } else { -minor };
            legs.push(Leg::new(self.account(), side, minor).unwrap());
        }
        let side = if gap > 0 { Side::Credit } else { Side::Debit };
        legs.push(Leg::new(self.account(), side, gap.abs()).ok()?);
        Entry::new(book, legs).ok()
    }

    fn account(&mut self) -> Account {
        let kind = KINDS[self.up_to(KINDS.len() as u64) as usize];
        Account::new(kind.code, ["", "A", "B", "C"][self.up_to(4) as usize]).unwrap()
    }
}

enum Written {
    Posted(Entry),
    Held(HoldId, Entry),
    Settled(HoldId),
    Voided(HoldId),
}

fn write(books: &mut Books, written: &Written) {
    match written {
        Written::Posted(entry) => books.post(entry),
        Written::Held(id, entry) => assert!(books.hold(*id, entry.clone())),
        Written::Settled(id) => assert!(books.post_hold(*id).is_some()),
        Written::Voided(id) => assert!(books.void_hold(*id).is_some()),
    }
}

fn operate(dice: &mut Dice, books: &Books, number: u64) -> Option<Written> {
    match dice.up_to(10) {
        0..=5 => dice.entry().filter(|entry| books.admits(from_ref(entry)).is_ok()).map(Written::Posted),
        6..=7 => {
            let entry = dice.entry().filter(|entry| books.admits_hold(entry).is_ok())?;
            Some(Written::Held(HoldId(number), entry))
        }
        8 => books.holds().next().map(|(id, _)| Written::Settled(id)),
        _ => books.holds().last().map(|(id, _)| Written::Voided(id)),
    }
}

/// I-1 and I-2.
fn look(books: &Books) {
    assert!(books.is_balanced());
    for (book, account, _) in books.accounts() {
        let limit = books.chart().find(account.code()).unwrap().limit;
        let available = books.available(&book, account).unwrap();
        assert!(limit == Limit::None || available >= 0, "{account} of the {book} has {available}");
    }
}

#[test]
fn i1_i2_a_million_random_operations_balance_keep_every_limit_and_replay() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut books = Books::new(Chart::new(KINDS).unwrap());
    let mut journal = Vec::new();
    for number in 0..OPERATIONS {
        let Some(written) = operate(&mut dice, &books, number as u64) else { continue };
        write(&mut books, &written);
        journal.push(written);
        if number % LOOK_EVERY == 0 {
            look(&books);
        }
    }
    look(&books);
    assert!(journal.len() > OPERATIONS / 4, "{} of the operations were admitted", journal.len());
    let mut again = Books::new(Chart::new(KINDS).unwrap());
    journal.iter().for_each(|written| write(&mut again, written));
    assert_eq!(books, again);
}

/// I-29: commitments that race for one authority: as many succeed as it covers, and not one more.
#[test]
fn i29_racing_commitments_are_exactly_as_many_as_the_authority_covers() {
    let book = BookId::Authority(Currency::from_code("USD").unwrap());
    let at = |code, of| Account::new(code, of).unwrap();
    let moved = |debit, credit, minor| {
        let legs = vec![Leg::new(debit, Side::Debit, minor), Leg::new(credit, Side::Credit, minor)];
        Entry::new(book, legs.into_iter().map(Result::unwrap).collect()).unwrap()
    };
    for (authority, each) in [(1_000_000, 10_000), (999_999, 10_000), (1_000_001, 10_000), (7, 2), (1, 2)] {
        let mut books = Books::new(Chart::new(KINDS).unwrap());
        books.post(&moved(at(9, ""), at(14, ""), authority));
        let commit = moved(at(14, ""), at(9, "cases"), each);
        let mut committed = 0;
        for racer in 0..200 {
            // Half of them set aside first.
            if racer % 2 == 0 && books.admits(from_ref(&commit)).is_ok() {
                books.post(&commit);
                committed += 1;
            } else if racer % 2 == 1 && books.admits_hold(&commit).is_ok() {
                assert!(books.hold(HoldId(racer), commit.clone()));
                committed += 1;
            }
        }
        assert_eq!(committed, authority / each, "{authority} / {each}");
    }
}
