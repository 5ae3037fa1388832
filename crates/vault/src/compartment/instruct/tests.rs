use quorate_partnership::DecisionNo;
use quorate_partnership::decisions::Choice;

use super::super::attacks::{NAME, World, read, refused};
use super::super::parcel::kind;
use super::super::{Suite, Taken};
use super::*;

/// The capital's agent, another one there, and one of the delegation's.
fn capital() -> World {
    World::together(&["CAN1", "CAN2", "CAN3"], Suite::Classic)
}

fn instruction(decision: u32, vote: impl Into<Option<Choice>>, text: &str) -> Instruction {
    Instruction { decision: DecisionNo(decision), vote: vote.into(), until: None, text: text.into() }
}

fn instruct(world: &mut World, by: &str, instruction: Instruction) -> Result<Parcel, Refusal> {
    world.on(by, |vault, now| vault.instruct(NAME, instruction, now))
}

/// What an agent knows of instructions: who said each, how to vote, and how it stands.
fn known(world: &World, at: &str) -> Vec<(PublicKey, Option<Choice>, Force)> {
    let all = world.vaults[at].instructions(NAME, world.now()).unwrap();
    all.into_iter().map(|(one, force)| (one.agent, one.instruction.vote, force)).collect()
}

fn came(taken: &Taken) -> bool {
    matches!(taken.told.as_slice(), [Told::Instructed(_)])
}

#[test]
fn an_instruction_is_read_by_the_members_own_agents_and_is_no_message() {
    for suite in [Suite::Classic, Suite::PostQuantum] {
        let mut world = World::together(&["CAN1", "CAN3"], suite);
        let parcel = instruct(&mut world, "CAN1", instruction(7, Choice::Against, "not before May")).unwrap();
        assert!(!parcel.bytes().windows(6).any(|part| part == b"before"));
        // Whoever carries it cannot tell it from a message.
        let said = world.say("CAN1", "not before May");
        assert_eq!(parcel.items[0].kind, said.items[0].kind);
        assert_eq!(parcel.bytes().len(), said.bytes().len());
        let taken = world.take("CAN3", &parcel);
        assert!(came(&taken) && read(&taken).is_none(), "{taken:?}");
        let all = [(world.key("CAN1"), Some(Choice::Against), Force::Stands)];
        assert_eq!((known(&world, "CAN1"), known(&world, "CAN3")), (all.to_vec(), all.to_vec()));
        assert!(world.vaults["CAN3"].said(NAME).unwrap().is_empty());
        // It is kept with the store, and shown by nothing that is printed of it.
        let kept = Vault::read(&world.vaults["CAN3"].plain()).unwrap();
        let all = kept.instructions(NAME, world.now()).unwrap();
        assert_eq!(all[0].0.instruction, instruction(7, Choice::Against, "not before May"));
        assert!(!format!("{all:?} {taken:?}").contains("May"));
        // A message that looks like one is none.
        let parcel = world.say("CAN1", "instruction on decision 7: vote in favour");
        assert!(read(&world.take("CAN3", &parcel)).is_some());
        assert_eq!(known(&world, "CAN3").len(), 1);
    }
}

#[test]
fn an_instruction_told_to_another_member_is_refused_by_who_would_say_it_and_by_who_hears_it() {
    let mut world = World::together(&["CAN1", "CAN3", "FRA"], Suite::Classic);
    let says = "an instruction is for a member's own agents, and FRA is in this compartment, too: open one for these \
                agents alone";
    let whole = instruction(7, Choice::Against, "not before May");
    let refusal = instruct(&mut world, "CAN1", whole.clone()).unwrap_err();
    assert_eq!(refusal.to_string(), says);
    assert!(!world.vaults["CAN1"].is_among_own(NAME).unwrap());
    // A program that does not ask seals it all the same.
    let parcel = world.on("CAN1", |vault, now| {
        let mut held = vault.named(NAME).unwrap().clone();
        let (parcel, provider) = say::sealed(vault, &mut held, &Body::Instruction(whole, now.at)).unwrap();
        vault.put(held, &provider);
        parcel
    });
    for who in ["CAN3", "FRA"] {
        assert_eq!(refused(&world.take(who, &parcel)), [says]);
        assert!(known(&world, who).is_empty());
    }
}

