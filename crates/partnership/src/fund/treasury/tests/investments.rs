use alloc::string::String;
use alloc::vec::Vec;

use super::borne;
use crate::event::Event;
use crate::exercise::commands::{
    countersign, countersign_line, instruct, line, receipt, sign, take_back, usd,
};
use crate::exercise::standing::withdraw;
use crate::exercise::{CHARTER, Exercise};
use crate::fund::chart::account;
use crate::fund::{Purpose, TreasuryRefusal};
use crate::moment::Day;

/// The founding charter with an article on the treasury.
fn charter(share: &str, floor: &str) -> String {
    let article =
        ["\n[treasury]\narticle = 31\ninvest-at-most = \"", share, "\"\nmaturity-at-most = \"365d\""];
    let floor = ["\nfloor = \"", floor, "\"\n"].concat();
    [CHARTER, &article.concat(), &floor].concat()
}

/// Under that charter, `GBR` has paid in 100.00.
fn funded(share: &str, floor: &str) -> Exercise {
    let mut x = Exercise::under(&charter(share, floor));
    x.accept("GBR/root", sign(usd("100.00"), usd("0")));
    x.received("GBR", usd("100.00"));
    x
}

fn invest(x: &Exercise, name: &str, ahead: u32) -> Purpose {
    Purpose::Invest { name: name.parse().unwrap(), matures: Day(x.next().day().0 + ahead) }
}

fn divest(name: &str) -> Purpose {
    Purpose::Divest { name: name.parse().unwrap() }
}

/// This much is invested for thirty days, or a rule refuses it when it is entered.
fn invested(x: &mut Exercise, name: &str, amount: &str, refused: Option<&str>) -> Vec<Event> {
    let (purpose, day, reference) = (invest(x, name, 30), x.next().day(), x.new_key().short());
    match refused {
        Some(rule) => {
            x.refuse("FRA/treasurer", line(purpose, usd(amount), day, &reference), rule);
            Vec::new()
        }
        None => x.booked_line(purpose, amount).1,
    }
}

/// Cash, what is invested in `a`, what is available.
fn stands(x: &Exercise) -> [i128; 3] {
    [x.cash(account::CASH, ""), x.cash(account::INVESTMENTS, "a"), x.authority()]
}

#[test]
fn f75_nothing_is_invested_where_the_charter_has_no_article() {
    let mut x = Exercise::funded("100.00");
    invested(&mut x, "a", "0.01", Some("F75"));
}

#[test]
fn f76_no_more_is_invested_than_the_articles_share_of_own_cash_and_investments() {
    for (share, amount, refused) in [
        ("0%", "0.01", Some("F76")),
        ("50%", "49.99", None),
        ("50%", "50.00", None),
        ("50%", "50.01", Some("F76")),
        ("100%", "100.00", None),
        ("100%", "100.01", Some("F76")),
    ] {
        invested(&mut funded(share, "0.00"), "a", amount, refused);
    }
    // What is invested counts, and so does what comes in.
    let mut x = funded("50%", "0.00");
    invested(&mut x, "a", "30.00", None);
    invested(&mut x, "b", "20.01", Some("F76"));
    invested(&mut x, "b", "20.00", None);
    invested(&mut x, "c", "0.01", Some("F76"));
    assert_eq!(stands(&x), [50_00, 30_00, 100_00], "commitment authority is what it was");
}

/// What is another's is nothing of the fund's own: prepaid, or in suspense.
#[test]
fn f76_what_is_held_for_others_is_not_invested() {
    let mut x = funded("50%", "0.00");
    x.received("FRA", usd("10.00"));
    x.booked_line(Purpose::Unidentified, "10.00");
    invested(&mut x, "a", "50.01", Some("F76"));
    invested(&mut x, "a", "50.00", None);
}

#[test]
fn f77_the_floor_stays_at_the_bank() {
    for (amount, refused) in [("19.99", None), ("20.00", None), ("20.01", Some("F77"))] {
        invested(&mut funded("100%", "80.00"), "a", amount, refused);
    }
}

/// What attested tranches need stays; help whose conditions are not attested needs nothing yet.
#[test]
fn f77_i_40_what_approved_help_needs_in_cash_stays_at_the_bank() {
    for (amount, refused) in [("39.99", None), ("40.00", None), ("40.01", Some("F77"))] {
        let mut x = funded("100%", "0.00");
        x.attested(&["60.00"]);
        x.approved(&["30.00"]);
        invested(&mut x, "a", amount, refused);
        // And it is paid.
        x.accept("DEU/treasurer", instruct(1, 1));
        x.accept("FRA/treasurer", countersign(1));
    }
}

