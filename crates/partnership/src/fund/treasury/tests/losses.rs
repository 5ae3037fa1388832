use super::{borne, funded};
use crate::decisions::Effect;
use crate::exercise::commands::{
    assist, attest, countersign, eur, exchange, execute, instruct, loan, rate, recovery, request_of, sign,
    take_back, usd,
};
use crate::exercise::stages::CURRENCIES;
use crate::exercise::{CHARTER, Exercise};
use crate::fund::Purpose;
use crate::fund::chart::{account, book};
use crate::ids::{CaseNo, LineNo};

/// One unit below what income and reserve have, at it, and one above; then beyond all that is available.
#[test]
fn f70_i_27_income_bears_a_loss_then_the_reserve_then_what_was_paid_in() {
    for (lost, by, promises) in [
        ("0.99", [99, 0, 0], [100_00, 0]),
        ("1.00", [1_00, 0, 0], [100_00, 0]),
        ("1.01", [1_00, 1, 0], [100_00, 0]),
        ("3.00", [1_00, 2_00, 0], [100_00, 0]),
        ("3.01", [1_00, 2_00, 1], [99_99, 0]),
        ("103.00", [1_00, 2_00, 100_00], [0, 0]),
    ] {
        let mut x = with_reserve();
        x.booked_line(Purpose::Income, "1.00");
        let (_, events) = x.booked_line(Purpose::NotInstructed, lost);
        assert_eq!(borne(&events), by, "{lost}");
        assert_eq!(x.promises(), promises, "{lost}");
        assert_eq!(x.reserve(), 2_00 - by[1]);
    }
}

/// 100.00 paid in, and 2.00 in the reserve.
fn with_reserve() -> Exercise {
    let mut x = funded("100.00", "100%");
    x.booked_line(Purpose::Income, "2.00");
    x.wait("8760h").pass();
    assert_eq!([x.reserve(), x.cash(account::INCOME, "")], [2_00, 2_00]);
    x
}

#[test]
fn f38_what_is_lost_beyond_what_is_available_is_short_and_a_case_keeps_what_it_has() {
    for (lost, promises) in [("1.99", [1, 0]), ("2.00", [0, 0]), ("2.01", [0, 1])] {
        let mut x = Exercise::funded("100.00");
        x.approved(&["98.00"]);
        x.booked_line(Purpose::BankCharge, lost);
        assert_eq!(x.promises(), promises, "{lost}");
        let authority = book::authority(x.partnership.charter());
        assert_eq!(x.available(authority, account::ALLOCATED, "case-1"), 98_00);
    }
}

/// 98.00 of 100.00 are set aside, and 5.00 are lost: 3.00 are short.
fn short() -> Exercise {
    let mut x = Exercise::funded("100.00");
    x.approved(&["98.00"]);
    x.booked_line(Purpose::NotInstructed, "5.00");
    assert_eq!(x.promises(), [0, 3_00]);
    x
}

#[test]
fn f71_money_that_is_paid_in_fills_what_is_short_first() {
    for (comes, promises) in [("2.99", [0, 1]), ("3.00", [0, 0]), ("3.01", [1, 0])] {
        let mut x = short();
        x.accept("FRA/root", sign(usd(comes), usd("0")));
        x.received("FRA", usd(comes));
        assert_eq!(x.promises(), promises, "{comes}");
    }
}

#[test]
fn f71_what_comes_back_on_a_loan_fills_what_is_short_first() {
    for (comes, promises) in [("2.99", [0, 1]), ("3.00", [0, 0]), ("3.01", [1, 0])] {
        let mut x = Exercise::funded("100.00");
        lent(&mut x, "40.00");
        x.approved(&["58.00"]);
        x.booked_line(Purpose::NotInstructed, "5.00");
        assert_eq!(x.promises(), [0, 3_00]);
        x.booked_line(Purpose::Repayment { case: CaseNo(1) }, comes);
        assert_eq!(x.promises(), promises, "{comes}");
    }
}

/// `CAN` has borrowed this much: its case is the first.
fn lent(x: &mut Exercise, amount: &str) {
    x.accept("CAN/representative", request_of(&[usd(amount)], Some(loan(0, &[(9, amount)], None))));
    let decision = x.adopted(assist(1));
    x.accept("DEU/representative", execute(decision));
    x.accept("DEU/case-officer", attest(1, 1));
    x.accept("DEU/treasurer", instruct(1, 1));
    x.accept("FRA/treasurer", countersign(1));
    x.booked_line(Purpose::Payment { payment: crate::PaymentNo(1) }, amount);
}

#[test]
fn f71_what_the_bank_makes_good_fills_what_is_short_though_money_had_filled_it() {
    let mut x = short();
    x.accept("FRA/root", sign(usd("4.00"), usd("0")));
    x.received("FRA", usd("4.00"));
    assert_eq!(x.promises(), [1_00, 0]);
    let (_, events) = x.booked_line(Purpose::MadeGood { line: LineNo(2) }, "5.00");
    assert_eq!(borne(&events), [0, 0, -5_00]);
    assert_eq!(x.promises(), [6_00, 0]);
    // It was not made good after all: what is not available any more is not taken from the case.
    for treasurer in ["FRA/treasurer", "DEU/treasurer"] {
        x.accept(treasurer, take_back(4));
    }
    assert_eq!(x.promises(), [1_00, 0]);
}

