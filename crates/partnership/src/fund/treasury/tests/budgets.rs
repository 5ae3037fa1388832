use alloc::string::String;

use crate::decisions::Effect;
use crate::exercise::commands::{assist, countersign_line, execute, line, sign, table, take_back, usd};
use crate::exercise::{CHARTER, Exercise};
use crate::fund::chart::{account, book};
use crate::fund::{Purpose, TreasuryRefusal};
use crate::moment::{Day, Moment};

/// The founding charter with an article on the budget: late lines come for ninety days.
fn charter() -> String {
    [CHARTER, "\n[budget]\narticle = 32\ndecided-by = \"call\"\nlate-lines = \"90d\"\n"].concat()
}

/// Under that charter, `GBR` has paid in 100.00. It is 2026.
fn funded() -> Exercise {
    let mut x = Exercise::under(&charter());
    x.accept("GBR/root", sign(usd("100.00"), usd("0")));
    x.received("GBR", usd("100.00"));
    x
}

fn budget(year: u32, amount: &str) -> Effect {
    Effect::Budget { year, amount: usd(amount) }
}

fn budgeted(x: &mut Exercise, year: u32, amount: &str) {
    let decision = x.adopted(budget(year, amount));
    x.accept("DEU/representative", execute(decision));
}

/// Set aside for 2026, available, consumed by it, and spent.
fn stands(x: &Exercise) -> [i128; 4] {
    let authority = |code, of: &str| x.available(book::authority(x.partnership.charter()), code, of);
    let [aside, free] = [authority(account::BUDGET, "2026"), authority(account::AVAILABLE, "")];
    [aside, free, authority(account::CONSUMED, "budget-2026"), x.cash(account::ADMINISTRATION, "2026")]
}

/// The end of the time for late lines of 2026: ninety days into 2027.
const ENDS: fn() -> Moment = || Day(Day::first_of(2027).0 + 90).begins();

#[test]
fn f80_there_is_a_budget_only_where_the_charter_gives_a_rule() {
    let mut x = Exercise::funded("100.00");
    x.refuse("DEU/representative", table(budget(2026, "1.00")), "F80");
}

#[test]
fn f81_a_budget_is_for_this_year_or_the_next() {
    let mut x = funded();
    for (year, fits) in [(2025, false), (2026, true), (2027, true), (2028, false)] {
        if fits {
            x.accept("DEU/representative", table(budget(year, "1.00")));
        } else {
            let refusal = x.refuse("DEU/representative", table(budget(year, "1.00")), "F81");
            assert_eq!(refusal, TreasuryRefusal::OtherYear { year, this: 2026 }.into());
        }
    }
}

#[test]
fn f12_i_4_a_budget_is_set_aside_of_what_is_available_and_is_not_there_for_help() {
    for (amount, fits) in [("99.99", true), ("100.00", true), ("100.01", false)] {
        let mut x = funded();
        let decision = x.adopted(budget(2026, amount));
        if fits {
            x.accept("DEU/representative", execute(decision));
            let case = x.requested(&["0.02"]);
            let help = x.adopted(assist(case));
            x.refuse("DEU/representative", execute(help), "F12");
        } else {
            x.refuse("DEU/representative", execute(decision), "F12");
        }
    }
    // And nothing is taken from a case.
    let mut x = funded();
    x.approved(&["60.00"]);
    let decision = x.adopted(budget(2026, "40.01"));
    x.refuse("DEU/representative", execute(decision), "F12");
}

#[test]
fn f82_an_expense_is_within_what_is_set_aside_for_its_year() {
    let mut x = funded();
    let day = x.next().day();
    x.refuse("FRA/treasurer", line(Purpose::Expense { year: 2026 }, usd("0.01"), day, "out"), "F82");
    budgeted(&mut x, 2026, "10.00");
    budgeted(&mut x, 2026, "5.00");
    assert_eq!(stands(&x), [15_00, 85_00, 0, 0]);
    x.booked_line(Purpose::Expense { year: 2026 }, "9.00");
    assert_eq!(stands(&x), [6_00, 85_00, 9_00, 9_00]);
    let day = x.next().day();
    for (year, amount) in [(2026, "6.01"), (2027, "0.01")] {
        x.refuse("FRA/treasurer", line(Purpose::Expense { year }, usd(amount), day, "out"), "F82");
    }
    // It is asked again when the second countersigns.
    let twice = [(); 2].map(|()| x.entered_line(Purpose::Expense { year: 2026 }, "6.00"));
    x.accept("DEU/treasurer", countersign_line(twice[0]));
    x.refuse("DEU/treasurer", countersign_line(twice[1]), "F82");
    assert_eq!(stands(&x), [0, 85_00, 15_00, 15_00]);
}

#[test]
fn f83_what_is_unspent_goes_back_by_time_alone_once_late_lines_had_their_time() {
    let mut x = funded();
    budgeted(&mut x, 2026, "10.00");
    x.booked_line(Purpose::Expense { year: 2026 }, "4.00");
    // Two late lines of the year: one is countersigned in the last moment, and one a moment later.
    x.at(Moment(ENDS().0 - 3));
    let late = [(); 2].map(|()| x.entered_line(Purpose::Expense { year: 2026 }, "1.00"));
    assert_eq!(stands(&x), [6_00, 90_00, 4_00, 4_00]);
    x.accept("DEU/treasurer", countersign_line(late[0]));
    assert_eq!(x.next(), ENDS());
    x.refuse("DEU/treasurer", countersign_line(late[1]), "F82");
    assert_eq!(stands(&x), [0, 95_00, 5_00, 5_00]);
}

#[test]
fn f71_what_goes_back_fills_what_is_short_first() {
    let mut x = funded();
    budgeted(&mut x, 2026, "10.00");
    x.approved(&["85.00"]);
    x.booked_line(Purpose::NotInstructed, "8.00");
    assert_eq!(x.promises(), [0, 3_00]);
    x.at(ENDS()).pass();
    assert_eq!(x.promises(), [7_00, 0]);
}

#[test]
fn an_expense_that_is_taken_back_is_there_to_be_spent_or_goes_back_if_it_is_too_late() {
    for (late, found) in [(false, [10_00, 90_00, 0, 0]), (true, [0, 100_00, 0, 0])] {
        let mut x = funded();
        budgeted(&mut x, 2026, "10.00");
        let (number, _) = x.booked_line(Purpose::Expense { year: 2026 }, "4.00");
        if late {
            x.at(ENDS()).pass();
            assert_eq!(stands(&x), [0, 96_00, 4_00, 4_00]);
        }
        for treasurer in ["FRA/treasurer", "DEU/treasurer"] {
            x.accept(treasurer, take_back(number));
        }
        assert_eq!(stands(&x), found);
    }
}
