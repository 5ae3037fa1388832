use super::*;
use crate::agent::Secret;
use crate::compartment::archive::ArchiveKey;
use crate::compartment::grant;

/// A grant of these keys, as it is carried.
fn given(vault: &mut Vault, to: &PublicKey, keys: &[ArchiveKey], now: &Now<'_>) -> Parcel {
    let identity = vault.identity().clone();
    grant::given(&mut vault.held[0], &identity, to, keys, now).unwrap().0
}

/// A grant of made-up keys of an epoch, which no honest agent makes.
fn planted(world: &mut World, by: &str, to: &str, epoch: u64) -> (Parcel, [u8; 32]) {
    let to = world.key(to);
    world.on(by, |vault, now| {
        let key = Secret::random().unwrap();
        let made_up = [ArchiveKey { epoch, class: Retention::Year, key: key.clone(), by: None }];
        (given(vault, &to, &made_up, now), *key.expose())
    })
}

fn key(world: &World, who: &str, epoch: u64) -> Option<[u8; 32]> {
    world.vaults[who].archive_key(NAME, epoch, Retention::Year).map(|key| *key)
}

#[test]
fn a_key_of_an_epoch_that_has_not_begun_is_not_planted() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    for epoch in [1, 2, 9] {
        let (grant, _) = planted(&mut world, "DEU", "FRA", epoch);
        let said = refused(&world.take("FRA", &grant));
        assert_eq!(said, [Refusal::NotEarlier.to_string()], "epoch {epoch}");
    }
    assert!(world.standing("FRA").grants.is_empty());
    let to = world.key("FRA");
    let own = world.on("DEU", |vault, now| vault.grant(NAME, &to, &[1], now));
    assert!(matches!(own, Err(Refusal::NotEarlier)));
}

#[test]
fn a_key_that_was_planted_goes_when_its_epoch_begins() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    let made_up = ArchiveKey { epoch: 2, class: Retention::Year, key: Secret::random().unwrap(), by: None };
    let held = world.vaults.get_mut("FRA").unwrap().held.first_mut().unwrap();
    held.archive.push(made_up);
    let change = world.on("CAN", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let accepted = world.take("FRA", &change).parcel;
    world.take("CAN", &accepted);
    assert!(key(&world, "FRA", 2).is_some() && key(&world, "FRA", 2) == key(&world, "CAN", 2));
}

#[test]
fn who_was_removed_grants_nothing() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::Classic);
    let (before, _) = planted(&mut world, "GBR", "FRA", 0);
    let removal = world.remove("CAN", "GBR").unwrap();
    world.take("FRA", &removal);
    assert_eq!(world.epoch("FRA"), 2);
    let said = refused(&world.take("FRA", &before));
    assert_eq!(said, [Refusal::NotIn.to_string()]);
    assert_eq!((key(&world, "FRA", 0), world.standing("FRA").grants.len()), (None, 0));
}

#[test]
fn what_one_granted_is_not_granted_by_another() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    let (grant, _) = planted(&mut world, "CAN", "FRA", 0);
    // Germany's agent seals Canada's ciphertext as its own.
    let vault = &world.vaults["DEU"];
    let mut held = vault.named(NAME).unwrap().clone();
    let (_, said) = held.unseal(&grant.items[0]).unwrap();
    let again = held.seal(vault.identity(), parcel::kind::GRANT, None, &said).unwrap();
    let stolen = Parcel::of(held.id).with(parcel::kind::GRANT, 1, again);
    assert_eq!(refused(&world.take("FRA", &stolen)), [Refusal::NotAuthentic.to_string()]);
    assert!(matches!(world.take("FRA", &grant).told[..], [Told::Granted(_)]));
}

/// Canada and Germany have an epoch before France came, which Great Britain did not see either.
fn late() -> World {
    let mut world = World::of(&["CAN", "DEU", "FRA", "GBR"]);
    world.on("CAN", |vault, now| vault.create(NAME, Suite::Classic, now)).unwrap();
    let deu = world.card("DEU", Suite::Classic);
    let welcome = world.invite("CAN", &[deu]).unwrap();
    world.on("DEU", |vault, now| vault.join(NAME, &welcome, now)).unwrap();
    let cards = ["FRA", "GBR"].map(|who| world.card(who, Suite::Classic));
    let change = world.invite("CAN", &cards).unwrap();
    let accepted = world.take("DEU", &change).parcel;
    let welcome = world.take("CAN", &accepted).parcel;
    for who in ["FRA", "GBR"] {
        world.on(who, |vault, now| vault.join(NAME, &welcome, now)).unwrap();
    }
    world
}

