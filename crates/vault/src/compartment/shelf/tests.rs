mod acting;
mod answers;
mod freer;
mod kept;
mod letters;
mod removed;
mod tear_lines;

use std::collections::BTreeSet;
use std::io::Cursor;

use quorate_partnership::{Moment, Phrase, Post};

use super::super::attacks::{NAME, World, agreements, refused};
use super::super::{Suite, Taken, Told};
use super::*;
use crate::agent::Credential;
use crate::agent::testing::{DAY, NOW};
use crate::marking::{Categories, Level, Marking};
use crate::product::{Control, Handling, OpenError, Product, Provenance};
use crate::release::{Clocks, Later, Terms, hand_over};

fn phrase(text: &str) -> Phrase {
    text.parse().unwrap()
}

fn marking(to: &str) -> Marking {
    Marking {
        policy: phrase("EXERCISE"),
        level: Level::Secret,
        audience: to.parse().unwrap(),
        categories: Categories::default(),
        created: NOW,
        expires: None,
    }
}

/// A product as it is stored, and the parcel with its notice.
fn share(
    world: &mut World,
    by: &str,
    to: &str,
    control: Control,
) -> Result<(Vec<u8>, super::super::Parcel), Refusal> {
    let (title, marking, provenance) = (phrase("The coast"), marking(to), Provenance::default());
    let sharing = Sharing {
        title: &title,
        marking: &marking,
        class: Retention::Year,
        control,
        release: None,
        provenance: &provenance,
        consents: &[],
        handling: &Handling::default(),
    };
    let mut file = Vec::new();
    let shared =
        world.on(by, |vault, now| vault.share(NAME, &sharing, &mut b"the text".as_slice(), &mut file, now));
    shared.map(|(_, parcel)| (file, parcel))
}

fn shared(world: &mut World, control: Control) -> Vec<u8> {
    let (file, notice) = share(world, "CAN", "FRA,GBR,DEU", control).unwrap();
    for member in ["FRA", "GBR"] {
        if world.vaults.contains_key(member) && world.vaults[member].names().any(|name| name == NAME) {
            let taken = world.take(member, &notice);
            assert!(matches!(taken.told.as_slice(), [Told::Shared(_)]), "{taken:?}");
        }
    }
    file
}

fn product(file: &[u8]) -> Product<Cursor<Vec<u8>>> {
    Product::read(Cursor::new(file.to_vec())).unwrap()
}

fn read(world: &mut World, who: &str, file: &[u8]) -> Result<Vec<u8>, Refusal> {
    world.on(who, |vault, now| {
        let mut text = Vec::new();
        vault.open(product(file), &|_, _| false, now)?.write_to(&mut text)?;
        Ok(text)
    })
}

fn ask(world: &mut World, by: &str, file: &[u8], whom: &[&str]) -> Result<super::super::Parcel, Refusal> {
    let whom: Vec<Credential> =
        whom.iter().map(|who| world.vaults[who].identity().credential().unwrap()).collect();
    let id = product(file).outside().product;
    world.on(by, |vault, now| vault.ask(NAME, id, &whom, &phrase("for the exercise"), now))
}

fn allow(world: &mut World, file: &[u8], number: usize) -> Result<super::super::Parcel, Refusal> {
    world.on("CAN", |vault, now| {
        let key = vault.own_key(NAME, &product(file))?;
        let question = vault.asked(NAME)?.get(number).ok_or(Refusal::NotAsked)?.id();
        vault.answer(NAME, &question, &Answering::Allow(&key), now)
    })
}

fn release_of(taken: &Taken) -> Option<Vec<u8>> {
    taken.told.iter().find_map(|told| match told {
        Told::Answered(asked) => asked.answered.clone()?.release.map(|bytes| bytes.to_vec()),
        _ => None,
    })
}

/// What an agent outside reads by a release.
fn read_released(world: &mut World, who: &str, file: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    world.on(who, |vault, now| {
        let release = crate::release::Release::read(bytes, now)?;
        let mut text = Vec::new();
        vault.open_released(product(file), &release, &[])?.write_to(&mut text)?;
        Ok(text)
    })
}

#[test]
fn everyone_who_is_in_reads_what_is_shared_and_nobody_else() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let file = shared(&mut world, Control::Ordinary);
    for who in ["CAN", "FRA", "GBR"] {
        assert_eq!(read(&mut world, who, &file).unwrap(), b"the text", "{who}");
        let [shelved] = world.vaults[who].shelved(NAME).unwrap() else { panic!("{who}") };
        assert_eq!(shelved.header.title, phrase("The coast"));
    }
    // Who is in another compartment has keys of its own, and they open nothing of this one.
    join_outsiders(&mut world, &["DEU"]);
    assert!(matches!(read(&mut world, "DEU", &file), Err(Refusal::NoProduct)));
    world.on("DEU", |vault, now| vault.create("Other", Suite::Classic, now)).unwrap();
    assert!(matches!(read(&mut world, "DEU", &file), Err(Refusal::NoArchiveKey)));
}

