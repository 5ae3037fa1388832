//! Tests at each border.

use super::*;
use crate::exercise::commands::{call, execute, open, request, sign, table, usd, vote};
use alloc::string::ToString;

use crate::exercise::standing::{accept, amend, suspend, withdraw};
use crate::exercise::{CHARTER, Exercise};

/// Two can decide, so that three that accepted can go on without the fourth; and notice is shorter.
fn text() -> alloc::string::String {
    CHARTER
        .replace("least-participating = 3", "least-participating = 2")
        .replace("notice = \"365d\"", "notice = \"30d\"")
}

fn adopted() -> Exercise {
    let mut x = Exercise::begin();
    x.carried(amend(1, &text()));
    x
}

/// All but `CAN` accept it.
fn in_force() -> Exercise {
    let mut x = adopted();
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
    x
}

#[test]
fn it_comes_into_force_once_enough_accepted_and_not_before() {
    let mut x = adopted();
    let notice = |x: &Exercise| x.partnership.charter().withdrawal().unwrap().notice().to_string();
    x.accept("DEU/root", accept(2));
    x.accept("FRA/root", accept(2));
    assert_eq!(notice(&x), "365 days");
    let events = x.accept("GBR/root", accept(2));
    assert_eq!(events[1], Event::AmendmentInForce { version: 2 }.into());
    assert_eq!(notice(&x), "30 days");
}

#[test]
fn no_single_member_can_hold_it_up() {
    for holdout in crate::exercise::MEMBERS {
        let mut x = adopted();
        for member in crate::exercise::MEMBERS.into_iter().filter(|member| *member != holdout) {
            x.accept(&[member, "/root"].concat(), accept(2));
        }
        assert_eq!(x.partnership.charter().membership().least_participating(), 2);
    }
}

#[test]
fn m9_who_has_not_accepted_does_not_take_part_until_it_does() {
    let mut x = in_force();
    let refusal = x.refuse("CAN/representative", request(&[usd("1.00")]), "M9");
    assert_eq!(refusal.article(x.partnership.charter()).0, 14);
    assert!(x.partnership.members().is_bound("CAN".parse().unwrap()));
    x.accept("CAN/root", accept(2));
    x.accept("CAN/representative", request(&[usd("1.00")]));
    x.refuse("CAN/root", accept(2), "M25");
}

#[test]
fn who_has_not_accepted_leaves_by_the_notice_of_the_text_it_accepted() {
    let mut x = in_force();
    for (member, period) in [("CAN", "365d"), ("DEU", "30d")] {
        let now = x.next();
        let events = x.accept(&[member, "/root"].concat(), withdraw());
        let effective = now.plus(period.parse().unwrap());
        assert_eq!(events[0], Event::NoticeGiven { member: member.parse().unwrap(), effective }.into());
    }
}

#[test]
fn f13_no_text_raises_what_a_member_signed_or_asks_something_new_of_one_that_did_not_accept() {
    let mut x = adopted();
    for member in ["CAN", "DEU"] {
        x.accept(&[member, "/root"].concat(), sign(usd("0"), usd("50.00")));
    }
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
    // Under the new text only what DEU signed can be called; and of DEU no more than that.
    x.refuse("DEU/representative", table(call("50.01")), "F13");
    x.accept("CAN/root", accept(2));
    x.refuse("DEU/representative", table(call("100.01")), "F13");
    x.accept("DEU/representative", table(call("100.00")));
}

#[test]
fn m20_a_text_waits_while_too_few_of_those_that_accepted_could_decide_on_help() {
    // Three of four accept, and three must take part: on help to one of them two could not decide.
    let mut x = Exercise::begin();
    x.carried(amend(1, &CHARTER.replace("notice = \"365d\"", "notice = \"30d\"")));
    for member in ["DEU", "FRA", "GBR"] {
        assert_eq!(x.accept(&[member, "/root"].concat(), accept(2)).len(), 1);
    }
    assert_eq!(x.accept("CAN/root", accept(2)).len(), 2);
}

