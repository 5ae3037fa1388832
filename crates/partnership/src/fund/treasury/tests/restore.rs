use super::funded;
use crate::decisions::Effect;
use crate::exercise::Exercise;
use crate::exercise::commands::{execute, table, take_back, usd};
use crate::fund::chart::account;
use crate::fund::{Purpose, TreasuryRefusal};

fn restoring(amount: &str) -> Effect {
    Effect::Restore { total: usd(amount) }
}

/// 100.00 paid in, of which 30.00 are lost.
fn lost() -> Exercise {
    let mut x = funded("100.00", "100%");
    x.booked_line(Purpose::NotInstructed, "30.00");
    x
}

#[test]
fn f73_calls_to_restore_are_made_only_where_the_charter_gives_a_rule() {
    let mut x = Exercise::funded("100.00");
    x.booked_line(Purpose::NotInstructed, "30.00");
    x.refuse("DEU/representative", table(restoring("1.00")), "F73");
}

#[test]
fn f74_i_27_no_more_is_restored_than_was_paid_in_and_lost() {
    for (amount, fits) in [("29.99", true), ("30.00", true), ("30.01", false)] {
        let mut x = lost();
        if fits {
            x.accept("DEU/representative", table(restoring(amount)));
        } else {
            let refusal = x.refuse("DEU/representative", table(restoring(amount)), "F74");
            let beyond = TreasuryRefusal::BeyondLosses { total: usd(amount), left: usd("30.00") };
            assert_eq!(refusal, beyond.into());
        }
    }
    let mut x = funded("100.00", "100%");
    x.refuse("DEU/representative", table(restoring("0.01")), "F74");
}

#[test]
fn f74_what_comes_back_and_what_was_asked_for_is_not_asked_for_again() {
    let mut x = lost();
    let both = [x.adopted(restoring("20.00")), x.adopted(restoring("20.00"))];
    x.accept("DEU/representative", execute(both[0]));
    // As things are when it is executed: 10.00 are left.
    x.refuse("DEU/representative", execute(both[1]), "F74");
    x.refuse("DEU/representative", table(restoring("10.01")), "F74");
    x.accept("DEU/representative", table(restoring("10.00")));
    x.booked_line(Purpose::MadeGood { line: crate::LineNo(2) }, "30.00");
    x.refuse("DEU/representative", table(restoring("0.01")), "F74");
    // 20.00 more were asked for than is lost now: the next loss is restored already as far as that goes.
    x.booked_line(Purpose::NotInstructed, "25.00");
    x.refuse("DEU/representative", table(restoring("5.01")), "F74");
    x.accept("DEU/representative", table(restoring("5.00")));
}

#[test]
fn a_call_to_restore_is_a_call_and_its_money_is_authority_again() {
    let mut x = lost();
    assert_eq!(x.promises(), [70_00, 0]);
    let decision = x.adopted(restoring("30.00"));
    x.accept("DEU/representative", execute(decision));
    assert_eq!([x.cash(account::DUE, "GBR"), x.memo(account::CALLABLE, "GBR")], [30_00, 970_00]);
    assert_eq!(x.promises(), [70_00, 0], "what is called is not there");
    x.pays("GBR", "30.00");
    assert_eq!(x.promises(), [100_00, 0]);
}

#[test]
fn f13_a_call_to_restore_asks_nobody_for_more_than_it_signed() {
    let mut x = funded("2000.00", "100%");
    x.booked_line(Purpose::NotInstructed, "1500.00");
    x.refuse("DEU/representative", table(restoring("1000.01")), "F13");
    x.accept("DEU/representative", table(restoring("1000.00")));
}

#[test]
fn f74_a_charge_that_is_taken_back_is_not_restored() {
    let mut x = funded("100.00", "100%");
    let (line, _) = x.booked_line(Purpose::BankCharge, "5.00");
    x.accept("DEU/representative", table(restoring("5.00")));
    for treasurer in ["FRA/treasurer", "DEU/treasurer"] {
        x.accept(treasurer, take_back(line));
    }
    x.refuse("DEU/representative", table(restoring("0.01")), "F74");
}
