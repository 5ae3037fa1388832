//! The same blocks give the same partnership, whoever steps through them and wherever it began.

use std::collections::BTreeSet;

use proptest::prelude::*;
use quorate_partnership::{Block, Event, Genesis, Partnership, cases, decisions};

use crate::story::{contested, help, pays_in, story};
use crate::world::World;

/// Reads genesis and blocks from their bytes and steps through them.
fn replayed(world: &World) -> Partnership {
    let genesis = Genesis::from_bytes(&world.genesis.to_bytes()).unwrap();
    let mut partnership = Partnership::begin(&genesis).unwrap();
    let mut booked = Vec::new();
    for block in &world.blocks {
        let block = Block::read(block.bytes(), &partnership.id()).unwrap();
        booked.extend(partnership.step(&block).unwrap().booked);
    }
    assert_eq!(booked, world.booked, "the same record");
    partnership
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_replay_from_bytes_gives_the_same(story in story()) {
        let world = World::play(&story);
        let again = replayed(&world);
        prop_assert_eq!(again.digest(), world.partnership.digest());
        prop_assert_eq!(again, world.partnership);
    }

    #[test]
    fn a_copy_made_at_any_block_goes_on_as_the_original(story in story(), at in any::<prop::sample::Index>()) {
        let world = World::play(&story);
        let at = at.index(world.blocks.len());
        let mut partnership = Partnership::begin(&world.genesis).unwrap();
        for block in &world.blocks[..at] {
            partnership.step(block).unwrap();
        }
        let mut copy = partnership.clone();
        for block in &world.blocks[at..] {
            let block = Block::read(block.bytes(), &copy.id()).unwrap();
            let stepped = copy.step(&block).unwrap();
            prop_assert_eq!(stepped, partnership.step(&block).unwrap());
        }
        prop_assert_eq!(copy.digest(), world.partnership.digest());
        prop_assert_eq!(&copy, &world.partnership);
        prop_assert_eq!(partnership, copy);
    }

    #[test]
    fn a_snapshot_of_any_block_comes_back_and_goes_on_as_the_original(
        story in story(),
        at in any::<prop::sample::Index>(),
    ) {
        let world = World::play(&story);
        let at = at.index(world.blocks.len());
        let mut partnership = Partnership::begin(&world.genesis).unwrap();
        for block in &world.blocks[..at] {
            partnership.step(block).unwrap();
        }
        let bytes = partnership.to_snapshot();
        let mut back = Partnership::from_snapshot(&bytes, &world.genesis).unwrap();
        prop_assert_eq!(&back, &partnership);
        prop_assert_eq!(back.to_snapshot(), bytes);
        for block in &world.blocks[at..] {
            prop_assert_eq!(back.step(block).unwrap(), partnership.step(block).unwrap());
        }
        prop_assert_eq!(back.digest(), world.partnership.digest());
        prop_assert_eq!(back, partnership);
    }

    #[test]
    fn what_was_admitted_before_gives_the_same_as_what_is_judged_in_place(story in story()) {
        let world = World::play(&story);
        let mut partnership = Partnership::begin(&world.genesis).unwrap();
        for block in &world.blocks {
            let (admitted, judged) = partnership.admit(block.moment(), block.commands());
            prop_assert!(judged.iter().all(Result::is_ok));
            partnership.step_admitted(block, Some(admitted)).unwrap();
        }
        prop_assert_eq!(partnership, world.partnership);
    }

    #[test]
    fn a_block_out_of_order_changes_nothing(story in story(), at in any::<prop::sample::Index>()) {
        let world = World::play(&story);
        let mut partnership = world.partnership.clone();
        let block = &world.blocks[at.index(world.blocks.len())];
        prop_assert!(partnership.step(block).is_err());
        prop_assert_eq!(partnership, world.partnership);
    }
}

#[test]
fn stories_get_as_far_as_a_closed_case() {
    for beneficiary in 0..4 {
        let payer = beneficiary + 1;
        let story = [pays_in(payer % 4, 100, 0), help(beneficiary, 40, [0, 2, 0])].concat();
        let world = World::play(&story);
        let last = &world.booked.last().unwrap().event;
        assert!(matches!(last, Event::Cases(cases::Event::Closed { .. })), "{last:?}");
        assert_eq!(replayed(&world), world.partnership);
    }
}

#[test]
fn stories_get_as_far_as_a_contested_vote() {
    let mut reached = BTreeSet::new();
    for (mover, late) in (0..4).flat_map(|mover| (0..3).map(move |late| (mover, late))) {
        let world = World::play(&contested(mover, 100, late));
        assert_eq!(replayed(&world), world.partnership);
        reached.extend(world.booked.iter().filter_map(|booked| match &booked.event {
            Event::Decisions(decisions::Event::Amended { .. }) => Some("amended"),
            Event::Decisions(decisions::Event::Extended { .. }) => Some("extended"),
            Event::Decisions(decisions::Event::Unconfirmed { .. }) => Some("to be confirmed"),
            Event::Decisions(decisions::Event::Executed { .. }) => Some("executed"),
            Event::Refused { rule, .. } if rule.to_string() == "D18" => Some("too strong a pair"),
            _ => None,
        }));
    }
    let all = ["amended", "executed", "extended", "to be confirmed", "too strong a pair"];
    assert_eq!(reached, BTreeSet::from(all));
}