#[test]
fn f77_it_is_asked_again_when_the_second_countersigns() {
    let mut x = funded("100%", "0.00");
    let (purpose, amount) = (invest(&x, "a", 30), "50.00");
    let number = x.entered_line(purpose, amount);
    x.attested(&["60.00"]);
    x.refuse("DEU/treasurer", countersign_line(number), "F77");
}

#[test]
fn f78_an_investment_matures_after_its_value_date_and_as_soon_as_the_article_says() {
    for (ahead, refused) in [(0, true), (1, false), (365, false), (366, true)] {
        let mut x = funded("100%", "0.00");
        let (purpose, day) = (invest(&x, "a", ahead), x.next().day());
        if refused {
            x.refuse("FRA/treasurer", line(purpose, usd("1.00"), day, "out"), "F78");
        } else {
            x.booked_line(purpose, "1.00");
        }
    }
}

#[test]
fn f79_an_investment_has_a_name_of_its_own_and_comes_back_once() {
    let mut x = funded("100%", "0.00");
    let day = x.next().day();
    x.refuse("FRA/treasurer", line(divest("a"), usd("1.00"), day, "back"), "F79");
    invested(&mut x, "a", "10.00", None);
    invested(&mut x, "a", "10.00", Some("F79"));
    let twice = [x.entered_line(divest("a"), "10.00"), x.entered_line(divest("a"), "10.00")];
    x.accept("DEU/treasurer", countersign_line(twice[0]));
    x.refuse("DEU/treasurer", countersign_line(twice[1]), "F79");
    let refusal = x.refuse("FRA/treasurer", line(divest("a"), usd("1.00"), day, "back"), "F79");
    assert_eq!(refusal, TreasuryRefusal::NotInvested("a".parse().unwrap()).into());
    invested(&mut x, "a", "10.00", Some("F79"));
    invested(&mut x, "b", "10.00", None);
}

/// One unit less than was invested, all of it, and one more.
#[test]
fn f70_what_came_beyond_is_income_and_what_is_missing_is_lost() {
    for (came, income, lost, available) in
        [("9.99", 0, [0, 0, 1], 99_99), ("10.00", 0, [0, 0, 0], 100_00), ("10.01", 1, [0, 0, 0], 100_00)]
    {
        let mut x = funded("100%", "0.00");
        invested(&mut x, "a", "10.00", None);
        let (_, events) = x.booked_line(divest("a"), came);
        assert_eq!(borne(&events), lost, "{came}");
        assert_eq!(x.cash(account::INCOME, ""), income);
        assert_eq!(x.cash(account::INVESTMENTS_LOST, "a"), lost[2]);
        let cash = 90_00 + usd(came).minor();
        assert_eq!(stands(&x), [cash, 0, available], "{came}");
    }
}

#[test]
fn f40_a_line_of_an_investment_is_taken_back_and_the_one_by_which_it_came_back_first() {
    let mut x = funded("100%", "0.00");
    let purpose = invest(&x, "a", 30);
    let (left, _) = x.booked_line(purpose, "10.00");
    let (back, _) = x.booked_line(divest("a"), "8.00");
    assert_eq!(stands(&x), [98_00, 0, 98_00]);
    x.refuse("FRA/treasurer", take_back(left), "F40");
    x.accept("FRA/treasurer", take_back(back));
    assert_eq!(borne(&x.accept("DEU/treasurer", take_back(back))), [0, 0, -2_00]);
    assert_eq!(stands(&x), [90_00, 10_00, 100_00]);
    for treasurer in ["FRA/treasurer", "DEU/treasurer"] {
        x.accept(treasurer, take_back(left));
    }
    assert_eq!(stands(&x), [100_00, 0, 100_00]);
    // The name is free again.
    invested(&mut x, "a", "10.00", None);
    let today = x.next().day();
    x.accept("FRA/treasurer", receipt("GBR", usd("1.00"), today, "more"));
}

/// What is invested is the fund's: a State that leaves has its share of it, as of cash.
#[test]
fn f65_what_is_invested_is_shared_with_a_state_that_leaves() {
    let terms = "notice = \"30d\"\nsettlement = { instalments = 1, every = \"10d\" }";
    let mut x = Exercise::under(&charter("100%", "0.00").replace("notice = \"365d\"", terms));
    for (member, amount) in [("GBR", "100.00"), ("CAN", "50.00")] {
        x.accept(&[member, "/root"].concat(), sign(usd(amount), usd("0")));
        x.received(member, usd(amount));
    }
    invested(&mut x, "a", "60.00", None);
    x.accept("CAN/root", withdraw());
    x.wait("30d").pass();
    assert_eq!(x.cash(account::SETTLEMENT, "CAN"), 50_00);
}
