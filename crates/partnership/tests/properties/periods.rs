//! What is sealed stays as it is, whatever members order afterwards.

use std::collections::BTreeMap;

use proptest::prelude::*;
use quorate_ledger::Entry;
use quorate_partnership::fund::{self, Totals};
use quorate_partnership::{Day, Event};

use crate::story::{HOUR, Step, What, amount, back, pays_in, step, story};
use crate::world::World;

pub(crate) fn control() -> impl Strategy<Value = What> + Clone {
    prop_oneof![
        (0..4_u32).prop_map(|days| What::SealPeriod { days }),
        back().prop_map(|seal| What::CountersignSeal { seal }),
        (0..4_usize, amount(), 0..90_u32).prop_map(|(from, amount, days)| What::LateReceipt {
            from,
            amount,
            days
        }),
    ]
}

/// A period is sealed, and money of one of its days comes late.
pub(crate) fn sealed(member: usize, days: u32) -> Vec<Step> {
    vec![
        step(30 * HOUR, member, What::SealPeriod { days }),
        step(1, member + 1, What::CountersignSeal { seal: 0 }),
        step(1, member, What::LateReceipt { from: member % 4, amount: 7, days }),
        step(1, member + 1, What::CountersignLine { line: 0 }),
    ]
}

/// Every entry of the journal so far, with the day on which it has effect.
fn journal(world: &World) -> Vec<(Day, &Entry)> {
    let (mut held, mut entries) = (BTreeMap::new(), Vec::new());
    for booked in &world.booked {
        match &booked.event {
            Event::Fund(fund::Event::Posted { entry, effective, .. }) => entries.push((*effective, entry)),
            Event::Fund(fund::Event::Held { hold, entry, .. }) => _ = held.insert(*hold, entry),
            Event::Fund(fund::Event::HoldPosted { hold, effective, .. }) => {
                entries.push((*effective, held[hold]));
            }
            _ => {}
        }
    }
    entries
}

/// The sealed periods, each with what the journal alone comes to now.
fn sealed_and_recomputed(world: &World) -> Vec<(&Totals, Totals)> {
    let entries = journal(world);
    let sealed = world.booked.iter().filter_map(|booked| match &booked.event {
        Event::Fund(fund::Event::Sealed { totals, .. }) => Some(totals),
        _ => None,
    });
    sealed.map(|totals| (totals, Totals::of(totals.until, entries.iter().copied()))).collect()
}

#[test]
fn f51_a_story_in_which_periods_are_sealed_is_one() {
    let mut story = pays_in(3, 150, 50);
    story.extend([1, 2, 0].into_iter().flat_map(|member| sealed(member, 1)));
    let world = World::play(&story);
    let found = sealed_and_recomputed(&world);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|(sealed, now)| *sealed == now && !now.ledgers.is_empty()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn f51_sealed_totals_never_change(story in story()) {
        let mut world = World::begin();
        let mut seen = 0;
        world.go_on(&story, |world| {
            let found = sealed_and_recomputed(world);
            assert!(found.len() >= seen);
            seen = found.len();
            for (sealed, now) in &found {
                assert_eq!(*sealed, now);
                assert!(now.ledgers.iter().all(|of| of.sides.debits() == of.sides.credits()));
            }
            assert!(found.windows(2).all(|two| two[0].0.until < two[1].0.until));
        });
    }
}