#[test]
fn nothing_is_shared_that_somebody_who_is_in_may_not_read() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let left_out = share(&mut world, "CAN", "FRA", Control::Ordinary);
    assert!(matches!(left_out, Err(Refusal::NotReleasable(member)) if member.to_string() == "GBR"));
    // One's own State need not be named.
    assert!(share(&mut world, "CAN", "FRA,GBR", Control::Ordinary).is_ok());
    world.record.revoke("GBR/representative");
    let stale = share(&mut world, "CAN", "FRA,GBR", Control::Ordinary);
    assert!(matches!(stale, Err(Refusal::StillIn(post)) if post.member.to_string() == "GBR"));
    assert_eq!(world.vaults["CAN"].shelved(NAME).unwrap().len(), 1);
}

#[test]
fn who_was_removed_reads_nothing_that_is_shared_after_and_a_late_joiner_nothing_from_before() {
    let mut world = World::together(&["CAN", "FRA", "GBR", "DEU"], Suite::Classic);
    let before = shared(&mut world, Control::Ordinary);
    let removal = world.remove("CAN", "GBR").unwrap();
    let accepted = world.take("FRA", &removal).parcel;
    world.take("CAN", &accepted);
    world.take("GBR", &removal);
    world.take("GBR", &accepted);
    let (after, notice) = share(&mut world, "CAN", "FRA,DEU", Control::Ordinary).unwrap();
    assert!(!refused(&world.take("GBR", &notice)).is_empty());
    assert!(read(&mut world, "GBR", &after).is_err());
    assert_eq!(read(&mut world, "GBR", &before).unwrap(), b"the text");
}

#[test]
fn a_late_joiner_opens_earlier_products_only_by_a_granted_key_and_from_an_originator_it_knows() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    join_outsiders(&mut world, &["GBR"]);
    let (of_can, _) = share(&mut world, "CAN", "DEU,FRA,GBR", Control::Ordinary).unwrap();
    let (of_deu, _) = share(&mut world, "DEU", "CAN,FRA,GBR", Control::Ordinary).unwrap();
    // Germany goes, and the United Kingdom comes.
    let removal = world.remove("CAN", "DEU").unwrap();
    let accepted = world.take("FRA", &removal).parcel;
    world.take("CAN", &accepted);
    let card = world.card("GBR", Suite::Classic);
    let invitation = world.invite("CAN", &[card]).unwrap();
    let accepted = world.take("FRA", &invitation).parcel;
    let welcome = world.take("CAN", &accepted).parcel;
    world.on("GBR", |vault, now| vault.join(NAME, &welcome, now)).unwrap();
    let by = world.key("DEU");
    let open = |world: &mut World, file: &[u8], known: bool| {
        let known = |post: Post, key: &_| known && post.member.to_string() == "DEU" && *key == by;
        world.on("GBR", |vault, now| vault.open(product(file), &known, now).map(|_| ()))
    };
    assert!(matches!(open(&mut world, &of_can, true), Err(Refusal::NoArchiveKey)));
    let to = world.key("GBR");
    let grant = world.on("CAN", |vault, now| vault.grant(NAME, &to, &[1], now)).unwrap();
    world.take("GBR", &grant);
    open(&mut world, &of_can, false).unwrap();
    assert!(matches!(open(&mut world, &of_deu, false), Err(Refusal::Open(OpenError::Forged { .. }))));
    open(&mut world, &of_deu, true).unwrap();
}

#[test]
fn without_a_security_agreement_nothing_is_shared_opened_or_passed_on() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    join_outsiders(&mut world, &["DEU"]);
    let agree = |world: &mut World, who: &str, codes: &[&str]| {
        world.vaults.get_mut(who).unwrap().agree(agreements(codes));
    };
    agree(&mut world, "CAN", &["CAN", "DEU"]);
    let none = share(&mut world, "CAN", "DEU,FRA", Control::Ordinary).unwrap_err();
    assert!(matches!(none, Refusal::Policy(_)) && none.to_string().contains("V4"), "{none}");
    agree(&mut world, "CAN", &["CAN", "FRA"]);
    let file = shared(&mut world, Control::Ordinary);
    assert_eq!(read(&mut world, "FRA", &file).unwrap(), b"the text");
    let asked = ask(&mut world, "FRA", &file, &["DEU"]).unwrap();
    world.take("CAN", &asked);
    assert!(matches!(allow(&mut world, &file, 0), Err(Refusal::NoAgreement(_))));
    agree(&mut world, "FRA", &[]);
    assert!(matches!(read(&mut world, "FRA", &file), Err(Refusal::Policy(_))));
}

