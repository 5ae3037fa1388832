use openmls::prelude::LeafNodeParameters;
use openmls_traits::OpenMlsProvider as _;

use super::*;
use crate::agent::{CredentialError, Identity, IdentityError};

/// A card of an agent whose credential this key signed, for this long.
fn card_of(world: &World, post: &str, by: &str, from: u64, until: u64) -> Vec<u8> {
    let mut identity = Identity::new().unwrap();
    let credential = signed(&identity, post, &representative(by), from, until);
    identity.adopt(&credential).unwrap();
    let now = Now { at: Moment(from), partnership: PARTNERSHIP, record: &anyone };
    let _ = world;
    Vault::new(identity).card(Suite::PostQuantum, &now).unwrap()
}

fn anyone(_: quorate_partnership::Post, _: &PublicKey, _: Moment) -> bool {
    true
}

#[test]
fn a_credential_that_is_not_of_the_member_lets_nobody_in() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    let forged = card_of(&world, "GBR/representative", "DEU/representative", NOW.0, NOW.0 + DAY);
    let refusal = world.invite("CAN", &[forged]).unwrap_err();
    assert!(matches!(refusal, Refusal::Credential(CredentialError::NotAccredited(_))), "{refusal}");
    let expired = card_of(&world, "DEU/representative", "DEU/representative", NOW.0 - DAY, NOW.0);
    let refusal = world.invite("CAN", &[expired]).unwrap_err();
    assert!(matches!(refusal, Refusal::Credential(CredentialError::Time(_))), "{refusal}");
}

#[test]
fn a_key_that_lost_its_post_stops_a_change_wherever_it_is_seen() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    agent(&world.record, "GBR/representative");
    let card = card_of(&world, "GBR/representative", "GBR/representative", NOW.0, NOW.0 + DAY);
    // It held its post when it was invited, and not when others look.
    let change = world.invite("CAN", std::slice::from_ref(&card)).unwrap();
    world.record.revoke("GBR/representative");
    let said = refused(&world.take("DEU", &change));
    assert!(said[0].contains("does not hold GBR/representative"), "{said:?}");
    assert!(world.standing("DEU").waiting.is_empty());
    // A change that waits is judged again at the moment at which it would be in force.
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    agent(&world.record, "GBR/representative");
    let change = world.invite("CAN", &[card]).unwrap();
    let accepted = world.take("DEU", &change).parcel;
    world.record.revoke("GBR/representative");
    assert!(!refused(&world.take("CAN", &accepted)).is_empty());
    assert_eq!(world.epoch("CAN"), 1);
}

#[test]
fn who_lost_its_post_makes_and_accepts_nothing_and_goes_with_the_next_change() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::PostQuantum);
    let by_deu = world.on("DEU", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    world.record.revoke("DEU/representative");
    let said = refused(&world.take("CAN", &by_deu));
    assert!(said.iter().all(|said| said.contains("does not hold DEU/representative")), "{said:?}");
    assert_eq!(said.len(), 2, "neither the change nor the acceptance");
    assert!(matches!(world.remove("CAN", "GBR"), Err(Refusal::LeftIn(_))));
    let change = world.remove("CAN", "DEU").unwrap();
    world.take("FRA", &change);
    assert_eq!((world.epoch("FRA"), world.standing("FRA").seats.len()), (2, 3));
}

/// A commit of Germany's agent with another leaf than its own, as the library lets it make one.
fn with_leaf(world: &World, leaf: LeafNodeParameters) -> Parcel {
    let vault = &world.vaults["DEU"];
    let held = vault.named(NAME).unwrap();
    let provider = keystore::load(&vault.kept);
    let mut group = vault::load(&provider, held.id).unwrap();
    let bundle = group
        .commit_builder()
        .leaf_node_parameters(leaf)
        .load_psks(provider.storage())
        .unwrap()
        .build(provider.rand(), provider.crypto(), vault.identity(), |_| true)
        .unwrap()
        .stage_commit(&provider)
        .unwrap();
    Parcel::of(held.id).with(parcel::kind::CHANGE, 1, bundle.into_commit().to_bytes().unwrap())
}

#[test]
fn an_update_path_does_not_swap_who_its_author_is() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    // The credential of another agent over one's own key: the library does not compare them.
    let mut stolen = vault::carrier(&world.vaults["FRA"].identity().credential().unwrap());
    stolen.signature_key = world.key("DEU").0.to_vec().into();
    let leaf = LeafNodeParameters::builder().with_credential_with_key(stolen).build();
    let change = with_leaf(&world, leaf);
    let said = refused(&world.take("CAN", &change));
    assert_eq!(said, [Refusal::OtherKey("FRA/representative".parse().unwrap()).to_string()]);
    // One's own, over which another member's representative signed.
    agent(&world.record, "GBR/treasurer");
    let own = world.vaults["DEU"].identity();
    let other = signed(own, "GBR/treasurer", &representative("GBR/treasurer"), NOW.0, NOW.0 + DAY);
    let leaf = LeafNodeParameters::builder().with_credential_with_key(vault::carrier(&other)).build();
    let change = with_leaf(&world, leaf);
    assert_eq!(refused(&world.take("CAN", &change)).len(), 1);
    assert!(world.standing("CAN").waiting.is_empty());
}

