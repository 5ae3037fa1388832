//! The bytes, pinned, and what is refused.
#![cfg(feature = "minicbor")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use minicbor::{Decode, Encode};
use quorate_voting::{
    Base, Conduct, Formula, MAX_DEPTH, Measure, Ratio, Reason, Roll, Seat, Strictness, Tally, Verdict,
};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<char> = hex.chars().filter(|digit| !digit.is_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap()).collect()
}

fn pinned<T>(value: &T, expected: &str)
where
    T: Encode<()> + for<'b> Decode<'b, ()> + PartialEq + core::fmt::Debug,
{
    let encoded = minicbor::to_vec(value).unwrap();
    assert_eq!(hex(&encoded), expected.replace(' ', ""), "{value:?}");
    assert_eq!(&minicbor::decode::<T>(&encoded).unwrap(), value);
}

fn refused<T>(hex: &str, why: &str)
where
    T: for<'b> Decode<'b, ()> + core::fmt::Debug,
{
    let error = minicbor::decode::<T>(&bytes(hex)).unwrap_err().to_string();
    assert!(error.contains(why), "{hex}: {error}");
}

/// Two seats of weights 2 and 1, of which the first is in favour.
fn verdict() -> Verdict {
    let seat = |weight| Seat { participating: true, weights: vec![weight] };
    let roll = Roll::new(1, vec![seat(2), seat(1)]).unwrap();
    let tally = Tally::count(&roll, &[Conduct::InFavour, Conduct::Against]).unwrap();
    let share =
        Formula::share(Measure(1), Ratio::percent(65).unwrap(), Base::Participating, Strictness::AtLeast);
    let clause = Formula::not_in_favour_at_most(0);
    let all = Formula::all(vec![share.clone()]).unwrap();
    let either = Formula::at_least(1, vec![clause, all]).unwrap();
    Formula::any(vec![either, share]).unwrap().decide(&tally).unwrap()
}

#[test]
fn small_values_are_small_integers() {
    for (conduct, code) in Conduct::ALL.iter().zip(["00", "01", "02", "03"]) {
        pinned(conduct, code);
    }
    for (base, code) in Base::ALL.iter().zip(["00", "01", "02", "03"]) {
        pinned(base, code);
    }
    pinned(&Strictness::AtLeast, "00");
    pinned(&Strictness::MoreThan, "01");
    pinned(&Measure::MEMBERS, "00");
    pinned(&Measure(300), "19012c");
    refused::<Conduct>("04", "unknown");
    refused::<Base>("04", "unknown");
    refused::<Strictness>("02", "unknown");
    refused::<Measure>("1a00010000", "u16");
}

#[test]
fn ratios_go_through_their_constructor() {
    pinned(&Ratio::percent(65).unwrap(), "82 0d 14");
    refused::<Ratio>("82 00 14", "above zero");
    refused::<Ratio>("82 15 14", "above the whole");
    refused::<Ratio>("82 01 1a3b9aca01", "denominator");
    refused::<Ratio>("82 02 04", "lowest terms");
    refused::<Ratio>("83 01 02 03", "2 elements, found 3");
    refused::<Ratio>("9f 01 02 ff", "definite");
}

const SHARE: &str = "88 00 01 820d14 00 01 02 03 f5";

#[test]
fn a_verdict_is_pinned() {
    let clause = "84 01 01 00 f4";
    let either = format!("84 04 01 f5 82 {clause} 83 02 f5 81 {SHARE}");
    pinned(&verdict(), &format!("83 f5 f5 83 03 f5 82 {either} {SHARE}"));
}

#[test]
fn reasons_are_pinned_and_read_alone() {
    let read: Reason = minicbor::decode(&bytes(SHARE)).unwrap();
    pinned(&read, SHARE);
}

#[test]
fn what_contradicts_itself_is_refused() {
    refused::<Reason>("88 00 01 820d14 00 01 02 03 f4", "does not follow");
    refused::<Reason>("88 00 01 820d14 00 01 04 03 f5", "above the whole of 3");
    refused::<Reason>("84 01 02 01 f5", "does not follow");
    refused::<Reason>("83 02 f4 81 84 01 00 00 f5", "does not follow");
    refused::<Reason>("83 03 f5 81 84 01 01 00 f4", "does not follow");
    refused::<Reason>("84 04 02 f5 82 84 01 00 00 f5 84 01 01 00 f4", "does not follow");
    refused::<Verdict>("83 f4 f5 84 01 00 00 f5", "does not follow");
    refused::<Verdict>("83 f5 f4 84 01 00 00 f5", "does not follow");
}

