//! Tests at each border.

use super::*;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{
    assist, call, countersign_line, execute, indicate, open, receipt, request, sign, table, usd, vote,
};
use crate::exercise::standing::{accept, amend, restore, stay, suspend, withdraw};
use crate::exercise::{CHARTER, DAY, Exercise};

/// Five members, of which `FRA` is suspended, and until when.
fn suspended() -> (Exercise, Moment) {
    let mut x = Exercise::of_five();
    let events = x.carried(suspend("FRA"));
    let AnyEvent::Members(Event::Suspended { until, .. }) = events[1] else { panic!("suspended") };
    (x, until)
}

#[test]
fn m9_a_suspension_takes_the_voice_and_not_the_rest() {
    let (mut x, _) = suspended();
    let refused = x.refuse("FRA/representative", request(&[usd("1.00")]), "M9");
    assert_eq!(refused.article(x.partnership.charter()).0, 13);
    x.refuse("FRA/representative", table(suspend("DEU")), "M9");
    x.accept("FRA/representative", indicate("FRA", None));
    x.accept("FRA/root", sign(usd("1.00"), usd("10.00")));
    x.accept("FRA/root", withdraw());
    x.accept("FRA/root", stay());
    let with = x.partnership.members().with(quorate_charter::Office::Treasurer, x.next());
    assert!(!with.contains(&"FRA".parse().unwrap()));
    // What it signed is called as before, and it has a seat in which it does not take part.
    let called = x.tabled(call("10.00"));
    let events = x.accept("DEU/representative", open(called));
    let AnyEvent::Decisions(crate::decisions::Event::Opened { participating, not_taking_part, .. }) =
        &events[0]
    else {
        panic!("opened")
    };
    assert_eq!((participating.len(), not_taking_part.as_slice()), (4, ["FRA".parse().unwrap()].as_slice()));
    x.refuse("FRA/representative", vote(called, crate::decisions::Choice::Against), "D6");
}

#[test]
fn m9_who_is_suspended_enters_what_it_paid_and_another_says_that_it_came() {
    let (mut x, _) = suspended();
    let today = crate::exercise::BEGINS.day();
    let [own, others] = [("FRA", "one"), ("DEU", "two")]
        .map(|(of, reference)| (of, receipt(of, usd("1.00"), today, reference)));
    x.accept("FRA/treasurer", own.1);
    x.accept("DEU/treasurer", countersign_line(1));
    x.accept("DEU/treasurer", others.1);
    x.refuse("FRA/treasurer", countersign_line(2), "M9");
}

#[test]
fn it_ends_by_itself_at_its_time() {
    let (mut x, until) = suspended();
    x.at(Moment(until.0.saturating_sub(1))).refuse("FRA/representative", request(&[usd("1.00")]), "M9");
    let ended: AnyEvent = Event::Restored { member: "FRA".parse().unwrap(), decision: None }.into();
    assert!(x.at(until).pass().contains(&ended));
    x.accept("FRA/representative", request(&[usd("1.00")]));
}

#[test]
fn m19_the_others_can_lift_it_once() {
    let (mut x, until) = suspended();
    x.refuse("DEU/representative", table(restore("DEU")), "M19");
    x.carried(restore("FRA"));
    x.accept("FRA/representative", request(&[usd("1.00")]));
    x.refuse("DEU/representative", table(restore("FRA")), "M19");
    assert!(x.at(until).pass().is_empty());
}

#[test]
fn m18_only_who_is_bound_and_not_suspended() {
    let (mut x, _) = suspended();
    x.refuse("DEU/representative", table(suspend("FRA")), "M18");
    x.refuse("DEU/representative", table(suspend("USA")), "M18");
}

#[test]
fn m20_never_fewer_than_take_part_in_a_decision_on_help_to_any_other() {
    // Of four members three would be left, and two in a decision on help to one of them.
    let mut x = Exercise::begin();
    let decision = x.resolved(suspend("FRA"));
    x.refuse("DEU/representative", execute(decision), "M20");
    let case = x.requested(&["1.00"]);
    let decision = x.opened(assist(case));
    x.accept("FRA/representative", vote(decision, crate::decisions::Choice::Against));
    // Of five, a second one cannot be.
    let (mut x, _) = suspended();
    let decision = x.resolved(suspend("GBR"));
    x.refuse("DEU/representative", execute(decision), "M20");
}