#[test]
fn where_the_groups_own_tree_is_another_roster_than_the_logs_nothing_is_sealed_or_opened() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let file = shared(&mut world, Control::Ordinary);
    let mut held = world.vaults["CAN"].named(NAME).unwrap().clone();
    held.eras.last_mut().unwrap().seats.retain(|seat| seat.member().to_string() != "GBR");
    world.vaults.get_mut("CAN").unwrap().keep(held);
    let other = share(&mut world, "CAN", "FRA", Control::Ordinary).unwrap_err();
    assert!(matches!(other, Refusal::Policy(_)), "{other}");
    assert!(matches!(read(&mut world, "CAN", &file), Err(Refusal::Policy(_))));
}

#[test]
fn a_product_that_is_held_back_opens_for_its_originator_and_for_whom_it_is_released() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let file = shared(&mut world, Control::Originator);
    assert!(matches!(read(&mut world, "FRA", &file), Err(Refusal::Open(OpenError::HalfWanted(_)))));
    assert_eq!(read(&mut world, "CAN", &file).unwrap(), b"the text");
    let whom = vec![world.vaults["FRA"].identity().credential().unwrap()];
    let terms = Terms { now: whom, later: None };
    let release = world.on("CAN", |vault, now| vault.release(NAME, &product(&file), &terms, now)).unwrap();
    assert_eq!(read_released(&mut world, "FRA", &file, release.bytes()).unwrap(), b"the text");
    assert!(read_released(&mut world, "GBR", &file, release.bytes()).is_err());
    let by_other = world.on("FRA", |vault, now| vault.release(NAME, &product(&file), &terms, now));
    assert!(by_other.is_err());
    assert_eq!(world.vaults["CAN"].shelved(NAME).unwrap()[0].released.len(), 1);
}

/// Agents that are in no compartment, with the record that the others have.
fn join_outsiders(world: &mut World, members: &[&'static str]) {
    for member in members {
        let identity = crate::agent::testing::agent(&world.record, &format!("{member}/representative"));
        let mut vault = super::super::Vault::new(identity);
        vault.agree(agreements(&["CAN", "DEU", "FRA", "GBR"]));
        world.vaults.insert(member, vault);
    }
}

#[test]
fn a_notice_of_anothers_product_is_refused() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let file = shared(&mut world, Control::Ordinary);
    let mut forged = world.vaults["CAN"].shelved(NAME).unwrap()[0].clone();
    forged.product = product(&shared(&mut world, Control::Ordinary)).outside().product;
    forged.header.title = phrase("Another");
    let mut held = world.vaults["FRA"].named(NAME).unwrap().clone();
    let parcel = world.on("FRA", |vault, _| notice::of(&mut held, &vault.identity, &forged)).unwrap();
    assert_eq!(refused(&world.take("GBR", &parcel)), [Refusal::NotOriginator.to_string()]);
    assert_eq!(read(&mut world, "GBR", &file).unwrap(), b"the text");
}

#[test]
fn a_file_that_says_otherwise_than_its_notice_is_not_opened() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    let (file, _) = share(&mut world, "CAN", "FRA", Control::Ordinary).unwrap();
    let mut told = world.vaults["CAN"].shelved(NAME).unwrap()[0].clone();
    told.header.title = phrase("Harmless");
    let mut held = world.vaults["CAN"].named(NAME).unwrap().clone();
    let parcel = world.on("CAN", |vault, _| notice::of(&mut held, &vault.identity, &told)).unwrap();
    world.take("FRA", &parcel);
    assert!(matches!(read(&mut world, "FRA", &file), Err(Refusal::Open(OpenError::Header))));
}

#[test]
fn a_credential_that_lapsed_stops_nobody_else_from_reading() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    let file = shared(&mut world, Control::Ordinary);
    world.record.revoke("FRA/representative");
    assert_eq!(read(&mut world, "CAN", &file).unwrap(), b"the text");
    assert!(read(&mut world, "FRA", &file).is_err());
}

#[test]
fn who_has_no_notice_reads_by_the_same_policy() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    let (file, _) = share(&mut world, "CAN", "FRA", Control::Ordinary).unwrap();
    assert_eq!(read(&mut world, "FRA", &file).unwrap(), b"the text");
    world.vaults.get_mut("FRA").unwrap().agree(agreements(&[]));
    assert!(matches!(read(&mut world, "FRA", &file), Err(Refusal::Policy(_))));
}
