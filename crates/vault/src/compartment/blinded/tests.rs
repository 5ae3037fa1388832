use super::super::Suite;
use super::super::attacks::{NAME, World, refused};
use super::*;

fn line(world: &mut World, who: &str) -> String {
    world.on(who, |vault, now| vault.checkpoint(now)).unwrap()
}

fn committed(taken: &Taken) -> &Committed {
    match taken.told.as_slice() {
        [Told::Committed(committed)] => committed,
        other => panic!("{other:?}"),
    }
}

#[test]
fn agents_with_no_compartment_and_with_as_many_as_fit_look_alike() {
    let mut world = World::of(&["CAN", "FRA"]);
    let mut lengths = Vec::new();
    for (more, all) in [(0, 0), (1, 1), (62, 63), (1, 64)] {
        for at in 0..more {
            let name = format!("{all} {at}");
            world.on("CAN", |vault, now| vault.create(&name, Suite::Classic, now)).unwrap();
        }
        let [one, other] = ["CAN", "FRA"].map(|who| line(&mut world, who));
        assert_ne!(one, line(&mut world, "CAN"), "nothing of before is found again");
        let shape = |line: &str| -> Vec<usize> { line.split(' ').map(str::len).collect() };
        assert_eq!(shape(&one), shape(&other), "{all}");
        assert!(Line::read(&one).is_some() && one.len() < MAX_BLINDED_BYTES);
        lengths.push(one.len());
        let kept = world.vaults["CAN"].blinded.last().unwrap();
        assert_eq!((kept.leaves.len(), kept.opens.len()), (BLINDED_LEAVES, all));
    }
    assert_eq!(lengths, [lengths[0]; 4]);
    world.on("CAN", |vault, now| vault.create("one more", Suite::Classic, now)).unwrap();
    let refused = world.on("CAN", |vault, now| vault.checkpoint(now));
    assert!(matches!(refused, Err(Refusal::TooManyCompartments)));
    assert_eq!(world.vaults["CAN"].blinded.len(), MAX_KEPT);
}

#[test]
fn a_member_sees_what_was_committed_and_that_a_log_was_cut_short_after() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let before = world.vaults["FRA"].clone();
    let said = ["one", "two"].map(|text| world.say("CAN", text));
    said.iter().for_each(|said| drop(world.take("FRA", said)));
    let line = line(&mut world, "FRA");
    let opened = world.vaults["FRA"].open_checkpoint(NAME, &line).unwrap();
    let taken = world.take("CAN", &opened);
    let same: Vec<_> = committed(&taken).logs.iter().map(|log| log.2).collect();
    assert_eq!(same, [Compared::Same], "the author knows its own log");
    assert_eq!(committed(&taken).by.agent(), world.key("FRA"));
    // Whoever had less, or put back what it had, is told so.
    let taken = world.take("GBR", &opened);
    assert_eq!(committed(&taken).logs[0].2, Compared::Unknown);
    world.take("GBR", &said[0]);
    let taken = world.take("GBR", &opened);
    assert_eq!(committed(&taken).logs[0].2, Compared::Longer(1));
    let later = world.vaults.insert("FRA", before).unwrap();
    let taken = world.take("FRA", &opened);
    assert!(!committed(&taken).logs.iter().any(|log| log.2 == Compared::Same));
    world.vaults.insert("FRA", later);
    // A root that is another's.
    let kept = world.vaults.get_mut("FRA").unwrap().blinded.last_mut().unwrap();
    kept.opens[0].heads[0].size -= 1;
    let cut = world.vaults["FRA"].open_checkpoint(NAME, &line);
    assert!(matches!(cut, Err(Refusal::NoCheckpoint)), "a log that was cut shorter is not in it");
}

#[test]
fn what_opens_a_leaf_is_for_its_members_and_no_other_leaf() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    world.on("CAN", |vault, now| vault.create("Other", Suite::Classic, now)).unwrap();
    let line = line(&mut world, "CAN");
    let opened = world.vaults["CAN"].open_checkpoint(NAME, &line).unwrap();
    let bytes = opened.bytes();
    let other = world.vaults["CAN"].named("Other").unwrap().id.0;
    for hidden in [line.as_bytes(), &other, &world.key("CAN").0] {
        assert!(!bytes.windows(hidden.len()).any(|part| part == hidden));
    }
    assert!(matches!(world.vaults["FRA"].open_checkpoint(NAME, &line), Err(Refusal::NoCheckpoint)));
    // Another's line with this opening.
    let held = world.vaults["CAN"].named(NAME).unwrap();
    let bound = Bound { id: held.id, epoch: 1, kind: kind::OPENING };
    let key = held.now().unwrap().log_key.clone();
    let plain = bound.open(&key, &opened.items[0].bytes).unwrap();
    for at in 0..5 {
        let mut opening: Opening = minicbor::decode(&plain).unwrap();
        match at {
            0 => {
                let other = if opening.line.get(40..41) == Some("0") { "1" } else { "0" };
                opening.line.replace_range(40..41, other);
            }
            1 => opening.chance = Secret::random().unwrap(),
            2 => opening.heads.clear(),
            3 => opening.index = 64,
            _ => opening.path.truncate(32),
        }
        let sealed = bound.seal(&key, &minicbor::to_vec(&opening).unwrap()).unwrap();
        let changed = Parcel::of(bound.id).with(kind::OPENING, 1, sealed);
        if at == 2 && opening_has_none(&plain) {
            continue;
        }
        assert_eq!(refused(&world.take("FRA", &changed)), [Refusal::NotAuthentic.to_string()], "{at}");
    }
}

fn opening_has_none(plain: &[u8]) -> bool {
    minicbor::decode::<Opening>(plain).unwrap().heads.is_empty()
}
