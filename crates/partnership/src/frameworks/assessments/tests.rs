//! What members say of themselves, and of nobody else.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::format;

use super::*;
use crate::audience::Audience;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{eur, phrase, usd};
use crate::exercise::stages::ASSESSMENTS;
use crate::exercise::{CHARTER, Exercise, NOON};
use crate::moment::Day;
use crate::wording::Wording;

fn begin() -> Exercise {
    Exercise::under(&[CHARTER, ASSESSMENTS].concat())
}

fn today() -> Day {
    NOON.day()
}

fn ahead(days: u32) -> Day {
    Day(today().0 + days)
}

fn yesterday() -> Day {
    Day(today().0 - 1)
}

fn particulars() -> Particulars {
    Particulars {
        on: today(),
        review: ahead(365),
        status: Status::Current,
        audience: Audience::Members,
        wording: Wording::new(Some(phrase("as it stands")), None).unwrap(),
        evidence: None,
        replaces: None,
    }
}

fn legal() -> Legal {
    Legal {
        item: "transfer-of-arms".parse().unwrap(),
        basis: phrase("Export Control Act, s. 1"),
        decides: phrase("the Cabinet"),
        parliament: Parliament::Informed,
        days: 30,
        particulars: particulars(),
        limits: None,
        until: None,
    }
}

fn pathway() -> Pathway {
    Pathway {
        kind: PathwayKind::LeadNation,
        item: "any".parse().unwrap(),
        days: 90,
        open: true,
        end_user: true,
        particulars: particulars(),
        eligibility: None,
        from: None,
        to: None,
        exemption: None,
        consent: None,
    }
}

fn standard() -> Standard {
    Standard {
        standard: "STANAG 4774".parse().unwrap(),
        edition: "Ed. 1".parse().unwrap(),
        particulars: particulars(),
        owner: None,
        ratified: Some(yesterday()),
        implemented: None,
        tested: None,
        certified: None,
        exercised: None,
        crypto: None,
        keys: None,
        codes: None,
    }
}

fn with(particulars: Particulars) -> Command {
    Command::Legal(Legal { particulars, ..legal() })
}

fn withdraw(assessment: u32) -> Command {
    Command::Withdraw(Withdraw { assessment: AssessmentNo(assessment) })
}

fn replacing(number: u32) -> Command {
    with(Particulars { replaces: Some(AssessmentNo(number)), ..particulars() })
}

fn draft(replaces: Option<u32>) -> Command {
    with(Particulars { status: Status::Draft, replaces: replaces.map(AssessmentNo), ..particulars() })
}

#[test]
fn r40_without_the_article_nothing_is_assessed() {
    let mut x = Exercise::begin();
    x.refuse("GBR/representative", Command::Legal(legal()).into(), "R40");
    x.refuse("GBR/representative", Command::Pathway(pathway()).into(), "R40");
    x.refuse("GBR/representative", Command::Standard(standard()).into(), "R40");
    let mut x = begin();
    x.accept("GBR/representative", Command::Legal(legal()).into());
    x.accept("GBR/representative", Command::Pathway(pathway()).into());
    let events = x.accept("GBR/representative", Command::Standard(standard()).into());
    let [
        AnyEvent::Frameworks(crate::frameworks::Event::Assessments(Event::StandardGiven {
            assessment,
            by,
            ..
        })),
    ] = &events[..]
    else {
        panic!("a standard")
    };
    assert_eq!((*assessment, by.as_str()), (AssessmentNo(3), "GBR"));
}

#[test]
fn r41_nobody_assesses_a_day_that_is_not_there_yet() {
    let mut x = begin();
    for on in [yesterday(), today()] {
        let replaces = (on == today()).then_some(AssessmentNo(1));
        let dated = Particulars { on, replaces, review: ahead(1), ..particulars() };
        x.accept("GBR/representative", with(dated).into());
    }
    let tomorrow = Particulars { on: ahead(1), ..particulars() };
    x.refuse("GBR/representative", with(tomorrow).into(), "R41");
}

#[test]
fn r42_it_is_looked_at_again_after_its_day_and_within_the_time() {
    let mut x = begin();
    for review in [yesterday(), today(), ahead(366), Day(u32::MAX)] {
        let wrong = Particulars { review, ..particulars() };
        x.refuse("GBR/representative", with(wrong).into(), "R42");
    }
    x.accept("GBR/representative", with(Particulars { review: ahead(1), ..particulars() }).into());
    x.accept("DEU/representative", with(Particulars { review: ahead(365), ..particulars() }).into());
}

#[test]
fn r43_what_is_said_to_have_happened_had_happened_by_its_day() {
    let mut x = begin();
    let late = Some(ahead(1));
    for wrong in [
        Standard { ratified: late, ..standard() },
        Standard { implemented: late, ..standard() },
        Standard { tested: late, ..standard() },
        Standard { certified: late, ..standard() },
        Standard { exercised: late, ..standard() },
    ] {
        x.refuse("GBR/representative", Command::Standard(wrong).into(), "R43");
    }
    let all = Some(today());
    let right = Standard {
        ratified: all,
        implemented: all,
        tested: all,
        certified: all,
        exercised: all,
        ..standard()
    };
    x.accept("GBR/representative", Command::Standard(right).into());
    // Of nothing it is said that nothing is there.
    let none = Standard { ratified: None, ..standard() };
    x.accept("DEU/representative", Command::Standard(none).into());
}

