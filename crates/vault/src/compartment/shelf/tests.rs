use std::collections::BTreeSet;
use std::io::Cursor;

use quorate_partnership::{Moment, Phrase, Post};

use super::super::attacks::{NAME, World, agreements, refused};
use super::super::{Suite, Taken, Told};
use super::*;
use crate::agent::Credential;
use crate::agent::testing::{DAY, NOW};
use crate::marking::{Categories, Level, Marking};
use crate::product::{Control, OpenError, Product, Provenance};
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
fn under_originator_control_nothing_goes_on_through_another() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    join_outsiders(&mut world, &["DEU"]);
    let file = shared(&mut world, Control::Originator);
    let asked = ask(&mut world, "FRA", &file, &["DEU"]).unwrap();
    world.take("CAN", &asked);
    let controlled = allow(&mut world, &file, 0).unwrap_err();
    assert!(controlled.to_string().contains("V9"), "{controlled}");
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

#[test]
fn nothing_is_passed_on_without_its_originator_who_refuses_once_and_allows_once() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    join_outsiders(&mut world, &["DEU", "GBR", "NOR"]);
    let file = shared(&mut world, Control::Ordinary);
    // Asked for Germany: refused, and why.
    let asked = ask(&mut world, "FRA", &file, &["DEU"]).unwrap();
    assert!(matches!(world.take("CAN", &asked).told.as_slice(), [Told::Asked(_)]));
    let no = phrase("its source would show");
    let question = world.vaults["CAN"].asked(NAME).unwrap()[0].id();
    let answer = world.on("CAN", |vault, now| vault.answer(NAME, &question, &Answering::Refuse(&no), now));
    let answer = answer.unwrap();
    let told = world.take("FRA", &answer);
    assert_eq!(release_of(&told), None);
    assert_eq!(world.vaults["FRA"].asked(NAME).unwrap()[0].answered.as_ref().unwrap().why, Some(no));
    // Asked for the United Kingdom: allowed, and the release opens it there and nowhere else.
    let asked = ask(&mut world, "FRA", &file, &["GBR"]).unwrap();
    world.take("CAN", &asked);
    let answer = allow(&mut world, &file, 1).unwrap();
    let release = release_of(&world.take("FRA", &answer)).unwrap();
    assert_eq!(read_released(&mut world, "GBR", &file, &release).unwrap(), b"the text");
    assert!(read_released(&mut world, "DEU", &file, &release).is_err());
    // Asked for a State that the marking does not name: the originator cannot allow it.
    let asked = ask(&mut world, "FRA", &file, &["NOR"]).unwrap();
    world.take("CAN", &asked);
    assert!(matches!(allow(&mut world, &file, 2), Err(Refusal::NoAgreement(_))));
    assert!(matches!(allow(&mut world, &file, 1), Err(Refusal::Answered)));
    assert!(matches!(allow(&mut world, &file, 3), Err(Refusal::NotAsked)));
    assert!(matches!(ask(&mut world, "CAN", &file, &["GBR"]), Err(Refusal::OwnProduct)));
    assert!(matches!(ask(&mut world, "FRA", &file, &[]), Err(Refusal::Nobody)));
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
fn letters_between_two_members_are_not_read_by_a_third_that_is_in() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    join_outsiders(&mut world, &["DEU"]);
    let file = shared(&mut world, Control::Ordinary);
    let asked = ask(&mut world, "FRA", &file, &["DEU"]).unwrap();
    let told = world.take("GBR", &asked).told;
    assert!(matches!(told.as_slice(), [Told::Letter { .. }]), "{told:?}");
    assert!(world.vaults["GBR"].asked(NAME).unwrap().is_empty());
    world.take("CAN", &asked);
    let answer = allow(&mut world, &file, 0).unwrap();
    assert!(matches!(world.take("GBR", &answer).told.as_slice(), [Told::Letter { .. }]));
    assert!(world.vaults["GBR"].accounts(NAME).unwrap().values().all(|account| account.theirs.asked == 0));
}

