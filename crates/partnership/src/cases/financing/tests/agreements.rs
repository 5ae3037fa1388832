//! What is asked to be signed, and what waits for it.

use alloc::vec;

use quorate_charter::{Office, Term};

use super::*;
use crate::cases::FinancingEvent;
use crate::cases::{Event, Need};
use crate::decisions;
use crate::exercise::commands::{accredit, claim, close, guarantee, loan, table};
use crate::exercise::keys::public;
use crate::exercise::standing::withdraw;
use crate::moment::Day;

fn asked(events: &[AnyEvent]) -> bool {
    let is =
        |event: &AnyEvent| matches!(event, AnyEvent::Cases(Event::Financing(FinancingEvent::Asked { .. })));
    events.iter().any(is)
}

#[test]
fn a_beneficiary_signs_what_the_article_said_when_its_case_was_approved() {
    let mut x = funded();
    x.accept("CAN/representative", request(None, &["10.00"], None));
    let decision = x.adopted(assist(1));
    let events = x.accept("DEU/representative", execute(decision));
    let terms = vec![Term::EndUse, Term::NoRetransfer, Term::Audit];
    assert_eq!(events[2], FinancingEvent::Asked { case: CaseNo(1), terms }.into());
    let events = x.accept("CAN/root", sign_agreement(1));
    let AnyEvent::Cases(Event::Financing(FinancingEvent::Signed { agreement, .. })) = events[0] else {
        panic!("signed")
    };
    // Another case of the same words and amounts is the same agreement; another amount is another.
    let second = |amount: &str| {
        let mut x = funded();
        approved(&mut x, None, &[amount], None);
        let events = x.accept("CAN/root", sign_agreement(1));
        events[0] == FinancingEvent::Signed { case: CaseNo(1), agreement }.into()
    };
    assert!(second("10.00") && !second("10.01"));
}

#[test]
fn c35_what_is_signed_was_asked_for_and_is_signed_once_by_the_beneficiarys_root() {
    let mut x = funded();
    x.refuse("CAN/root", sign_agreement(1), "C1");
    x.accept("CAN/representative", request(None, &["10.00"], None));
    x.refuse("CAN/root", sign_agreement(1), "C35");
    let decision = x.adopted(assist(1));
    x.accept("DEU/representative", execute(decision));
    for office in ["representative", "case-officer", "treasurer", "recovery"] {
        x.refuse(&["CAN/", office].concat(), sign_agreement(1), "O1");
    }
    x.refuse("DEU/root", sign_agreement(1), "C24");
    x.accept("CAN/root", sign_agreement(1));
    x.refuse("CAN/root", sign_agreement(1), "C35");
}

#[test]
fn c35_nothing_is_asked_where_the_charter_has_no_article_and_of_help_in_kind() {
    let mut x = Exercise::funded("100.00");
    let case = x.requested(&["10.00"]);
    let decision = x.adopted(assist(case));
    assert!(!asked(&x.accept("DEU/representative", execute(decision))));
    x.refuse("CAN/root", sign_agreement(case), "C35");
    x.accept("DEU/case-officer", attest(case, 1));
    x.accept("DEU/treasurer", instruct(case, 1));
    let mut x = funded();
    x.accept("CAN/representative", request(None, &[], Some(Kind::InKind)));
    x.refuse("CAN/root", sign_agreement(1), "C35");
    let (case, until) = (CaseNo(1), Day(x.next().day().0.saturating_add(9)));
    let need = Need { case, what: phrase("blankets"), quantity: 5, unit: phrase("pieces"), until };
    x.accept("CAN/case-officer", Cases::Need(need).into());
}

#[test]
fn c36_no_tranche_is_instructed_before_it_is_signed() {
    for kind in [None, Some(loan(0, &[(30, "10.00")], None))] {
        let mut x = funded();
        approved(&mut x, None, &["10.00"], kind);
        x.accept("DEU/case-officer", attest(1, 1));
        x.refuse("DEU/treasurer", instruct(1, 1), "C36");
        assert_eq!(x.partnership.cases().to_be_paid(), 0, "it is not payable yet");
        x.accept("CAN/root", sign_agreement(1));
        assert_eq!(x.partnership.cases().to_be_paid(), 10_00);
        x.accept("DEU/treasurer", instruct(1, 1));
    }
}