#[test]
fn f70_a_charge_that_is_taken_back_was_no_loss() {
    let mut x = with_reserve();
    let (line, events) = x.booked_line(Purpose::BankCharge, "5.00");
    assert_eq!(borne(&events), [0, 2_00, 3_00]);
    x.accept("FRA/treasurer", take_back(line));
    assert_eq!(borne(&x.accept("DEU/treasurer", take_back(line))), [0, -2_00, -3_00]);
    assert_eq!((x.reserve(), x.promises()), (2_00, [100_00, 0]));
}

#[test]
fn f70_income_that_is_taken_back_leaves_what_it_bore_to_the_reserve_and_to_what_was_paid_in() {
    let mut x = with_reserve();
    let (line, _) = x.booked_line(Purpose::Income, "5.00");
    x.booked_line(Purpose::BankCharge, "4.00");
    x.accept("FRA/treasurer", take_back(line));
    let events = x.accept("DEU/treasurer", take_back(line));
    assert_eq!(borne(&events), [-4_00, 2_00, 2_00]);
    assert_eq!((x.reserve(), x.promises()), (0, [98_00, 0]));
    // Whatever comes now is there for the next loss, and nothing is borne twice.
    x.booked_line(Purpose::Income, "1.00");
    let (_, events) = x.booked_line(Purpose::BankCharge, "1.00");
    assert_eq!(borne(&events), [1_00, 0, 0]);
}

/// A loan consumed authority when it was lent: its loss takes none again, and gives back what income and reserve bear.
#[test]
fn f70_a_loan_that_is_written_off_takes_no_authority_twice() {
    for (income, by, available) in
        [("0.01", [1, 0, 39_99], 60_01), ("39.99", [39_99, 0, 1], 99_99), ("40.00", [40_00, 0, 0], 100_00)]
    {
        let mut x = Exercise::funded("100.00");
        lent(&mut x, "40.00");
        x.booked_line(Purpose::Income, income);
        assert_eq!(x.promises(), [60_00, 0]);
        let decision = x.adopted(Effect::WriteOff { case: CaseNo(1) });
        assert_eq!(borne(&x.accept("DEU/representative", execute(decision))), by, "{income}");
        assert_eq!(x.promises(), [available, 0], "{income}");
    }
}

/// What comes back of a loan that was lost is first what was paid in, then the reserve's, then income.
#[test]
fn f70_what_is_recovered_of_a_lost_loan_goes_back_in_the_other_order() {
    let mut x = with_reserve();
    lent(&mut x, "40.00");
    x.booked_line(Purpose::Income, "1.00");
    let decision = x.adopted(Effect::WriteOff { case: CaseNo(1) });
    assert_eq!(borne(&x.accept("DEU/representative", execute(decision))), [1_00, 2_00, 37_00]);
    assert_eq!(x.promises(), [63_00, 0]);
    for (comes, by, reserve, available) in [
        ("36.99", [0, 0, -36_99], 0, 99_99),
        ("0.02", [0, -1, -1], 1, 100_00),
        ("2.00", [-1, -1_99, 0], 2_00, 100_00),
        ("1.00", [-99, 0, 0], 2_00, 100_00),
    ] {
        let (_, events) = x.booked_line(Purpose::Recovery { case: CaseNo(1) }, comes);
        assert_eq!(borne(&events), by, "{comes}");
        assert_eq!((x.reserve(), x.promises()), (reserve, [available, 0]), "{comes}");
    }
    let day = x.next().day();
    assert_eq!(x.cash(account::PREPAID, "CAN"), 1, "one unit more than was lost is the payer's");
    x.refuse("FRA/treasurer", recovery(1, usd("0.01"), day, "more"), "C34");
}

/// A recovery that is taken back is lost again, and borne as it was.
#[test]
fn f70_what_was_said_to_be_recovered_is_lost_again_once_that_is_taken_back() {
    let mut x = with_reserve();
    lent(&mut x, "40.00");
    let decision = x.adopted(Effect::WriteOff { case: CaseNo(1) });
    x.accept("DEU/representative", execute(decision));
    let (line, events) = x.booked_line(Purpose::Recovery { case: CaseNo(1) }, "39.00");
    assert_eq!(borne(&events), [0, -1_00, -38_00]);
    assert_eq!((x.reserve(), x.promises()), (1_00, [100_00, 0]));
    x.accept("FRA/treasurer", take_back(line));
    assert_eq!(borne(&x.accept("DEU/treasurer", take_back(line))), [0, 1_00, 38_00]);
    assert_eq!((x.reserve(), x.promises()), (0, [62_00, 0]));
}

/// A gain by exchange is income, and bears the next loss; what income bears takes nothing of the buffer.
#[test]
fn f70_i_30_a_loss_by_exchange_is_borne_in_the_same_order() {
    let mut x = Exercise::under(&[CHARTER, CURRENCIES].concat());
    x.accept("GBR/root", sign(usd("1000.00"), usd("0")));
    let today = x.next().day();
    x.on_record(rate("EUR", "USD", "1", today));
    x.received("GBR", eur("100.00"));
    let sold = |sold: &str, bought: &str, x: &mut Exercise| {
        let (reference, today) = (x.new_key().short(), x.next().day());
        borne(&x.line(exchange(eur(sold), usd(bought), today, &reference), None))
    };
    assert_eq!(sold("20.00", "21.00", &mut x), [0, 0, 0]);
    assert_eq!(sold("40.00", "38.00", &mut x), [1_00, 0, 1_00]);
    // Of the buffer of 5.00, a fifth went with the first, and of what was left half with the second: a loss of 1.00 in it.
    let authority = book::authority(x.partnership.charter());
    assert_eq!((x.available(authority, account::BUFFER, "EUR-USD"), x.promises()), (2_00, [97_00, 0]));
}