#[test]
fn an_answer_counts_only_from_the_originator_and_a_question_once() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    join_outsiders(&mut world, &["DEU"]);
    let file = shared(&mut world, Control::Ordinary);
    let asked = ask(&mut world, "FRA", &file, &["DEU"]).unwrap();
    assert!(matches!(world.take("CAN", &asked).told.as_slice(), [Told::Asked(_)]));
    assert!(matches!(world.take("CAN", &asked).told.as_slice(), [Told::Known]));
    // The United Kingdom's agent answers in Canada's place.
    let id = world.vaults["FRA"].asked(NAME).unwrap()[0].id;
    let mut held = world.vaults["GBR"].named(NAME).unwrap().clone();
    let forged = world.on("GBR", |vault, now| {
        let answer = answer::forged(id, now.at);
        letter::to(&mut held, &vault.identity, "FRA".parse().unwrap(), &letter::Words::Answer(answer), now)
    });
    let said = refused(&world.take("FRA", &forged.unwrap()));
    assert_eq!(said, [Refusal::NotOriginator.to_string()]);
    assert!(world.vaults["FRA"].asked(NAME).unwrap()[0].answered.is_none());
}

#[test]
fn a_notice_of_anothers_product_is_refused() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let file = shared(&mut world, Control::Ordinary);
    let mut forged = world.vaults["CAN"].shelved(NAME).unwrap()[0].clone();
    forged.product = product(&shared(&mut world, Control::Ordinary)).outside().product;
    forged.header.title = phrase("Another");
    let mut held = world.vaults["FRA"].named(NAME).unwrap().clone();
    let parcel = world.on("FRA", |vault, now| notice::of(&mut held, &vault.identity, &forged, now)).unwrap();
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
    let parcel = world.on("CAN", |vault, now| notice::of(&mut held, &vault.identity, &told, now)).unwrap();
    world.take("FRA", &parcel);
    assert!(matches!(read(&mut world, "FRA", &file), Err(Refusal::Open(OpenError::Header))));
}

#[test]
fn an_acknowledgement_with_another_authenticator_raises_the_alarm() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    let file = shared(&mut world, Control::Ordinary);
    let id = product(&file).outside().product;
    let sound = world.on("FRA", |vault, now| vault.acknowledge(NAME, id, now)).unwrap();
    assert!(matches!(world.take("CAN", &sound).told.as_slice(), [Told::Acknowledged { .. }]));
    assert!(matches!(world.take("CAN", &sound).told.as_slice(), [Told::Known]));
    let account = world.vaults["CAN"].accounts(NAME).unwrap()[&"FRA".parse().unwrap()].clone();
    assert_eq!((account.ours.shared, account.ours.acknowledged), (1, 1));
    // A copy of France's agent whose log says that the epoch began otherwise.
    let mut held = world.vaults["FRA"].named(NAME).unwrap().clone();
    held.log.last_mut().unwrap().authenticator = vec![1];
    world.vaults.get_mut("FRA").unwrap().keep(held);
    let other = world.on("FRA", |vault, now| vault.acknowledge(NAME, id, now)).unwrap();
    assert!(matches!(world.take("CAN", &other).told.as_slice(), [Told::Alarm(_)]));
    assert!(matches!(share(&mut world, "CAN", "FRA", Control::Ordinary), Err(Refusal::Alarm(_))));
}

#[test]
fn accounts_say_who_asked_whom_and_how_long_answers_took() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    join_outsiders(&mut world, &["DEU"]);
    let file = shared(&mut world, Control::Ordinary);
    for number in 0..3 {
        let asked = ask(&mut world, "FRA", &file, &["DEU"]).unwrap();
        world.tick(10 + number);
        world.take("CAN", &asked);
        if number < 2 {
            let answer = allow(&mut world, &file, usize::try_from(number).unwrap()).unwrap();
            world.take("FRA", &answer);
        }
    }
    let fra: MemberCode = "FRA".parse().unwrap();
    let ours = world.vaults["CAN"].accounts(NAME).unwrap()[&fra].clone().ours;
    assert_eq!((ours.asked, ours.answered, ours.allowed, ours.took), (3, 2, 2, Some(11)));
    let theirs = world.vaults["FRA"].accounts(NAME).unwrap()[&"CAN".parse().unwrap()].clone().theirs;
    assert_eq!(ours, theirs);
}

