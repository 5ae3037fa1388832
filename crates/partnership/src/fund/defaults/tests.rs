#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::string::String;

use super::*;
use crate::decisions::Choice::InFavour;
use crate::exercise::Exercise;
use crate::exercise::commands::{
    call as calls, countersign, countersign_line, execute, instruct, payment, sign, usd,
};
use crate::exercise::stages::charter_of_dues;
use crate::exercise::{DAY, MEMBERS};
use crate::fund::DueOf;
use crate::moment::Day;

mod corrections;
mod left;
mod same_moment;
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
fn f25_what_grows_old_between_two_blocks_is_in_default_from_its_own_moment() {
    let (mut x, day) = late();
    x.paid_on("DEU", "100.00", day);
    let decision = x.decided(calls("30.00"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    x.at(x.partnership.fund().scheduled_next().unwrap()).pass();
    let since = x.partnership.moment();
    // The next block comes long after; a watch for what is paid by now falls due before.
    let booked = x.wait("2400h").step(&[]).unwrap().booked;
    let defaults =
        booked.iter().filter(|booked| matches!(booked.event, AnyEvent::Fund(Event::InDefault { .. })));
    let moments: Vec<Option<Moment>> = defaults.map(|booked| booked.fell_due).collect();
    let own = Some(since.plus("30d".parse().unwrap()));
    assert!(!moments.is_empty() && moments.iter().all(|moment| *moment == own), "{moments:?}, not {own:?}");
}
