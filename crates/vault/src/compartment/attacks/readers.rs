use super::*;

#[test]
fn three_members_see_one_roster_and_read_one_another_by_both_suites() {
    for suite in [Suite::PostQuantum, Suite::Classic] {
        let mut world = World::together(&["CAN", "DEU", "FRA"], suite);
        let [can, deu, fra] = ["CAN", "DEU", "FRA"].map(|who| world.standing(who));
        assert_eq!((can.epoch, can.suite, can.seats.len()), (1, suite, 3));
        assert!(can.authenticator == deu.authenticator && can.authenticator == fra.authenticator);
        assert!(can.seats == deu.seats && can.seats == fra.seats);
        let parcel = world.say("DEU", "nothing of this is on record");
        for reader in ["CAN", "FRA"] {
            assert_eq!(read(&world.take(reader, &parcel)), Some("nothing of this is on record"));
        }
        assert_eq!(world.vaults["DEU"].said(NAME).unwrap().len(), 1);
    }
}

#[test]
fn a_removed_member_reads_nothing_new() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::PostQuantum);
    let change = world.remove("CAN", "GBR").unwrap();
    assert_eq!(world.epoch("CAN"), 1, "one of three is not more than half");
    let accepted = world.take("DEU", &change).parcel;
    assert_eq!(world.epoch("DEU"), 2, "two of three are: whoever goes does not count");
    for who in ["CAN", "FRA"] {
        world.take(who, &change);
        world.take(who, &accepted);
        assert_eq!((world.epoch(who), world.standing(who).seats.len()), (2, 3));
    }
    // All of it is carried to the one that goes, too.
    let fresh = world.say("CAN", "a new text");
    let mut before = world.vaults["GBR"].clone();
    world.take("GBR", &change);
    let told = world.take("GBR", &accepted).told;
    assert!(told.iter().any(|told| matches!(told, Told::Out)), "{told:?}");
    assert_eq!(refused(&world.take("GBR", &fresh)), [Refusal::Out.to_string()]);
    // Nor with a store that never heard that it is out.
    std::mem::swap(world.vaults.get_mut("GBR").unwrap(), &mut before);
    assert_eq!(refused(&world.take("GBR", &fresh)), [Refusal::Ahead.to_string()]);
    let mut forced = fresh.clone();
    forced.items[0].epoch = 1;
    assert_eq!(refused(&world.take("GBR", &forced)), [Refusal::NotAuthentic.to_string()]);
    assert_eq!(world.vaults["GBR"].archive_key(NAME, 2, Retention::Year), None);
    // What it seals in the old epoch is not read by anybody.
    let old = world.say("GBR", "still here?");
    assert_eq!(refused(&world.take("CAN", &old)), [Refusal::NotIn.to_string()]);
    assert_eq!(read(&world.take("FRA", &fresh)), Some("a new text"));
}

#[test]
fn a_late_joiner_reads_nothing_old_unless_granted() {
    let mut world = World::of(&["CAN", "DEU", "FRA"]);
    world.on("CAN", |vault, now| vault.create(NAME, Suite::PostQuantum, now)).unwrap();
    let deu = world.card("DEU", Suite::PostQuantum);
    let parcel = world.invite("CAN", &[deu]).unwrap();
    world.on("DEU", |vault, now| vault.join(NAME, &parcel, now)).unwrap();
    let old = world.say("CAN", "before France came");
    let fra = world.card("FRA", Suite::PostQuantum);
    let change = world.invite("DEU", &[fra]).unwrap();
    let accepted = world.take("CAN", &change).parcel;
    let welcome = world.take("DEU", &accepted).parcel;
    world.on("FRA", |vault, now| vault.join(NAME, &welcome, now)).unwrap();
    assert_eq!(world.standing("FRA").authenticator, world.standing("CAN").authenticator);
    assert_eq!(world.take("FRA", &old).told.len(), 1);
    assert_eq!(world.vaults["FRA"].said(NAME).unwrap(), []);
    let key = |world: &World, who: &str, epoch| world.vaults[who].archive_key(NAME, epoch, Retention::Decade);
    assert_eq!((key(&world, "FRA", 1), key(&world, "FRA", 0)), (None, None));
    assert_eq!(key(&world, "FRA", 2), key(&world, "CAN", 2));
    assert!(key(&world, "CAN", 1).is_some() && key(&world, "CAN", 1) == key(&world, "DEU", 1));
    // Germany came in at epoch 1, and has nothing of epoch 0 to give.
    let to = world.key("FRA");
    let nothing = world.on("DEU", |vault, now| vault.grant(NAME, &to, &[0, 1], now));
    assert!(matches!(nothing, Err(Refusal::NothingToGrant)));
    let grant = world.on("DEU", |vault, now| vault.grant(NAME, &to, &[1], now)).unwrap();
    for who in ["CAN", "FRA"] {
        assert!(matches!(world.take(who, &grant).told[..], [Told::Granted(_)]));
        assert!(matches!(world.take(who, &grant).told[..], [Told::Known]), "once");
    }
    for who in ["CAN", "DEU", "FRA"] {
        let (by, to, epochs, _) = world.standing(who).grants[0].clone();
        assert_eq!((by, to, epochs), (world.key("DEU"), world.key("FRA"), vec![1]));
    }
    assert_eq!(key(&world, "FRA", 1), key(&world, "CAN", 1));
    assert_eq!(key(&world, "FRA", 0), None);
}

#[test]
fn keys_of_a_class_that_is_over_are_gone() {
    let mut world = World::together(&["CAN", "DEU"], Suite::Classic);
    let vault = world.vaults.get_mut("DEU").unwrap();
    vault.forget(NAME, 1, Retention::Year).unwrap();
    assert_eq!(vault.archive_key(NAME, 1, Retention::Year), None);
    assert!(vault.archive_key(NAME, 1, Retention::Decade).is_some());
    let keys: Vec<_> =
        [Retention::Decade, Retention::Lasting].map(|class| vault.archive_key(NAME, 1, class)).into();
    assert_ne!(keys[0], keys[1]);
}

#[test]
fn a_stolen_agent_store_gives_no_compartment_without_its_passphrase() {
    use crate::agent::{Cost, SealError, open, seal};
    let world = World::together(&["CAN", "DEU"], Suite::Classic);
    let cost = Cost { log_n: 4, r: 8, p: 1 };
    let sealed = seal(&world.vaults["DEU"].plain(), b"correct horse battery", cost).unwrap();
    assert_eq!(open(&sealed, b"correct horse"), Err(SealError::Wrong));
    for shown in [NAME.as_bytes(), &world.key("CAN").0, &world.standing("DEU").id.0] {
        assert!(!sealed.windows(shown.len()).any(|part| part == shown));
    }
    let again = Vault::read(&open(&sealed, b"correct horse battery").unwrap()).unwrap();
    assert_eq!(again.standing(NAME).unwrap(), world.standing("DEU"));
    assert_eq!(format!("{again:?}"), "an agent's store");
}