#[test]
fn an_agent_comes_to_its_next_credential_by_a_change() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    let key = representative("DEU/representative");
    let identity = world.vaults["DEU"].identity();
    let next = signed(identity, "DEU/representative", &key, NOW.0, NOW.0 + 60 * DAY);
    world.vaults.get_mut("DEU").unwrap().adopt(&next).unwrap();
    let change = world.on("DEU", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    world.take("CAN", &change);
    let seats = world.standing("CAN").seats;
    let untils: Vec<u64> = seats.iter().map(|seat| seat.credential().unwrap().until().0).collect();
    assert_eq!(untils, [NOW.0 + 30 * DAY, NOW.0 + 60 * DAY, NOW.0 + 30 * DAY]);
}

#[test]
fn after_a_recovery_an_agent_comes_back_by_the_credential_that_the_next_key_signed() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    let key = representative("DEU after recovery");
    world.record.revoke("DEU/representative");
    world.record.accredit("DEU/representative", &key);
    // Until then it does nothing, and nobody else changes anything without removing it.
    let text = world.on("DEU", |vault, now| vault.say(NAME, "by the old one", now));
    assert!(matches!(text, Err(Refusal::Credential(CredentialError::NotAccredited(_)))));
    assert!(matches!(world.on("CAN", |vault, now| vault.renew(NAME, now)), Err(Refusal::LeftIn(_))));
    let identity = world.vaults["DEU"].identity();
    let next = signed(identity, "DEU/representative", &key, NOW.0, NOW.0 + 60 * DAY);
    world.vaults.get_mut("DEU").unwrap().adopt(&next).unwrap();
    let change = world.on("DEU", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let accepted = world.take("CAN", &change).parcel;
    world.take("DEU", &accepted);
    assert_eq!((world.epoch("CAN"), world.epoch("DEU")), (2, 2));
    let text = world.say("DEU", "by the next one");
    assert_eq!(read(&world.take("CAN", &text)), Some("by the next one"));
}

#[test]
fn a_working_agent_takes_no_credential_of_another_member_or_post() {
    let mut world = World::together(&["CAN", "DEU"], Suite::Classic);
    let given = |world: &World, post: &str| {
        signed(world.vaults["DEU"].identity(), post, &representative(post), NOW.0, NOW.0 + 60 * DAY)
    };
    let [treasurer, canada, next] =
        ["DEU/treasurer", "CAN/treasurer", "DEU/representative"].map(|post| given(&world, post));
    let refusal = world.vaults.get_mut("DEU").unwrap().adopt(&treasurer).unwrap_err();
    assert!(refusal.to_string().contains(&format!("in {NAME} as DEU/representative")), "{refusal}");
    assert!(refusal.to_string().contains("make another agent"), "{refusal}");
    let refusal = world.vaults.get_mut("DEU").unwrap().adopt(&canada);
    assert!(matches!(refusal, Err(Refusal::Identity(IdentityError::OtherMember { .. }))), "{refusal:?}");
    assert_eq!(world.vaults["DEU"].identity().credential().unwrap().post().to_string(), "DEU/representative");
    // Its own next one is taken; and in no compartment another post is, another member never.
    world.vaults.get_mut("DEU").unwrap().adopt(&next).unwrap();
    let mut alone = Vault::new(world.vaults["DEU"].identity().clone());
    alone.adopt(&treasurer).unwrap();
    assert!(alone.adopt(&canada).is_err());
}

#[test]
fn a_card_of_before_another_post_lets_nobody_in() {
    let mut world = World::together(&["CAN", "DEU"], Suite::Classic);
    let key = agent(&world.record, "FRA/representative");
    world.vaults.insert("FRA", Vault::new(key));
    agent(&world.record, "FRA/treasurer");
    let card = world.on("FRA", |vault, now| vault.card(Suite::Classic, now)).unwrap();
    let post = "FRA/treasurer";
    let treasurer =
        signed(world.vaults["FRA"].identity(), post, &representative(post), NOW.0, NOW.0 + 60 * DAY);
    world.vaults.get_mut("FRA").unwrap().adopt(&treasurer).unwrap();
    let change = world.invite("CAN", &[card]).unwrap();
    let accepted = world.take("DEU", &change).parcel;
    let welcome = world.take("CAN", &accepted).parcel;
    let refusal = world.on("FRA", |vault, now| vault.join(NAME, &welcome, now)).unwrap_err();
    assert!(matches!(refusal, Refusal::CardOfBefore(_)), "{refusal}");
}