#[test]
fn who_leaves_does_not_hold_a_text_up() {
    let mut x = adopted();
    let events = x.accept("CAN/root", withdraw());
    let AnyEvent::Members(Event::NoticeGiven { effective, .. }) = events[0] else { panic!("notice") };
    x.accept("GBR/root", withdraw());
    x.accept("DEU/root", accept(2));
    x.accept("FRA/root", accept(2));
    let events = x.at(effective).wait("1h").pass();
    // With CAN and GBR gone two are left, who both accepted, and help to one could not be decided.
    assert!(!events.contains(&Event::AmendmentInForce { version: 2 }.into()), "{events:?}");
    let mut x = Exercise::of_five();
    let newcomer =
        "[member.XAA]\nname = { en = \"Newcomer\", fr = \"Nouveau venu\" }\n\n[measure.population]";
    let of_five = text().replace("[measure.population]", newcomer);
    x.carried(amend(1, &of_five.replace("GBR = 69226000", "GBR = 69226000, XAA = 50000000")));
    let events = x.accept("CAN/root", withdraw());
    let AnyEvent::Members(Event::NoticeGiven { effective, .. }) = events[0] else { panic!("notice") };
    for member in ["DEU", "GBR", "XAA"] {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
    let events = x.at(effective).pass();
    assert!(events.contains(&Event::AmendmentInForce { version: 2 }.into()), "{events:?}");
    assert!(x.partnership.charter().member("XAA".parse().unwrap()).is_some());
}

#[test]
fn m25_only_a_text_that_waits() {
    let mut x = adopted();
    for version in [0, 1, 3] {
        x.refuse("DEU/root", accept(version), "M25");
    }
    x.accept("DEU/root", accept(2));
    x.refuse("DEU/root", accept(2), "M25");
}

#[test]
fn m24_a_text_amends_the_one_in_force() {
    let mut x = Exercise::begin();
    x.refuse("DEU/representative", table(amend(2, &text())), "M24");
    let (first, second) = (x.resolved(amend(1, &text())), x.resolved(amend(1, &text())));
    x.accept("DEU/representative", execute(first));
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
    // The second was adopted on the text before.
    x.refuse("DEU/representative", execute(second), "M24");
}

#[test]
fn m23_what_no_amendment_can_do() {
    let mut x = Exercise::begin();
    let other_member = CHARTER.replace("GBR", "XAA");
    let other_measure = CHARTER.replace("population", "people");
    let (before, after) = CHARTER.split_once("[amendment]").unwrap();
    let (_, after) = after.split_once("[lost-keys]").unwrap();
    let no_amendment = [before, "[lost-keys]", after].concat();
    let no_withdrawal = CHARTER.replace("[withdrawal]\narticle = 12\nnotice = \"365d\"\n", "");
    let entry = crate::exercise::standing::ratification();
    let currency = CHARTER.replace("\"USD\"", "\"EUR\"");
    for text in
        ["no charter", &other_member, &other_measure, &no_amendment, &no_withdrawal, &entry, &currency]
    {
        x.refuse("DEU/representative", table(amend(1, text)), "M23");
    }
    // Weights, rules and deadlines can change.
    x.accept("DEU/representative", table(amend(1, &CHARTER.replace("CAN = 41288599", "CAN = 41288600"))));
}

#[test]
fn a_hearing_is_as_long_as_it_was_when_it_began() {
    let mut x = Exercise::begin();
    let heard_less = CHARTER.replace("hearing = \"14d\"", "hearing = \"1h\"");
    let adopted = x.resolved(amend(1, &heard_less));
    x.accept("DEU/representative", execute(adopted));
    let decision = x.tabled(suspend("FRA"));
    for member in crate::exercise::MEMBERS {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
    x.wait("2h").refuse("DEU/representative", open(decision), "M21");
    let again = x.tabled(suspend("FRA"));
    x.wait("2h").accept("DEU/representative", open(again));
}

#[test]
fn a_vote_that_is_open_goes_on_by_the_rule_of_its_opening() {
    let mut x = Exercise::begin();
    let double =
        "members >= 55% of participating and population >= 65% of participating, or not in favour <= 1";
    let unanimous = CHARTER.replace(double, "members >= 100% of participating");
    let adopted = x.resolved(amend(1, &unanimous));
    x.accept("DEU/representative", execute(adopted));
    let case = x.requested(&["1.00"]);
    let decision = x.opened(crate::exercise::commands::assist(case));
    for member in crate::exercise::MEMBERS {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
    for member in ["DEU", "FRA"] {
        x.accept(&[member, "/representative"].concat(), vote(decision, crate::decisions::Choice::InFavour));
    }
    let events = x.wait("168h").pass();
    let adopted = |event: &AnyEvent| match event {
        AnyEvent::Decisions(crate::decisions::Event::Closed { verdict, .. }) => verdict.adopted(),
        _ => false,
    };
    assert!(events.iter().any(adopted));
}

#[test]
fn d28_an_approval_lasts_as_long_as_the_text_said_when_its_vote_was_opened() {
    let mut x = Exercise::funded("100.00");
    let short = CHARTER.replace("executable-for = \"90d\"", "executable-for = \"1h\"");
    x.carried(amend(1, &short));
    let case = x.requested(&["1.00"]);
    let decision = x.opened(crate::exercise::commands::assist(case));
    for member in crate::exercise::MEMBERS {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/representative"].concat(), vote(decision, crate::decisions::Choice::InFavour));
    }
    x.wait("168h").pass();
    x.wait("720h").accept("DEU/representative", execute(decision));
}

#[test]
fn m23_no_text_exhausts_the_node_that_reads_it() {
    let mut x = Exercise::begin();
    for open in ["[", "{a=", "a.", "("] {
        let deep = open.repeat(crate::members::MAX_TEXT_BYTES / open.len() - 8);
        let rule = CHARTER.replacen("adopted = \"", &["adopted = \"", &"(".repeat(5000)].concat(), 1);
        for text in [deep.clone(), ["a=", &deep].concat(), rule] {
            x.refuse("DEU/representative", table(amend(1, &text)), "M23");
        }
    }
}
