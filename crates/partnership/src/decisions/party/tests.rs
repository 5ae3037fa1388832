use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use crate::cases;
use crate::decisions::Choice::{Against, InFavour};
use crate::decisions::Event;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{assist, execute, name_party, open, table, vote};
use crate::exercise::stages::charter_of_five;
use crate::exercise::{CHARTER, Exercise};
use crate::ids::{CaseNo, DecisionNo};

/// A case of `CAN`, in a partnership of five.
fn asked() -> (Exercise, u32) {
    let mut x = Exercise::under(&charter_of_five());
    let case = x.requested(&["10.00"]);
    (x, case)
}

fn not_taking_part(events: &[AnyEvent]) -> Vec<&str> {
    let AnyEvent::Decisions(Event::Opened { not_taking_part, .. }) = &events[0] else { panic!("opened") };
    not_taking_part.iter().map(MemberCode::as_str).collect()
}

/// `FRA` moves that a member is a party, and two of the three that take part are in favour. The decision.
fn named(x: &mut Exercise, case: u32, member: &str) -> u32 {
    let events = x.accept("FRA/representative", table(name_party(case, member)));
    let AnyEvent::Decisions(Event::Tabled { decision, .. }) = events[0] else { panic!("a draft") };
    let opened = x.accept("FRA/representative", open(decision.0));
    assert_eq!(not_taking_part(&opened), ["CAN", member]);
    x.votes("FRA", decision.0, InFavour);
    x.votes("ITA", decision.0, InFavour);
    x.wait("72h").pass();
    decision.0
}

#[test]
fn whoever_is_named_takes_part_in_no_decision_on_the_case_that_is_opened_after() {
    let (mut x, case) = asked();
    let before = x.tabled(assist(case));
    let opened = x.accept("DEU/representative", open(before));
    assert_eq!(not_taking_part(&opened), ["CAN"]);
    let decision = named(&mut x, case, "DEU");
    let events = x.accept("ITA/representative", execute(decision));
    let (member, decision) = ("DEU".parse().unwrap(), DecisionNo(decision));
    let party = cases::Event::PartyNamed { case: CaseNo(case), member, decision };
    assert_eq!(events, vec![Event::Executed { decision }.into(), party.into()]);
    let after = x.tabled(assist(case));
    let opened = x.accept("DEU/representative", open(after));
    assert_eq!(not_taking_part(&opened), ["CAN", "DEU"]);
    x.refuse("DEU/representative", vote(after, Against), "D6");
    // In other cases it does.
    let other = x.requested(&["10.00"]);
    let other = x.tabled(assist(other));
    assert_eq!(not_taking_part(&x.accept("DEU/representative", open(other))), ["CAN"]);
}

#[test]
fn d28_a_vote_that_is_open_goes_on_with_those_that_take_part_in_it() {
    let (mut x, case) = asked();
    let decision = named(&mut x, case, "DEU");
    let help = x.opened(assist(case));
    x.accept("ITA/representative", execute(decision));
    x.votes("DEU", help, Against);
}

#[test]
fn d21_the_beneficiary_neither_names_nor_is_named() {
    let (mut x, case) = asked();
    x.refuse("CAN/representative", table(name_party(case, "DEU")), "D21");
    x.refuse("DEU/representative", table(name_party(case, "CAN")), "D21");
}

#[test]
fn d22_a_member_and_once() {
    let (mut x, case) = asked();
    x.refuse("FRA/representative", table(name_party(case, "USA")), "D22");
    let decision = named(&mut x, case, "DEU");
    let again = named(&mut x, case, "DEU");
    x.accept("ITA/representative", execute(decision));
    x.refuse("ITA/representative", execute(again), "D22");
    x.refuse("FRA/representative", table(name_party(case, "DEU")), "D22");
}

#[test]
fn d20_only_where_the_charter_says_by_which_rule() {
    let without = charter_of_five().replace("party-named-by = \"exclusion\"\n", "");
    let mut x = Exercise::under(&without);
    let case = x.requested(&["10.00"]);
    let refusal = x.refuse("FRA/representative", table(name_party(case, "DEU")), "D20");
    assert_eq!(refusal.article(x.partnership.charter()), x.partnership.charter().cases().number());
}

#[test]
fn c1_and_c4_a_case_that_waits_for_a_decision() {
    let (mut x, _) = asked();
    x.refuse("FRA/representative", table(name_party(9, "DEU")), "C1");
    let mut x = Exercise::funded("100.00");
    let case = x.approved(&["10.00"]);
    x.refuse("FRA/representative", table(name_party(case, "DEU")), "C4");
}

#[test]
fn d4_nobody_is_named_where_too_few_would_be_left_for_the_case() {
    // Of four, without the beneficiary and the party, two would take part, and three must.
    let mut x = Exercise::under(CHARTER);
    let case = x.requested(&["10.00"]);
    x.refuse("FRA/representative", table(name_party(case, "DEU")), "D4");
    // Of five, one party leaves three, and a second one would leave two: also if its draft came first.
    let (mut x, case) = asked();
    let decision = named(&mut x, case, "DEU");
    let second = named(&mut x, case, "GBR");
    x.accept("ITA/representative", execute(decision));
    x.refuse("ITA/representative", execute(second), "D4");
    x.refuse("FRA/representative", table(name_party(case, "ITA")), "D4");
}
