//! A State that is no member asks for help, and does nothing else.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::Office;

use crate::cases;
use crate::command::Command;
use crate::decisions::{Choice, Effect};
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{
    accredit, assist, attest, claim, close, execute, guarantee, indicate, line, open, replace_root, request,
    request_of, revoke, sign, table, usd, vote,
};
use crate::exercise::keys::{NO_POINT, public};
use crate::exercise::standing::{accede, admit, admit_beneficiary, amend, end_admission, terms, withdraw};
use crate::exercise::{BEGINS, CHARTER, DAY, Exercise, MEMBERS};
use crate::fund::{Purpose, account, book};
use crate::ids::{CaseNo, DecisionNo};
use crate::members::{AdmitBeneficiary, BeneficiaryEvent, Effect as OnStanding, Event};
use crate::moment::Moment;

mod again;

const WEIGHTS: &[(&str, u64)] = &[("population", 50_000_000)];

/// The founding charter with the article.
fn charter() -> String {
    format!("{CHARTER}\n[beneficiaries]\narticle = 19\ndecided-by = \"accession\"\n")
}

fn begun() -> Exercise {
    Exercise::under(&charter())
}

/// `XAA` is admitted, and accredits its officers. The fund has 100.00.
fn admitted() -> Exercise {
    let mut x = begun();
    x.accept("GBR/root", sign(usd("100.00"), usd("0")));
    x.received("GBR", usd("100.00"));
    x.carried(admit_beneficiary());
    officers(&mut x);
    x
}

fn officers(x: &mut Exercise) {
    let until = Moment(BEGINS.0.saturating_add(700 * DAY));
    for office in [Office::Representative, Office::CaseOfficer, Office::Treasurer, Office::Auditor] {
        let key = public(&["XAA/", office.name()].concat());
        x.accept("XAA/root", accredit(key, office, BEGINS, until));
    }
}

/// `XAA` asks for help in these tranches. Its case's number.
fn asked(x: &mut Exercise, amounts: &[&str]) -> u32 {
    let amounts: Vec<_> = amounts.iter().map(|amount| usd(amount)).collect();
    let events = x.accept("XAA/representative", request(&amounts));
    let AnyEvent::Cases(cases::Event::Requested { case, beneficiary, .. }) = events[0] else {
        panic!("a case")
    };
    assert_eq!(beneficiary.as_str(), "XAA");
    case.0
}

fn terms_of(effect: Effect) -> AdmitBeneficiary {
    let Effect::Members(OnStanding::AdmitBeneficiary(terms)) = effect else { panic!("an admission") };
    terms
}

fn with(terms: AdmitBeneficiary) -> Command {
    table(Effect::Members(OnStanding::AdmitBeneficiary(terms)))
}

#[test]
fn an_admitted_state_has_keys_and_asks_and_all_members_decide() {
    let mut x = admitted();
    let state = "XAA".parse().unwrap();
    let members = x.partnership.members();
    assert!(members.is_beneficiary(state) && members.may_be_helped(state));
    assert!(!members.is_bound(state) && !members.has_voice(state) && !members.is_called(state));
    let case = asked(&mut x, &["10.00"]);
    let decision = x.opened(assist(case));
    // Nobody is left out: all four members take part.
    for member in MEMBERS {
        x.accept(&[member, "/representative"].concat(), vote(decision, Choice::InFavour));
    }
    x.refuse("XAA/representative", vote(decision, Choice::InFavour), "M32");
    x.wait("72h").pass();
    x.refuse("XAA/representative", execute(decision), "M32");
    x.accept("CAN/treasurer", execute(decision));
    // Any member's officers attest and sign.
    x.accept("CAN/case-officer", attest(case, 1));
    x.accept("CAN/treasurer", crate::exercise::commands::instruct(case, 1));
    x.accept("DEU/treasurer", crate::exercise::commands::countersign(1));
}

#[test]
fn m10_nobody_is_admitted_where_no_article_says_how() {
    Exercise::begin().refuse("DEU/representative", table(admit_beneficiary()), "M10");
    Exercise::begin().refuse("DEU/representative", table(end_admission()), "M10");
}

