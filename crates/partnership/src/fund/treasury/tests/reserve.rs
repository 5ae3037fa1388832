use alloc::vec::Vec;

use super::{borne, funded};
use crate::event::Event;
use crate::exercise::Exercise;
use crate::fund::chart::account;
use crate::fund::{Event as FundEvent, Purpose, TreasuryEvent};
use crate::moment::{Day, Moment};

/// What was divided: of which year, how much income, and how much of it went to the reserve.
fn divided(events: &[Event]) -> Vec<(u32, i128, i128)> {
    let found = |event: &Event| match event {
        Event::Fund(FundEvent::Treasury(TreasuryEvent::PutInReserve { year, income, amount, .. })) => {
            Some((*year, income.minor(), amount.minor()))
        }
        _ => None,
    };
    events.iter().filter_map(found).collect()
}

/// The end of the year, and the moment before it.
fn year(x: &Exercise) -> [Moment; 2] {
    let over = Day::first_of(x.next().day().year() + 1).begins();
    [Moment(over.0 - 1), over]
}

#[test]
fn f72_when_a_year_is_over_the_share_of_its_net_income_goes_to_the_reserve_rounded_down() {
    for (share, of_income) in [("0%", 0), ("50%", 1_50), ("100%", 3_01)] {
        let mut x = funded("100.00", share);
        x.booked_line(Purpose::Income, "4.01");
        x.booked_line(Purpose::BankCharge, "1.00");
        let [before, over] = year(&x);
        assert_eq!(divided(&x.at(before).pass()), []);
        assert_eq!(divided(&x.at(over).pass()), [(2026, 3_01, of_income)], "{share}");
        assert_eq!(x.reserve(), of_income);
        let last = x.booked().iter().rev().find_map(|booked| match &booked.event {
            Event::Fund(FundEvent::Posted { effective, .. }) => Some(*effective),
            _ => None,
        });
        let of_the_year = Day(over.day().0 - 1);
        assert_eq!(last == Some(of_the_year), of_income > 0, "it has effect on the year's last day");
    }
}

#[test]
fn f72_no_income_is_divided_twice_and_a_year_without_any_divides_nothing() {
    let mut x = funded("100.00", "50%");
    x.booked_line(Purpose::Income, "4.00");
    let over = year(&x)[1];
    assert_eq!(divided(&x.at(over).pass()), [(2026, 4_00, 2_00)]);
    let over = year(&x)[1];
    assert_eq!(divided(&x.at(over).pass()), [], "no income, no deadline");
    x.booked_line(Purpose::Income, "1.00");
    let over = year(&x)[1];
    assert_eq!(divided(&x.at(over).pass()), [(2028, 1_00, 50)]);
    // 2.50 stay outside: a loss takes of them before the reserve gives, and they are not divided when they come again.
    assert_eq!(borne(&x.booked_line(Purpose::BankCharge, "3.00").1), [2_50, 50, 0]);
    x.booked_line(Purpose::Income, "2.00");
    let over = year(&x)[1];
    assert_eq!(divided(&x.at(over).pass()), [(2029, 0, 0)]);
}

#[test]
fn f72_a_year_of_losses_gives_the_reserve_nothing() {
    let mut x = funded("100.00", "100%");
    x.booked_line(Purpose::Income, "1.00");
    x.booked_line(Purpose::BankCharge, "5.00");
    let over = year(&x)[1];
    assert_eq!(divided(&x.at(over).pass()), [(2026, 0, 0)]);
    assert_eq!((x.reserve(), x.promises()), (0, [96_00, 0]));
}

#[test]
fn f72_without_the_article_nothing_goes_to_the_reserve() {
    let mut x = Exercise::funded("100.00");
    x.booked_line(Purpose::Income, "1.00");
    let over = year(&x)[1];
    assert_eq!(divided(&x.at(over).pass()), []);
    assert_eq!([x.cash(account::INCOME, ""), x.reserve()], [1_00, 0]);
}
