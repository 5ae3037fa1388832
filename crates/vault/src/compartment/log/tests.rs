use super::super::attacks::{NAME, World, alarms, member, read, refused};
use super::super::parcel::kind;
use super::super::{Suite, Vault};
use super::author::MAX_LEAVES;
use super::*;

fn missing(world: &World, at: &str, of: &str) -> Vec<(u64, u64)> {
    log(world, at, of).missing
}

fn log(world: &World, at: &str, of: &str) -> LogStanding {
    let logs = world.vaults[at].logs(NAME).unwrap();
    logs.into_iter().find(|log| log.agent == world.key(of)).unwrap()
}

fn three() -> World {
    World::together(&["CAN", "FRA", "GBR"], Suite::Classic)
}

#[test]
fn what_a_carrier_drops_is_told_and_what_comes_late_closes_it() {
    let mut world = three();
    let sealed: Vec<Parcel> = (0..4).map(|at| world.say("CAN", &format!("number {at}"))).collect();
    world.take("FRA", &sealed[3]);
    let since = log(&world, "FRA", "CAN").sealed - 4;
    assert_eq!(missing(&world, "FRA", "CAN"), [(since, since + 3)]);
    for (at, left) in [
        (1, vec![(since, since + 1), (since + 2, since + 3)]),
        (0, vec![(since + 2, since + 3)]),
        (2, vec![]),
    ] {
        let taken = world.take("FRA", &sealed[at]);
        assert_eq!(read(&taken), Some(format!("number {at}").as_str()));
        assert_eq!((missing(&world, "FRA", "CAN"), alarms(&taken)), (left, vec![]));
    }
    // Whoever heard nothing of it hears by another that there is something.
    let other = world.say("FRA", "have you heard?");
    world.take("GBR", &other);
    assert_eq!(missing(&world, "GBR", "CAN"), [(since, since + 4)]);
    assert_eq!(log(&world, "FRA", "CAN").signed.unwrap().0, since + 3);
}

#[test]
fn what_was_sealed_before_somebody_came_is_not_missed() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    for _ in 0..3 {
        let parcel = world.say("CAN", "before");
        world.take("FRA", &parcel);
    }
    world.vaults.extend(World::of(&["GBR"]).vaults);
    world.record.accredit("GBR/representative", &crate::agent::testing::representative("GBR/representative"));
    let card = world.card("GBR", Suite::Classic);
    let change = world.invite("CAN", &[card]).unwrap();
    let accepted = world.take("FRA", &change).parcel;
    let welcome = world.take("CAN", &accepted).parcel;
    world.on("GBR", |vault, now| vault.join(NAME, &welcome, now)).unwrap();
    let (first, second) = (world.say("CAN", "one"), world.say("CAN", "two"));
    world.take("GBR", &second);
    let sealed = log(&world, "GBR", "CAN").sealed;
    assert_eq!(missing(&world, "GBR", "CAN"), [(sealed - 2, sealed - 1)], "and nothing of before");
    world.take("GBR", &first);
    assert_eq!(missing(&world, "GBR", "CAN"), []);
    let told = world.say("FRA", "of before");
    world.take("GBR", &told);
    assert_eq!(missing(&world, "GBR", "FRA"), []);
}

#[test]
fn a_letter_that_only_its_reader_was_given_is_missed_by_nobody_else() {
    let mut world = three();
    let letter = |world: &mut World, to: &str| {
        world.on("CAN", |vault, now| {
            let identity = vault.identity().clone();
            let held = &mut vault.held[0];
            let sealed = held.seal(&identity, kind::LETTER, Some(member(to)), b"no letter").unwrap();
            let _ = now;
            Parcel::of(held.id).with(kind::LETTER, 1, sealed)
        })
    };
    for _ in 0..2 {
        letter(&mut world, "FRA");
    }
    let said = world.say("CAN", "to all");
    for who in ["FRA", "GBR"] {
        assert_eq!(alarms(&world.take(who, &said)), []);
    }
    assert_eq!(missing(&world, "GBR", "CAN"), []);
    let sealed = log(&world, "FRA", "CAN").sealed;
    assert_eq!(missing(&world, "FRA", "CAN"), [(sealed - 3, sealed - 1)], "its reader misses it");
}

/// What an agent seals from a copy of its store, while its store goes on with something else.
fn two_things(world: &mut World, by: &'static str) -> (Parcel, Parcel) {
    let before = world.vaults[by].clone();
    let one = world.say(by, "yes");
    let went_on = world.vaults.insert(by, before).unwrap();
    world.tick(1);
    let other = world.on(by, |vault, now| {
        let identity = vault.identity().clone();
        let to = vault.held[0].id;
        let sealed = vault.held[0].seal(&identity, kind::GRANT, None, b"no").unwrap();
        let _ = now;
        Parcel::of(to).with(kind::GRANT, 1, sealed)
    });
    world.vaults.insert(by, went_on);
    (one, other)
}

