//! From in effect to its end: each step follows the one before, by who may take it.

use super::*;
use crate::exercise::standing::withdraw;

#[test]
fn r78_each_step_follows_the_one_before() {
    let mut x = begin();
    x.refuse("GBR/root", sign(0), "R78");
    x.refuse("GBR/root", sign(1), "R78");
    x.accept("GBR/representative", propose(text()));
    let today = NOON.day();
    for (by, early) in [
        ("GBR/case-officer", contract(today)),
        ("GBR/case-officer", deliver(today)),
        ("FRA/case-officer", accept()),
        ("FRA/case-officer", link(1, Linked::Offer(OfferNo(1)))),
    ] {
        x.refuse(by, early, "R78");
    }
    let mut x = delivered();
    x.refuse("GBR/root", sign(1), "R78");
    x.refuse("GBR/case-officer", contract(today), "R78");
    x.refuse("GBR/case-officer", deliver(today), "R78");
    let events = x.accept("FRA/case-officer", accept());
    assert!(matches!(happened(&events)[..], [Event::Accepted { .. }, Event::Completed { .. }]));
    x.refuse("GBR/representative", end(1), "R78");
    x.refuse("FRA/case-officer", accept(), "R78");
}

#[test]
fn r79_only_who_has_a_share_speaks_for_it() {
    let mut x = begin();
    x.accept("GBR/representative", propose(text()));
    for other in ["CAN/root", "DEU/root"] {
        x.refuse(other, sign(1), "R79");
    }
    let mut x = delivered();
    x.refuse("DEU/case-officer", accept(), "R79");
    x.refuse("DEU/case-officer", link(1, Linked::Offer(OfferNo(1))), "R79");
}

#[test]
fn r80_the_lead_leads_and_before_that_who_proposed_it() {
    let mut x = begin();
    x.accept("FRA/representative", propose(text()));
    x.refuse("GBR/representative", end(1), "R80");
    let mut y = x.clone();
    y.accept("FRA/representative", end(1));
    x.accept("GBR/root", sign(1));
    x.accept("FRA/root", sign(1));
    let today = NOON.day();
    x.refuse("FRA/representative", end(1), "R80");
    x.refuse("FRA/case-officer", contract(today), "R80");
    x.accept("GBR/case-officer", contract(today));
    x.refuse("FRA/case-officer", deliver(today), "R80");
    x.accept("GBR/case-officer", deliver(today));
    // Who does not accept holds up nothing.
    x.accept("GBR/representative", end(1));
}

#[test]
fn r81_a_member_signs_and_accepts_once() {
    let mut x = begin();
    x.accept("GBR/representative", propose(text()));
    x.accept("GBR/root", sign(1));
    x.refuse("GBR/root", sign(1), "R81");
    let mut x = begin();
    x.accept("GBR/representative", shared(&[("GBR", 1), ("FRA", 1), ("DEU", 1)], 3));
    for root in ["GBR/root", "FRA/root", "DEU/root"] {
        x.accept(root, sign(1));
    }
    x.accept("GBR/case-officer", contract(NOON.day()));
    x.accept("GBR/case-officer", deliver(NOON.day()));
    let first = x.accept("FRA/case-officer", accept());
    assert!(matches!(happened(&first)[..], [Event::Accepted { .. }]));
    x.refuse("FRA/case-officer", accept(), "R81");
    let last = x.accept("DEU/case-officer", accept());
    assert!(matches!(happened(&last)[..], [Event::Accepted { .. }, Event::Completed { .. }]));
}

#[test]
fn r82_the_others_accept_and_not_who_delivers() {
    let mut x = delivered();
    x.refuse("GBR/case-officer", accept(), "R82");
    x.accept("FRA/case-officer", accept());
}

#[test]
fn r83_nothing_has_happened_on_a_day_that_is_not_there_yet() {
    let mut x = in_effect();
    x.refuse("GBR/case-officer", contract(ahead(1)), "R83");
    x.accept("GBR/case-officer", contract(ahead(0)));
    x.refuse("GBR/case-officer", deliver(ahead(1)), "R83");
    x.accept("GBR/case-officer", deliver(ahead(0)));
}

