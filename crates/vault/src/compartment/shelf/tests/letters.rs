use super::*;

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
    let twice = ask(&mut world, "FRA", &file, &["DEU", "GBR", "DEU"]);
    assert!(matches!(twice, Err(Refusal::AskedForTwice(_))), "nobody could ever allow it");
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
fn whoever_claims_anothers_product_first_does_not_keep_it_from_being_opened() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let (file, notice) = share(&mut world, "CAN", "FRA,GBR", Control::Ordinary).unwrap();
    let id = product(&file).outside().product;
    // France claims it under its own name, and the United Kingdom hears of that first.
    let (_, _) = share(&mut world, "FRA", "CAN,GBR", Control::Ordinary).unwrap();
    let mut claim = world.vaults["FRA"].shelved(NAME).unwrap()[0].clone();
    claim.product = id;
    let mut held = world.vaults["FRA"].named(NAME).unwrap().clone();
    let claimed = world.on("FRA", |vault, _| notice::of(&mut held, &vault.identity, &claim)).unwrap();
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
    let kind = super::super::super::parcel::kind::LETTER;
    let of = |epoch| super::super::super::sealing::Bound { id: held.id, epoch, kind };
    let key = |epoch| &held.era(epoch).unwrap().log_key;
    let said = of(1).open(key(1), &has.items[0].bytes).unwrap();
    let moved = super::super::super::Parcel::of(held.id).with(kind, 2, of(2).seal(key(2), &said).unwrap());
    assert_eq!(refused(&world.take("CAN", &moved)), [Refusal::NotAuthentic.to_string()]);
    assert!(world.standing("CAN").alarm.is_none());
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

fn ask_for(world: &mut World, file: &[u8]) -> super::super::super::Parcel {
    ask(world, "FRA", file, &["DEU"]).unwrap()
}
