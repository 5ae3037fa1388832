use super::*;
use crate::compartment::entry::Entry;

#[test]
fn a_replayed_commit_changes_nothing() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    let change = world.on("CAN", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let accepted = world.take("DEU", &change).parcel;
    world.take("FRA", &change);
    world.take("CAN", &accepted);
    let before: Vec<Standing> = ["CAN", "DEU", "FRA"].map(|who| world.standing(who)).into();
    assert!(before.iter().all(|standing| standing.epoch == 2));
    for _ in 0..3 {
        for (who, was) in ["CAN", "DEU", "FRA"].into_iter().zip(&before) {
            for parcel in [&change, &accepted] {
                let told = world.take(who, parcel).told;
                let only = |told: &Told| matches!(told, Told::Known | Told::AcceptedBy(_));
                assert!(told.iter().all(only), "{told:?}");
            }
            assert_eq!(&world.standing(who), was);
        }
    }
    // Nor as a change of the epoch that lasts: the commit itself says of which it is.
    let mut forced = change.clone();
    forced.items.iter_mut().for_each(|item| item.epoch = 2);
    forced.items[0].bytes.push(0);
    assert_eq!(refused(&world.take("DEU", &forced)).len(), 2);
    assert_eq!(world.epoch("DEU"), 2);
}

#[test]
fn a_forked_commit_two_of_one_member_for_one_epoch_raises_the_alarm() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::PostQuantum);
    let twin = world.vaults["CAN"].clone();
    let one = world.remove("CAN", "GBR").unwrap();
    world.vaults.insert("CAN", twin);
    let other = world.remove("CAN", "FRA").unwrap();
    let first = world.take("DEU", &one);
    assert_eq!(alarms(&first), []);
    // What a copy of a store seals stands in two logs, too; that it accepted both is seen without these.
    let logs = std::mem::take(&mut world.vaults.get_mut("DEU").unwrap().held[0].logs);
    let mut unlogged = world.vaults["DEU"].clone();
    world.vaults.get_mut("DEU").unwrap().held[0].logs = logs;
    std::mem::swap(world.vaults.get_mut("DEU").unwrap(), &mut unlogged);
    let second = world.take("DEU", &other);
    assert_eq!(alarms(&second), [Alarm::Twice { member: member("CAN"), epoch: 1 }]);
    std::mem::swap(world.vaults.get_mut("DEU").unwrap(), &mut unlogged);
    let second = world.take("DEU", &other);
    assert_eq!(alarms(&second), [Alarm::Log { member: member("CAN"), size: 1 }]);
    let refusal = world.on("DEU", |vault, now| vault.say(NAME, "anyone?", now)).unwrap_err();
    assert!(matches!(refusal, Refusal::Alarm(_)));
    assert!(world.remove("DEU", "CAN").is_err());
    assert!(world.standing("DEU").alarm.is_some());
}

#[test]
fn of_two_changes_in_one_epoch_one_counts_and_both_are_seen() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    let one = world.on("CAN", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let other = world.on("DEU", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let accepted = world.take("FRA", &one).parcel;
    assert_eq!(world.epoch("FRA"), 2);
    // The other's author accepted its own, and takes in that another is in force: no alarm, one history.
    assert_eq!(refused(&world.take("DEU", &one)), [Refusal::AcceptedAnother.to_string()]);
    world.take("DEU", &accepted);
    world.take("CAN", &accepted);
    let late = world.take("FRA", &other);
    assert!(refused(&late) == [Refusal::Past.to_string()] && alarms(&late).is_empty());
    for who in ["CAN", "DEU", "FRA"] {
        assert_eq!((world.epoch(who), world.standing(who).alarm), (2, None), "{who}");
        assert_eq!(world.standing(who).authenticator, world.standing("FRA").authenticator);
    }
    let text = world.say("DEU", "one history");
    assert_eq!(read(&world.take("CAN", &text)), Some("one history"));
}

#[test]
fn two_halves_that_remove_each_other_part_and_see_it() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::Classic);
    let one = world.remove("CAN", "GBR").unwrap();
    let other = world.remove("GBR", "CAN").unwrap();
    let (one_accepted, other_accepted) = (world.take("DEU", &one).parcel, world.take("FRA", &other).parcel);
    assert_eq!((world.epoch("DEU"), world.epoch("FRA")), (2, 2));
    assert_ne!(world.standing("DEU").authenticator, world.standing("FRA").authenticator);
    // As soon as either hears of the other's acceptances.
    world.take("DEU", &other);
    assert_eq!(alarms(&world.take("DEU", &other_accepted)), [Alarm::Forked { epoch: 1 }]);
    world.take("FRA", &one);
    assert_eq!(alarms(&world.take("FRA", &one_accepted)), [Alarm::Forked { epoch: 1 }]);
}

