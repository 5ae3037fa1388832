use super::*;

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
fn notices_do_not_tell_the_length_of_a_title() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    let mut lengths = BTreeSet::new();
    for title in ["A", "What was seen on the coast in spring, and by whom it was told"] {
        let (title, marking, provenance) = (phrase(title), marking("FRA"), Provenance::default());
        let (class, control, release) = (Retention::Year, Control::Ordinary, None);
        let (title, marking, provenance) = (&title, &marking, &provenance);
        let sharing = Sharing {
            title,
            marking,
            class,
            control,
            release,
            provenance,
            consents: &[],
            handling: &Handling::default(),
        };
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
    let sharing = Sharing {
        title,
        marking,
        class,
        control,
        release,
        provenance,
        consents: &[],
        handling: &Handling::default(),
    };
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