#[test]
fn a_briefing_opens_at_its_time_by_release_agents_and_not_before() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    join_outsiders(&mut world, &["DEU", "GBR"]);
    let file = shared(&mut world, Control::Originator);
    let at = Moment(NOW.0 + DAY);
    let credential = |who: &str| world.vaults[who].identity().credential().unwrap();
    let later = Later {
        at,
        to: vec![credential("DEU"), credential("GBR")],
        agents: ["CAN", "DEU", "FRA"].map(credential).to_vec(),
        needed: 2,
    };
    let terms = Terms { now: Vec::new(), later: Some(later) };
    let release = world.on("CAN", |vault, now| vault.release(NAME, &product(&file), &terms, now)).unwrap();
    let early = read_released(&mut world, "GBR", &file, release.bytes());
    assert!(matches!(early, Err(Refusal::Waits(waits)) if (waits.needed, waits.handed) == (2, 0)));
    world.tick(DAY);
    let handed: Vec<_> = ["CAN", "FRA"]
        .iter()
        .map(|who| {
            world
                .on(who, |vault, now| {
                    hand_over(vault.identity(), &release, Clocks { own: now.at, recorded: at }, now)
                })
                .unwrap()
        })
        .collect();
    let read = |world: &mut World, who: &str, handed: &[crate::release::Handed]| {
        world.on(who, |vault, _| {
            let mut text = Vec::new();
            vault.open_released(product(&file), &release, handed)?.write_to(&mut text)?;
            Ok::<_, Refusal>(text)
        })
    };
    assert!(matches!(read(&mut world, "DEU", &handed[..1]), Err(Refusal::Waits(_))));
    for who in ["DEU", "GBR"] {
        assert_eq!(read(&mut world, who, &handed).unwrap(), b"the text");
    }
}

/// Products of agents, as many as are wanted, each sealed a moment after the one before.
fn of(world: &World, agent: u8, number: u32) -> Shelved {
    let mut one = world.vaults["CAN"].shelved(NAME).unwrap()[0].clone();
    one.agent = PublicKey([agent; 32]);
    one.header.sealed = Moment(u64::from(number));
    let mut id = [agent; 32];
    id[..4].copy_from_slice(&number.to_be_bytes());
    one.product = ProductId(id);
    one
}

#[test]
fn one_agent_does_not_push_out_what_another_shared_and_what_went_does_not_come_in_again() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    shared(&mut world, Control::Ordinary);
    let mut shelf = Shelf::default();
    shelf.keep(of(&world, 1, 0));
    let size = of(&world, 2, 0).bytes + 256;
    let room = u32::try_from(room::MAX_AGENT_BYTES / size).unwrap();
    (1..=room + 5).for_each(|number| shelf.keep(of(&world, 2, number)));
    let kept =
        |shelf: &Shelf, agent: u8| shelf.shared.iter().filter(|one| one.agent.0 == [agent; 32]).count();
    assert_eq!((kept(&shelf, 1), kept(&shelf, 2)), (1, usize::try_from(room).unwrap()));
    let has = |shelf: &Shelf, number| shelf.claims(of(&world, 2, number).product).count() == 1;
    assert!(!has(&shelf, 5) && has(&shelf, 6));
    // Replayed, it is the oldest, and goes again.
    shelf.keep(of(&world, 2, 5));
    assert!(!has(&shelf, 5) && has(&shelf, 6));
}

#[test]
fn a_half_that_is_held_back_is_never_pushed_out() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    shared(&mut world, Control::Originator);
    let mut shelf = Shelf::default();
    let mut halved = of(&world, 1, 0);
    assert!(halved.second.is_some());
    shelf.keep(halved.clone());
    for number in 1..4000 {
        let mut one = of(&world, 1, number);
        one.second = None;
        shelf.keep(one);
    }
    assert_eq!(shelf.shared[0], halved);
    assert!(shelf.has_room(&halved.agent, 0) && !shelf.has_room(&halved.agent, room::MAX_AGENT_BYTES));
    halved.second = None;
    assert_eq!(world.vaults["FRA"].shelved(NAME).unwrap()[0].second, None);
}

