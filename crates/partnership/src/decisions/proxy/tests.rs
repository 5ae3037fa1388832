use alloc::vec;
use alloc::vec::Vec;

use crate::decisions::Choice::{Against, InFavour};
use crate::decisions::{Event, Reserve};
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{assist, proxy, replacing, reserving};
use crate::exercise::stages::charter_of_five;
use crate::exercise::{Exercise, MEMBERS};
use crate::ids::DecisionNo;
use crate::moment::Moment;

/// A call on which five take part and three decide, and its deadline.
fn opened() -> (Exercise, u32, Moment) {
    let mut x = Exercise::under(&charter_of_five());
    let (decision, closes) = x.call_opened();
    (x, decision, closes)
}

/// Whether it was adopted, and who was counted by whose vote.
fn outcome(events: &[AnyEvent]) -> (bool, Vec<(&str, Option<&str>)>) {
    let found = events.iter().find_map(|event| match event {
        AnyEvent::Decisions(Event::Closed { verdict, counted, .. }) => {
            let by =
                counted.iter().map(|one| (one.member.as_str(), one.by_proxy.as_ref().map(|by| by.as_str())));
            Some((verdict.adopted(), by.collect()))
        }
        _ => None,
    });
    found.expect("closed")
}

#[test]
fn d27_a_proxy_counts_as_its_holder_votes() {
    let (mut x, decision, closes) = opened();
    let events = x.accept("DEU/representative", proxy(decision, Some("FRA")));
    let (member, holder) = ("DEU".parse().unwrap(), "FRA".parse().unwrap());
    let given = Event::ProxyGiven { decision: DecisionNo(decision), member, holder };
    assert_eq!(events, vec![given.into()]);
    x.votes("FRA", decision, InFavour);
    x.votes("GBR", decision, InFavour);
    let events = x.at(closes).pass();
    assert_eq!(outcome(&events), (true, vec![("DEU", Some("FRA")), ("FRA", None), ("GBR", None)]));
}

#[test]
fn d27_a_proxy_does_not_count_when_its_holder_is_away_or_has_yet_to_confirm() {
    let (mut x, decision, closes) = opened();
    x.accept("DEU/representative", proxy(decision, Some("FRA")));
    x.votes("GBR", decision, InFavour);
    x.votes("ITA", decision, InFavour);
    let mut reserved = x.clone();
    assert_eq!(outcome(&x.at(closes).pass()), (false, vec![("GBR", None), ("ITA", None)]));
    let vote = reserving(decision, InFavour, Reserve::AdReferendum);
    reserved.accept("FRA/representative", vote);
    reserved.at(closes).pass();
    let until = reserved.partnership.next_deadline().unwrap();
    assert_eq!(outcome(&reserved.at(until).pass()), (false, vec![("GBR", None), ("ITA", None)]));
}

#[test]
fn d27_one_s_own_vote_counts_in_its_place_before_or_after() {
    for before in [true, false] {
        let (mut x, decision, closes) = opened();
        if before {
            x.votes("DEU", decision, Against);
        }
        x.accept("DEU/representative", proxy(decision, Some("FRA")));
        if !before {
            x.votes("DEU", decision, Against);
        }
        x.votes("FRA", decision, InFavour);
        x.votes("GBR", decision, InFavour);
        let events = x.at(closes).pass();
        assert_eq!(outcome(&events), (false, vec![("DEU", None), ("FRA", None), ("GBR", None)]));
    }
}

#[test]
fn d19_a_proxy_is_taken_back_once() {
    let (mut x, decision, closes) = opened();
    x.refuse("DEU/representative", proxy(decision, None), "D19");
    x.accept("DEU/representative", proxy(decision, Some("FRA")));
    x.accept("DEU/representative", proxy(decision, None));
    x.refuse("DEU/representative", proxy(decision, None), "D19");
    x.votes("FRA", decision, InFavour);
    x.votes("GBR", decision, InFavour);
    assert!(!outcome(&x.at(closes).pass()).0);
}

