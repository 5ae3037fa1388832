use super::*;

fn keys(world: &World, who: &str) -> Vec<Option<[u8; 32]>> {
    let vault = &world.vaults[who];
    (0..5).map(|epoch| vault.archive_key(NAME, epoch, Retention::Decade).map(|key| *key)).collect()
}

#[test]
fn who_comes_in_again_keeps_what_it_had_and_has_nothing_of_between() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    let first = world.say("CAN", "while it was in");
    ["DEU", "FRA"].into_iter().for_each(|who| drop(world.take(who, &first)));
    let to = world.key("FRA");
    let grant = world.on("CAN", |vault, now| vault.grant(NAME, &to, &[0], now)).unwrap();
    ["DEU", "FRA"].into_iter().for_each(|who| drop(world.take(who, &grant)));
    let removal = world.remove("CAN", "FRA").unwrap();
    let accepted = world.take("DEU", &removal).parcel;
    world.take("CAN", &accepted);
    world.take("FRA", &removal);
    world.take("FRA", &accepted);
    assert!(world.standing("FRA").out);
    let between = world.say("CAN", "while it was out");
    world.take("DEU", &between);
    let card = world.card("FRA", Suite::Classic);
    let change = world.invite("CAN", &[card]).unwrap();
    let accepted = world.take("DEU", &change).parcel;
    let welcome = world.take("CAN", &accepted).parcel;
    let out = world.vaults["FRA"].clone();
    // Under its name or another, once.
    world.on("FRA", |vault, now| vault.join("Other", &welcome, now)).unwrap();
    assert_eq!(world.vaults["FRA"].names().collect::<Vec<_>>(), ["Other"]);
    world.vaults.insert("FRA", out);
    world.on("FRA", |vault, now| vault.create("Mine", Suite::Classic, now)).unwrap();
    assert!(matches!(world.on("FRA", |vault, now| vault.join("Mine", &welcome, now)), Err(Refusal::Exists)));
    world.on("FRA", |vault, now| vault.join(NAME, &welcome, now)).unwrap();
    let texts: Vec<&str> =
        world.vaults["FRA"].said(NAME).unwrap().iter().map(|said| said.text.as_str()).collect();
    assert_eq!(texts, ["while it was in"]);
    let (its, others) = (keys(&world, "FRA"), keys(&world, "CAN"));
    assert_eq!(its, [others[0], others[1], None, others[3], None]);
    assert_eq!(world.standing("FRA").grants, world.standing("DEU").grants);
    world.take("FRA", &between);
    assert_eq!(world.vaults["FRA"].said(NAME).unwrap().len(), 1);
    let text = world.say("FRA", "here again");
    assert_eq!(read(&world.take("DEU", &text)), Some("here again"));
}

#[test]
fn nobody_comes_in_again_to_another_history() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    let removal = world.remove("CAN", "FRA").unwrap();
    let accepted = world.take("DEU", &removal).parcel;
    world.take("CAN", &accepted);
    let card = world.card("FRA", Suite::Classic);
    let change = world.invite("CAN", &[card]).unwrap();
    let accepted = world.take("DEU", &change).parcel;
    let welcome = world.take("CAN", &accepted).parcel;
    // As if it had been in until the epoch that it is now said to come in at.
    let held = world.vaults.get_mut("FRA").unwrap().held.first_mut().unwrap();
    held.out = true;
    for (last, comes) in [(3, false), (2, true)] {
        let mut vault = world.vaults["FRA"].clone();
        vault.held.first_mut().unwrap().eras.last_mut().unwrap().epoch = last;
        let before = world.vaults.insert("FRA", vault).unwrap();
        let joined = world.on("FRA", |vault, now| vault.join(NAME, &welcome, now));
        assert_eq!(joined.is_ok(), comes, "{joined:?}");
        world.vaults.insert("FRA", before);
    }
}

#[test]
fn who_takes_its_welcome_late_is_in_as_the_others_are() {
    let mut world = World::of(&["CAN", "DEU"]);
    world.on("CAN", |vault, now| vault.create(NAME, Suite::Classic, now)).unwrap();
    let card = world.card("DEU", Suite::Classic);
    let welcome = world.invite("CAN", &[card]).unwrap();
    // The inviter's credential is over, and this agent has its next one.
    world.later = 31 * DAY;
    next(&mut world, "DEU");
    let before = world.vaults["DEU"].clone();
    world.on("DEU", |vault, now| vault.join(NAME, &welcome, now)).unwrap();
    world.vaults.insert("DEU", before);
    world.record.revoke("CAN/representative");
    assert!(world.on("DEU", |vault, now| vault.join(NAME, &welcome, now)).is_err());
}

#[test]
fn a_parcel_of_another_compartment_is_not_taken_for_the_one_that_is_named() {
    let mut world = World::together(&["CAN", "DEU"], Suite::Classic);
    world.on("CAN", |vault, now| vault.create("Second", Suite::Classic, now)).unwrap();
    let card = world.card("DEU", Suite::Classic);
    let welcome = world.on("CAN", |vault, now| vault.invite("Second", &[card], now)).unwrap().parcel;
    world.on("DEU", |vault, now| vault.join("Second", &welcome, now)).unwrap();
    let parcel = world.say("CAN", "in the first");
    let vault = &world.vaults["DEU"];
    assert!(vault.expects(NAME, &parcel).is_ok());
    assert!(matches!(vault.expects("Second", &parcel), Err(Refusal::OtherCompartment)));
    assert!(matches!(vault.expects("Third", &parcel), Err(Refusal::NoSuch)));
    // Nor does what was sealed in the one open in the other.
    let id = world.vaults["DEU"].named("Second").unwrap().id;
    let mut moved = Parcel::of(id);
    moved.push(parcel.items[0].kind, parcel.items[0].epoch, parcel.items[0].bytes.clone());
    assert_eq!(refused(&world.take("DEU", &moved)), [Refusal::NotAuthentic.to_string()]);
    assert_eq!(world.take("DEU", &moved).refused, [(1, "a message")]);
    assert_eq!(read(&world.take("DEU", &parcel)), Some("in the first"));
}
