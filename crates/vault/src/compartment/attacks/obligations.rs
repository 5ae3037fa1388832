use std::collections::BTreeSet;
use std::io::Cursor;

use quorate_partnership::{DocumentHash, Phrase};

use super::*;
use crate::marking::{Categories, Marking};
use crate::product::{Control, Handling, Product, Provenance};

const TREATY: DocumentHash = DocumentHash([4; 32]);

pub(super) fn obliging(to: &str, levels: &[Level], ended: bool) -> Obliging {
    Obliging { to: member(to), under: TREATY, levels: levels.iter().copied().collect(), ended }
}

pub(super) fn oblige(world: &mut World, by: &str, obliging: &Obliging) -> Result<Parcel, Refusal> {
    world.on(by, |vault, now| vault.oblige(NAME, obliging, now))
}

/// Says it to everyone who is in.
pub(super) fn obliged(world: &mut World, by: &str, obliging: &Obliging) {
    let parcel = oblige(world, by, obliging).unwrap();
    for who in ["CAN", "FRA", "GBR"].into_iter().filter(|who| *who != by) {
        assert!(matches!(world.take(who, &parcel).told.as_slice(), [Told::Obliged(_)]), "{who}");
    }
}

/// What Canada shares for France and the United Kingdom, whom the sharing says will be refused, and the file.
fn shared(world: &mut World, level: Level, despite: &[&str]) -> (Vec<MemberCode>, Vec<u8>) {
    let title: Phrase = "The coast".parse().unwrap();
    let marking = Marking {
        policy: "EXERCISE".parse().unwrap(),
        level,
        audience: "FRA,GBR".parse().unwrap(),
        categories: Categories::default(),
        created: NOW,
        expires: None,
    };
    let handling =
        Handling { despite: despite.iter().map(|code| member(code)).collect(), ..Handling::default() };
    let (provenance, mut file) = (Provenance::default(), Vec::new());
    let sharing = Sharing {
        title: &title,
        marking: &marking,
        class: Retention::Year,
        control: Control::Ordinary,
        release: None,
        provenance: &provenance,
        consents: &[],
        handling: &handling,
    };
    let told = world.on("CAN", |vault, now| vault.refused_by_obligation(NAME, &sharing, now)).unwrap();
    let shared =
        world.on("CAN", |vault, now| vault.share(NAME, &sharing, &mut b"text".as_slice(), &mut file, now));
    let (_, notice) = shared.unwrap();
    for who in ["FRA", "GBR"] {
        world.take(who, &notice);
    }
    assert!(told.values().all(|obligations| !obligations.is_empty()));
    (told.into_keys().collect(), file)
}

/// Whom the last product that was shared is kept from, where it is served.
fn kept_from(world: &World) -> Vec<MemberCode> {
    let vault = &world.vaults["FRA"];
    vault.kept_from(&vault.shelved(NAME).unwrap().last().unwrap().header).into_iter().collect()
}

fn open(world: &mut World, who: &str, file: &[u8]) -> Result<(), Refusal> {
    let product = Product::read(Cursor::new(file.to_vec())).unwrap();
    world.on(who, |vault, now| vault.open(product, &|_, _| false, now).map(|_| ()))
}

#[test]
fn what_an_earlier_obligation_would_carry_outside_is_told_before_and_refused() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let (told, file) = shared(&mut world, Level::Secret, &[]);
    assert!(told.is_empty());
    open(&mut world, "GBR", &file).unwrap();
    obliged(&mut world, "GBR", &obliging("USA", &[], false));
    // What was shared before is refused too, and what comes is told before it is sealed.
    let before = open(&mut world, "GBR", &file).unwrap_err();
    assert!(before.to_string().contains("V13"), "{before}");
    let (told, file) = shared(&mut world, Level::Secret, &[]);
    assert_eq!(told, [member("GBR")]);
    assert_eq!(kept_from(&world), [member("GBR")]);
    assert!(open(&mut world, "GBR", &file).unwrap_err().to_string().contains("V13"));
    for who in ["CAN", "FRA"] {
        open(&mut world, who, &file).unwrap();
    }
    // The originator consents that the United Kingdom reads it.
    let (told, file) = shared(&mut world, Level::Secret, &["GBR"]);
    assert!(told.is_empty() && kept_from(&world).is_empty());
    open(&mut world, "GBR", &file).unwrap();
    // Its end lets it read what was refused.
    world.tick(1);
    obliged(&mut world, "GBR", &obliging("USA", &[], true));
    let (told, file) = shared(&mut world, Level::Secret, &[]);
    assert!(told.is_empty());
    open(&mut world, "GBR", &file).unwrap();
}