#[test]
fn all_shelves_together_stay_within_their_room_and_ones_own_goes_last() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    shared(&mut world, Control::Ordinary);
    let own = world.key("CAN");
    let mut held = world.vaults["CAN"].named(NAME).unwrap().clone();
    for (agent, number) in (3..7).flat_map(|agent| (1..20).map(move |number| (agent, number))) {
        held.shelf.keep(of(&world, agent, number));
    }
    let vault = world.vaults.get_mut("CAN").unwrap();
    vault.keep(held);
    vault.shelve_no_more_than(20 * 700);
    let shelved = vault.shelved(NAME).unwrap();
    assert!(shelved.len() < 40 && shelved.iter().any(|one| one.agent == own), "{}", shelved.len());
    for agent in 3..7 {
        assert!(shelved.iter().any(|one| one.agent.0 == [agent; 32]), "agent {agent} lost everything");
    }
    vault.shelve_no_more_than(0);
    assert!(vault.shelved(NAME).unwrap().is_empty());
}

#[test]
fn whoever_claims_anothers_product_first_does_not_keep_it_from_being_opened() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let (file, notice) = share(&mut world, "CAN", "FRA,GBR", Control::Ordinary).unwrap();
    let id = product(&file).outside().product;
    // France claims it under its own name, and the United Kingdom hears of that first.
    let (_, _) = share(&mut world, "FRA", "CAN,GBR", Control::Ordinary).unwrap();
    let mut claim = world.vaults["FRA"].shelved(NAME).unwrap()[0].clone();
    claim.product = id;
    let mut held = world.vaults["FRA"].named(NAME).unwrap().clone();
    let claimed = world.on("FRA", |vault, now| notice::of(&mut held, &vault.identity, &claim, now)).unwrap();
    assert!(matches!(world.take("GBR", &claimed).told.as_slice(), [Told::Shared(_)]));
    assert!(matches!(world.take("GBR", &notice).told.as_slice(), [Told::Shared(_)]));
    assert_eq!(read(&mut world, "GBR", &file).unwrap(), b"the text");
    let asked = world.on("GBR", |vault, now| vault.acknowledge(NAME, id, now));
    assert!(matches!(asked, Err(Refusal::TwoOriginators(..))));
}

#[test]
fn what_was_said_in_one_epoch_is_not_sealed_again_in_another() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let file = shared(&mut world, Control::Ordinary);
    let id = product(&file).outside().product;
    let has = world.on("FRA", |vault, now| vault.acknowledge(NAME, id, now)).unwrap();
    let renewal = world.on("CAN", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let accepted = world.take("FRA", &renewal).parcel;
    for who in ["CAN", "GBR"] {
        world.take(who, &renewal);
        world.take(who, &accepted);
    }
    assert_eq!((world.epoch("CAN"), world.epoch("GBR")), (2, 2));
    // The United Kingdom's agent has the keys of both epochs.
    let held = world.vaults["GBR"].named(NAME).unwrap();
    let kind = super::super::parcel::kind::LETTER;
    let of = |epoch| super::super::sealing::Bound { id: held.id, epoch, kind };
    let key = |epoch| &held.era(epoch).unwrap().log_key;
    let said = of(1).open(key(1), &has.items[0].bytes).unwrap();
    let moved = super::super::Parcel::of(held.id).with(kind, 2, of(2).seal(key(2), &said).unwrap());
    assert_eq!(refused(&world.take("CAN", &moved)), [Refusal::NotAuthentic.to_string()]);
    assert!(world.standing("CAN").alarm.is_none());
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

#[test]
fn a_letter_counts_only_for_whom_it_is_and_an_answer_only_as_it_was_asked() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    join_outsiders(&mut world, &["DEU"]);
    let file = shared(&mut world, Control::Ordinary);
    let id = product(&file).outside().product;
    // A question about Canada's product, sent to the United Kingdom.
    let whom = world.vaults["DEU"].identity().credential().unwrap();
    let ask = asking::forged(id, &whom, phrase("for the exercise"));
    let mut held = world.vaults["FRA"].named(NAME).unwrap().clone();
    let stray = world.on("FRA", |vault, now| {
        letter::to(&mut held, &vault.identity, "GBR".parse().unwrap(), &letter::Words::Ask(ask), now)
    });
    assert_eq!(refused(&world.take("GBR", &stray.unwrap())), [Refusal::NoProduct.to_string()]);
    assert!(world.vaults["GBR"].asked(NAME).unwrap().is_empty());
    // An answer whose release is for somebody else.
    let asked = ask_for(&mut world, &file);
    world.take("CAN", &asked);
    let other = Terms { now: vec![world.vaults["FRA"].identity().credential().unwrap()], later: None };
    let release = world.on("CAN", |vault, now| vault.release(NAME, &product(&file), &other, now)).unwrap();
    let question = world.vaults["FRA"].asked(NAME).unwrap()[0].id();
    let mut held = world.vaults["CAN"].named(NAME).unwrap().clone();
    let wrong = world.on("CAN", |vault, now| {
        let answer = answer::with_release(question, release.bytes(), now.at);
        letter::to(&mut held, &vault.identity, "FRA".parse().unwrap(), &letter::Words::Answer(answer), now)
    });
    assert_eq!(refused(&world.take("FRA", &wrong.unwrap())), [Refusal::OtherRelease.to_string()]);
}

