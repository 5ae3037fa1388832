//! What an agent reads once it was removed: no more than it was let read before.

use super::*;
use crate::compartment::Obliging;

/// Canada and France remove the United Kingdom's agent.
fn removed(world: &mut World) {
    let removal = world.remove("CAN", "GBR").unwrap();
    let accepted = world.take("FRA", &removal).parcel;
    for parcel in [&removal, &accepted] {
        world.take("GBR", parcel);
    }
    assert!(world.standing("GBR").out);
}

#[test]
fn what_was_refused_to_an_agent_is_not_let_go_by_its_removal() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let before = shared(&mut world, Control::Ordinary);
    let under = quorate_partnership::DocumentHash([4; 32]);
    let to = "USA".parse().unwrap();
    let obliging = Obliging { to, under, levels: BTreeSet::new(), ended: false };
    let said = world.on("GBR", |vault, now| vault.oblige(NAME, &obliging, now)).unwrap();
    for who in ["CAN", "FRA"] {
        world.take(who, &said);
    }
    let bound = read(&mut world, "GBR", &before).unwrap_err();
    assert!(bound.to_string().contains("V13"), "{bound}");
    removed(&mut world);
    let still = read(&mut world, "GBR", &before).unwrap_err();
    assert!(still.to_string().contains("V13"), "{still}");
}

#[test]
fn an_agreement_that_ended_shuts_out_a_removed_agent_too() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let before = shared(&mut world, Control::Ordinary);
    removed(&mut world);
    assert_eq!(read(&mut world, "GBR", &before).unwrap(), b"the text");
    world.vaults.get_mut("GBR").unwrap().agree(agreements(&["CAN", "FRA"]));
    let none = read(&mut world, "GBR", &before).unwrap_err();
    assert!(none.to_string().contains("V4"), "{none}");
}
