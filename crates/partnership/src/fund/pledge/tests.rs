use super::*;
use crate::exercise::Exercise;
use crate::exercise::commands::{eur, indicate, phrase, pledge, sign, usd};
use crate::fund::chart::{account, book};
use crate::fund::pledges::Ending;

fn pledged(x: &Exercise, of: &str) -> i128 {
    x.available(book::memoranda(x.partnership.charter()), account::PLEDGED, of)
}

fn until(days: u32, amount: Option<Money>) -> crate::command::Command {
    let day = crate::exercise::NOON.day();
    let lapses = Some(Day(day.0.saturating_add(days)));
    crate::fund::Command::Pledge(Pledge { amount, condition: None, lapses }).into()
}

fn fund_events(events: Vec<AnyEvent>) -> Vec<Event> {
    let of_fund = |event| match event {
        AnyEvent::Fund(event) => Some(event),
        _ => None,
    };
    events.into_iter().filter_map(of_fund).filter(|event| !matches!(event, Event::Posted { .. })).collect()
}

#[test]
fn a_pledge_stands_among_the_memoranda_in_the_place_of_the_one_before() {
    let mut x = Exercise::begin();
    let events = x.accept("GBR/representative", pledge(Some(usd("18.00"))));
    let member = "GBR".parse().unwrap();
    let made = Pledge { amount: Some(usd("18.00")), condition: None, lapses: None };
    assert_eq!(events[0], Event::Pledged { member, pledge: made }.into());
    assert_eq!(pledged(&x, "GBR"), 18_00);
    let events = x.accept("GBR/representative", pledge(Some(usd("15.00"))));
    let taken_back = crate::ids::EntryNo(1);
    assert!(matches!(
        events[1..],
        [
            AnyEvent::Fund(Event::Posted { reverses: Some(number), .. }),
            AnyEvent::Fund(Event::Posted { reverses: None, .. })
        ] if number == taken_back
    ));
    assert_eq!(pledged(&x, "GBR"), 15_00);
    // Unknown is unknown, and not the amount of before.
    assert_eq!(x.accept("GBR/representative", pledge(None)).len(), 2);
    assert_eq!(pledged(&x, "GBR"), 0);
}

#[test]
fn a_pledge_gives_no_commitment_authority_and_is_due_from_nobody() {
    let mut x = Exercise::begin();
    x.accept("GBR/representative", pledge(Some(usd("18.00"))));
    let charter = x.partnership.charter();
    assert_eq!(x.available(book::authority(charter), account::AVAILABLE, ""), 0);
    assert_eq!(x.available(book::cash(charter), account::DUE, "GBR"), 0);
    assert_eq!(x.available(book::memoranda(charter), account::CALLABLE, "GBR"), 0);
}

#[test]
fn a_pledge_stands_beside_what_the_member_indicated() {
    let mut x = Exercise::begin();
    x.accept("GBR/representative", indicate("GBR", Some(usd("20.00"))));
    x.accept("GBR/representative", pledge(Some(usd("18.00"))));
    assert_eq!(x.available(book::memoranda(x.partnership.charter()), account::INDICATED, "GBR"), 20_00);
}

#[test]
fn f1_f2_and_f15_what_is_pledged_is_more_than_nothing_in_the_funds_currency_and_no_more_than_the_target() {
    let mut x = Exercise::begin();
    x.refuse("GBR/representative", pledge(Some(eur("1.00"))), "F1");
    for nothing in ["-0.01", "0"] {
        x.refuse("GBR/representative", pledge(Some(usd(nothing))), "F2");
    }
    x.accept("GBR/representative", pledge(Some(usd("0.01"))));
    x.accept("GBR/representative", pledge(Some(usd("95000000000.00"))));
    x.refuse("GBR/representative", pledge(Some(usd("95000000000.01"))), "F15");
}

#[test]
fn o1_only_a_representative_pledges() {
    let mut x = Exercise::begin();
    for office in ["root", "treasurer", "case-officer"] {
        x.refuse(&["GBR/", office].concat(), pledge(None), "O1");
    }
}

#[test]
fn f17_a_pledge_lapses_by_itself_with_the_beginning_of_a_day_to_come() {
    let mut x = Exercise::begin();
    x.refuse("GBR/representative", until(0, Some(usd("1.00"))), "F17");
    x.accept("GBR/representative", until(1, Some(usd("1.00"))));
    let midnight = Day(crate::exercise::NOON.day().0.saturating_add(1)).begins();
    assert_eq!(x.partnership.next_deadline(), Some(midnight));
    x.at(Moment(midnight.0.saturating_sub(1))).pass();
    assert_eq!(pledged(&x, "GBR"), 1_00);
    let (member, ending) = ("GBR".parse().unwrap(), Ending::Lapsed);
    assert_eq!(fund_events(x.pass()), [Event::PledgeEnded { member, ending }]);
    assert_eq!(pledged(&x, "GBR"), 0);
}

#[test]
fn a_pledge_that_was_replaced_does_not_lapse_on_the_day_of_the_one_before() {
    let mut x = Exercise::begin();
    x.accept("GBR/representative", until(1, Some(usd("1.00"))));
    x.accept("GBR/representative", until(5, Some(usd("2.00"))));
    x.wait("48h").pass();
    assert_eq!(pledged(&x, "GBR"), 2_00);
    x.accept("GBR/representative", pledge(Some(usd("3.00"))));
    assert!(x.wait("240h").pass().is_empty());
    assert_eq!(pledged(&x, "GBR"), 3_00);
}

#[test]
fn a_signed_agreement_ends_the_pledge_up_to_what_it_signs() {
    for (signs, left) in [("9.99", 1), ("10.00", 0), ("10.01", 0)] {
        let mut x = Exercise::begin();
        x.accept("GBR/representative", pledge(Some(usd("10.00"))));
        let events = fund_events(x.accept("GBR/root", sign(usd("0"), usd(signs))));
        assert_eq!(pledged(&x, "GBR"), left);
        let member = "GBR".parse().unwrap();
        let ended = Event::PledgeEnded { member, ending: Ending::Signed };
        let reduced = Event::PledgeReduced { member, left: usd("0.01") };
        assert_eq!(events[1..], [if left == 0 { ended } else { reduced }]);
    }
    let mut x = Exercise::begin();
    x.accept("GBR/representative", pledge(None));
    assert_eq!(fund_events(x.accept("GBR/root", sign(usd("1.00"), usd("0")))).len(), 2);
    // What it pledges from then on is beyond what it signed.
    x.accept("GBR/representative", pledge(Some(usd("4.00"))));
    assert_eq!(pledged(&x, "GBR"), 4_00);
}

#[test]
fn a_condition_is_in_words_or_a_share_of_what_the_others_give() {
    let mut x = Exercise::begin();
    let words = Condition::Words(phrase("subject to appropriation"));
    for condition in [words, Condition::Matching(Ratio::new(1, 2).unwrap())] {
        let pledge = Pledge { amount: None, condition: Some(condition), lapses: None };
        let events = x.accept("GBR/representative", crate::fund::Command::Pledge(pledge.clone()).into());
        assert_eq!(events, [Event::Pledged { member: "GBR".parse().unwrap(), pledge }.into()]);
    }
}
