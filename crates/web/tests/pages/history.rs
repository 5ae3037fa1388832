//! The history of a decision: in its order, in both languages, and not longer than a page.

use std::sync::Arc;

use quorate_partnership::decisions::{Choice, Event, Reserve};
use quorate_partnership::{Booked, DecisionNo, Moment};

use crate::door::{Door, Pages};
use crate::story::FOUNDING;
use crate::world::World;

const FUND: &str = include_str!("../../../../charters/partnership.toml");

/// The founding story, and these events of decision 1 after it.
fn pages(events: Vec<Event>) -> Pages {
    let mut records = World::play(&FOUNDING).records;
    for event in events {
        let (height, at) = (records.height() + 1, Moment(records.at().0 + 60_000));
        records.hear(&Booked { height, at, fell_due: None, by: None, event: event.into() });
    }
    Pages::of(Door {
        records: Arc::new(records),
        member: "CAN".parse().ok(),
        text: FUND.into(),
        checked: false,
    })
}

fn history(page: &str) -> &str {
    page.split_once("id=\"history\"").unwrap().1.split_once("</section>").unwrap().0
}

#[test]
fn what_happened_is_told_in_its_order_with_its_place() {
    let page = pages(Vec::new()).get("/en/decisions/1").text;
    let told = history(&page);
    let at = |said: &str| told.find(said).unwrap_or_else(|| panic!("{said}: {told}"));
    assert!(at("tabled the draft") < at("opened the vote") && at("opened the vote") < at("voted in favour"));
    assert!(at("voted in favour") < at("The vote closed:") && told.contains("height "));
    let page = pages(Vec::new()).get("/fr/decisions/1").text;
    assert!(history(&page).contains("a déposé le projet") && history(&page).contains("a voté pour."));
}

#[test]
fn every_kind_of_event_has_its_words_and_members_own_are_no_markup() {
    let (decision, member, holder) = (DecisionNo(1), "FRA".parse().unwrap(), "GBR".parse().unwrap());
    let (closes, reason) = (Moment(1_800_000_000_000), "no <b>".parse().unwrap());
    let explanation = Some("why & how".parse().unwrap());
    let (choice, reserve) = (Choice::Abstain, Some(Reserve::AdReferendum));
    let pages = pages(vec![
        Event::Voted { decision, member, choice, replaces: None, explanation, reserve },
        Event::Objected { decision, member, reason, replaces: None },
        Event::Converted { decision, closes },
        Event::Extended { decision, closes },
        Event::Unconfirmed { decision, members: vec![member], until: closes },
        Event::ProxyGiven { decision, member, holder },
        Event::ProxyEnded { decision, member, holder },
        Event::Lapsed { decision },
    ]);
    for (language, said) in [
        (
            "en",
            [
                "abstained",
                "Ad referendum",
                "objected",
                "Silence did not",
                "changed late",
                "hangs on",
                "gave its vote",
                "lapsed",
            ],
        ),
        (
            "fr",
            [
                "abstenu",
                "Ad referendum",
                "objection",
                "Le silence",
                "tardivement",
                "dépend",
                "sa voix",
                "caduque",
            ],
        ),
    ] {
        let page = pages.get(&format!("/{language}/decisions/1")).text;
        for said in said {
            assert!(history(&page).contains(said), "{said}: {}", history(&page));
        }
        assert!(page.contains("no &lt;b&gt;") && page.contains("why &amp; how"));
    }
}

#[test]
fn a_long_history_leaves_out_its_middle_and_says_so() {
    let (decision, member) = (DecisionNo(1), "FRA".parse().unwrap());
    let vote = |_| Event::Voted {
        decision,
        member,
        choice: Choice::Against,
        replaces: None,
        explanation: Some("x".repeat(400).parse().unwrap()),
        reserve: None,
    };
    let page = pages((0..300).map(vote).collect()).get("/en/decisions/1").text;
    assert_eq!(history(&page).matches("<li>").count(), 100);
    assert!(history(&page).contains("events between these are left out here"));
    assert!(page.len() < 100_000, "{}", page.len());
}