#[test]
fn d17_a_proxy_goes_one_hop_and_each_holds_one() {
    let (mut x, decision, _) = opened();
    x.accept("DEU/representative", proxy(decision, Some("FRA")));
    x.refuse("DEU/representative", proxy(decision, Some("GBR")), "D17");
    x.refuse("GBR/representative", proxy(decision, Some("FRA")), "D17");
    x.refuse("GBR/representative", proxy(decision, Some("DEU")), "D17");
    x.refuse("FRA/representative", proxy(decision, Some("GBR")), "D17");
    x.accept("GBR/representative", proxy(decision, Some("CAN")));
}

#[test]
fn d19_a_proxy_that_nobody_asked_for_is_given_back() {
    let (mut x, decision, closes) = opened();
    // Or one member could keep another from giving its vote away, and from holding a third one's.
    x.accept("DEU/representative", proxy(decision, Some("FRA")));
    x.refuse("FRA/representative", proxy(decision, Some("GBR")), "D17");
    let events = x.accept("FRA/representative", proxy(decision, None));
    let (member, holder) = ("DEU".parse().unwrap(), "FRA".parse().unwrap());
    let ended = Event::ProxyEnded { decision: DecisionNo(decision), member, holder };
    assert_eq!(events, vec![ended.into()]);
    x.refuse("DEU/representative", proxy(decision, None), "D19");
    x.accept("FRA/representative", proxy(decision, Some("GBR")));
    // Nobody else gives it back.
    x.refuse("ITA/representative", proxy(decision, None), "D19");
    x.votes("GBR", decision, InFavour);
    let events = x.at(closes).pass();
    assert_eq!(outcome(&events), (false, vec![("FRA", Some("GBR")), ("GBR", None)]));
}

#[test]
fn d16_a_proxy_is_held_by_another_member_that_takes_part() {
    let (mut x, decision, _) = opened();
    for nobody in ["DEU", "USA"] {
        x.refuse("DEU/representative", proxy(decision, Some(nobody)), "D16");
    }
    let case = x.requested(&["10.00"]);
    let decision = x.opened(assist(case));
    x.refuse("DEU/representative", proxy(decision, Some("CAN")), "D16");
    x.refuse("CAN/representative", proxy(decision, Some("DEU")), "D6");
}

#[test]
fn d18_no_two_that_together_could_block_or_adopt() {
    // Of four that take part in help, two could block; of five in a call they could do neither.
    let (mut x, decision, closes) = opened();
    x.accept("DEU/representative", proxy(decision, Some("FRA")));
    let case = x.requested(&["10.00"]);
    let help = x.opened(assist(case));
    x.refuse("DEU/representative", proxy(help, Some("FRA")), "D18");
    // In a partnership of four every two could block.
    let mut x = Exercise::begin();
    let (decision, _) = x.call_opened();
    for (member, holder) in MEMBERS.iter().flat_map(|one| MEMBERS.map(|other| (one, other))) {
        if *member != holder {
            x.refuse(&[member, "/representative"].concat(), proxy(decision, Some(holder)), "D18");
        }
    }
    // A pair that could adopt if all others stay away.
    let present = charter_of_five().replace("55% of participating", "55% of present");
    let mut x = Exercise::under(&present);
    let (decision, _) = x.call_opened();
    x.refuse("DEU/representative", proxy(decision, Some("FRA")), "D18");
    assert!(closes > Moment(0));
}

#[test]
fn d1_and_d5_on_an_open_vote() {
    let (mut x, decision, closes) = opened();
    x.refuse("DEU/representative", proxy(9, Some("FRA")), "D1");
    x.at(closes).accept("DEU/representative", proxy(decision, Some("FRA")));
    x.refuse("GBR/representative", proxy(decision, Some("ITA")), "D5");
}

#[test]
fn d24_a_late_proxy_that_changes_the_outcome_moves_the_deadline() {
    let (mut x, decision, closes) = opened();
    x.votes("FRA", decision, InFavour);
    x.votes("GBR", decision, InFavour);
    let cast = x.last();
    let last = Moment(closes.0.saturating_sub(1));
    let events = x.at(last).accept("DEU/representative", proxy(decision, Some("FRA")));
    assert!(matches!(events[1], AnyEvent::Decisions(Event::Extended { .. })));
    // A holder that changes its vote takes the proxy along.
    x.accept("GBR/representative", replacing(decision, Against, Some(cast)));
    let until = x.partnership.next_deadline().unwrap();
    assert!(!outcome(&x.at(until).pass()).0);
}
