use alloc::vec;

use super::*;
use crate::command::Command;
use crate::decisions::Choice::InFavour;
use crate::exercise::Exercise;
use crate::exercise::commands::{call, eur, execute, sign, usd};
use crate::exercise::stages::charter_of_dues;
use crate::fund::SignAgreement;

/// 10.00 are paid in, of which this much falls due so many days ahead.
fn signs(x: &Exercise, instalments: &[(u32, &str)]) -> Command {
    let of = |(ahead, amount): &(u32, &str)| Instalment { day: x.day(*ahead), amount: usd(amount) };
    let instalments = Some(instalments.iter().map(of).collect());
    let (paid_in, callable) = (usd("10.00"), usd("5.00"));
    crate::fund::Command::SignAgreement(SignAgreement { paid_in, callable, instalments }).into()
}

#[test]
fn f19_instalments_are_of_more_than_nothing_on_days_to_come_each_after_the_one_before() {
    let mut x = Exercise::begin();
    for wrong in [&[(0, "1.00")][..], &[(1, "1.00"), (1, "1.00")], &[(2, "1.00"), (1, "1.00")], &[]] {
        let command = signs(&x, wrong);
        x.refuse("GBR/root", command, "F19");
    }
    for nothing in ["0", "-0.01"] {
        let command = signs(&x, &[(1, nothing)]);
        x.refuse("GBR/root", command, "F2");
    }
    let instalments = Some(vec![Instalment { day: x.day(1), amount: eur("1.00") }]);
    let other = SignAgreement { paid_in: usd("10.00"), callable: usd("0"), instalments };
    x.refuse("GBR/root", crate::fund::Command::SignAgreement(other).into(), "F1");
    let command = signs(&x, &[(1, "1.00"), (2, "1.00")]);
    x.accept("GBR/root", command);
}

#[test]
fn f19_as_many_as_can_be_read_and_no_more_than_is_paid_in() {
    let many = |count: u32| (1..=count).map(|ahead| (ahead, "0.01")).collect::<Vec<_>>();
    for (count, stands) in [(99, true), (100, true), (101, false)] {
        let mut x = Exercise::begin();
        let command = signs(&x, &many(count));
        if stands {
            x.accept("GBR/root", command);
        } else {
            x.refuse("GBR/root", command, "F19");
        }
    }
    for (second, stands) in [("3.99", true), ("4.00", true), ("4.01", false)] {
        let mut x = Exercise::begin();
        let command = signs(&x, &[(1, "6.00"), (2, second)]);
        if stands {
            x.accept("GBR/root", command);
        } else {
            x.refuse("GBR/root", command, "F19");
        }
    }
}

#[test]
fn f21_an_instalment_falls_due_with_its_day_by_time_alone() {
    let mut x = Exercise::begin();
    let command = signs(&x, &[(10, "4.00"), (20, "5.00")]);
    x.accept("GBR/root", command);
    // What is in no instalment is due at once.
    assert_eq!((x.cash(account::DUE, "GBR"), x.memo(account::NOT_DUE, "GBR")), (1_00, 9_00));
    let (first, second) = (x.day(10), x.day(20));
    x.at(Moment(first.begins().0.saturating_sub(1))).pass();
    assert_eq!(x.cash(account::DUE, "GBR"), 1_00);
    let (member, amount, of) = ("GBR".parse().unwrap(), usd("4.00"), DueOf::Agreement);
    let events = x.pass();
    assert_eq!(events[0], Event::FellDue { member, amount, of }.into());
    assert!(events.iter().all(|event| match event {
        AnyEvent::Fund(Event::Posted { effective, .. }) => *effective == first,
        _ => true,
    }));
    assert_eq!((x.cash(account::DUE, "GBR"), x.memo(account::NOT_DUE, "GBR")), (5_00, 5_00));
    assert_eq!(x.cash(account::PAID_IN, "GBR"), 5_00);
    // A node that was away for long books them on their days all the same.
    x.at(second.begins()).wait("240h").pass();
    assert_eq!((x.cash(account::DUE, "GBR"), x.memo(account::NOT_DUE, "GBR")), (10_00, 0));
    assert_eq!(x.partnership.next_deadline(), None);
}

#[test]
fn f21_what_was_paid_before_pays_an_instalment_at_once_and_counts() {
    let mut x = Exercise::begin();
    let command = signs(&x, &[(10, "4.00")]);
    x.accept("GBR/root", command);
    x.pays("GBR", "8.00");
    assert_eq!((x.cash(account::PREPAID, "GBR"), x.authority()), (2_00, 6_00));
    x.wait("240h").pass();
    assert_eq!((x.cash(account::DUE, "GBR"), x.cash(account::PREPAID, "GBR")), (2_00, 0));
    assert_eq!(x.authority(), 8_00);
}

#[test]
fn an_agreement_whose_instalments_come_later_gives_no_authority_before_they_are_paid() {
    let mut x = Exercise::begin();
    let command = signs(&x, &[(10, "10.00")]);
    x.accept("GBR/root", command);
    assert_eq!((x.authority(), x.cash(account::DUE, "GBR")), (0, 0));
    assert_eq!(x.memo(account::CALLABLE, "GBR"), 5_00);
}

#[test]
fn f21_a_calls_parts_are_receivable_and_fall_due_after_the_charters_time() {
    let mut x = Exercise::under(&charter_of_dues());
    for member in ["DEU", "FRA"] {
        x.accept(&[member, "/root"].concat(), sign(usd("0"), usd("10.00")));
    }
    let decision = x.decided(call("6.00"), [Some(InFavour); 3]);
    let due = x.next().plus("30d".parse().unwrap()).next_day().begins();
    let events = x.accept("CAN/treasurer", execute(decision));
    assert!(matches!(events[1], AnyEvent::Fund(Event::Called { due: Some(at), .. }) if at == due));
    assert_eq!((x.cash(account::RECEIVABLE, "DEU"), x.cash(account::DUE, "DEU")), (3_00, 0));
    assert_eq!((x.cash(account::PAID_IN, "DEU"), x.memo(account::CALLABLE, "DEU")), (3_00, 7_00));
    // FRA pays before the day: its money waits for the due, and pays it.
    x.pays("FRA", "3.00");
    assert_eq!((x.cash(account::PREPAID, "FRA"), x.authority()), (3_00, 0));
    x.at(Moment(due.0.saturating_sub(1))).pass();
    assert_eq!(x.cash(account::DUE, "DEU"), 0);
    x.pass();
    assert_eq!((x.cash(account::RECEIVABLE, "DEU"), x.cash(account::DUE, "DEU")), (0, 3_00));
    assert_eq!((x.cash(account::DUE, "FRA"), x.cash(account::PREPAID, "FRA"), x.authority()), (0, 0, 3_00));
}