#[test]
fn a_key_that_is_made_up_keeps_no_other_out() {
    let mut world = late();
    let real = key(&world, "DEU", 1);
    let (planted, made_up) = planted(&mut world, "GBR", "FRA", 1);
    world.take("FRA", &planted);
    assert_eq!(key(&world, "FRA", 1), Some(made_up));
    let to = world.key("FRA");
    for (by, found) in [("CAN", 2), ("DEU", 2)] {
        let grant = world.on(by, |vault, now| vault.grant(NAME, &to, &[1], now)).unwrap();
        world.take("FRA", &grant);
        let keys = world.vaults["FRA"].archive_keys(NAME, 1, Retention::Year);
        assert!(keys.len() == found && keys.iter().any(|key| Some(**key) == real));
    }
    assert_eq!(key(&world, "FRA", 1), real, "two members gave it, and one the other");
    // Who was in takes none but its own.
    let to = world.key("DEU");
    let made_up = [ArchiveKey { epoch: 1, class: Retention::Year, key: Secret::random().unwrap(), by: None }];
    let grant = world.on("GBR", |vault, now| given(vault, &to, &made_up, now));
    assert!(matches!(world.take("DEU", &grant).told[..], [Told::Granted(_)]));
    assert_eq!(world.vaults["DEU"].archive_keys(NAME, 1, Retention::Year).len(), 1);
    assert_eq!(key(&world, "DEU", 1), real);
}

#[test]
fn a_class_that_is_over_is_not_granted_again() {
    let mut world = late();
    let to = world.key("FRA");
    let grant = world.on("DEU", |vault, now| vault.grant(NAME, &to, &[1], now)).unwrap();
    world.vaults.get_mut("FRA").unwrap().forget(NAME, 1, Retention::Year).unwrap();
    world.take("FRA", &grant);
    assert_eq!(key(&world, "FRA", 1), None);
    assert!(world.vaults["FRA"].archive_key(NAME, 1, Retention::Decade).is_some());
    world.vaults.get_mut("DEU").unwrap().forget(NAME, 1, Retention::Year).unwrap();
    let again = world.on("DEU", |vault, now| vault.grant(NAME, &to, &[1], now));
    assert!(again.is_ok(), "the other classes");
}

#[test]
fn one_that_grants_much_pushes_out_its_own_grants_and_nobodys() {
    let mut world = late();
    let to = world.key("GBR");
    let one = world.on("CAN", |vault, now| vault.grant(NAME, &to, &[1], now)).unwrap();
    world.take("DEU", &one);
    let made: Vec<Parcel> = (0..=grant::MAX_GRANTS).map(|_| planted(&mut world, "GBR", "FRA", 0).0).collect();
    for (at, parcel) in made.iter().enumerate() {
        assert!(matches!(world.take("DEU", parcel).told[..], [Told::Granted(_)]));
        let kept = world.standing("DEU").grants;
        assert_eq!(kept.len(), 1 + (at + 1).min(grant::MAX_GRANTS));
        assert_eq!(kept[0].0, world.key("CAN"));
    }
    for (epochs, fits) in [(grant::MAX_EPOCHS, true), (grant::MAX_EPOCHS + 1, false)] {
        // An epoch that is far enough, as only a test comes to.
        let keys: Vec<ArchiveKey> = (0..u64::try_from(epochs).unwrap())
            .map(|epoch| ArchiveKey { epoch, class: Retention::Year, key: Secret::of(&[0; 32]), by: None })
            .collect();
        for who in ["GBR", "DEU"] {
            let held = world.vaults.get_mut(who).unwrap().held.first_mut().unwrap();
            let mut era = held.now().unwrap().clone();
            era.epoch = 1000;
            held.eras.push(era);
        }
        let to = world.key("FRA");
        let parcel = world.on("GBR", |vault, now| given(vault, &to, &keys, now));
        assert_eq!(refused(&world.take("DEU", &parcel)).is_empty(), fits, "{epochs}");
    }
}
