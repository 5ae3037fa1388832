//! A term that was broken: nothing more is paid until a decision says that it is over.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use quorate_charter::Term;

use super::*;
use crate::decisions::{Choice, Effect};
use crate::exercise::commands::{claim, guarantee, recovery, table, vote};
use crate::fund::account;

fn breach(term: Term) -> Effect {
    Effect::FindBreach { case: CaseNo(1), term }
}

const ENDS: Effect = Effect::EndBreach { case: CaseNo(1) };

/// Two tranches, the first paid, the second attested; and the effect carried out.
fn broken() -> Exercise {
    let mut x = funded();
    signed(&mut x, None, &["10.00", "5.00"]);
    pays(&mut x, (1, 1), 1, "10.00", false);
    x.accept("DEU/case-officer", attest(1, 2));
    carried(&mut x, breach(Term::EndUse));
    x
}

fn carried(x: &mut Exercise, effect: Effect) {
    let decision = x.adopted(effect);
    x.accept("DEU/representative", execute(decision));
}

#[test]
fn c41_a_breach_is_of_a_term_that_was_signed_and_one_at_a_time() {
    let mut x = funded();
    let who = "DEU/representative";
    x.refuse(who, table(breach(Term::EndUse)), "C1");
    approved(&mut x, None, &["10.00"], None);
    x.refuse(who, table(breach(Term::EndUse)), "C41");
    x.accept("CAN/root", sign_agreement(1));
    // The article of this charter asks for three of the four.
    x.refuse(who, table(breach(Term::Recovery)), "C41");
    for term in [Term::EndUse, Term::NoRetransfer, Term::Audit] {
        x.accept(who, table(breach(term)));
    }
    carried(&mut x, breach(Term::Audit));
    x.refuse(who, table(breach(Term::EndUse)), "C41");
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    x.refuse(who, table(breach(Term::EndUse)), "C41");
}

#[test]
fn d6_the_beneficiary_takes_no_part_in_what_is_found_of_it() {
    let mut x = funded();
    signed(&mut x, None, &["10.00"]);
    let decision = x.opened(breach(Term::EndUse));
    x.refuse("CAN/representative", vote(decision, Choice::Against), "D6");
    let mut x = broken();
    let decision = x.opened(ENDS);
    x.refuse("CAN/representative", vote(decision, Choice::InFavour), "D6");
}

#[test]
fn c43_nothing_is_instructed_or_countersigned_while_a_breach_stands() {
    let mut x = broken();
    x.refuse("DEU/treasurer", instruct(1, 2), "C43");
    assert_eq!(x.partnership.cases().to_be_paid(), 0);
    carried(&mut x, ENDS);
    assert_eq!(x.partnership.cases().to_be_paid(), 5_00);
    x.accept("DEU/treasurer", instruct(1, 2));
    let decision = x.adopted(breach(Term::Audit));
    x.accept("DEU/treasurer", execute(decision));
    x.refuse("FRA/treasurer", countersign(2), "C43");
}

#[test]
fn c43_a_case_is_not_closed_while_a_breach_stands() {
    let mut x = funded();
    signed(&mut x, None, &["10.00"]);
    pays(&mut x, (1, 1), 1, "10.00", false);
    carried(&mut x, breach(Term::EndUse));
    x.refuse("FRA/case-officer", crate::exercise::commands::close(1), "C43");
    carried(&mut x, ENDS);
    x.accept("FRA/case-officer", crate::exercise::commands::close(1));
}

#[test]
fn c43_the_end_of_a_term_does_not_close_a_guarantee_while_a_breach_stands() {
    for breached in [false, true] {
        let mut x = funded();
        approved(&mut x, None, &["10.00"], Some(guarantee(30)));
        x.accept("CAN/root", sign_agreement(1));
        x.accept("CAN/case-officer", claim(1, usd("10.00")));
        pays(&mut x, (1, 1), 1, "10.00", false);
        if breached {
            carried(&mut x, breach(Term::EndUse));
        }
        x.wait("31d").pass();
        assert_eq!(x.partnership.cases().open().count(), usize::from(breached));
        if breached {
            carried(&mut x, ENDS);
            x.accept("FRA/case-officer", crate::exercise::commands::close(1));
        }
    }
}

#[test]
fn c43_what_is_with_the_bank_stays_and_is_confirmed() {
    let mut x = funded();
    signed(&mut x, None, &["10.00", "5.00"]);
    let decision = x.adopted(breach(Term::EndUse));
    x.accept("DEU/case-officer", attest(1, 1));
    x.accept("DEU/treasurer", instruct(1, 1));
    x.accept("FRA/treasurer", countersign(1));
    x.accept("DEU/representative", execute(decision));
    settles(&mut x, 1, "10.00");
    assert_eq!(cash(&x, account::ASSISTANCE, "case-1"), 10_00);
}

#[test]
fn what_is_given_back_after_a_breach_is_a_recovery_and_gives_authority_back() {
    let mut x = broken();
    let day = x.next().day();
    let entered = x.accept("GBR/treasurer", recovery(1, usd("10.00"), day, "back"));
    x.accept("DEU/treasurer", countersign_line(line_of(&entered)));
    assert_eq!(cash(&x, account::ASSISTANCE, "case-1"), 0);
    assert_eq!(authority(&x, account::AVAILABLE, ""), 95_00, "5.00 is still set aside");
    // The breach stands until the others decide that it is over.
    x.refuse("DEU/treasurer", instruct(1, 2), "C43");
}

#[test]
fn c42_what_is_ended_is_a_breach_that_stands() {
    let mut x = funded();
    signed(&mut x, None, &["10.00"]);
    x.refuse("DEU/representative", table(ENDS), "C42");
    carried(&mut x, breach(Term::Audit));
    let twice = [x.adopted(ENDS), x.adopted(ENDS)];
    x.accept("DEU/representative", execute(twice[0]));
    x.refuse("DEU/representative", execute(twice[1]), "C42");
}

#[test]
fn d9_a_decision_on_one_breach_does_not_stand_for_the_next() {
    let mut x = funded();
    signed(&mut x, None, &["10.00"]);
    let kept = [x.adopted(breach(Term::Audit)), x.adopted(breach(Term::Audit))];
    x.accept("DEU/representative", execute(kept[0]));
    let ends = [x.adopted(ENDS), x.adopted(ENDS)];
    x.accept("DEU/representative", execute(ends[0]));
    x.refuse("DEU/representative", execute(kept[1]), "D9");
    carried(&mut x, breach(Term::Audit));
    x.refuse("DEU/representative", execute(ends[1]), "D9");
}

#[test]
fn a_breach_can_be_found_of_a_case_that_is_closed() {
    let mut x = funded();
    signed(&mut x, None, &["10.00"]);
    pays(&mut x, (1, 1), 1, "10.00", false);
    x.accept("FRA/case-officer", crate::exercise::commands::close(1));
    carried(&mut x, breach(Term::NoRetransfer));
}
