//! Calls, who acknowledges and closes them, and what nobody can do.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

mod sessions;
mod texts;

use alloc::string::String;

use super::*;
use crate::event::Event as AnyEvent;
use crate::exercise::consulting::{acknowledge, call_about, close_consultation};
use crate::exercise::stages::charter_of_five;
use crate::exercise::standing::suspend;
use crate::exercise::{CHARTER, DAY, Exercise, HOUR, MEMBERS, NOON};
use crate::quotas::allowed;

/// The charter of an exercise with the article.
pub(super) fn charter() -> String {
    [CHARTER, ARTICLE].concat()
}

const ARTICLE: &str = "
[consultations]
article = 40
first-session-within = \"24h\"
session-every = \"72h\"
session-notice = \"2h\"
chair-within = \"24h\"
silence = \"24h\"
silence-at-most = \"168h\"
conclude-within = \"48h\"
quiet-after = \"90d\"
";

/// Four members, and none called.
fn agreed() -> Exercise {
    Exercise::under(&charter())
}

/// `CAN` called consultations about itself.
fn called() -> Exercise {
    let mut x = agreed();
    x.accept("CAN/representative", call_about(&["CAN"]));
    x
}

fn codes(members: &[&str]) -> Vec<MemberCode> {
    members.iter().map(|member| member.parse().unwrap()).collect()
}

#[test]
fn k1_without_the_article_nobody_calls() {
    let mut x = Exercise::begin();
    let refusal = x.refuse("CAN/representative", call_about(&["CAN"]), "K1");
    assert_eq!(refusal.article(x.partnership.charter()), x.partnership.charter().membership().number());
    let mut x = agreed();
    x.accept("CAN/representative", call_about(&["CAN"]));
    let refusal = x.refuse("CAN/representative", call_about(&[]), "K3");
    assert_eq!(refusal.article(x.partnership.charter()).0, 40);
}

#[test]
fn a_call_is_in_force_at_once_and_asks_all_others() {
    let mut x = agreed();
    let events = x.accept("DEU/representative", call_about(&["CAN", "FRA"]));
    let [AnyEvent::Consultations(Event::Called { consultation, by, asked, first_session_by, .. })] =
        &events[..]
    else {
        panic!("a call")
    };
    assert_eq!((*consultation, by.as_str()), (ConsultationNo(1), "DEU"));
    assert!(asked.iter().map(MemberCode::as_str).eq(["CAN", "FRA", "GBR"]));
    assert_eq!(first_session_by.0, NOON.0 + 24 * HOUR);
    // Several at once: nobody's stands in the way of another's.
    for member in MEMBERS {
        x.accept(&[member, "/representative"].concat(), call_about(&["GBR"]));
    }
}

#[test]
fn k3_those_named_are_bound_each_once_and_one_at_least() {
    let mut x = agreed();
    for wrong in [&[][..], &["CAN", "CAN"], &["FRA", "CAN"], &["USA"], &["CAN", "USA"]] {
        x.refuse("CAN/representative", call_about(wrong), "K3");
    }
    x.accept("CAN/representative", call_about(&["FRA"]));
    x.accept("CAN/representative", call_about(&MEMBERS));
}

#[test]
fn a_suspended_member_calls_and_is_named() {
    let five = [&charter_of_five(), ARTICLE].concat();
    let mut x = Exercise::under(&five);
    x.carried(suspend("FRA"));
    assert!(!x.partnership.members().has_voice("FRA".parse().unwrap()));
    x.accept("FRA/representative", call_about(&["FRA"]));
    x.accept("CAN/representative", call_about(&["FRA"]));
    x.accept("FRA/representative", acknowledge(2));
}

#[test]
fn k4_a_members_own_open_calls_are_counted_and_no_others() {
    let mut x = agreed();
    for _ in 0..MAX_CALLED - 1 {
        x.accept("CAN/representative", call_about(&["CAN"]));
    }
    x.accept("CAN/representative", call_about(&["CAN"]));
    x.refuse("CAN/representative", call_about(&["CAN"]), "K4");
    x.accept("DEU/representative", call_about(&["CAN"]));
    x.accept("CAN/representative", close_consultation(3));
    x.accept("CAN/representative", call_about(&["CAN"]));
    x.refuse("CAN/representative", call_about(&["CAN"]), "K4");
}

#[test]
fn k5_each_other_member_acknowledges_once() {
    let mut x = called();
    x.refuse("CAN/representative", acknowledge(1), "K5");
    for member in ["DEU", "FRA", "GBR"] {
        let who = [member, "/representative"].concat();
        x.accept(&who, acknowledge(1));
        x.refuse(&who, acknowledge(1), "K5");
    }
}

#[test]
fn k2_and_k6_only_the_caller_closes_and_once() {
    let mut x = called();
    for number in [0, 2] {
        x.refuse("CAN/representative", close_consultation(number), "K2");
        x.refuse("DEU/representative", acknowledge(number), "K2");
    }
    for other in ["DEU/representative", "FRA/representative", "GBR/representative"] {
        x.refuse(other, close_consultation(1), "K6");
    }
    x.refuse("CAN/treasurer", close_consultation(1), "O1");
    x.accept("CAN/representative", close_consultation(1));
    x.refuse("CAN/representative", close_consultation(1), "K2");
    x.refuse("DEU/representative", acknowledge(1), "K2");
    // Others call their own at once.
    x.accept("DEU/representative", call_about(&["CAN"]));
}

#[test]
fn they_close_by_the_rule_after_ninety_days_without_an_entry() {
    let mut x = called();
    let first = NOON.0;
    x.at(Moment(first + 89 * DAY)).accept("DEU/representative", acknowledge(1));
    x.at(Moment(first + 90 * DAY)).pass();
    x.at(Moment(first + 179 * DAY - 1)).pass();
    x.partnership.consultations().open(ConsultationNo(1)).unwrap();
    x.at(Moment(first + 179 * DAY));
    let closed = Event::Closed { consultation: ConsultationNo(1), by: None };
    assert!(x.pass().contains(&closed.into()));
    x.refuse("CAN/representative", close_consultation(1), "K2");
    assert!(x.partnership.next_deadline().is_none());
}

#[test]
fn a_call_draws_on_the_reserve() {
    let command = call_about(&["CAN"]);
    let class = command.provision().class();
    let charter = Charter::read(&charter()).unwrap();
    assert!(allowed(&charter, class) > allowed(&charter, crate::command::Class::Ordinary));
}
