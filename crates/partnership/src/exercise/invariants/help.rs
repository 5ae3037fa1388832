//! What is approved, and what is set aside for it.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use crate::command::Command;
use crate::exercise::commands::{
    assist, attest, countersign, countersign_line, execute, instruct, open_finding, payment, recovery,
    replace_stolen_root, revoke, usd,
};
use crate::exercise::keys::public;
use crate::exercise::{Exercise, HOUR};
use crate::fund::{account, book};
use crate::ids::CaseNo;

const ASSISTANCE: u16 = account::ASSISTANCE;

fn authority(x: &Exercise, code: u16, of: &str) -> i128 {
    x.available(book::authority(x.partnership.charter()), code, of)
}

/// Granted, available, and allocated to these cases.
fn found(x: &Exercise, cases: &[&str]) -> [i128; 3] {
    let allocated = cases.iter().map(|case| authority(x, account::ALLOCATED, case)).sum();
    [authority(x, account::GRANTED, ""), authority(x, account::AVAILABLE, ""), allocated]
}

/// I-4: authority is what was granted less what is allocated, and never less than nothing; a case commits no more
/// than is allocated to it. Buffers against exchange rates are in `i_30_...`.
#[test]
fn i_4_authority_is_what_was_granted_less_what_is_allocated_and_never_below_nothing() {
    for (second, approved) in [("39.99", true), ("40.00", true), ("40.01", false)] {
        let mut x = Exercise::funded("100.00");
        x.approved(&["60.00"]);
        assert_eq!(found(&x, &["case-1"]), [100_00, 40_00, 60_00]);
        let case = x.requested(&[second]);
        let decision = x.adopted(assist(case));
        if approved {
            x.accept("DEU/representative", execute(decision));
        } else {
            x.refuse("DEU/representative", execute(decision), "F12");
        }
        let [granted, available, allocated] = found(&x, &["case-1", "case-2"]);
        assert_eq!(granted, available + allocated);
        assert!(available >= 0);
        let second = usd(second).minor();
        assert_eq!(available, if approved { 40_00 - second } else { 40_00 });
        x.accept("DEU/case-officer", attest(1, 1));
        x.accept("DEU/treasurer", instruct(1, 1));
        // What is committed to a tranche was allocated to its case, and the tranche commits it once.
        assert_eq!(authority(&x, account::ALLOCATED, "case-1"), 0);
        x.refuse("GBR/treasurer", instruct(1, 1), "C10");
    }
}

/// I-5: what was approved for a case is what was paid, what is on its way, and what is still to pay: at every step, and
/// never less.
#[test]
fn i_5_what_was_approved_is_what_was_paid_and_what_is_still_to_pay() {
    let mut x = Exercise::funded("100.00");
    let whole = |x: &Exercise, [paid, way, left]: [i128; 3]| {
        let under_way = x.partnership.fund().books().holds().map(|(_, entry)| entry);
        let under_way = under_way.filter(|entry| entry.book() == book::authority(x.partnership.charter()));
        let under_way: i128 = under_way.map(|entry| entry.legs()[0].minor()).sum();
        let found = [x.cash(ASSISTANCE, "case-1"), under_way, authority(x, account::ALLOCATED, "case-1")];
        assert_eq!(found, [paid, way, left]);
        assert_eq!(found.iter().sum::<i128>(), 30_00);
    };
    x.attested(&["10.00", "20.00"]);
    whole(&x, [0, 0, 30_00]);
    for (tranche, amount, paid, left) in [(1, "10.00", 0, 20_00), (2, "20.00", 10_00, 0)] {
        x.accept("DEU/treasurer", instruct(1, tranche));
        whole(&x, [paid, usd(amount).minor(), left]);
        x.accept("FRA/treasurer", countersign(tranche));
        let (line, today) = (tranche + 1, x.next().day());
        // One unit more or less than was instructed does not leave.
        for other in [usd(amount).minor() - 1, usd(amount).minor() + 1] {
            let other = quorate_ledger::Money::new(other, usd(amount).currency()).unwrap();
            x.refuse("GBR/treasurer", payment(tranche, other, today, "other"), "F11");
        }
        x.accept("GBR/treasurer", payment(tranche, usd(amount), today, &["out", amount].concat()));
        x.accept("DEU/treasurer", countersign_line(line));
        whole(&x, [paid + usd(amount).minor(), 0, left]);
    }
}

/// I-36: a condition that was said to be met is not taken back by anybody, and what was approved on it is paid. There is no
/// command that withdraws an attestation: what else might count as withdrawing it stops nothing.
#[test]
fn i_36_nothing_that_comes_after_an_attestation_takes_it_back() {
    let revoke_officer = || revoke(public("DEU/case-officer"), quorate_charter::Office::CaseOfficer);
    let afterwards: [(&str, Command); 3] = [
        ("FRA/auditor", open_finding(crate::audit::Subject::Case(CaseNo(1)))),
        ("DEU/root", revoke_officer()),
        ("DEU/recovery", replace_stolen_root(public("DEU/another root"))),
    ];
    for (who, command) in afterwards {
        let mut x = Exercise::funded("100.00");
        x.approved(&["10.00"]);
        // Before the condition is attested nothing of it is paid, and what is approved stays approved.
        x.refuse("FRA/treasurer", instruct(1, 1), "C9");
        x.accept("DEU/case-officer", attest(1, 1));
        x.refuse("FRA/case-officer", attest(1, 1), "C8");
        x.accept(who, command);
        x.accept("FRA/treasurer", instruct(1, 1));
        x.accept("GBR/treasurer", countersign(1));
        x.at(crate::moment::Moment(x.next().0 + HOUR));
        assert_eq!(x.partnership.cases().in_flight(crate::ids::PaymentNo(1)), Ok(usd("10.00")));
    }
}

/// I-37: of what comes back more than was paid is the payer's, and no authority and no income.
#[test]
fn i_37_more_than_was_paid_comes_back_as_the_payers_own() {
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    for (number, amount, given, over) in [(3, "4.00", 6_00, 0), (4, "6.01", 0, 1)] {
        let today = x.next().day();
        x.accept("GBR/treasurer", recovery(1, usd(amount), today, amount));
        x.accept("DEU/treasurer", countersign_line(number));
        let found = [x.cash(ASSISTANCE, "case-1"), x.cash(account::PREPAID, "CAN")];
        assert_eq!((found, x.cash(account::INCOME, "")), ([given, over], 0));
        assert_eq!(x.authority(), 100_00 - given);
    }
}
