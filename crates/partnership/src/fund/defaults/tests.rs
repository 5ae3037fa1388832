#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::string::String;

use super::*;
use crate::decisions::Choice::InFavour;
use crate::exercise::Exercise;
use crate::exercise::commands::{
    call as calls, countersign, countersign_line, countersign_seal, execute, identify, instruct, payment,
    seal, sign, take_back, usd,
};
use crate::exercise::stages::charter_of_dues;
use crate::exercise::{DAY, MEMBERS};
use crate::fund::DueOf;
use crate::moment::Day;

mod several;

const RECOVERABLE: u16 = account::RECOVERABLE;
const CALLABLE: u16 = account::CALLABLE;

/// Members sign as callable.
fn signed(charter: &str, callable: &[(&str, &str)]) -> Exercise {
    let mut x = Exercise::under(charter);
    for (member, amount) in callable {
        x.accept(&[*member, "/root"].concat(), sign(usd("0"), usd(amount)));
    }
    x
}

/// A call is made, and its parts have fallen due: the day of that.
fn due(x: &mut Exercise, total: &str) -> Day {
    let decision = x.decided(calls(total), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    let falls_due = x.partnership.fund().scheduled_next().unwrap();
    x.at(falls_due).pass();
    falls_due.day()
}

/// DEU, FRA and GBR are called for 100.00 each, and FRA and GBR pay.
fn late() -> (Exercise, Day) {
    let mut x = signed(&charter_of_dues(), &[("DEU", "1000.00"), ("FRA", "1000.00"), ("GBR", "1000.00")]);
    let day = due(&mut x, "300.00");
    x.pays("FRA", "100.00");
    x.pays("GBR", "100.00");
    (x, day)
}

/// What time brought about defaults.
fn said(events: Vec<AnyEvent>) -> Vec<Event> {
    let of_fund = |event| match event {
        AnyEvent::Fund(event @ (Event::InDefault { .. } | Event::SteppedUp { .. })) => Some(event),
        _ => None,
    };
    events.into_iter().filter_map(of_fund).collect()
}

fn code(member: &str) -> MemberCode {
    member.parse().unwrap()
}

fn asked(parts: &[(&str, &str)]) -> Vec<Asked> {
    parts.iter().map(|(member, amount)| Asked { member: code(member), amount: usd(amount) }).collect()
}

/// What a step-up asks, and its shortfall.
fn step_up(events: &[Event]) -> (Vec<Asked>, Money) {
    let asks = events.iter().filter_map(|event| match event {
        Event::SteppedUp { parts, shortfall, .. } => Some((parts.clone(), *shortfall)),
        _ => None,
    });
    let [only] = asks.collect::<Vec<_>>().try_into().unwrap();
    only
}

/// The line that was entered last.
fn last_line(x: &Exercise) -> u32 {
    u32::try_from(x.partnership.fund().lines.len()).unwrap()
}

/// What never breaks: what the others advanced is what is to be given back to them, nobody's money waits beside its own
/// due, and nobody was asked for more than it signed (I-6).
fn holds(x: &Exercise) {
    let sum = |code| MEMBERS.iter().map(|member| x.cash(code, member)).sum::<i128>();
    assert_eq!(sum(RECOVERABLE), sum(account::REIMBURSABLE));
    for member in MEMBERS {
        let owes = x.cash(account::DUE, member) + x.cash(RECOVERABLE, member) + x.cash(account::LATE, member);
        assert!(owes == 0 || x.cash(account::PREPAID, member) == 0, "{member}");
        assert!(x.memo(CALLABLE, member) >= 0);
    }
}

#[test]
fn f24_within_the_grace_nothing_and_beyond_it_every_day_since_it_was_due() {
    for (days, interest) in [(0, 0), (4, 0), (5, 0), (6, 6), (10, 10), (29, 29)] {
        let (mut x, day) = late();
        x.wait("696h");
        x.paid_on("DEU", "100.00", Day(day.0 + days));
        assert_eq!(x.cash(account::LATE, "DEU"), interest, "{days} days late");
        assert_eq!(x.cash(account::LATE_INTEREST, ""), interest);
        assert_eq!(x.cash(account::DUE, "DEU"), 0);
    }
}

#[test]
fn f24_the_value_date_counts_and_not_the_day_of_the_booking() {
    let (mut x, day) = late();
    x.wait("480h");
    x.paid_on("DEU", "100.00", Day(day.0 + 5));
    assert_eq!(x.cash(account::LATE, "DEU"), 0);
    // Before it was due is not late either.
    let (mut x, day) = late();
    x.paid_on("DEU", "100.00", Day(day.0 - 3));
    assert_eq!(x.cash(account::LATE, "DEU"), 0);
}

#[test]
fn f24_a_seal_makes_nobody_late_that_paid_in_time() {
    // The day of the payment is sealed before its line is entered: it is booked later, and was paid when it was.
    for (days, interest) in [(5, 0), (6, 6)] {
        let (mut x, day) = late();
        x.wait("480h");
        x.accept("FRA/treasurer", seal(x.day(0).0.checked_sub(1).map(Day).unwrap()));
        x.accept("GBR/treasurer", countersign_seal(1));
        x.paid_on("DEU", "100.00", Day(day.0 + days));
        assert_eq!(x.cash(account::LATE, "DEU"), interest, "{days} days late");
        assert_eq!(x.cash(account::DUE, "DEU"), 0);
    }
}

#[test]
fn f24_another_day_count_and_no_grace_and_no_interest_as_the_charter_says() {
    let charter = charter_of_dues();
    let year = charter.replace("interest = \"3.6%\"", "interest = \"3.65%\"\nday-count = \"act/365\"");
    let without_grace = charter.replace("grace = \"5d\"\n", "");
    let without = charter.replace("interest = \"3.6%\"\ngrace = \"5d\"\n", "");
    for (charter, days, interest) in [(year, 10, 10), (without_grace, 1, 1), (without, 10, 0)] {
        let mut x = signed(&charter, &[("DEU", "1000.00")]);
        let day = due(&mut x, "100.00");
        x.wait("240h");
        x.paid_on("DEU", "100.00", Day(day.0 + days));
        assert_eq!(x.cash(account::LATE, "DEU"), interest);
    }
}

#[test]
fn f23_the_oldest_principal_first_then_interest_and_what_is_over_is_held() {
    let (mut x, _) = late();
    x.wait("240h").pays("DEU", "60.00");
    assert_eq!((x.cash(account::DUE, "DEU"), x.cash(account::LATE, "DEU")), (40_00, 6));
    // No interest on interest, and none on what was paid.
    x.wait("240h").pays("DEU", "40.13");
    assert_eq!((x.cash(account::DUE, "DEU"), x.cash(account::LATE, "DEU")), (0, 1));
    x.wait("240h").pays("DEU", "0.03");
    assert_eq!((x.cash(account::LATE, "DEU"), x.cash(account::PREPAID, "DEU")), (0, 2));
    assert_eq!(x.cash(account::LATE_INTEREST, ""), 14);
    // Interest is income, and nothing that help can be promised against.
    assert_eq!((x.authority(), x.cash(account::CASH, "")), (30_000, 30_016));
    holds(&x);
}

#[test]
fn f25_a_member_is_in_default_by_time_alone_and_not_a_moment_sooner() {
    let (mut x, _) = late();
    let fell_due = x.partnership.fund().owed.of(code("DEU")).next().unwrap().since;
    let moment = Moment(fell_due.0 + 30 * DAY);
    assert_eq!(said(x.at(Moment(moment.0 - 1)).pass()), []);
    let events = said(x.pass());
    let (member, owed, interest) = (code("DEU"), usd("100.00"), usd("0.30"));
    assert_eq!(events[0], Event::InDefault { member, owed, interest, day: moment.day() });
    assert_eq!(x.cash(account::LATE, "DEU"), 30, "the interest so far is due");
    assert!(x.partnership.fund().owed.in_default(member));
    holds(&x);
}

#[test]
fn f25_a_default_that_is_booked_late_is_of_its_own_day() {
    let (mut x, day) = late();
    let events = said(x.wait("1200h").pass());
    let (member, owed, interest) = (code("DEU"), usd("100.00"), usd("0.30"));
    assert_eq!(events[0], Event::InDefault { member, owed, interest, day: Day(day.0 + 30) });
    // The days between are counted with the payment.
    x.pays("DEU", "100.00");
    assert_eq!(x.cash(account::LATE, "DEU"), 50);
}

#[test]
fn f25_whoever_paid_in_time_is_in_no_default_and_a_part_does_not_do() {
    let (mut x, _) = late();
    x.pays("DEU", "100.00");
    assert_eq!(said(x.wait("2400h").pass()), []);
    let (mut x, _) = late();
    x.pays("DEU", "99.99");
    let events = said(x.wait("720h").pass());
    assert!(matches!(events[0], Event::InDefault { owed, .. } if owed == usd("0.01")));
}

#[test]
fn f25_and_f26_nothing_of_the_kind_where_the_charter_does_not_say_so() {
    let without_step_up = charter_of_dues().replace("step-up = true\n", "step-up = false\n");
    let mut x = signed(&without_step_up, &[("DEU", "10.00"), ("FRA", "10.00")]);
    due(&mut x, "2.00");
    let events = said(x.wait("2400h").pass());
    assert!(matches!(events[..], [Event::InDefault { .. }, Event::InDefault { .. }]), "{events:?}");
    assert_eq!((x.cash(account::DUE, "DEU"), x.memo(CALLABLE, "FRA")), (1_00, 9_00));
    let without_default = without_step_up.replace("default-after = \"30d\"", "");
    let mut x = signed(&without_default, &[("DEU", "10.00")]);
    due(&mut x, "2.00");
    assert_eq!(said(x.wait("87600h").pass()), []);
}

#[test]
fn i_24_from_due_to_default_to_step_up_to_late_payment_to_what_is_given_back() {
    let (mut x, _) = late();
    let events = said(x.wait("720h").pass());
    assert_eq!(step_up(&events), (asked(&[("FRA", "50.00"), ("GBR", "50.00")]), usd("0")));
    assert_eq!((x.cash(account::DUE, "DEU"), x.cash(RECOVERABLE, "DEU")), (0, 10_000));
    assert_eq!((x.memo(CALLABLE, "FRA"), x.cash(account::RECEIVABLE, "FRA")), (85_000, 50_00));
    // What the others are asked falls due after the same time as any call, and counts when they pay it.
    x.wait("744h").pass();
    x.pays("FRA", "50.00");
    x.pays("GBR", "50.00");
    assert_eq!((x.authority(), x.cash(account::CASH, "")), (30_000, 30_000));
    holds(&x);
    // F27: the debtor pays a part, ten days after that. The others have it back as it comes, half and half.
    x.wait("240h").pays("DEU", "40.01");
    assert_eq!((x.cash(account::PREPAID, "FRA"), x.cash(account::PREPAID, "GBR")), (20_01, 20_00));
    assert_eq!((x.memo(CALLABLE, "FRA"), x.memo(CALLABLE, "GBR")), (87_001, 87_000));
    assert_eq!((x.authority(), x.cash(RECOVERABLE, "DEU")), (30_000, 59_99));
    // 30 cents at default, and 41 days on 40.01 since: 16 cents.
    assert_eq!(x.cash(account::LATE, "DEU"), 46);
    // The rest on the same day: 59.99 for 41 days are 25 cents.
    x.pays("DEU", "60.70");
    assert_eq!((x.cash(account::LATE, "DEU"), x.cash(RECOVERABLE, "DEU")), (0, 0));
    assert_eq!((x.cash(account::PREPAID, "FRA"), x.cash(account::PREPAID, "GBR")), (50_00, 50_00));
    assert_eq!((x.memo(CALLABLE, "FRA"), x.memo(CALLABLE, "GBR")), (90_000, 90_000));
    assert_eq!((x.authority(), x.cash(account::CASH, "")), (30_000, 40_071));
    assert!(!x.partnership.fund().owed.in_default(code("DEU")));
    holds(&x);
}

#[test]
fn f27_what_comes_back_before_the_other_has_paid_pays_what_it_was_asked() {
    let (mut x, _) = late();
    x.wait("720h").pass();
    // Nothing of it is due from the others yet: it waits for them, and pays it when it is.
    x.pays("DEU", "100.30");
    assert_eq!((x.cash(account::PREPAID, "FRA"), x.cash(account::RECEIVABLE, "FRA")), (50_00, 50_00));
    assert_eq!(x.authority(), 20_000);
    x.wait("744h").pass();
    assert_eq!((x.cash(account::PREPAID, "FRA"), x.cash(account::DUE, "FRA")), (0, 0));
    assert_eq!((x.authority(), x.memo(CALLABLE, "FRA")), (30_000, 90_000));
    holds(&x);
    // Due and not paid: it pays that at once.
    let (mut x, _) = late();
    x.wait("720h").pass();
    x.wait("744h").pass();
    x.pays("DEU", "100.00");
    assert_eq!((x.cash(account::PREPAID, "FRA"), x.cash(account::DUE, "FRA")), (0, 0));
    assert_eq!((x.authority(), x.memo(CALLABLE, "FRA")), (30_000, 90_000));
    holds(&x);
}

#[test]
fn i_6_and_i_27_nobody_beyond_what_it_has_left_and_the_shortfall_is_said() {
    // 10.00 each. What DEU does not pay is its part; what is left to the others is what was not called.
    for (total, parts, shortfall) in [
        ("19.99", [("FRA", "3.34"), ("GBR", "3.33")], "0"),
        ("20.00", [("FRA", "3.33"), ("GBR", "3.34")], "0"),
        ("20.01", [("FRA", "3.33"), ("GBR", "3.33")], "0.01"),
        ("29.97", [("FRA", "0.01"), ("GBR", "0.01")], "9.97"),
    ] {
        let mut x = signed(&charter_of_dues(), &[("DEU", "10.00"), ("FRA", "10.00"), ("GBR", "10.00")]);
        due(&mut x, total);
        let called = ["FRA", "GBR"].map(|member| x.cash(account::DUE, member));
        for (member, amount) in ["FRA", "GBR"].iter().zip(called) {
            let amount = Money::new(amount, usd("0").currency()).unwrap();
            x.pays(member, &alloc::format!("{amount}"));
        }
        let owed = x.cash(account::DUE, "DEU");
        let (asks, short) = step_up(&said(x.wait("720h").pass()));
        assert_eq!((&asks, short), (&asked(&parts), usd(shortfall)), "{total}");
        // I-7: the parts and the shortfall are what was not paid, exactly.
        let sum: i128 = asks.iter().map(|part| part.amount.minor()).sum();
        assert_eq!(sum + short.minor(), owed);
        assert_eq!((x.cash(RECOVERABLE, "DEU"), x.cash(account::DUE, "DEU")), (sum, short.minor()));
        holds(&x);
    }
}

#[test]
fn f26_a_member_with_little_left_gives_that_and_the_others_the_rest() {
    let mut x = signed(&charter_of_dues(), &[("FRA", "1.00")]);
    due(&mut x, "0.85");
    for member in ["CAN", "DEU"] {
        x.accept(&[member, "/root"].concat(), sign(usd("0"), usd("100.00")));
    }
    x.pays("FRA", "0.95");
    due(&mut x, "20.10");
    x.pays("CAN", "10.00");
    // FRA would be asked a hundred-and-first of 10.00, and has 0.05 left.
    let (asks, shortfall) = step_up(&said(x.wait("720h").pass()));
    assert_eq!((asks, shortfall), (asked(&[("CAN", "9.95"), ("FRA", "0.05")]), usd("0")));
    assert_eq!((x.memo(CALLABLE, "CAN"), x.memo(CALLABLE, "FRA")), (80_05, 0));
    holds(&x);
}

#[test]
fn i_26_two_defaulters_and_a_default_on_what_was_asked_for_another() {
    let all = [("CAN", "100.00"), ("DEU", "100.00"), ("FRA", "100.00"), ("GBR", "100.00")];
    let mut x = signed(&charter_of_dues(), &all);
    due(&mut x, "40.00");
    x.pays("CAN", "10.00");
    x.pays("GBR", "10.00");
    let events = said(x.wait("720h").pass());
    let steps: Vec<&Event> = events.iter().filter(|event| matches!(event, Event::SteppedUp { .. })).collect();
    // FRA was not in default yet when DEU was; whoever is in default is asked for nobody.
    assert!(matches!(steps[0], Event::SteppedUp { parts, .. }
        if *parts == asked(&[("CAN", "3.34"), ("FRA", "3.33"), ("GBR", "3.33")])));
    assert!(matches!(steps[1], Event::SteppedUp { parts, .. }
        if *parts == asked(&[("CAN", "5.00"), ("GBR", "5.00")])));
    x.wait("744h").pass();
    x.pays("CAN", "8.34");
    x.pays("GBR", "8.33");
    // FRA does not pay what it was asked for DEU either: the two that are left are asked for that too.
    let events = said(x.wait("720h").pass());
    assert_eq!(step_up(&events), (asked(&[("CAN", "1.67"), ("GBR", "1.66")]), usd("0")));
    let Event::SteppedUp { of, .. } = &events[1] else { panic!("stepped up") };
    assert_eq!(*of, code("FRA"));
    x.wait("744h").pass();
    x.pays("CAN", "1.67");
    x.pays("GBR", "1.66");
    assert_eq!((x.cash(account::CASH, ""), x.authority()), (40_00, 40_00), "the whole call came in");
    holds(&x);
    // DEU pays: what FRA would have back pays what FRA owes, and goes on to those who advanced that.
    x.pays("DEU", "10.00");
    holds(&x);
    assert_eq!((x.cash(RECOVERABLE, "DEU"), x.cash(account::PREPAID, "FRA")), (0, 0));
    assert_eq!(x.cash(RECOVERABLE, "FRA"), 10_00);
    x.pays("FRA", "10.00");
    holds(&x);
    // All square, to the unit: each of the two that paid for all has back what it advanced, and can be called again.
    assert_eq!((x.cash(account::PREPAID, "CAN"), x.cash(account::PREPAID, "GBR")), (10_01, 9_99));
    for member in MEMBERS {
        assert_eq!(x.cash(RECOVERABLE, member) + x.cash(account::REIMBURSABLE, member), 0);
    }
    assert_eq!((x.memo(CALLABLE, "CAN"), x.memo(CALLABLE, "GBR")), (90_00, 90_00));
    assert_eq!(x.authority(), 40_00);
}

#[test]
fn i_26_all_but_one_default_and_the_one_gives_no_more_than_it_signed() {
    let all = [("CAN", "30.00"), ("DEU", "30.00"), ("FRA", "30.00"), ("GBR", "30.00")];
    let mut x = signed(&charter_of_dues(), &all);
    due(&mut x, "40.00");
    x.pays("GBR", "10.00");
    for _ in 0..6 {
        x.wait("720h").pass();
        let waits = x.cash(account::DUE, "GBR");
        if waits > 0 {
            let waits = Money::new(waits, usd("0").currency()).unwrap();
            x.pays("GBR", &alloc::format!("{waits}"));
        }
        holds(&x);
    }
    // It had 20.00 left, and 30.00 were not paid.
    assert_eq!((x.memo(CALLABLE, "GBR"), x.cash(account::CASH, "")), (0, 30_00));
    assert_eq!(
        x.cash(account::DUE, "CAN") + x.cash(account::DUE, "DEU") + x.cash(account::DUE, "FRA"),
        10_00
    );
}

#[test]
fn a_second_default_is_on_the_second_call_alone() {
    let (mut x, _) = late();
    x.wait("720h").pass();
    let decision = x.decided(calls("30.00"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    x.wait("744h").pass();
    for member in ["FRA", "GBR"] {
        x.pays(member, "60.00");
    }
    let events = said(x.wait("720h").pass());
    let of = |event: &Event| match event {
        Event::InDefault { owed, interest, .. } => Some((*owed, *interest)),
        _ => None,
    };
    assert_eq!(events.iter().filter_map(of).collect::<Vec<_>>(), [(usd("10.00"), usd("0.03"))]);
    assert_eq!(step_up(&events).0, asked(&[("FRA", "5.00"), ("GBR", "5.00")]));
    holds(&x);
}

#[test]
fn f26_two_calls_at_one_default_ask_nobody_twice_for_what_it_has_left() {
    let mut x = signed(&charter_of_dues(), &[("DEU", "12.00"), ("FRA", "12.00")]);
    for _ in 0..2 {
        let decision = x.decided(calls("10.00"), [Some(InFavour); 3]);
        x.accept("CAN/treasurer", execute(decision));
    }
    x.pays("FRA", "10.00");
    // Nobody's node orders a block for a year: both defaults are booked at once.
    let events = said(x.wait("8760h").pass());
    let asks: Vec<i128> = events
        .iter()
        .filter_map(|event| match event {
            Event::SteppedUp { parts, .. } => Some(parts.iter().map(|part| part.amount.minor()).sum()),
            _ => None,
        })
        .collect();
    assert_eq!(asks.iter().sum::<i128>(), 2_00, "{events:?}");
    assert_eq!(x.memo(CALLABLE, "FRA"), 0);
    holds(&x);
}

#[test]
fn f26_without_a_day_for_calls_the_others_are_asked_at_once() {
    let at_once = charter_of_dues().replace("due-within = \"30d\"\n", "");
    let mut x = signed(&at_once, &[("DEU", "10.00"), ("FRA", "10.00")]);
    let decision = x.decided(calls("2.00"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    x.pays("FRA", "1.50");
    x.wait("720h").pass();
    // What it had paid too much pays half of it at once.
    assert_eq!((x.cash(account::DUE, "FRA"), x.cash(account::PREPAID, "FRA")), (50, 0));
    let item = x.partnership.fund().owed.of(code("FRA")).next().copied().unwrap();
    assert!(matches!(item.of, DueOf::StepUp { of, .. } if of == code("DEU")));
    holds(&x);
}

#[test]
fn i_25_a_defaulter_whose_case_was_approved_is_still_paid() {
    let mut x = signed(&charter_of_dues(), &[("CAN", "10.00"), ("FRA", "10.00")]);
    x.accept("GBR/root", sign(usd("100.00"), usd("0")));
    x.pays("GBR", "100.00");
    let case = x.attested(&["10.00"]);
    due(&mut x, "10.00");
    x.pays("FRA", "5.00");
    let events = said(x.wait("720h").pass());
    assert!(matches!(events[0], Event::InDefault { member, .. } if member == code("CAN")));
    x.accept("DEU/treasurer", instruct(case, 1));
    x.accept("FRA/treasurer", countersign(1));
    let today = x.next().day();
    let entered = x.accept("GBR/treasurer", payment(1, usd("10.00"), today, "out"));
    let AnyEvent::Fund(Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
    x.accept("DEU/treasurer", countersign_line(line.number.0));
    assert_eq!(x.cash(account::ASSISTANCE, "case-1"), 10_00);
    // The help pays nothing of what it owes, and what it owes holds nothing of the help back.
    assert_eq!(x.cash(RECOVERABLE, "CAN"), 5_00);
    holds(&x);
}

#[test]
fn f26_a_state_that_left_is_asked_for_nobody_and_is_owed_what_it_advanced() {
    let (mut x, _) = late();
    x.accept("GBR/root", crate::exercise::standing::withdraw());
    // Its notice runs for a year. DEU pays nothing in that year; GBR was asked before it left, and pays.
    x.wait("1440h").pass();
    x.pays("FRA", "50.00");
    x.pays("GBR", "50.00");
    x.wait("8760h").pass();
    x.pays("DEU", "50.00");
    assert_eq!(x.cash(account::PREPAID, "GBR"), 25_00);
    // What it signed binds it no more: it cannot be called again for what it has back.
    assert_eq!((x.memo(CALLABLE, "GBR"), x.memo(CALLABLE, "FRA")), (85_000, 87_500));
    holds(&x);
}

/// The words of a charter that is in force, for those that read this file first.
#[test]
fn the_charter_of_these_tests_is_the_founding_one_with_five_keys_more() {
    let charter: String = charter_of_dues();
    assert!(charter.contains("due-within = \"30d\"\nstep-up = true"));
    assert!(charter.contains("interest = \"3.6%\"\ngrace = \"5d\"\ndefault-after = \"30d\""));
}

/// I-22 with interest: what a late payment had paid, and the interest that it brought, are owed again as before.
#[test]
fn f23_a_late_payment_that_is_taken_back_leaves_all_as_it_was() {
    let (mut x, day) = late();
    x.wait("240h");
    let stands = |x: &Exercise| {
        let codes = [account::CASH, account::DUE, account::LATE, account::LATE_INTEREST, account::PREPAID];
        let authority = x.available(book::authority(x.partnership.charter()), account::AVAILABLE, "");
        (codes.map(|code| (x.cash(code, ""), x.cash(code, "DEU"))), authority)
    };
    let before = stands(&x);
    x.paid_on("DEU", "60.00", Day(day.0 + 10));
    let line = last_line(&x);
    assert!(x.cash(account::LATE, "DEU") > 0);
    x.accept("CAN/treasurer", take_back(line));
    x.accept("GBR/treasurer", take_back(line));
    assert_eq!(stands(&x), before);
    // It is owed as of its own day: the same payment brings the same interest again.
    x.paid_on("DEU", "100.00", Day(day.0 + 10));
    assert_eq!([x.cash(account::DUE, "DEU"), x.cash(account::LATE, "DEU")], [0, 10]);
    holds(&x);
}

/// I-22: what came from one member was another's.
#[test]
fn f23_a_payment_that_was_anothers_is_owed_again_by_the_one_and_pays_for_the_other() {
    let (mut x, day) = late();
    x.paid_on("DEU", "100.00", day);
    let line = last_line(&x);
    x.accept("CAN/treasurer", identify(line, "FRA"));
    x.accept("GBR/treasurer", identify(line, "FRA"));
    assert_eq!([x.cash(account::DUE, "DEU"), x.cash(account::PREPAID, "FRA")], [10_000, 10_000]);
    holds(&x);
}

#[test]
fn f43_what_went_back_to_those_that_had_advanced_it_is_not_asked_of_them_again() {
    let (mut x, _) = late();
    x.wait("696h");
    x.wait("720h");
    x.pass();
    x.pays("DEU", "10.00");
    let line = last_line(&x);
    for correction in [take_back(line), identify(line, "FRA")] {
        x.refuse("CAN/treasurer", correction, "F43");
    }
    holds(&x);
}