#[test]
fn an_instruction_of_before_another_member_came_in_is_not_told_to_it() {
    let mut world = World::together(&["CAN1", "CAN3"], Suite::Classic);
    let parcel = instruct(&mut world, "CAN1", instruction(7, Choice::Against, "")).unwrap();
    let late = instruct(&mut world, "CAN1", instruction(8, Choice::Abstain, "")).unwrap();
    world.take("CAN3", &parcel);
    let france = World::of(&["FRA"]);
    world.vaults.extend(france.vaults);
    world.record.accredit("FRA/representative", &crate::agent::testing::representative("FRA/representative"));
    let card = world.card("FRA", Suite::Classic);
    let change = world.invite("CAN1", &[card]).unwrap();
    world.take("CAN3", &change);
    world.on("FRA", |vault, now| vault.join(NAME, &change, now)).unwrap();
    // One that was on its way when the other came in was said among own agents alone.
    assert!(came(&world.take("CAN3", &late)));
    assert!(!refused(&world.take("FRA", &late)).is_empty() && known(&world, "FRA").is_empty());
    assert_eq!(known(&world, "CAN3").len(), 2);
    assert!(matches!(
        instruct(&mut world, "CAN1", instruction(7, Choice::InFavour, "")),
        Err(Refusal::OthersIn(_))
    ));
}

#[test]
fn an_instruction_in_anothers_name_is_refused() {
    let mut world = capital();
    // What the capital's agent signed, down to its head, is sealed again by another agent of the same member.
    let signed = world.on("CAN1", |vault, now| {
        let body = Body::Instruction(instruction(7, Choice::InFavour, ""), now.at);
        let (identity, body) = (vault.identity.clone(), minicbor::to_vec(body).unwrap());
        vault.held[0].headed(&identity, kind::MESSAGE, None, &body).unwrap()
    });
    let forged = world.on("CAN2", |vault, _| {
        let (provider, id) = (keystore::load(&vault.kept), vault.held[0].id);
        let mut group = load(&provider, id).unwrap();
        let sealed = group.create_message(&provider, &vault.identity, &signed).unwrap();
        Parcel::of(id).with(kind::MESSAGE, 1, sealed.to_bytes().unwrap())
    });
    assert_eq!(refused(&world.take("CAN3", &forged)), [Refusal::NotAuthentic.to_string()]);
    assert!(known(&world, "CAN3").is_empty());
}

#[test]
fn a_later_instruction_replaces_the_earlier_one_of_its_agent_by_its_log_however_they_come() {
    let mut world = capital();
    let key = world.key("CAN1");
    let mut parcels = Vec::new();
    for vote in [Choice::InFavour, Choice::Against] {
        world.tick(1);
        parcels.push(instruct(&mut world, "CAN1", instruction(7, vote, "")).unwrap());
        parcels.push(instruct(&mut world, "CAN1", instruction(8, Choice::Abstain, "")).unwrap());
    }
    // The last one says an earlier moment than the first: what its author signed counts, not the clock.
    world.later = 0;
    parcels.push(instruct(&mut world, "CAN1", instruction(7, None, "as you see fit")).unwrap());
    for at in [4, 0, 2] {
        assert!(came(&world.take("CAN3", &parcels[at])));
    }
    assert_eq!(
        known(&world, "CAN3"),
        [
            (key, None, Force::Stands),
            (key, Some(Choice::InFavour), Force::Replaced),
            (key, Some(Choice::Against), Force::Replaced)
        ]
    );
    // Brought once more it is refused, and changes nothing.
    assert!(!refused(&world.take("CAN3", &parcels[0])).is_empty());
    assert_eq!(known(&world, "CAN3").len(), 3);
}

#[test]
fn one_agent_does_not_silence_another_and_where_they_differ_both_stand() {
    let mut world = capital();
    let one = instruct(&mut world, "CAN1", instruction(7, Choice::Against, "")).unwrap();
    for who in ["CAN2", "CAN3"] {
        world.take(who, &one);
    }
    let other = instruct(&mut world, "CAN2", instruction(7, Choice::InFavour, "")).unwrap();
    world.take("CAN3", &other);
    let both = [
        (world.key("CAN1"), Some(Choice::Against), Force::Stands),
        (world.key("CAN2"), Some(Choice::InFavour), Force::Stands),
    ];
    assert_eq!(known(&world, "CAN3"), both);
    let differ = |world: &World| {
        let all = world.vaults["CAN3"].instructions(NAME, world.now()).unwrap();
        let standing = all.into_iter().filter(|(_, force)| *force == Force::Stands);
        contradictions(standing.map(|(one, _)| &one.instruction))
    };
    assert_eq!(differ(&world), [DecisionNo(7)].into());
    // It ends when one says what the other says,
    let before = world.vaults.clone();
    let agrees = instruct(&mut world, "CAN2", instruction(7, Choice::Against, "")).unwrap();
    world.take("CAN3", &agrees);
    assert_eq!(differ(&world), [].into());
    // and when the agent of one is removed.
    world.vaults = before;
    let key = world.key("CAN2");
    let change = world.on("CAN1", |vault, now| vault.remove(NAME, &[key], now)).unwrap().parcel;
    world.take("CAN3", &change);
    assert_eq!(known(&world, "CAN3")[1].2, Force::AgentGone);
    assert_eq!(differ(&world), [].into());
}