#[test]
fn m33_a_state_that_is_no_member_was_none_and_is_not_invited_or_admitted() {
    let (mut x, who) = (begun(), "DEU/representative");
    let terms_of_xaa = || terms_of(admit_beneficiary());
    x.refuse(who, with(AdmitBeneficiary { state: "CAN".parse().unwrap(), ..terms_of_xaa() }), "M33");
    let twice = [x.resolved(admit_beneficiary()), x.resolved(admit_beneficiary())];
    x.accept(who, execute(twice[0]));
    x.refuse(who, execute(twice[1]), "M33");
    x.refuse(who, table(admit_beneficiary()), "M33");
    // Invited.
    let mut x = begun();
    x.carried(admit(terms(WEIGHTS)));
    x.refuse(who, table(admit_beneficiary()), "M33");
    // A member, and one that left.
    x.accept("XAA/root", accede());
    x.refuse(who, table(admit_beneficiary()), "M33");
    x.accept("XAA/root", withdraw());
    x.wait("365d").pass();
    x.refuse(who, table(admit_beneficiary()), "M33");
}

#[test]
fn m33_two_new_sound_keys() {
    let (mut x, who) = (begun(), "DEU/representative");
    let own = terms_of(admit_beneficiary());
    x.refuse(who, with(AdmitBeneficiary { recovery: own.root, ..own.clone() }), "M33");
    x.refuse(who, with(AdmitBeneficiary { root: NO_POINT, ..own.clone() }), "M33");
    x.carried(admit_beneficiary());
    x.carried(end_admission());
    // With the keys that it has, or with two new ones; not with one of each, nor with one that stood before.
    x.accept(who, with(own.clone()));
    let again = AdmitBeneficiary { root: public("another root"), recovery: public("another"), ..own.clone() };
    x.refuse(who, with(AdmitBeneficiary { recovery: own.recovery, ..again.clone() }), "M33");
    x.accept("XAA/recovery", replace_root(public("a new root")));
    x.refuse(who, with(own), "M33");
    x.accept(who, with(again));
}

#[test]
fn m32_it_does_for_itself_and_nothing_else() {
    let mut x = admitted();
    let case = asked(&mut x, &["10.00"]);
    let key = public("XAA/representative");
    x.accept("XAA/root", revoke(key, Office::Representative));
    x.accept("XAA/recovery", replace_root(public("a new root")));
    for (office, command) in [
        ("representative", table(assist(case))),
        ("representative", open(1)),
        ("representative", indicate("XAA", None)),
        ("root", sign(usd("1.00"), usd("0"))),
        ("root", withdraw()),
        ("case-officer", attest(case, 1)),
        ("treasurer", crate::exercise::commands::instruct(case, 1)),
        ("treasurer", line(Purpose::BankCharge, usd("1.00"), x.next().day(), "a charge")),
        ("auditor", crate::exercise::commands::open_finding(crate::audit::Subject::Case(CaseNo(1)))),
    ] {
        x.refuse(&["XAA/", office].concat(), command, "M32");
    }
}

#[test]
fn c24_it_acts_in_its_own_cases_alone() {
    let mut x = admitted();
    let decision = {
        let of_member = request_of(&[usd("10.00")], Some(guarantee(365)));
        x.accept("CAN/representative", of_member);
        x.adopted(assist(1))
    };
    x.accept("DEU/representative", execute(decision));
    x.refuse("XAA/case-officer", claim(1, usd("1.00")), "C24");
    x.refuse("XAA/case-officer", close(1), "C24");
}

