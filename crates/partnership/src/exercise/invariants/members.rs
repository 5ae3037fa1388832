//! What members owe while they contest it, leave, come back, or come late.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use crate::audit::Subject;
use crate::decisions::Choice::{Against, InFavour};
use crate::event::Event;
use crate::exercise::commands::{
    assist, attest, call, countersign, execute, instruct, open_finding, payment, receipt, sign, table, usd,
};
use crate::exercise::stages::charter_of_dues;
use crate::exercise::standing::{accede, admit, stay, terms, withdraw};
use crate::exercise::{Exercise, MEMBERS};
use crate::fund::{self, account};
use crate::ids::EntryNo;
use crate::moment::Moment;

/// The parts of a call that is adopted and executed.
fn parts(x: &mut Exercise, total: &str) -> alloc::vec::Vec<i128> {
    let decision = x.resolved(call(total));
    let events = x.accept("DEU/representative", execute(decision));
    let Event::Fund(fund::Event::Called { parts, .. }) = &events[1] else { panic!("a call") };
    parts.iter().map(|part| part.amount.minor()).collect()
}

/// I-28: who contests what it owes goes on owing it, with interest. There is no mark of a payment under protest: it is
/// a payment like any other, and what was paid wrongly is taken back by two treasurers (F40 to F42).
#[test]
fn i_28_what_is_contested_stays_due_with_interest_and_can_be_paid() {
    let mut x = Exercise::under(&charter_of_dues());
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/root"].concat(), sign(usd("0"), usd("200.00")));
    }
    // GBR votes against it, and its auditor finds fault with what was booked.
    let decision = {
        let decision = x.opened(call("300.00"));
        for (member, choice) in MEMBERS.into_iter().zip([InFavour, InFavour, InFavour, Against]) {
            x.votes(member, decision, choice);
        }
        x.wait("72h").pass();
        decision
    };
    x.accept("CAN/treasurer", execute(decision));
    let falls_due = x.partnership.next_deadline().unwrap();
    x.accept("GBR/auditor", open_finding(Subject::Entry(EntryNo(1))));
    x.at(Moment(falls_due.0 - 1)).pass();
    assert_eq!(x.cash(account::DUE, "GBR"), 0);
    x.at(falls_due).pass();
    assert_eq!(x.cash(account::DUE, "GBR"), 100_00);
    x.wait("240h").pays("GBR", "99.99");
    assert_eq!(x.cash(account::DUE, "GBR"), 1, "it stands to the last unit");
    x.pays("GBR", "0.01");
    assert_eq!(x.cash(account::DUE, "GBR"), 0);
    assert!(x.cash(account::LATE, "GBR") > 0, "and bears interest like any other");
}

/// I-38: with the notice nothing new falls due once it has taken effect, and what was due before can be paid afterwards, to
/// the last unit.
#[test]
fn i_38_who_left_owes_what_it_owed_and_pays_it() {
    let mut x = Exercise::begin();
    x.accept("CAN/root", sign(usd("5.00"), usd("50.00")));
    x.accept("DEU/root", sign(usd("0"), usd("50.00")));
    x.accept("CAN/root", withdraw());
    x.wait("365d").pass();
    assert_eq!(parts(&mut x, "50.00"), [50_00], "it is asked for nothing more");
    for (number, amount, due) in [(1, "4.99", 1), (2, "0.01", 0)] {
        let today = x.next().day();
        x.accept("FRA/treasurer", receipt("CAN", usd(amount), today, amount));
        x.accept("DEU/treasurer", crate::exercise::commands::countersign_line(number));
        assert_eq!(x.cash(account::DUE, "CAN"), due);
    }
}

