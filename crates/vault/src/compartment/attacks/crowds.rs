use super::*;
use crate::agent::MAX_SEALED_BYTES;

/// Changes of one agent for one epoch, as no honest agent makes them: each from a copy of its store.
fn changes(world: &mut World, by: &'static str, many: usize) -> Vec<Parcel> {
    let before = world.vaults[by].clone();
    let made = |_| {
        world.vaults.insert(by, before.clone());
        world.on(by, |vault, now| vault.renew(NAME, now)).unwrap().parcel
    };
    (0..many).map(made).collect()
}

/// The change without its author's acceptance.
fn bare(parcel: &Parcel) -> Parcel {
    let item = &parcel.items[0];
    Parcel::of(parcel.id).with(item.kind, item.epoch, item.bytes.clone())
}

#[test]
fn one_that_makes_many_changes_crowds_out_nobody() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::Classic);
    let made = changes(&mut world, "GBR", 5);
    for (at, change) in made.iter().enumerate() {
        world.on("CAN", |vault, now| vault.take(&bare(change), false, now)).unwrap();
        assert_eq!(world.standing("CAN").waiting.len(), (at + 1).min(take::MAX_PENDING));
        let newest = world.vaults["CAN"].named(NAME).unwrap().pending.last().unwrap();
        assert_eq!(newest.commit, change.items[0].bytes, "the newest is kept, where none has more");
    }
    // One that the others accepted comes into force, though it was pushed out by its author's own.
    let accepted: Vec<Parcel> = ["DEU", "FRA"].map(|who| world.take(who, &made[0]).parcel).into();
    for parcel in [&accepted[0], &accepted[1], &made[0]] {
        world.take("CAN", parcel);
    }
    world.take("FRA", &accepted[0]);
    assert_eq!((world.epoch("CAN"), world.standing("CAN").alarm), (2, None));
    assert_eq!(world.standing("CAN").authenticator, world.standing("FRA").authenticator);
}

#[test]
fn what_most_accepted_is_not_pushed_out_by_its_author() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::Classic);
    let made = changes(&mut world, "GBR", 4);
    // Canada's agent accepts the first; the second has one acceptance that Canada's heard.
    world.take("CAN", &bare(&made[0]));
    let accepted = world.take("DEU", &bare(&made[1])).parcel;
    world.take("CAN", &bare(&made[1]));
    world.take("CAN", &accepted);
    let told = refused(&world.take("CAN", &bare(&made[2])));
    assert_eq!(told, [Refusal::Crowded.to_string()]);
    assert_eq!(world.standing("CAN").waiting.len(), 2);
    let other = world.on("FRA", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    assert_eq!(refused(&world.take("CAN", &other)), [Refusal::AcceptedAnother.to_string()]);
    assert_eq!(world.standing("CAN").waiting.len(), 3);
}

fn texts(world: &World, who: &str) -> Vec<String> {
    world.vaults[who].said(NAME).unwrap().iter().map(|said| said.text.chars().take(5).collect()).collect()
}

#[test]
fn one_that_says_much_pushes_out_its_own_and_nobodys() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    for (who, text) in [("CAN", "short"), ("FRA", "first"), ("FRA", "other"), ("CAN", "later")] {
        let parcel = world.say(who, text);
        world.take("DEU", &parcel);
    }
    // 64 bytes and the text are counted for each.
    for (than, left) in [
        (4 * 69, &["short", "first", "other", "later"][..]),
        (4 * 69 - 1, &["short", "other", "later"]),
        (2 * 69, &["other", "later"]),
        (68, &[]),
    ] {
        let mut bound = world.vaults["DEU"].clone();
        bound.keep_no_more(than);
        let said: Vec<&str> = bound.said(NAME).unwrap().iter().map(|said| said.text.as_str()).collect();
        assert_eq!(said, left, "{than}");
    }
    // One that fills the store: what others said stays, and the store can be sealed.
    let by = "FRA/representative".parse().unwrap();
    let long = Said { by, at: world.now(), epoch: 1, text: "x".repeat(MAX_MESSAGE_BYTES) };
    let many = vec![long.clone(); MAX_KEPT_BYTES / MAX_MESSAGE_BYTES];
    world.vaults.get_mut("DEU").unwrap().held.first_mut().unwrap().said.extend(many);
    let parcel = world.say("FRA", &long.text);
    world.take("DEU", &parcel);
    let texts = texts(&world, "DEU");
    assert_eq!((texts[0].as_str(), texts[1].as_str(), texts[2].as_str()), ("short", "later", "xxxxx"));
    assert_eq!(texts.len(), 2 + MAX_KEPT_BYTES / MAX_MESSAGE_BYTES - 1);
    assert!(world.vaults["DEU"].plain().len() < MAX_SEALED_BYTES / 2);
    world.say("DEU", "from the same store");
}
