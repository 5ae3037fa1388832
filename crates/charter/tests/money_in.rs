//! The optional keys by which money comes in: what they mean, and that a text without them means what it meant.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::{Charter, LateInterest};
use quorate_ledger::{Currency, Money};

const BASE: &str = include_str!("faults/base.toml");

/// The base with these lines among the articles on contributions and on calls.
fn with(contributions: &str, calls: &str) -> Charter {
    let text = BASE.replace("[contributions]\n", &format!("[contributions]\n{contributions}\n"));
    Charter::read(&text.replace("[calls]\n", &format!("[calls]\n{calls}\n"))).unwrap()
}

fn interest(text: &str) -> LateInterest {
    with(text, "").contributions().interest().unwrap()
}

#[test]
fn without_the_keys_a_call_is_due_at_once_and_being_late_costs_nothing() {
    let charter = Charter::read(BASE).unwrap();
    assert_eq!((charter.contributions().interest(), charter.contributions().default_after()), (None, None));
    assert_eq!((charter.calls().due_within(), charter.calls().step_up()), (None, false));
    assert_eq!((charter.fund().notes_count(), charter.calls().emergency_within()), (None, None));
}

#[test]
fn a_rate_is_a_percentage_with_up_to_two_decimals() {
    for (text, hundredths) in [("0.01%", 1), ("4%", 400), ("4.2%", 420), ("4.25%", 425), ("100%", 10_000)] {
        assert_eq!(interest(&format!("interest = \"{text}\"")).yearly(), hundredths, "{text}");
    }
}

#[test]
fn days_are_counted_as_of_360_unless_the_text_says_365() {
    let year = |text: &str| interest(&format!("interest = \"4%\"\n{text}")).year();
    assert_eq!((year(""), year("day-count = \"act/360\""), year("day-count = \"act/365\"")), (360, 360, 365));
}

#[test]
fn default_may_come_with_the_end_of_the_grace_and_no_sooner() {
    let charter = with("interest = \"4%\"\ngrace = \"30d\"\ndefault-after = \"30d\"", "step-up = true");
    assert_eq!(charter.contributions().default_after(), Some("30d".parse().unwrap()));
    assert_eq!(charter.contributions().interest().unwrap().grace(), Some("30d".parse().unwrap()));
    assert!(charter.calls().step_up());
}

#[test]
fn fees_are_borne_only_where_the_text_says_so() {
    assert_eq!(Charter::read(BASE).unwrap().contributions().fees_borne(), None);
    let borne = with("fees-borne = \"25.00\"", "").contributions().fees_borne();
    let usd = Currency::from_code("USD").unwrap();
    assert_eq!(borne, Some(Money::parse("25.00", usd).unwrap()));
}

#[test]
fn notes_count_at_most_as_much_as_money() {
    let notes = |paid_in: &str, notes: &str| {
        let authority = format!("authority = {{ paid-in = \"{paid_in}\", notes = \"{notes}\" }}");
        Charter::read(&BASE.replace("authority = { paid-in = \"100%\" }", &authority))
    };
    for (paid_in, share, stands) in
        [("50%", "49%", true), ("50%", "50%", true), ("50%", "51%", false), ("0%", "0%", true)]
    {
        assert_eq!(notes(paid_in, share).is_ok(), stands, "{paid_in} {share}");
    }
}