#[test]
fn an_acceptance_that_came_to_other_secrets_raises_the_alarm() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    let change = world.on("CAN", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    world.on("FRA", |vault, now| vault.take(&change, false, now)).unwrap();
    // Germany's agent says that by the same commit it came to another authenticator.
    let held = world.vaults["FRA"].named(NAME).unwrap().clone();
    let mut entry = held.pending[0].entry.clone();
    entry.authenticator[0] ^= 1;
    let parcel = acceptance(&mut world, "DEU", "FRA", &entry);
    let taken = world.take("FRA", &parcel);
    assert_eq!(alarms(&taken), [Alarm::Differs { member: member("DEU"), epoch: 1 }]);
}

#[test]
fn one_member_alone_lets_nobody_in_and_a_founder_is_one_of_many() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    let mut more = World::of(&["GBR"]);
    world.vaults.append(&mut more.vaults);
    agent(&world.record, "GBR/representative");
    let card = world.card("GBR", Suite::PostQuantum);
    let change = world.invite("CAN", &[card]).unwrap();
    assert_eq!(world.epoch("CAN"), 1);
    // The change alone is no Welcome, and a second agent of the same member adds nothing.
    assert!(world.on("GBR", |vault, now| vault.join(NAME, &change, now)).is_err());
    assert_eq!(world.standing("CAN").waiting[0].accepted.len(), 1);
    // The founder goes as anybody does.
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    let change = world.remove("DEU", "CAN").unwrap();
    let accepted = world.take("FRA", &change).parcel;
    world.take("DEU", &accepted);
    assert_eq!((world.epoch("DEU"), world.standing("DEU").seats.len()), (2, 2));
}

#[test]
fn agents_of_one_member_count_once() {
    let mut world = World::together(&["CAN", "CAN second", "DEU", "FRA"], Suite::Classic);
    let change = world.remove("CAN", "FRA").unwrap();
    let accepted = world.take("CAN second", &change).parcel;
    world.take("CAN", &accepted);
    assert_eq!(world.epoch("CAN"), 1, "two agents, one member of two");
    let accepted = world.take("DEU", &change).parcel;
    world.take("CAN", &accepted);
    assert_eq!(world.epoch("CAN"), 2);
}

#[test]
fn one_member_does_not_remove_all_others_at_once() {
    for (members, at_once) in [(&["CAN", "DEU", "FRA"][..], 2), (&["CAN", "DEU", "FRA", "GBR"], 2)] {
        let mut world = World::together(members, Suite::Classic);
        let keys: Vec<PublicKey> = members.iter().rev().take(at_once).map(|who| world.key(who)).collect();
        let change = world.on("CAN", |vault, now| vault.remove(NAME, &keys, now));
        assert!(matches!(change, Err(Refusal::MostGo)));
        assert_eq!(world.epoch("CAN"), 1);
    }
}

