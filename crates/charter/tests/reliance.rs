//! The optional articles on promises, reliance and audit.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::{Aspect, Charter};

#[test]
fn the_founding_charter_relies_on_the_dollar_and_says_so() {
    let charter = Charter::read(include_str!("../../../charters/partnership.toml")).unwrap();
    assert_eq!(charter.promises().unwrap().longest_delay().hours(), 240);
    let reliance = charter.reliance().unwrap();
    assert_eq!(reliance.number().0, 17);
    assert!(reliance.things().iter().all(|thing| thing.aspect() == Aspect::Currency));
    let settlement = reliance.thing("settlement").unwrap();
    assert_eq!((settlement.relies_on(), settlement.state()), (&["dollar".to_owned()][..], None));
    assert_eq!(reliance.thing("dollar").unwrap().state(), "USA".parse().ok());
}

#[test]
fn both_articles_are_optional() {
    let base = Charter::read(include_str!("faults/base.toml")).unwrap();
    assert!(base.promises().is_none() && base.reliance().is_none());
}

#[test]
fn as_many_opinions_are_asked_as_there_are_members_at_most() {
    let base = include_str!("faults/base.toml");
    assert!(Charter::read(base).unwrap().audit().is_none());
    let members = Charter::read(base).unwrap().members().len();
    let with =
        |opinions: usize| Charter::read(&format!("{base}\n[audit]\narticle = 19\nopinions = {opinions}\n"));
    for (opinions, is_right) in [(0, false), (1, true), (members, true), (members.saturating_add(1), false)] {
        assert_eq!(with(opinions).is_ok(), is_right, "{opinions}");
    }
    let charter = with(1).unwrap();
    assert_eq!(charter.audit().map(|audit| (audit.number().0, audit.opinions())), Some((19, 1)));
}