#[test]
fn an_obligation_reaches_its_levels_and_to_whom_it_is_not_named_already() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    // To one that the marking names, and to the originator itself: nothing goes further by these.
    obliged(&mut world, "GBR", &obliging("FRA", &[], false));
    obliged(&mut world, "GBR", &obliging("CAN", &[], false));
    obliged(&mut world, "FRA", &obliging("USA", &[Level::TopSecret], false));
    let (told, file) = shared(&mut world, Level::Secret, &[]);
    assert!(told.is_empty() && kept_from(&world).is_empty());
    for who in ["FRA", "GBR"] {
        open(&mut world, who, &file).unwrap();
    }
    let (told, file) = shared(&mut world, Level::TopSecret, &[]);
    assert_eq!(told, [member("FRA")]);
    assert!(open(&mut world, "FRA", &file).is_err());
    open(&mut world, "GBR", &file).unwrap();
}

#[test]
fn only_a_member_itself_says_what_it_is_obliged_to_and_what_was_said_last_counts() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let usa = obliging("USA", &[], false);
    assert!(matches!(oblige(&mut world, "GBR", &obliging("GBR", &[], false)), Err(Refusal::ObligedToItself)));
    assert!(matches!(oblige(&mut world, "GBR", &obliging("USA", &[], true)), Err(Refusal::NoObligation)));
    let first = oblige(&mut world, "GBR", &usa).unwrap();
    assert!(matches!(oblige(&mut world, "GBR", &usa), Err(Refusal::KnownObligation)));
    // At the same moment: what is said after it counts all the same.
    let ended = oblige(&mut world, "GBR", &obliging("USA", &[], true)).unwrap();
    world.take("CAN", &ended);
    assert!(matches!(world.take("CAN", &first).told.as_slice(), [Told::Known]));
    assert!(world.vaults["CAN"].obligations(NAME).unwrap()[0].ended);
    // France's saying so is of France, whatever it would say of others.
    let by_france = oblige(&mut world, "FRA", &usa).unwrap();
    world.take("CAN", &by_france);
    let of: Vec<MemberCode> =
        world.vaults["CAN"].obligations(NAME).unwrap().iter().map(|one| one.member).collect();
    assert_eq!(of, [member("GBR"), member("FRA")]);
}

#[test]
fn one_member_does_not_fill_the_register_and_none_of_its_obligations_in_force_goes() {
    let mut world = World::together(&["CAN", "GBR"], Suite::Classic);
    let under = |number: u8| Obliging { under: DocumentHash([number; 32]), ..obliging("USA", &[], false) };
    for number in 0..64 {
        let parcel = oblige(&mut world, "GBR", &under(number)).unwrap();
        world.take("CAN", &parcel);
    }
    assert!(matches!(oblige(&mut world, "GBR", &under(64)), Err(Refusal::TooManyObligations)));
    let over = oblige(&mut world, "GBR", &Obliging { ended: true, ..under(3) }).unwrap();
    let next = oblige(&mut world, "GBR", &under(64)).unwrap();
    world.take("CAN", &over);
    assert!(matches!(world.take("CAN", &next).told.as_slice(), [Told::Obliged(_)]));
    let register = world.vaults["CAN"].obligations(NAME).unwrap();
    let had: BTreeSet<u8> = register.iter().map(|one| one.under.0[0]).collect();
    assert!(register.len() == 64 && had.contains(&64) && !had.contains(&3));
    assert_eq!(register, world.vaults["GBR"].obligations(NAME).unwrap());
}

/// Lets Germany's agent in, by Canada's: with what that tells of the register.
pub(super) fn germany_comes(world: &mut World) {
    if !world.vaults.contains_key("DEU") {
        let late = Vault::new(agent(&world.record, "DEU/representative"));
        world.vaults.insert("DEU", late);
    }
    let card = world.card("DEU", Suite::Classic);
    let invitation = world.invite("CAN", &[card]).unwrap();
    for who in ["FRA", "GBR"] {
        let accepted = world.take(who, &invitation).parcel;
        for other in ["CAN", "FRA", "GBR"] {
            let welcome = world.take(other, &accepted).parcel;
            if !welcome.items.is_empty() && other == "CAN" {
                world.on("DEU", |vault, now| vault.join(NAME, &welcome, now)).unwrap();
            }
        }
    }
}

#[test]
fn who_comes_later_has_the_register() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    obliged(&mut world, "GBR", &obliging("USA", &[], false));
    germany_comes(&mut world);
    assert_eq!(
        world.vaults["DEU"].obligations(NAME).unwrap(),
        world.vaults["CAN"].obligations(NAME).unwrap()
    );
    assert_eq!(world.vaults["DEU"].obligations(NAME).unwrap().len(), 1);
}
