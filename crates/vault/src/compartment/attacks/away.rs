use super::*;

fn renew(world: &mut World, who: &str) -> Parcel {
    world.on(who, |vault, now| vault.renew(NAME, now)).unwrap().parcel
}

#[test]
fn who_was_away_for_epochs_comes_after_the_others_by_their_parcels() {
    let mut world = World::together(&["AUS", "CAN", "DEU", "FRA"], Suite::Classic);
    let mut carried = Vec::new();
    for day in [1, 20, 29, 29, 45] {
        world.later = day * DAY;
        let (by, others) = if day == 20 { ("DEU", ["CAN", "FRA"]) } else { ("CAN", ["DEU", "FRA"]) };
        if day == 29 {
            ["CAN", "DEU", "FRA"].into_iter().for_each(|who| next(&mut world, who));
        }
        let change = renew(&mut world, by);
        let mut parcels = vec![change.clone()];
        for who in others {
            let accepted = world.take(who, &change).parcel;
            parcels.push(accepted);
        }
        for (who, parcel) in
            [by, others[0], others[1]].iter().flat_map(|who| parcels.iter().map(move |p| (who, p)))
        {
            world.take(who, parcel);
        }
        assert_eq!(world.epoch(by), u64::try_from(carried.len()).unwrap().saturating_add(2));
        carried.push(parcels);
    }
    // Australia's agent and all that it knew of are over; it has its next credential.
    next(&mut world, "AUS");
    let before = world.vaults["AUS"].clone();
    for parcel in carried.iter().flatten() {
        world.take("AUS", parcel);
    }
    assert_eq!(world.standing("AUS").authenticator, world.standing("CAN").authenticator);
    assert_eq!(world.standing("AUS").alarm, None);
    // Nothing of it was accepted by it after the fact, where it could not be judged.
    world.vaults.insert("AUS", before.clone());
    let late = world.take("AUS", &carried[0][0]);
    assert_eq!(refused(&late).len(), 1);
    assert!(refused(&late)[0].contains("does not stand at this moment"), "{:?}", late.told);
    assert!(!late.told.iter().any(|told| matches!(told, Told::Accepted)));
    // In one parcel, in any order.
    let mut all = Parcel::of(world.standing("CAN").id);
    for item in carried.iter().flatten().rev().flat_map(|parcel| parcel.items.iter().rev()) {
        all.push(item.kind, item.epoch, item.bytes.clone());
    }
    world.vaults.insert("AUS", before.clone());
    let told = world.on("AUS", |vault, now| vault.take(&all, false, now)).unwrap().told;
    assert_eq!(world.standing("AUS").authenticator, world.standing("CAN").authenticator, "{told:?}");
    // A key that lost its post excuses nothing, whenever it is said to have signed.
    world.vaults.insert("AUS", before);
    world.record.revoke("DEU/representative");
    let said = refused(&world.take("AUS", &carried[0][0]));
    assert!(!said.is_empty());
    world.take("AUS", &carried[0][1]);
    world.take("AUS", &carried[0][2]);
    assert_eq!(world.epoch("AUS"), 1);
}

#[test]
fn credentials_that_end_on_one_day_shut_nobody_in() {
    for members in [&["CAN", "DEU"][..], &["CAN", "DEU", "FRA"]] {
        let mut world = World::together(members, Suite::Classic);
        world.later = 31 * DAY;
        let nothing = world.on("CAN", |vault, now| vault.renew(NAME, now));
        assert!(matches!(nothing, Err(Refusal::Credential(_))), "its own is over");
        members.iter().for_each(|who| next(&mut world, who));
        for by in members {
            let change = renew(&mut world, by);
            for who in members.iter().filter(|who| *who != by) {
                let accepted = world.take(who, &change).parcel;
                for to in members.iter().filter(|to| *to != who) {
                    world.take(to, &accepted);
                }
            }
        }
        let last = u64::try_from(members.len()).unwrap().saturating_add(1);
        for who in members {
            assert_eq!((world.epoch(who), world.standing(who).alarm), (last, None), "{who}");
        }
    }
}

#[test]
fn one_that_let_its_credential_end_goes_without_being_asked() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    world.later = 31 * DAY;
    ["CAN", "DEU"].into_iter().for_each(|who| next(&mut world, who));
    let change = renew(&mut world, "CAN");
    let accepted = world.take("DEU", &change).parcel;
    world.take("CAN", &accepted);
    let change = renew(&mut world, "DEU");
    let accepted = world.take("CAN", &change).parcel;
    world.take("DEU", &accepted);
    assert_eq!(world.epoch("DEU"), 3);
    // Nobody comes in while somebody is in whose credential is over.
    let newcomer = agent(&world.record, "GBR/representative");
    world.vaults.insert("GBR", Vault::new(newcomer));
    next(&mut world, "GBR");
    let card = world.card("GBR", Suite::Classic);
    assert!(matches!(world.invite("CAN", &[card]), Err(Refusal::LeftIn(_))));
    let change = world.remove("CAN", "FRA").unwrap();
    let accepted = world.take("DEU", &change).parcel;
    world.take("CAN", &accepted);
    assert_eq!((world.epoch("CAN"), world.standing("CAN").seats.len()), (4, 2));
    // A renewal leaves nobody in whose key lost its post.
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    world.later = 31 * DAY;
    next(&mut world, "CAN");
    world.record.revoke("FRA/representative");
    let change = world.on("CAN", |vault, now| vault.renew(NAME, now));
    assert!(matches!(change, Err(Refusal::LeftIn(post)) if post.member == "FRA".parse().unwrap()));
}

#[test]
fn an_acceptance_by_anothers_next_credential_is_none() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    let change = renew(&mut world, "CAN");
    world.on("FRA", |vault, now| vault.take(&change, false, now)).unwrap();
    let mut held = world.vaults["FRA"].named(NAME).unwrap().clone();
    let era = held.now().unwrap();
    let accepts = Accepts::of(&held.pending[0].entry, &era.seats);
    agent(&world.record, "GBR/representative");
    let deu = world.vaults["DEU"].identity();
    let other = signed(deu, "GBR/representative", &representative("GBR/representative"), NOW.0, NOW.0 + DAY);
    let acceptance = Acceptance::sign(deu, held.id, accepts, Moment(NOW.0));
    let bytes = accept::sealed_acceptance(&mut held, deu, &acceptance, &other).unwrap();
    let parcel = Parcel::of(held.id).with(parcel::kind::ACCEPTANCE, 1, bytes);
    assert_eq!(refused(&world.take("FRA", &parcel)).len(), 1);
    assert_eq!(world.epoch("FRA"), 1);
}