#[test]
fn reasons_agree_on_whether_anyone_was_in_favour() {
    let members_none = "88 00 00 820102 00 01 00 03 f4";
    refused::<Verdict>(&format!("83 f4 f4 {SHARE}"), "anyone was in favour");
    refused::<Verdict>(&format!("83 f4 f5 {members_none}"), "anyone was in favour");
    refused::<Verdict>(&format!("83 f4 f5 83 02 f4 81 {members_none}"), "anyone was in favour");
    assert!(minicbor::decode::<Verdict>(&bytes(&format!("83 f4 f4 {members_none}"))).is_ok());
}

#[test]
fn shapes_that_are_no_reason() {
    for wrong in ["84 00 00 00 f5", "83 01 00 f5", "83 05 f5 80", "81 01", "84 02 f5 80 00"] {
        refused::<Reason>(wrong, "no reason");
    }
    refused::<Reason>("83 02 f5 80", "must not be empty");
    refused::<Reason>("83 02 f5 9f 84 01 00 00 f5 ff", "definite");
    refused::<Reason>("9f 01 00 00 f5 ff", "definite");
    refused::<Reason>("84 04 00 f5 81 84 01 00 00 f5", "from 1 to 1");
    refused::<Reason>("84 04 02 f4 81 84 01 00 00 f5", "from 1 to 1");
    refused::<Verdict>("82 f5 f5", "3 elements, found 2");
}

/// Lists of one part, `lists` deep, around a clause that is met.
fn nested(lists: usize) -> String {
    format!("{}{}", "83 02 f5 81 ".repeat(lists), "84 01 00 00 f5")
}

#[test]
fn depth_is_limited_whatever_arrives() {
    assert!(minicbor::decode::<Reason>(&bytes(&nested(MAX_DEPTH - 1))).is_ok());
    refused::<Reason>(&nested(MAX_DEPTH), "too deep");
    refused::<Reason>(&nested(100_000), "too deep");
}

#[test]
fn the_number_of_reasons_is_limited_whatever_is_claimed() {
    let list = |parts: usize| format!("83 02 f5 99 {parts:04x} {}", "84 01 00 00 f5".repeat(parts));
    assert!(minicbor::decode::<Reason>(&bytes(&list(255))).is_ok());
    refused::<Reason>(&list(256), "too many");
    refused::<Reason>("83 02 f5 9b ffffffffffffffff 84 01 00 00 f5", "end of input");
}

#[test]
fn formulas_and_rolls_go_through_their_constructors() {
    let share =
        Formula::share(Measure(1), Ratio::percent(65).unwrap(), Base::Participating, Strictness::MoreThan);
    let clause = Formula::not_in_favour_at_most(1);
    pinned(&share, "85 00 01 820d14 01 01");
    let all = Formula::all(vec![share, clause.clone()]).unwrap();
    pinned(
        &Formula::any(vec![Formula::at_least(1, vec![clause.clone()]).unwrap(), all]).unwrap(),
        "82 03 82 83 04 01 81 82 01 01 82 02 82 85 00 01 820d14 01 01 82 01 01",
    );
    refused::<Formula>("82 02 80", "at least 1 part");
    refused::<Formula>("83 04 02 81 82 01 01", "from 1 to 1");
    refused::<Formula>("82 05 01", "known kind");
    refused::<Formula>("82 02 9b ffffffffffffffff", "so many parts");
    let deepest = (1..MAX_DEPTH).fold(clause, |inner, _| Formula::all(vec![inner]).unwrap());
    let encoded = minicbor::to_vec(&deepest).unwrap();
    assert_eq!(minicbor::decode::<Formula>(&encoded).unwrap(), deepest);
    refused::<Formula>(&("82 02 81".to_owned() + &hex(&encoded)), "so deep");

    let seat = |participating, weight| Seat { participating, weights: vec![weight] };
    pinned(&Roll::new(1, vec![seat(true, 2), seat(false, 1)]).unwrap(), "82 01 82 82 f5 81 02 82 f4 81 01");
    refused::<Roll>("82 01 80", "from 1 to");
    refused::<Roll>("82 02 81 82 f5 81 02", "must have 2 weights");
    refused::<Roll>("82 00 9b ffffffffffffffff", "so many seats");
}