#[test]
fn r44_of_two_amounts_the_lower_is_lower() {
    let mut x = begin();
    let from = |from, to| Command::Pathway(Pathway { from, to, ..pathway() });
    for (low, high) in [
        (Some(usd("0")), None),
        (None, Some(usd("-1.00"))),
        (Some(usd("2.00")), Some(usd("2.00"))),
        (Some(usd("2.01")), Some(usd("2.00"))),
        (Some(usd("1.00")), Some(eur("2.00"))),
    ] {
        x.refuse("GBR/representative", from(low, high).into(), "R44");
    }
    x.accept("GBR/representative", from(Some(usd("1.99")), Some(usd("2.00"))).into());
    x.accept("DEU/representative", from(Some(eur("0.01")), None).into());
    x.accept("FRA/representative", from(None, Some(usd("0.01"))).into());
}

#[test]
fn r45_a_later_entry_names_the_one_that_it_replaces() {
    let mut x = begin();
    x.refuse("GBR/representative", replacing(1).into(), "R45");
    x.accept("GBR/representative", with(particulars()).into());
    x.refuse("GBR/representative", with(particulars()).into(), "R45");
    // What another member said of the same thing is its own.
    x.refuse("DEU/representative", replacing(1).into(), "R45");
    x.accept("DEU/representative", with(particulars()).into());
    x.accept("GBR/representative", replacing(1).into());
    x.refuse("GBR/representative", replacing(1).into(), "R45");
    x.accept("GBR/representative", replacing(3).into());
    // Another kind of pathway is another thing, and so is another edition.
    x.accept("GBR/representative", Command::Pathway(pathway()).into());
    let kind = PathwayKind::National;
    x.accept("GBR/representative", Command::Pathway(Pathway { kind, ..pathway() }).into());
    x.accept("GBR/representative", Command::Standard(standard()).into());
    let edition = "Ed. 2".parse().unwrap();
    x.accept("GBR/representative", Command::Standard(Standard { edition, ..standard() }).into());
}

#[test]
fn r45_a_draft_stands_beside_what_is_current_and_ends_with_the_next() {
    let mut x = begin();
    x.accept("GBR/representative", with(particulars()).into());
    x.accept("GBR/representative", draft(None).into());
    x.refuse("GBR/representative", draft(None).into(), "R45");
    x.refuse("GBR/representative", draft(Some(1)).into(), "R45");
    x.accept("GBR/representative", draft(Some(2)).into());
    let events = x.accept("GBR/representative", replacing(1).into());
    let [AnyEvent::Frameworks(crate::frameworks::Event::Assessments(Event::LegalGiven { ends, .. }))] =
        &events[..]
    else {
        panic!("an entry")
    };
    assert_eq!(*ends, Some(AssessmentNo(3)));
    x.refuse("GBR/representative", withdraw(3).into(), "R47");
    x.accept("GBR/representative", draft(None).into());
}

#[test]
fn r46_a_members_entries_are_about_so_many_things() {
    let by = "GBR".parse().unwrap();
    let mut full = Assessments::default();
    let about = |at: usize| Thing::Legal(format!("item-{at}").parse().unwrap());
    for at in 0..MAX_THINGS - 1 {
        full.gives(AssessmentNo::after(at), by, about(at), &particulars());
    }
    let mut x = begin();
    x.partnership.frameworks.assessments = full;
    // The last thing, then one too many; another version of one, another register and another member go on.
    x.accept("GBR/representative", with(particulars()).into());
    let item: Item = "stationing-of-forces".parse().unwrap();
    let more = || Command::Legal(Legal { item: item.clone(), ..legal() });
    x.refuse("GBR/representative", more().into(), "R46");
    x.accept("GBR/representative", replacing(2_000).into());
    x.accept("GBR/representative", Command::Pathway(pathway()).into());
    x.accept("DEU/representative", more().into());
    x.accept("GBR/representative", withdraw(1).into());
    x.accept("GBR/representative", more().into());
}

#[test]
fn r47_what_is_withdrawn_stands() {
    let mut x = begin();
    x.refuse("GBR/representative", withdraw(0).into(), "R47");
    x.refuse("GBR/representative", withdraw(1).into(), "R47");
    x.accept("GBR/representative", with(particulars()).into());
    x.refuse("GBR/representative", withdraw(2).into(), "R47");
    x.accept("GBR/representative", withdraw(1).into());
    x.refuse("GBR/representative", withdraw(1).into(), "R47");
    // Nothing stands in its place: the next one names none.
    x.refuse("GBR/representative", replacing(1).into(), "R45");
    x.accept("GBR/representative", with(particulars()).into());
    x.accept("GBR/representative", replacing(2).into());
    x.refuse("GBR/representative", withdraw(2).into(), "R47");
}

#[test]
fn r48_nobody_takes_back_what_another_said() {
    let mut x = begin();
    x.accept("GBR/representative", with(particulars()).into());
    for other in ["CAN/representative", "DEU/representative", "FRA/representative"] {
        x.refuse(other, withdraw(1).into(), "R48");
    }
    x.accept("GBR/representative", withdraw(1).into());
}

#[test]
fn r49_a_law_that_has_ended_allows_nothing() {
    let mut x = begin();
    let until = |until| Command::Legal(Legal { until: Some(until), ..legal() });
    x.refuse("GBR/representative", until(yesterday()).into(), "R49");
    x.accept("GBR/representative", until(today()).into());
    x.accept("DEU/representative", until(ahead(1)).into());
}
