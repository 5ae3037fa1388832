//! A State that was admitted before is admitted again, or invited.

use super::*;

/// Terms of an admission with keys that nobody has seen before.
fn with_new_keys() -> AdmitBeneficiary {
    let (root, recovery) = (public("another root"), public("another recovery"));
    AdmitBeneficiary { root, recovery, ..terms_of(admit_beneficiary()) }
}

#[test]
fn m33_and_m16_while_a_case_is_open_it_keeps_its_keys() {
    let (mut x, who) = (admitted(), "DEU/representative");
    let case = asked(&mut x, &["10.00"]);
    let approved = x.adopted(assist(case));
    x.accept(who, execute(approved));
    x.carried(end_admission());
    let invited = || {
        let AdmitBeneficiary { root, recovery, .. } = with_new_keys();
        table(admit(crate::members::Admit { root, recovery, ..terms(WEIGHTS) }))
    };
    x.refuse(who, with(with_new_keys()), "M33");
    x.refuse(who, invited(), "M16");
    // Admitted again with the keys that it has, it asks again by the officers that it had.
    x.carried(admit_beneficiary());
    asked(&mut x, &["1.00"]);
    x.carried(end_admission());
    x.accept("CAN/case-officer", attest(case, 1));
    x.accept("CAN/treasurer", crate::exercise::commands::instruct(case, 1));
    x.accept("DEU/treasurer", crate::exercise::commands::countersign(1));
    x.booked_line(Purpose::Payment { payment: crate::ids::PaymentNo(1) }, "10.00");
    x.refuse(who, with(with_new_keys()), "M33");
    x.accept("XAA/case-officer", close(case));
    x.accept(who, with(with_new_keys()));
    x.accept(who, invited());
}

#[test]
fn m33_a_decision_to_give_it_other_keys_is_not_executed_once_a_case_is_open() {
    let (mut x, who) = (admitted(), "DEU/representative");
    let case = asked(&mut x, &["10.00"]);
    let approved = x.adopted(assist(case));
    x.carried(end_admission());
    let others = x.resolved(Effect::Members(OnStanding::AdmitBeneficiary(with_new_keys())));
    x.carried(admit_beneficiary());
    x.accept(who, execute(approved));
    x.carried(end_admission());
    x.refuse(who, execute(others), "M33");
}

#[test]
fn m33_and_m16_whoever_was_admitted_before_is_not_stuck_once_invited() {
    let (mut x, who) = (admitted(), "DEU/representative");
    x.carried(end_admission());
    x.carried(admit(terms(WEIGHTS)));
    // By the rule on beneficiaries nobody gives other keys to a State that can accede with them; by that on accession, a new
    // invitation does.
    x.refuse(who, with(with_new_keys()), "M33");
    let mut again = x.clone();
    again.carried(admit_beneficiary());
    again.accept("XAA/representative", request(&[usd("1.00")]));
    again.accept("XAA/root", accede());
    let AdmitBeneficiary { root, recovery, .. } = with_new_keys();
    x.carried(admit(crate::members::Admit { root, recovery, ..terms(WEIGHTS) }));
    let (post, members) = ("XAA/root".parse().unwrap(), x.partnership.members());
    assert!(members.holds(post, &root, x.next()) && !members.holds(post, &public("XAA/root"), x.next()));
    x.accept("XAA/root", accede());
}
