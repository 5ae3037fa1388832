//! Tests at each border.

use super::*;
use crate::exercise::commands::{
    accredit, assist, call, execute, indicate, open, receipt, request, revoke, sign, table, usd, vote,
};
use crate::exercise::standing::{admit, stay, terms, withdraw};
use crate::exercise::{CHARTER, DAY, Exercise};
use crate::moment::Moment;

/// `CAN` gives notice; the moment at which it takes effect.
fn noticed(x: &mut Exercise) -> Moment {
    let events = x.accept("CAN/root", withdraw());
    let AnyEvent::Members(Event::NoticeGiven { effective, .. }) = events[0] else { panic!("notice") };
    effective
}

#[test]
fn it_takes_effect_after_the_notice_and_not_before() {
    let mut x = Exercise::begin();
    let effective = noticed(&mut x);
    assert_eq!(effective, Moment(x.next().0.saturating_sub(1)).plus("365d".parse().unwrap()));
    let before = Moment(effective.0.saturating_sub(1));
    x.at(before).accept("CAN/representative", indicate("CAN", None));
    let left: AnyEvent = Event::Left { member: "CAN".parse().unwrap() }.into();
    assert!(x.at(effective).pass().contains(&left));
    // M7: a State that left acts on its own keys and in its own cases, and no other command of it is obeyed.
    x.refuse("CAN/representative", indicate("CAN", None), "M7");
    x.refuse("CAN/representative", request(&[usd("1.00")]), "M7");
    let key = x.new_key();
    let accredit =
        |key| accredit(key, Office::CaseOfficer, effective, Moment(effective.0.saturating_add(2 * DAY)));
    x.accept("CAN/root", accredit(key));
    x.accept("CAN/root", revoke(key, Office::CaseOfficer));
    // Once it is invited to come back, it acceds or does nothing: its keys are those of the invitation.
    let again = crate::members::Admit { member: "CAN".parse().unwrap(), ..terms(&[("population", 1)]) };
    x.carried(admit(again));
    x.refuse("CAN/root", accredit(key), "M7");
    assert_eq!(x.partnership.charter().members().len(), 3);
}

#[test]
fn who_left_has_no_seat_and_a_vote_that_was_open_goes_on_as_it_began() {
    let mut x = Exercise::begin();
    let effective = noticed(&mut x);
    x.accept("DEU/root", sign(usd("0"), usd("10.00")));
    x.at(Moment(effective.0.saturating_sub(DAY)));
    let open_before = x.opened(call("1.00"));
    x.at(effective).pass();
    x.refuse("CAN/representative", vote(open_before, crate::decisions::Choice::Against), "M7");
    let opened = x.tabled(call("2.00"));
    let events = x.accept("DEU/representative", open(opened));
    let AnyEvent::Decisions(crate::decisions::Event::Opened { participating, not_taking_part, .. }) =
        &events[0]
    else {
        panic!("opened")
    };
    assert_eq!((participating.len(), not_taking_part.len()), (3, 0));
}

/// I-38: who left is asked for nothing new, and owes what it owed.
#[test]
fn f13_i_38_what_fell_due_before_stays_due_and_nothing_more_is_asked() {
    let mut x = Exercise::begin();
    x.accept("CAN/root", sign(usd("5.00"), usd("50.00")));
    x.accept("DEU/root", sign(usd("0"), usd("50.00")));
    let effective = noticed(&mut x);
    x.at(effective).pass();
    let due = |x: &Exercise| {
        let cash = crate::fund::book::cash(x.partnership.charter());
        x.available(cash, 111, "CAN")
    };
    assert_eq!(due(&x), 500);
    x.refuse("DEU/representative", table(call("50.01")), "F13");
    let decision = x.tabled(call("50.00"));
    x.accept("DEU/representative", open(decision));
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/representative"].concat(), vote(decision, crate::decisions::Choice::InFavour));
    }
    x.wait("168h").pass();
    x.accept("FRA/treasurer", execute(decision));
    assert_eq!(due(&x), 500, "the call asks nothing of it");
    // What it owes it can pay.
    x.accept("FRA/treasurer", receipt("CAN", usd("5.00"), crate::exercise::BEGINS.day(), "last one"));
    x.refuse("CAN/root", sign(usd("1.00"), usd("0")), "M7");
}

#[test]
fn m28_no_help_to_a_state_that_left_is_approved() {
    let mut x = Exercise::funded("100.00");
    let case = x.requested(&["10.00"]);
    let adopted = {
        let effective = noticed(&mut x);
        x.at(Moment(effective.0.saturating_sub(4 * DAY)));
        let adopted = x.adopted(assist(case));
        x.at(effective).pass();
        adopted
    };
    x.refuse("DEU/representative", execute(adopted), "M28");
    x.refuse("DEU/representative", table(assist(case)), "M28");
}

#[test]
fn m14_one_notice_at_a_time_and_another_after_it_was_taken_back() {
    let mut x = Exercise::begin();
    noticed(&mut x);
    x.refuse("CAN/root", withdraw(), "M14");
    x.accept("CAN/root", stay());
    noticed(&mut x);
}

#[test]
fn m10_nobody_withdraws_where_no_article_says_how() {
    let without = CHARTER.replace("[withdrawal]\narticle = 12\nnotice = \"365d\"\n", "");
    Exercise::under(&without).refuse("CAN/root", withdraw(), "M10");
}