#[test]
fn one_that_tells_two_members_different_things_is_found_when_they_hear_of_each_other() {
    let mut world = three();
    let (one, other) = two_things(&mut world, "CAN");
    assert_eq!(alarms(&world.take("FRA", &one)), []);
    assert_eq!(alarms(&world.take("GBR", &other)), []);
    let heard = world.say("FRA", "we were told yes");
    let taken = world.take("GBR", &heard);
    let size = log(&world, "GBR", "CAN").sealed - 1;
    assert_eq!(alarms(&taken), [Alarm::Log { member: member("CAN"), size }]);
    assert_eq!(world.standing("GBR").alarm, Some(Alarm::Log { member: member("CAN"), size }));
    let refused = world.on("GBR", |vault, now| vault.say(NAME, "anything", now));
    assert!(matches!(refused, Err(Refusal::Alarm(_))));
    // Both statements are kept, and are checked without the store.
    let logs = check_logs(&world.vaults["GBR"].export_logs(NAME).unwrap()).unwrap();
    let contradicts: Vec<PublicKey> =
        logs.iter().filter(|log| log.contradicts).map(|log| log.agent).collect();
    assert_eq!(contradicts, [world.key("CAN")]);
    // One that hears both itself, too.
    world.take("FRA", &other);
    assert!(world.standing("FRA").alarm.is_some());
}

#[test]
fn a_root_that_is_not_of_what_was_sealed_before_raises_the_alarm() {
    let mut world = three();
    let first = world.say("CAN", "first");
    world.take("FRA", &first);
    // Its next is signed upon another beginning of the same length.
    let held = &mut world.vaults.get_mut("CAN").unwrap().held[0];
    let own = held.logs.authors.iter_mut().find(|author| author.own).unwrap();
    let size = own.seen;
    own.leaves.get_mut(&(size - 1)).unwrap().hash[0] ^= 1;
    own.leaves.get_mut(&(size - 1)).unwrap().stated = None;
    let next = world.say("CAN", "next");
    assert_eq!(alarms(&world.take("FRA", &next)), [Alarm::Log { member: member("CAN"), size }]);
    assert!(read(&world.take("FRA", &next)).is_none());
}

#[test]
fn a_store_that_was_put_back_is_found_by_whoever_it_sealed_for() {
    let mut world = three();
    let before = world.vaults["CAN"].clone();
    let said = world.say("CAN", "before the copy was put back");
    world.take("FRA", &said);
    world.vaults.insert("CAN", before);
    let heard = world.say("FRA", "I heard you");
    let taken = world.take("CAN", &heard);
    assert!(matches!(alarms(&taken)[..], [Alarm::Log { .. }]), "it is told of what it does not know");
}

#[test]
fn nobody_moves_a_head_to_another_body_or_kind_or_epoch() {
    let mut world = three();
    let to = world.key("FRA");
    let change = world.on("CAN", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let item = change.items.iter().find(|item| item.kind == kind::ACCEPTANCE).unwrap().clone();
    let held = world.vaults["GBR"].named(NAME).unwrap().clone();
    let key = held.now().unwrap().log_key.clone();
    let bound = |kind| Bound { id: held.id, epoch: 1, kind };
    let plain = bound(kind::ACCEPTANCE).open(&key, &item.bytes).unwrap();
    let (head, body) = Head::read(held.id, &item, &plain).unwrap();
    let wrap = |head: Vec<u8>, body: &[u8]| head::wrapped(head, body);
    let mut signed = head.clone();
    signed.stated.statement.size += 1;
    let mut other = head.clone();
    other.agent = to;
    for (kind, plain, refusal) in [
        (kind::ACCEPTANCE, wrap(head.filled(), b"another body"), Refusal::NotAuthentic),
        (kind::GRANT, wrap(head.filled(), &body), Refusal::NotAuthentic),
        (kind::ACCEPTANCE, wrap(signed.filled(), &body), Refusal::NotAuthentic),
        (kind::ACCEPTANCE, wrap(other.filled(), &body), Refusal::NotAuthentic),
        (kind::ACCEPTANCE, wrap(minicbor::to_vec(&head).unwrap(), &body), Refusal::Form),
    ] {
        let moved = Parcel::of(held.id).with(kind, 1, bound(kind).seal(&key, &plain).unwrap());
        assert_eq!(refused(&world.take("FRA", &moved)), [refusal.to_string()]);
        assert_eq!(world.standing("FRA").alarm, None);
    }
    // Sealed again as it is, by another, it is what it was.
    let again = bound(kind::ACCEPTANCE).seal(&key, &plain).unwrap();
    let again = Parcel::of(held.id).with(kind::ACCEPTANCE, 1, again);
    for parcel in [&again, &change] {
        assert_eq!(alarms(&world.take("FRA", parcel)), []);
    }
}

#[test]
fn no_author_makes_others_keep_more_than_so_many_leaves() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    let identity = world.vaults["CAN"].identity().clone();
    let sealed: Vec<Parcel> = (0..MAX_LEAVES + 8)
        .map(|_| {
            let held = &mut world.vaults.get_mut("CAN").unwrap().held[0];
            let bytes = held.seal(&identity, kind::GRANT, None, b"no grant").unwrap();
            Parcel::of(held.id).with(kind::GRANT, 1, bytes)
        })
        .collect();
    let kept = |world: &World| {
        let authors = &world.vaults["FRA"].held[0].logs.authors;
        authors.iter().find(|author| !author.own).unwrap().leaves.len()
    };
    // One is dropped for good; the others come.
    for (at, parcel) in sealed.iter().enumerate().filter(|(at, _)| *at != 3) {
        assert_eq!(alarms(&world.take("FRA", parcel)), []);
        assert!(kept(&world) <= MAX_LEAVES, "{at}");
    }
    let log = log(&world, "FRA", "CAN");
    assert_eq!((log.missing, log.lost, kept(&world)), (vec![], 1, MAX_LEAVES));
    // What came and is not kept any more changes nothing when it comes again.
    assert_eq!(alarms(&world.take("FRA", &sealed[0])), []);
    assert_eq!(check_logs(&world.vaults["FRA"].export_logs(NAME).unwrap()).unwrap().len(), 1);
}

