//! The plan in figures: no amount of it is lost.

use quorate_ledger::{Currency, MAX_MINOR, Money};
use quorate_partnership::fund::{self, Standing};
use quorate_partnership::{Booked, Moment};
use quorate_records::{Plan, Records};

use crate::world::World;

const TARGET: i128 = 9_500_000_000_000;

fn usd(minor: i128) -> Money {
    Money::new(minor, Currency::from_code("USD").unwrap()).unwrap()
}

/// The plan where these members are said to give this much. The record is taken as it is: no rule is asked.
fn plan(indicated: &[(&str, Standing, i128)]) -> Plan {
    told(indicated, &[]).plan()
}

/// The records where these members are said to give this much, and these signed so much, paid in and callable.
fn told(indicated: &[(&str, Standing, i128)], signed: &[(&str, i128, i128)]) -> Records {
    let mut records: Records = World::begin().records;
    for (member, standing, minor) in indicated {
        let (of, by) = (member.parse().unwrap(), "CAN".parse().unwrap());
        let (standing, amount, source) = (*standing, Some(usd(*minor)), "a source".parse().unwrap());
        let event = fund::Event::Indicated { of, by, standing, amount, source }.into();
        records.hear(&Booked { height: 1, at: Moment(1), fell_due: None, by: None, event });
    }
    for (member, paid_in, callable) in signed {
        let (member, instalments) = (member.parse().unwrap(), None);
        let (paid_in, callable) = (usd(*paid_in), usd(*callable));
        let event = fund::Event::AgreementSigned { member, paid_in, callable, instalments }.into();
        records.hear(&Booked { height: 2, at: Moment(2), fell_due: None, by: None, event });
    }
    records
}

#[test]
fn what_is_announced_is_added_up_and_the_rest_is_open() {
    use Standing::{Announced, Expected};
    let figures = |indicated: &[_]| (plan(indicated).announced, plan(indicated).open);
    assert_eq!(figures(&[]), (Some(usd(0)), Some(usd(TARGET))));
    let some = [("DEU", Announced, 1), ("FRA", Expected, 5), ("GBR", Announced, TARGET - 2)];
    assert_eq!(figures(&some), (Some(usd(TARGET - 1)), Some(usd(1))));
    let more = [("DEU", Announced, TARGET), ("FRA", Announced, 1)];
    assert_eq!(
        figures(&more),
        (Some(usd(TARGET + 1)), Some(usd(0))),
        "more than the target: nothing is open"
    );
}

#[test]
fn a_sum_beyond_what_can_be_counted_is_no_sum() {
    use Standing::Announced;
    let most = plan(&[("DEU", Announced, MAX_MINOR - 1), ("FRA", Announced, 1)]);
    assert_eq!((most.announced, most.open), (Some(usd(MAX_MINOR)), Some(usd(0))));
    let beyond = plan(&[("DEU", Announced, MAX_MINOR), ("FRA", Announced, 1), ("GBR", Announced, 2)]);
    assert_eq!((beyond.announced, beyond.open), (None, None));
}

#[test]
fn each_member_counts_for_the_greater_of_what_it_announced_and_signed() {
    use Standing::{Announced, Expected};
    let of = |indicated: &[_], signed: &[_]| {
        let progress = told(indicated, signed).progress();
        (progress.signed, progress.promised, progress.only_announced(), progress.open())
    };
    assert_eq!(of(&[], &[]), (0, 0, 0, TARGET));
    // One announced and another signed: neither's words are the other's.
    assert_eq!(of(&[("DEU", Announced, 10)], &[("FRA", 4, 6)]), (10, 20, 10, TARGET - 20));
    // One member: below, at and above what it announced.
    for (signed, promised) in [(9, 10), (10, 10), (11, 11)] {
        let figures = of(&[("DEU", Announced, 10)], &[("DEU", signed, 0)]);
        assert_eq!(figures, (signed, promised, promised - signed, TARGET - promised));
    }
    // What is only expected is not announced, and beyond the target nothing is open.
    assert_eq!(of(&[("DEU", Expected, 10)], &[]), (0, 0, 0, TARGET));
    assert_eq!(of(&[("DEU", Announced, TARGET), ("FRA", Announced, 1)], &[]).3, 0);
}