#[test]
fn a_newcomer_that_too_few_accepted_is_not_in_whatever_its_inviter_sends() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    let newcomer = agent(&world.record, "GBR/representative");
    world.vaults.insert("GBR", Vault::new(newcomer));
    let card = world.card("GBR", Suite::PostQuantum);
    let change = world.invite("CAN", &[card]).unwrap();
    // Canada's agent puts it in force by itself, with a Welcome and the one acceptance that there is.
    let alone = |world: &World| {
        let vault = &world.vaults["CAN"];
        let mut held = vault.named(NAME).unwrap().clone();
        let (pending, acceptances) = (held.pending[0].clone(), held.acceptances());
        let provider = keystore::load(&vault.kept);
        vault::load(&provider, held.id).unwrap().merge_pending_commit(&provider).unwrap();
        let group = vault::load(&provider, held.id).unwrap();
        held.begin(pending.entry.clone(), vault::era(&provider, &group).unwrap());
        let proof = join::proof(&held, &pending, &acceptances).unwrap();
        Parcel::of(held.id).with(parcel::kind::WELCOME, 2, pending.welcome).with(
            parcel::kind::PROOF,
            2,
            proof,
        )
    };
    let forced = alone(&world);
    let refusal = world.on("GBR", |vault, now| vault.join(NAME, &forced, now)).unwrap_err();
    assert!(matches!(refusal, Refusal::NotAccepted), "{refusal}");
    let accepted = world.take("DEU", &change).parcel;
    let welcome = world.take("CAN", &accepted).parcel;
    // Nor where somebody is in whose key lost its post.
    let seen = world.vaults["GBR"].clone();
    world.on("GBR", |vault, now| vault.join(NAME, &welcome, now)).unwrap();
    world.vaults.insert("GBR", seen);
    world.record.revoke("FRA/representative");
    let refusal = world.on("GBR", |vault, now| vault.join(NAME, &welcome, now)).unwrap_err();
    assert!(refusal.to_string().contains("does not hold FRA/representative"), "{refusal}");
}

#[test]
fn a_rival_change_that_has_too_few_is_no_fork() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::Classic);
    let removal = world.remove("CAN", "GBR").unwrap();
    let accepted = world.take("DEU", &removal).parcel;
    // Two of four accept another change, which needs three.
    let rival = world.on("GBR", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let for_rival = world.take("FRA", &rival).parcel;
    for parcel in [&rival, &for_rival] {
        assert_eq!(alarms(&world.take("DEU", parcel)), []);
    }
    world.take("FRA", &removal);
    world.take("FRA", &accepted);
    assert_eq!((world.epoch("FRA"), world.standing("FRA").alarm), (2, None));
    assert_eq!(world.standing("FRA").authenticator, world.standing("DEU").authenticator);
}

#[test]
fn a_fork_that_was_heard_of_before_is_told_when_ones_own_change_has_enough() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::Classic);
    let one = world.remove("CAN", "GBR").unwrap();
    let other = world.remove("GBR", "CAN").unwrap();
    let other_accepted = world.take("FRA", &other).parcel;
    // Germany's agent hears of the other's acceptances, and never of its commit.
    let acceptance_of = |parcel: &Parcel, at: usize| {
        let item = &parcel.items[at];
        Parcel::of(parcel.id).with(item.kind, item.epoch, item.bytes.clone())
    };
    for parcel in [acceptance_of(&other, 1), acceptance_of(&other_accepted, 0)] {
        assert_eq!(alarms(&world.take("DEU", &parcel)), []);
    }
    assert_eq!(alarms(&world.take("DEU", &one)), [Alarm::Forked { epoch: 1 }]);
    assert_eq!(world.epoch("DEU"), 1);
}

#[test]
fn who_goes_makes_no_fork_of_it_alone() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::Classic);
    // Two remove the same agent at once; one of the changes is in force.
    let one = world.remove("CAN", "GBR").unwrap();
    let other = world.remove("FRA", "GBR").unwrap();
    world.take("DEU", &one);
    assert_eq!(world.epoch("DEU"), 2);
    world.take("DEU", &other);
    // The agent that goes signs what France's signed, whose digest it read, as if it had accepted it.
    let entry = world.vaults["FRA"].named(NAME).unwrap().pending[0].entry.clone();
    let helped = acceptance(&mut world, "GBR", "DEU", &entry);
    assert_eq!(alarms(&world.take("DEU", &helped)), []);
    // Nor by saying that fewer count in it.
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::Classic);
    let one = world.remove("CAN", "GBR").unwrap();
    world.take("DEU", &one);
    let keys = ["CAN", "DEU", "FRA"].map(|who| world.key(who)).to_vec();
    let alone = Entry { removed: keys, commit: [1; 32], ..entry };
    let alone = acceptance(&mut world, "GBR", "DEU", &alone);
    let taken = world.take("DEU", &alone);
    assert!(alarms(&taken).is_empty() && refused(&taken).is_empty(), "{:?}", taken.told);
}
