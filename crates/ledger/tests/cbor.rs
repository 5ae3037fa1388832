//! Bytes: pinned forms, round trips, and hostile input.
#![cfg(feature = "minicbor")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop at a fault, and overflow checks are on"
)]

use minicbor::{Decode, Encode};
use proptest::prelude::*;
use quorate_ledger::{Account, BookId, Currency, Entry, HoldId, Leg, MAX_LEGS, MAX_MINOR, Money, Rate, Side};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn eur() -> Currency {
    Currency::from_code("EUR").unwrap()
}

fn leg(of: &str, side: Side, minor: i128) -> Leg {
    Leg::new(Account::new(110, of).unwrap(), side, minor).unwrap()
}

/// Encodes, compares with the recorded bytes, decodes, compares with the value.
#[track_caller]
fn pinned<T: Encode<()> + for<'b> Decode<'b, ()> + PartialEq + std::fmt::Debug>(value: &T, expected: &str) {
    let bytes = minicbor::to_vec(value).unwrap();
    assert_eq!(hex(&bytes), expected);
    assert_eq!(&minicbor::decode::<T>(&bytes).unwrap(), value);
}

#[track_caller]
fn refused<T: for<'b> Decode<'b, ()> + std::fmt::Debug>(bytes: &[u8]) -> String {
    let error = minicbor::decode::<T>(bytes).unwrap_err();
    let source = std::error::Error::source(&error).map(ToString::to_string);
    source.unwrap_or_else(|| error.to_string())
}

#[test]
fn the_bytes_are_these() {
    pinned(&eur(), "63455552");
    pinned(&Money::new(-1_850, eur()).unwrap(), "82662d31382e353063455552");
    pinned(&Side::Debit, "00");
    pinned(&Side::Credit, "01");
    pinned(&Account::new(110, "GBR").unwrap(), "82186e63474252");
    pinned(&BookId::Cash(eur()), "820063455552");
    pinned(&BookId::Authority(eur()), "820163455552");
    pinned(&BookId::Memoranda(eur()), "820263455552");
    pinned(&leg("GBR", Side::Credit, MAX_MINOR), "8382186e63474252011b0de0b6b3a7640000");
    pinned(&HoldId(u64::MAX), "1bffffffffffffffff");
    let legs = vec![leg("GBR", Side::Debit, 5), leg("", Side::Credit, 5)];
    pinned(
        &Entry::new(BookId::Cash(eur()), legs).unwrap(),
        "82820063455552828382186e6347425200058382186e600105",
    );
}

#[test]
fn what_a_caller_could_not_make_bytes_cannot_say() {
    // {book, [GBR debit 5, credit 6]}: the pinned entry with one byte changed.
    let mut bytes = minicbor::to_vec(
        Entry::new(BookId::Cash(eur()), vec![leg("GBR", Side::Debit, 5), leg("", Side::Credit, 5)]).unwrap(),
    )
    .unwrap();
    let last = bytes.len() - 1;
    bytes[last] = 6;
    assert_eq!(
        refused::<Entry>(&bytes),
        "debits are 0.05 EUR and credits 0.06 EUR; in an entry they are equal"
    );
    bytes[last] = 0;
    assert_eq!(
        refused::<Entry>(&bytes),
        "a leg has 1 to 1000000000000000000 minor units, and the one on account `110` has 0"
    );
    let above = minicbor::to_vec((Account::new(1, "").unwrap(), Side::Debit, 1_000_000_000_000_000_001_u64));
    assert!(refused::<Leg>(&above.unwrap()).ends_with("has 1000000000000000001"));

    let account = minicbor::to_vec((1_u16, "a b")).unwrap();
    assert!(refused::<Account>(&account).starts_with("` ` at byte 1"));
    let gold = minicbor::to_vec("XAU").unwrap();
    assert!(refused::<Currency>(&gold).starts_with("`XAU` has no minor unit"));
    let short = minicbor::to_vec(("18.5", "EUR")).unwrap();
    assert!(refused::<Money>(&short).starts_with("the canonical form has exactly 2 digits"));
    assert!(refused::<Side>(&[2]).contains("a side is 0 or 1, not 2"));
    let book = minicbor::to_vec((3_u8, "EUR")).unwrap();
    assert!(refused::<BookId>(&book).contains("a book is 0 to 2, not 3"));
}

