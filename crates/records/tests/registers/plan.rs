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
    let mut records: Records = World::begin().records;
    for (member, standing, minor) in indicated {
        let (of, by) = (member.parse().unwrap(), "CAN".parse().unwrap());
        let (standing, amount, source) = (*standing, Some(usd(*minor)), "a source".parse().unwrap());
        let event = fund::Event::Indicated { of, by, standing, amount, source }.into();
        records.hear(&Booked { height: 1, at: Moment(1), fell_due: None, by: None, event });
    }
    records.plan()
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