#[test]
fn r83_no_contract_is_before_the_effect_and_no_delivery_before_the_contract() {
    let mut x = in_effect();
    x.wait("72h");
    x.refuse("GBR/case-officer", contract(Day(NOON.day().0 - 1)), "R83");
    x.clone().accept("GBR/case-officer", contract(ahead(0)));
    x.accept("GBR/case-officer", contract(ahead(2)));
    x.refuse("GBR/case-officer", deliver(ahead(1)), "R83");
    x.accept("GBR/case-officer", deliver(ahead(2)));
}

#[test]
fn r70_it_takes_no_effect_after_its_case_was_closed() {
    let mut x = begin();
    x.accept("GBR/representative", propose(text()));
    x.accept("GBR/root", sign(1));
    let close = cases::Command::Close(cases::Close { case: CaseNo(1) });
    x.accept("CAN/case-officer", close.into());
    x.refuse("FRA/root", sign(1), "R70");
}

#[test]
fn r71_it_takes_no_effect_with_one_that_left() {
    let mut x = begin();
    x.accept("GBR/root", withdraw());
    x.wait("720h");
    x.accept("FRA/representative", propose(Propose { sign_by: ahead(390), ..text() }));
    x.accept("GBR/root", sign(1));
    x.wait("8088h");
    x.pass();
    x.refuse("FRA/root", sign(1), "R71");
}

#[test]
fn r80_where_the_lead_left_whoever_has_a_share_ends_it() {
    let mut x = in_effect();
    x.accept("GBR/root", withdraw());
    x.refuse("FRA/representative", end(1), "R80");
    x.wait("8760h");
    x.pass();
    x.refuse("DEU/representative", end(1), "R79");
    x.accept("FRA/representative", end(1));
}

#[test]
fn r84_an_offer_is_ones_own_and_of_the_case() {
    let mut x = in_effect();
    x.accept("FRA/case-officer", offer());
    x.refuse("FRA/case-officer", link(1, Linked::Offer(OfferNo(2))), "R84");
    x.refuse("FRA/case-officer", link(1, Linked::Offer(OfferNo(0))), "R84");
    x.refuse("GBR/case-officer", link(1, Linked::Offer(OfferNo(1))), "R84");
    // Of another case.
    x.accept("CAN/representative", in_kind());
    x.accept("GBR/representative", propose(Propose { case: CaseNo(2), ..text() }));
    x.accept("GBR/root", sign(2));
    x.accept("FRA/root", sign(2));
    x.refuse("FRA/case-officer", link(2, Linked::Offer(OfferNo(1))), "R84");
    x.accept("FRA/case-officer", link(1, Linked::Offer(OfferNo(1))));
}

#[test]
fn r84_a_payment_is_of_the_case_and_for_the_lead_to_name() {
    let mut x = Exercise::under(&[CHARTER, ASSESSMENTS].concat());
    x.accept("GBR/root", crate::exercise::commands::sign(usd("100.00"), usd("0")));
    x.received("GBR", usd("100.00"));
    x.in_flight(&["10.00", "20.00"]);
    x.accept("GBR/representative", propose(text()));
    x.accept("GBR/root", sign(1));
    x.accept("FRA/root", sign(1));
    let payment = |number| link(1, Linked::Payment(PaymentNo(number)));
    x.refuse("FRA/case-officer", payment(1), "R80");
    x.refuse("GBR/case-officer", payment(9), "R84");
    x.accept("GBR/case-officer", payment(1));
    x.refuse("GBR/case-officer", payment(1), "R85");
}

#[test]
fn r85_an_offer_belongs_to_one_procurement() {
    let mut x = in_effect();
    x.accept("FRA/case-officer", offer());
    x.accept("FRA/case-officer", link(1, Linked::Offer(OfferNo(1))));
    x.refuse("FRA/case-officer", link(1, Linked::Offer(OfferNo(1))), "R85");
    x.accept("GBR/representative", propose(text()));
    x.accept("GBR/root", sign(2));
    x.accept("FRA/root", sign(2));
    x.refuse("FRA/case-officer", link(2, Linked::Offer(OfferNo(1))), "R85");
}