fn ask_for(world: &mut World, file: &[u8]) -> super::super::Parcel {
    ask(world, "FRA", file, &["DEU"]).unwrap()
}

#[test]
fn notices_do_not_tell_the_length_of_a_title() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    let mut lengths = BTreeSet::new();
    for title in ["A", "What was seen on the coast in spring, and by whom it was told"] {
        let (title, marking, provenance) = (phrase(title), marking("FRA"), Provenance::default());
        let (class, control, release) = (Retention::Year, Control::Ordinary, None);
        let (title, marking, provenance) = (&title, &marking, &provenance);
        let sharing = Sharing { title, marking, class, control, release, provenance, consents: &[] };
        let shared = world
            .on("CAN", |vault, now| vault.share(NAME, &sharing, &mut b"x".as_slice(), &mut Vec::new(), now));
        lengths.insert(shared.unwrap().1.bytes().len());
    }
    assert_eq!(lengths.len(), 1);
}

#[test]
fn what_is_refused_of_a_briefing_is_refused_before_anything_is_sealed() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    join_outsiders(&mut world, &["DEU", "NOR"]);
    let credential = |who: &str| world.vaults[who].identity().credential().unwrap();
    let later = |to: &str| Later {
        at: Moment(NOW.0 + DAY),
        to: vec![credential(to)],
        agents: ["CAN", "FRA"].map(credential).to_vec(),
        needed: 2,
    };
    let both = ["NOR", "DEU"].map(|to| Terms { now: Vec::new(), later: Some(later(to)) });
    let (title, marking, provenance) = (phrase("Measures"), marking("DEU,FRA"), Provenance::default());
    let (class, control, release) = (Retention::Year, Control::Originator, Some(Moment(NOW.0 + DAY)));
    let (title, marking, provenance) = (&title, &marking, &provenance);
    let sharing = Sharing { title, marking, class, control, release, provenance, consents: &[] };
    let brief = |world: &mut World, terms: &Terms| {
        let mut file = Vec::new();
        let briefed = world.on("CAN", |vault, now| {
            vault.brief(NAME, &sharing, terms, (&mut b"x".as_slice(), &mut file), now).map(|_| ())
        });
        (briefed, file.len())
    };
    let (refused, length) = brief(&mut world, &both[0]);
    assert!(matches!(refused, Err(Refusal::Release(_))) && length == 0);
    world.vaults.get_mut("CAN").unwrap().agree(agreements(&["CAN", "FRA"]));
    let (refused, length) = brief(&mut world, &both[1]);
    assert!(matches!(refused, Err(Refusal::NoAgreement(_))) && length == 0);
    assert!(world.vaults["CAN"].shelved(NAME).unwrap().is_empty());
    world.vaults.get_mut("CAN").unwrap().agree(agreements(&["CAN", "DEU", "FRA"]));
    assert!(brief(&mut world, &both[1]).0.is_ok());
}