#[test]
fn logs_in_a_file_are_checked_without_a_store_and_no_byte_of_them_is_changed() {
    let mut world = three();
    for text in ["one", "two", "three"] {
        let parcel = world.say("CAN", text);
        world.take("FRA", &parcel);
    }
    let file = world.vaults["FRA"].export_logs(NAME).unwrap();
    let logs = check_logs(&file).unwrap();
    let of = logs.iter().find(|log| log.agent == world.key("CAN")).unwrap();
    assert_eq!((of.proven, of.contradicts, of.post.as_str()), (2, false, "CAN/representative"));
    assert_eq!(of.signed.map(|(size, _)| size), log(&world, "FRA", "CAN").signed.map(|(size, _)| size));
    let index = logs.iter().flat_map(|log| log.signed).map(|(size, _)| size - 1).max().unwrap();
    let moved = file.replacen(&format!("\"index\": {index}"), "\"index\": 0", 1);
    assert_ne!(moved, file);
    assert!(matches!(check_logs(&moved), Err(LogFault::NotIn { index: 0, .. })), "another place");
    let longer = file.replacen("\"path\": \"", "\"path\": \"AAAA", 1);
    assert_ne!(longer, file);
    assert!(check_logs(&longer).is_err());
    let other = file.replace(&world.key("CAN").to_string(), &world.key("FRA").to_string());
    assert!(matches!(check_logs(&other), Err(LogFault::Signature(_))), "another author");
    assert_eq!(check_logs("{}"), Err(LogFault::Form));
}

#[test]
fn a_store_without_logs_is_read_and_begins_them() {
    let mut world = three();
    for who in ["CAN", "FRA", "GBR"] {
        world.vaults.get_mut(who).unwrap().held[0].logs = Logs::default();
    }
    let said = world.say("CAN", "after");
    assert_eq!(alarms(&world.take("FRA", &said)), []);
    assert_eq!((log(&world, "FRA", "CAN").sealed, missing(&world, "FRA", "CAN")), (1, vec![]));
    let again = Vault::read(&world.vaults["FRA"].plain()).unwrap();
    assert_eq!(again.logs(NAME).unwrap(), world.vaults["FRA"].logs(NAME).unwrap());
}

#[test]
fn two_notes_of_an_honest_author_are_no_contradiction() {
    let mut world = three();
    for text in ["one", "two", "three"] {
        let said = world.say("CAN", text);
        world.take("FRA", &said);
    }
    let mut file: serde_json::Value =
        serde_json::from_str(&world.vaults["FRA"].export_logs(NAME).unwrap()).unwrap();
    let agent = world.key("CAN").to_string();
    let log = file["logs"].as_array().unwrap().iter().find(|log| log["agent"] == agent.as_str()).unwrap();
    let notes: Vec<serde_json::Value> =
        log["leaves"].as_array().unwrap().iter().take(2).map(|leaf| leaf["note"].clone()).collect();
    assert_eq!(notes.len(), 2);
    file["contradiction"] = serde_json::json!({ "agent": agent, "notes": notes });
    assert_eq!(check_logs(&file.to_string()), Err(LogFault::Form));
}