#[test]
fn lengths_are_exact_known_and_not_believed() {
    let money = minicbor::to_vec(("18.50", "EUR", "more")).unwrap();
    assert!(refused::<Money>(&money).contains("an array of 2 is needed"));
    // The same array with its length left open.
    let mut open = minicbor::to_vec(("18.50", "EUR")).unwrap();
    open[0] = 0x9f;
    open.push(0xff);
    assert!(refused::<Money>(&open).contains("an array of 2 is needed"));

    let head = |legs: &[u8]| [&[0x82, 0x82, 0x00, 0x63], b"EUR".as_slice(), legs].concat();
    // 2^64 - 1 legs claimed, none there: refused by the claim; 1024 claimed, none there: refused by the end.
    let claimed = [0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    assert!(refused::<Entry>(&head(&claimed)).starts_with("an entry has 2 to 1024 legs"));
    assert_eq!(
        refused::<Entry>(&head(&[0x99, 0x04, 0x01])),
        "an entry has 2 to 1024 legs, and this has 1025"
    );
    assert!(refused::<Entry>(&head(&[0x99, 0x04, 0x00])).contains("end of input"));
    assert!(refused::<Entry>(&head(&[0x9f, 0xff])).contains("known length"));
    assert!(refused::<Entry>(&head(&[0x80])).ends_with("this has 0"));
}

#[test]
fn the_largest_entry_comes_back() {
    let side = |of, side| (0..of).map(move |i| leg(&format!("{i}"), side, MAX_MINOR));
    let legs: Vec<Leg> = side(MAX_LEGS / 2, Side::Debit).chain(side(MAX_LEGS / 2, Side::Credit)).collect();
    let entry = Entry::new(BookId::Cash(eur()), legs).unwrap();
    let bytes = minicbor::to_vec(&entry).unwrap();
    assert_eq!(minicbor::decode::<Entry>(&bytes).unwrap(), entry);
}

fn entry() -> impl Strategy<Value = Entry> {
    let amounts = prop::collection::vec(1..=MAX_MINOR, 1..5);
    let currency = prop::sample::select(Currency::all().collect::<Vec<_>>());
    ("[A-Za-z0-9/.-]{0,60}", 0..3_u8, currency, amounts).prop_map(|(of, book, currency, amounts)| {
        let side = |side| {
            let legs = amounts.iter().enumerate();
            legs.map(|(i, minor)| leg(&format!("{of}{i}"), side, *minor)).collect::<Vec<_>>()
        };
        let book = [BookId::Cash, BookId::Authority, BookId::Memoranda][usize::from(book)](currency);
        Entry::new(book, [side(Side::Debit), side(Side::Credit)].concat()).unwrap()
    })
}

proptest! {
    #[test]
    fn decoding_undoes_encoding_and_encoding_again_gives_the_same_bytes(entry in entry()) {
        let bytes = minicbor::to_vec(&entry).unwrap();
        let read: Entry = minicbor::decode(&bytes).unwrap();
        prop_assert_eq!(minicbor::to_vec(&read).unwrap(), bytes);
        prop_assert_eq!(read, entry);
    }

    #[test]
    fn amounts_come_back(minor in -MAX_MINOR..=MAX_MINOR) {
        for currency in Currency::all() {
            let money = Money::new(minor, currency).unwrap();
            let bytes = minicbor::to_vec(money).unwrap();
            prop_assert_eq!(minicbor::decode::<Money>(&bytes).unwrap(), money);
        }
    }

    /// One byte of a correct entry changed, or cut off: refused, or a correct entry again, and never a panic.
    #[test]
    fn damaged_bytes_make_a_balanced_entry_or_none(
        entry in entry(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>(),
    ) {
        let mut bytes = minicbor::to_vec(&entry).unwrap();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        if let Ok(read) = minicbor::decode::<Entry>(&bytes) {
            prop_assert_eq!(Entry::new(read.book(), read.legs().to_vec()), Ok(read));
        }
    }

    #[test]
    fn any_bytes_at_all_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = minicbor::decode::<Entry>(&bytes);
        let _ = minicbor::decode::<Money>(&bytes);
    }
}

#[test]
fn a_rate_has_one_form_in_bytes() {
    let usd = Currency::from_code("USD").unwrap();
    pinned(&Rate::parse("1.0842", eur(), usd).unwrap(), "84634555526355534419152d191388");
    let form = |quote: u64, base: u64| minicbor::to_vec(("EUR", "USD", quote, base)).unwrap();
    assert!(minicbor::decode::<Rate>(&form(271, 250)).is_ok());
    assert!(refused::<Rate>(&form(542, 500)).contains("lowest terms"));
    for (quote, base) in [(0, 1), (1, 0), (1_000_000_000_001, 1)] {
        assert!(minicbor::decode::<Rate>(&form(quote, base)).is_err());
    }
    let same = minicbor::to_vec(("EUR", "EUR", 1_u64, 2_u64)).unwrap();
    assert!(minicbor::decode::<Rate>(&same).is_err());
}