#[test]
fn m21_the_member_concerned_is_heard_first_and_does_not_decide() {
    let mut x = Exercise::of_five();
    let decision = x.tabled(suspend("FRA"));
    let heard = Moment(x.next().0.saturating_sub(1).saturating_add(14 * DAY));
    x.refuse("DEU/representative", open(decision), "M21");
    x.at(Moment(heard.0.saturating_sub(1))).refuse("DEU/representative", open(decision), "M21");
    x.at(heard).accept("DEU/representative", open(decision));
    x.refuse("FRA/representative", vote(decision, crate::decisions::Choice::Against), "D6");
}

#[test]
fn a_vote_that_was_open_is_still_the_members_own() {
    let mut x = Exercise::of_five();
    let suspension = x.resolved(suspend("FRA"));
    let case = x.requested(&["1.00"]);
    let open_before = x.opened(assist(case));
    x.accept("DEU/representative", execute(suspension));
    x.accept("FRA/representative", vote(open_before, crate::decisions::Choice::Against));
}

#[test]
fn m10_nobody_is_suspended_where_no_article_says_how() {
    let (before, after) = CHARTER.split_once("[suspension]").unwrap();
    let (_, after) = after.split_once("[amendment]").unwrap();
    let without = [before, "[amendment]", after].concat();
    Exercise::under(&without).refuse("DEU/representative", table(suspend("FRA")), "M10");
}

#[test]
fn who_has_not_accepted_a_text_is_suspended_no_longer_than_its_own_text_says() {
    let mut x = Exercise::of_five();
    let xaa = "[member.XAA]\nname = { en = \"Newcomer\", fr = \"Nouveau venu\" }\n\n[measure.population]";
    let text = CHARTER
        .replace("[measure.population]", xaa)
        .replace("GBR = 69226000", "GBR = 69226000, XAA = 50000000")
        .replace("members >= 100% of participating", "members >= 55% of participating")
        .replace("at-most = \"365d\"", "at-most = \"36500d\"");
    x.carried(amend(1, &text));
    for member in ["CAN", "DEU", "GBR", "XAA"] {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
    let decision = x.resolved(suspend("FRA"));
    let until = x.next().plus("365d".parse().unwrap());
    let events = x.accept("DEU/representative", execute(decision));
    let member = "FRA".parse().unwrap();
    assert_eq!(events[1], Event::Suspended { member, until, decision: DecisionNo(decision) }.into());
}

#[test]
fn d9_a_decision_on_one_suspension_does_not_stand_for_the_next() {
    let mut x = Exercise::of_five();
    let [first, second] = [x.resolved(suspend("FRA")), x.resolved(suspend("FRA"))];
    x.accept("DEU/representative", execute(first));
    let [lifted, kept] = [x.resolved(restore("FRA")), x.resolved(restore("FRA"))];
    x.accept("CAN/representative", execute(lifted));
    // The others restored it: no one of them suspends it again by an approval that was left over.
    x.refuse("DEU/representative", execute(second), "D9");
    // Nor does it lift the next suspension itself.
    x.carried(suspend("FRA"));
    x.refuse("FRA/representative", execute(kept), "D9");
}

#[test]
fn a_text_that_waits_for_a_voice_comes_into_force_when_it_is_back() {
    for by_time in [true, false] {
        let (mut x, until) = suspended();
        let xaa = "[member.XAA]\nname = { en = \"Newcomer\", fr = \"Nouveau venu\" }\n\n[measure.population]";
        let text = CHARTER
            .replace("[measure.population]", xaa)
            .replace("GBR = 69226000", "GBR = 69226000, XAA = 50000000");
        x.carried(amend(1, &text));
        // With `FRA` suspended and `XAA` holding out, two would be left to decide on help to a third.
        for member in ["CAN", "DEU", "FRA", "GBR"] {
            assert_eq!(x.accept(&[member, "/root"].concat(), accept(2)).len(), 1);
        }
        let events = if by_time { x.at(until).pass() } else { x.carried(restore("FRA")) };
        assert!(events.contains(&Event::AmendmentInForce { version: 2 }.into()), "{events:?}");
    }
}