#[test]
fn c36_a_guarantee_is_signed_before_a_claim_is_paid() {
    let mut x = funded();
    approved(&mut x, None, &["10.00"], Some(guarantee(365)));
    x.accept("CAN/representative", claim(1, usd("4.00")));
    x.accept("DEU/case-officer", attest(1, 1));
    x.refuse("DEU/treasurer", instruct(1, 1), "C36");
    x.accept("CAN/root", sign_agreement(1));
    pays_claim(&mut x);
}

fn pays_claim(x: &mut Exercise) {
    x.accept("DEU/treasurer", instruct(1, 1));
    x.accept("FRA/treasurer", countersign(1));
    settles(x, 1, "4.00");
}

#[test]
fn c36_nobody_but_the_beneficiary_is_hurt_if_it_does_not_sign() {
    let mut x = funded();
    approved(&mut x, None, &["10.00"], None);
    x.accept("DEU/case-officer", attest(1, 1));
    x.refuse("DEU/treasurer", instruct(1, 1), "C36");
    let second = signed(&mut x, None, &["20.00"]);
    x.accept("DEU/case-officer", attest(second, 1));
    x.accept("DEU/treasurer", instruct(second, 1));
}

/// What was approved before an article came stays as it was approved: nothing more is asked of it.
#[test]
fn c36_a_case_that_was_approved_without_an_article_is_paid_without_an_agreement() {
    let mut x = Exercise::funded("100.00");
    x.approved(&["10.00"]);
    amended(&mut x, &charter(""));
    assert!(x.partnership.charter().financing().is_some());
    x.accept("DEU/case-officer", attest(1, 1));
    x.accept("DEU/treasurer", instruct(1, 1));
    let breach = decisions::Effect::FindBreach { case: CaseNo(1), term: Term::EndUse };
    x.refuse("DEU/representative", table(breach), "C41");
}

/// What was approved for a State that left waits for nothing that it could not do: it signs, claims and accounts for what was
/// paid, by officers that it accredits anew.
#[test]
fn i_40_a_state_that_left_signs_claims_and_accounts_in_its_own_cases() {
    let mut x = under(&charter("").replace("notice = \"365d\"", "notice = \"30d\""));
    approved(&mut x, None, &["10.00"], Some(guarantee(365)));
    approved(&mut x, None, &["20.00"], None);
    x.accept("CAN/root", withdraw());
    x.wait("30d").pass();
    for case in [1, 2] {
        x.refuse("DEU/root", sign_agreement(case), "C24");
        x.accept("CAN/root", sign_agreement(case));
    }
    let now = x.next();
    let officer =
        accredit(public("CAN/case-officer"), Office::CaseOfficer, now, now.plus("300d".parse().unwrap()));
    x.accept("CAN/root", officer);
    x.accept("CAN/case-officer", claim(1, usd("4.00")));
    x.accept("DEU/case-officer", attest(1, 1));
    pays_claim(&mut x);
    pays(&mut x, (2, 1), 2, "20.00", false);
    x.accept("CAN/case-officer", report(2, "20.00", None));
    x.accept("CAN/case-officer", close(2));
}

#[test]
fn c24_a_state_that_left_acts_in_its_own_cases_alone_and_asks_for_nothing() {
    let mut x = under(&charter("").replace("notice = \"365d\"", "notice = \"30d\""));
    signed(&mut x, None, &["10.00"]);
    pays(&mut x, (1, 1), 1, "10.00", false);
    x.accept("FRA/root", withdraw());
    x.wait("30d").pass();
    x.refuse("FRA/case-officer", close(1), "C24");
    x.refuse("FRA/case-officer", claim(1, usd("1.00")), "C22");
    x.refuse("FRA/case-officer", report(1, "1.00", None), "C24");
    x.refuse("FRA/representative", request(None, &["1.00"], None), "M7");
    for command in [attest(1, 1), attest_use(1, 1)] {
        x.refuse("FRA/case-officer", command, "M7");
    }
    x.accept("DEU/case-officer", close(1));
}
