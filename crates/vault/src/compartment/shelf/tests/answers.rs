//! Answers that others than the originator make up, and answers that do not fit together.

use super::acting::{act, answer, may_act};
use super::*;
use crate::compartment::Parcel;

/// A third member's notice of a product that is not its own.
fn claim(world: &mut World, by: &'static str, to: &str, id: ProductId) -> Parcel {
    share(world, by, to, Control::Ordinary).unwrap();
    let mut own = world.vaults[by].shelved(NAME).unwrap().iter();
    let mut claim = own.find(|one| one.header.originator.member.to_string() == by).unwrap().clone();
    claim.product = id;
    let mut held = world.vaults[by].named(NAME).unwrap().clone();
    world.on(by, |vault, _| {
        let parcel = notice::of(&mut held, &vault.identity, &claim).unwrap();
        vault.keep(held);
        parcel
    })
}

/// An answer to France, as whoever sends it makes it up.
fn made_up(world: &mut World, by: &'static str, question: [u8; 32], allowed: bool) -> Parcel {
    let mut held = world.vaults[by].named(NAME).unwrap().clone();
    world.on(by, |vault, now| {
        let answer = answer::Answer { ask: question, release: None, why: None, at: now.at, allowed };
        let words = letter::Words::Answer(answer);
        let parcel = letter::to(&mut held, &vault.identity, "FRA".parse().unwrap(), &words, now).unwrap();
        vault.keep(held);
        parcel
    })
}

#[test]
fn a_false_claim_lets_no_third_member_consent_in_the_originators_place() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    join_outsiders(&mut world, &["DEU"]);
    let file = shared(&mut world, Control::Ordinary);
    let id = product(&file).outside().product;
    let to_act = act(&mut world, "FRA", id).unwrap();
    world.take("CAN", &to_act);
    world.tick(1);
    let to_pass_on = ask(&mut world, "FRA", &file, &["DEU"]).unwrap();
    world.take("CAN", &to_pass_on);
    let claimed = claim(&mut world, "GBR", "CAN,FRA", id);
    assert!(matches!(world.take("FRA", &claimed).told.as_slice(), [Told::Shared(_)]));
    let questions: Vec<_> = world.vaults["FRA"].asked(NAME).unwrap().iter().map(Asked::id).collect();
    for (question, allowed) in questions.into_iter().zip([true, false]) {
        let forged = made_up(&mut world, "GBR", question, allowed);
        assert_eq!(refused(&world.take("FRA", &forged)), [Refusal::NotOriginator.to_string()]);
    }
    assert!(world.vaults["FRA"].asked(NAME).unwrap().iter().all(|asked| asked.answered.is_none()));
    // The true answers come after it, and count.
    let no = phrase("its source would show");
    let question = world.vaults["CAN"].asked(NAME).unwrap()[0].id();
    let true_one = world.on("CAN", |vault, now| vault.answer(NAME, &question, &Answering::Refuse(&no), now));
    assert!(matches!(world.take("FRA", &true_one.unwrap()).told.as_slice(), [Told::Answered(_)]));
    let had = world.vaults["FRA"].asked(NAME).unwrap()[0].answered.clone().unwrap();
    assert_eq!((had.allowed, had.why), (false, Some(no)));
    assert!(may_act(&mut world, "FRA", id).is_err());
    let allowed = allow(&mut world, &file, 1).unwrap();
    assert!(release_of(&world.take("FRA", &allowed)).is_some());
}

#[test]
fn the_same_question_twice_in_one_moment_is_refused_and_leaves_one() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    join_outsiders(&mut world, &["DEU"]);
    let file = shared(&mut world, Control::Ordinary);
    let id = product(&file).outside().product;
    act(&mut world, "FRA", id).unwrap();
    assert!(matches!(act(&mut world, "FRA", id), Err(Refusal::AskedBefore)));
    ask(&mut world, "FRA", &file, &["DEU"]).unwrap();
    assert!(matches!(ask(&mut world, "FRA", &file, &["DEU"]), Err(Refusal::AskedBefore)));
    assert_eq!(world.vaults["FRA"].asked(NAME).unwrap().len(), 2);
    world.tick(1);
    let asked = act(&mut world, "FRA", id).unwrap();
    world.take("CAN", &asked);
    let consent = answer(&mut world, "CAN", &Answering::Consent(None)).unwrap();
    world.take("FRA", &consent);
    may_act(&mut world, "FRA", id).unwrap();
}

#[test]
fn of_two_answers_that_differ_the_first_to_come_does_not_hide_the_other() {
    let mut world = World::together(&["CAN", "CAN2", "FRA"], Suite::Classic);
    let (file, notice) = share(&mut world, "CAN", "FRA", Control::Ordinary).unwrap();
    let id = product(&file).outside().product;
    for who in ["CAN2", "FRA"] {
        world.take(who, &notice);
    }
    let asked = act(&mut world, "FRA", id).unwrap();
    for who in ["CAN", "CAN2"] {
        world.take(who, &asked);
    }
    let consent = answer(&mut world, "CAN", &Answering::Consent(None)).unwrap();
    world.take("FRA", &consent);
    may_act(&mut world, "FRA", id).unwrap();
    let no = phrase("its source would show");
    let refusal = answer(&mut world, "CAN2", &Answering::Refuse(&no)).unwrap();
    let told = world.take("FRA", &refusal).told;
    assert!(matches!(told.as_slice(), [Told::Answered(asked)] if asked.differs.is_some()), "{told:?}");
    assert!(may_act(&mut world, "FRA", id).is_err(), "as long as the two differ");
    let had = world.vaults["FRA"].asked(NAME).unwrap()[0].clone();
    assert!(had.answered.unwrap().allowed && had.differs.unwrap().why == Some(no));
    // Asked again both agents say the same, and that counts.
    world.tick(1);
    let asked = act(&mut world, "FRA", id).unwrap();
    for who in ["CAN", "CAN2"] {
        world.take(who, &asked);
        let consent = answer(&mut world, who, &Answering::Consent(None)).unwrap();
        world.take("FRA", &consent);
    }
    may_act(&mut world, "FRA", id).unwrap();
}

#[test]
fn an_answer_to_another_agent_of_its_member_is_told_and_not_refused() {
    let mut world = World::together(&["CAN", "FRA", "FRA2"], Suite::Classic);
    let file = shared(&mut world, Control::Ordinary);
    let asked = act(&mut world, "FRA", product(&file).outside().product).unwrap();
    world.take("CAN", &asked);
    let consent = answer(&mut world, "CAN", &Answering::Consent(None)).unwrap();
    let told = world.take("FRA2", &consent).told;
    assert!(matches!(told.as_slice(), [Told::AnsweredElsewhere { .. }]), "{told:?}");
    assert!(matches!(world.take("FRA", &consent).told.as_slice(), [Told::Answered(_)]));
}