/// Lets an agent in that was removed, by the first of the others; who of them takes it in.
fn comes_again(world: &mut World, who: &'static str, others: [&str; 2]) {
    let card = world.card(who, Suite::Classic);
    let change = world.invite(others[0], &[card]).unwrap();
    world.take(others[1], &change);
    world.on(who, |vault, now| vault.join(NAME, &change, now)).unwrap();
}

#[test]
fn an_instruction_of_a_removed_agent_is_not_in_force_again_once_it_comes_back() {
    let mut world = capital();
    for decision in [7, 8] {
        let parcel = instruct(&mut world, "CAN2", instruction(decision, Choice::InFavour, "")).unwrap();
        ["CAN1", "CAN3"].into_iter().for_each(|who| drop(world.take(who, &parcel)));
    }
    let late = instruct(&mut world, "CAN2", instruction(9, Choice::InFavour, "")).unwrap();
    let removal = world.remove("CAN1", "CAN2").unwrap();
    ["CAN2", "CAN3"].into_iter().for_each(|who| drop(world.take(who, &removal)));
    assert!(world.standing("CAN2").out);
    comes_again(&mut world, "CAN2", ["CAN1", "CAN3"]);
    // Nor does one that was on its way come.
    assert!(!came(&world.take("CAN3", &late)));
    for who in ["CAN1", "CAN2", "CAN3"] {
        let all = known(&world, who);
        assert!(all.len() >= 2 && all.iter().all(|(.., force)| *force == Force::AgentGone), "{who}: {all:?}");
    }
    // What it says since counts.
    let again = instruct(&mut world, "CAN2", instruction(7, Choice::Against, "")).unwrap();
    world.take("CAN3", &again);
    for who in ["CAN2", "CAN3"] {
        let standing: Vec<_> =
            known(&world, who).into_iter().filter(|(.., force)| *force == Force::Stands).collect();
        assert_eq!(standing, [(world.key("CAN2"), Some(Choice::Against), Force::Stands)], "{who}");
    }
}

#[test]
fn an_instruction_that_is_over_does_not_stand_and_brings_none_back() {
    let mut world = capital();
    let first = instruct(&mut world, "CAN1", instruction(7, Choice::Against, "")).unwrap();
    let until = |at: Moment| Instruction { until: Some(at), ..instruction(7, Choice::InFavour, "") };
    let now = world.now();
    assert!(matches!(instruct(&mut world, "CAN1", until(now)), Err(Refusal::InstructionOver)));
    let second = instruct(&mut world, "CAN1", until(Moment(now.0 + 10))).unwrap();
    for parcel in [&first, &second] {
        world.take("CAN3", parcel);
    }
    let forces =
        |world: &World| known(world, "CAN3").into_iter().map(|(.., force)| force).collect::<Vec<_>>();
    world.tick(9);
    assert_eq!(forces(&world), [Force::Replaced, Force::Stands]);
    world.tick(1);
    assert_eq!(forces(&world), [Force::Replaced, Force::Expired]);
}

#[test]
fn a_flood_of_instructions_pushes_out_its_own_and_what_is_too_long_is_refused() {
    let mut world = capital();
    let long = |text: usize| instruction(7, Choice::Against, &"x".repeat(text));
    assert!(matches!(instruct(&mut world, "CAN1", long(4001)), Err(Refusal::Instruction)));
    let one = instruct(&mut world, "CAN1", instruction(7, Choice::Against, "")).unwrap();
    world.take("CAN3", &one);
    let mut number = 8;
    for at in 0..8 {
        let parcel = instruct(&mut world, "CAN2", Instruction { decision: DecisionNo(number), ..long(4000) });
        world.take("CAN3", &parcel.unwrap());
        // It replaces every second one of its own.
        number += at % 2;
    }
    let vault = world.vaults.get_mut("CAN3").unwrap();
    vault.instruct_no_more_than(4 * (4000 + BESIDE) + BESIDE);
    let left = known(&world, "CAN3");
    assert_eq!((left.len(), left[0].0), (5, world.key("CAN1")));
    assert_eq!(left.iter().filter(|(.., force)| *force == Force::Replaced).count(), 0);
    let vault = world.vaults.get_mut("CAN3").unwrap();
    vault.instruct_no_more_than(BESIDE);
    assert_eq!(known(&world, "CAN3"), [(world.key("CAN1"), Some(Choice::Against), Force::Stands)]);
}

#[test]
fn an_instruction_has_one_form() {
    let whole = Instruction { until: Some(Moment(9)), ..instruction(7, Choice::Abstain, "a") };
    for (one, bytes) in [
        (whole, [0x82, 0x01, 0x82, 0x84, 0x07, 0x02, 0x09, 0x61, b'a', 0x05].to_vec()),
        (instruction(7, None, ""), [0x82, 0x01, 0x82, 0x84, 0x07, 0xf6, 0xf6, 0x60, 0x05].to_vec()),
    ] {
        assert_eq!(minicbor::to_vec(Body::Instruction(one, Moment(5))).unwrap(), bytes);
    }
}