#[test]
fn m34_once_its_admission_ended_it_asks_for_nothing_new_and_what_was_approved_goes_on() {
    let mut x = admitted();
    let cases = [asked(&mut x, &["10.00", "5.00"]), asked(&mut x, &["1.00"])];
    let approved = x.adopted(assist(cases[0]));
    x.accept("DEU/representative", execute(approved));
    let waits = x.adopted(assist(cases[1]));
    let events = x.carried(end_admission());
    let ended =
        BeneficiaryEvent::AdmissionEnded { state: "XAA".parse().unwrap(), decision: DecisionNo(waits + 1) };
    assert_eq!(events[1], Event::from(ended).into());
    x.refuse("XAA/representative", request(&[usd("1.00")]), "M34");
    x.refuse("DEU/representative", table(end_admission()), "M34");
    x.refuse("DEU/representative", execute(waits), "M28");
    x.refuse("DEU/representative", table(assist(cases[1])), "M28");
    // Its keys, and the case that was approved, go on.
    x.accept("XAA/root", revoke(public("XAA/auditor"), Office::Auditor));
    x.accept("CAN/case-officer", attest(cases[0], 1));
    x.accept("CAN/treasurer", crate::exercise::commands::instruct(cases[0], 1));
}

#[test]
fn m10_it_asks_for_nothing_while_the_charter_has_no_such_article() {
    let mut x = begun();
    x.carried(admit_beneficiary());
    officers(&mut x);
    x.carried(amend(1, CHARTER));
    for member in MEMBERS {
        x.accept(&[member, "/root"].concat(), crate::exercise::standing::accept(2));
    }
    x.refuse("XAA/representative", request(&[usd("1.00")]), "M10");
}

#[test]
fn m16_one_that_accedes_keeps_its_keys_and_its_cases_and_is_no_beneficiary_beside() {
    let (mut x, who) = (admitted(), "DEU/representative");
    let case = asked(&mut x, &["10.00"]);
    // Nobody gives it other keys by inviting it.
    let others = crate::members::Admit { root: public("of others"), ..terms(WEIGHTS) };
    x.refuse(who, table(admit(others)), "M16");
    x.carried(admit(terms(WEIGHTS)));
    x.accept("XAA/representative", request(&[usd("1.00")]));
    x.accept("XAA/root", accede());
    let state = "XAA".parse().unwrap();
    assert!(!x.partnership.members().is_beneficiary(state) && x.partnership.members().is_bound(state));
    // Its officers go on, now with a voice; in its own case it takes no part.
    let decision = x.opened(assist(case));
    x.refuse("XAA/representative", vote(decision, Choice::InFavour), "D6");
    x.refuse(who, table(admit_beneficiary()), "M33");
}

#[test]
fn a5_what_it_gives_uses_up_its_own_allowance_and_nobody_elses() {
    let mut x = admitted();
    let before = |x: &Exercise, who: &str| {
        let post = who.parse().unwrap();
        x.partnership.quotas().used(post, x.next().day())
    };
    let of_member = before(&x, "CAN/representative");
    asked(&mut x, &["1.00"]);
    assert_eq!(before(&x, "CAN/representative"), of_member);
    assert_ne!(before(&x, "XAA/representative"), before(&x, "XAA/case-officer"));
}

#[test]
fn f3_it_pays_nothing_in_and_what_is_over_goes_back_to_it() {
    let mut x = admitted();
    let case = asked(&mut x, &["10.00"]);
    let decision = x.adopted(assist(case));
    x.accept("DEU/representative", execute(decision));
    x.accept("CAN/case-officer", attest(case, 1));
    x.accept("CAN/treasurer", crate::exercise::commands::instruct(case, 1));
    x.accept("DEU/treasurer", crate::exercise::commands::countersign(1));
    x.booked_line(Purpose::Payment { payment: crate::ids::PaymentNo(1) }, "10.00");
    let (state, day) = ("XAA".parse().unwrap(), x.next().day());
    let receipt = line(Purpose::Receipt { from: state }, usd("1.00"), day, "in");
    x.refuse("FRA/treasurer", receipt, "F3");
    x.booked_line(Purpose::Recovery { case: CaseNo(case) }, "10.01");
    let prepaid = x.available(book::cash(x.partnership.charter()), account::PREPAID, "XAA");
    assert_eq!(prepaid, 1, "what is over is its own");
    x.booked_line(Purpose::Refund { to: state }, "0.01");
    assert_eq!(x.available(book::cash(x.partnership.charter()), account::PREPAID, "XAA"), 0);
}