/// I-38: until the notice has taken effect the member is called as before; and the last member can leave like any other.
#[test]
fn i_38_a_notice_changes_nothing_before_its_day_and_the_last_member_can_leave() {
    let mut x = Exercise::begin();
    for member in ["CAN", "DEU"] {
        x.accept(&[member, "/root"].concat(), sign(usd("0"), usd("50.00")));
    }
    x.accept("CAN/root", withdraw());
    assert_eq!(parts(&mut x, "10.00"), [5_00, 5_00]);
    x.accept("CAN/root", stay());
    for member in MEMBERS {
        x.accept(&[member, "/root"].concat(), withdraw());
        x.wait("365d").pass();
    }
    assert_eq!(x.partnership.charter().members().len(), 0);
    assert_eq!([x.cash(account::DUE, "CAN"), x.cash(account::DUE, "DEU")], [5_00, 5_00]);
    x.wait("365d").pass();
}

/// I-38: the share is fixed when the State leaves. What is lost, given or come in afterwards changes nothing of it.
#[test]
fn i_38_what_is_decided_after_it_left_is_not_charged_to_it() {
    let notice = "notice = \"30d\"\nsettlement = { instalments = 2, every = \"30d\" }";
    let text = super::super::CHARTER.replace("notice = \"365d\"", notice);
    let text = text.replace("least-participating = 3", "least-participating = 2");
    let mut x = Exercise::under(&text);
    for (member, amount) in [("DEU", "60.00"), ("GBR", "40.00")] {
        x.accept(&[member, "/root"].concat(), sign(usd(amount), usd("0")));
        x.pays(member, amount);
    }
    x.accept("GBR/root", withdraw());
    x.wait("30d").pass();
    assert_eq!((x.cash(account::SETTLEMENT, "GBR"), x.authority()), (40_00, 60_00));
    // The bank charges, a case is approved and paid, and income comes.
    x.booked_line(fund::Purpose::BankCharge, "10.00");
    x.booked_line(fund::Purpose::Income, "5.00");
    let case = x.requested(&["45.00"]);
    let decision = x.opened(assist(case));
    for member in ["DEU", "FRA"] {
        x.votes(member, decision, InFavour);
    }
    x.wait("72h").pass();
    x.accept("DEU/representative", execute(decision));
    x.accept("DEU/case-officer", attest(case, 1));
    x.accept("DEU/treasurer", instruct(case, 1));
    x.accept("FRA/treasurer", countersign(1));
    x.wait("60d").pass();
    let out = fund::Purpose::Settlement { to: "GBR".parse().unwrap() };
    x.booked_line(out, "40.00");
    assert_eq!(x.cash(account::SETTLEMENT, "GBR"), 0);
    let today = x.next().day();
    let line = payment(1, usd("45.00"), today, "out");
    x.line(line, None);
    assert_eq!(x.cash(account::CASH, ""), 10_00, "both were paid");
}

/// I-39: who comes in the middle of a series of calls shares in those after it, and changes nothing that was called
/// before; what rounding left over is carried on for those who were there.
#[test]
fn i_39_an_accession_changes_no_call_before_it_and_carries_what_rounding_left() {
    let mut x = Exercise::begin();
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/root"].concat(), sign(usd("0"), usd("100.00")));
    }
    assert_eq!(parts(&mut x, "1.00"), [34, 33, 33]);
    let before = |x: &Exercise| MEMBERS.map(|member| x.cash(account::DUE, member));
    let called = before(&x);
    x.carried(admit(terms(&[("population", 50_000_000)])));
    x.accept("XAA/root", accede());
    x.accept("XAA/root", sign(usd("0"), usd("100.00")));
    assert_eq!(before(&x), called, "nothing of before is counted again");
    // Equal shares of what is signed and not called: DEU had a unit more, and is the last to be asked for one more.
    let next = parts(&mut x, "0.02");
    assert_eq!((next.iter().sum::<i128>(), next[0]), (2, 0));
    assert_eq!(x.cash(account::DUE, "DEU"), called[1]);
    x.refuse("DEU/representative", table(call("398.99")), "F13");
    x.accept("DEU/representative", table(call("398.98")));
}
