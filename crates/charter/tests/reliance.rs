//! The optional articles on promises and reliance.
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
