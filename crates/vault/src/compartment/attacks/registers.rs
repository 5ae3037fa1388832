//! The register of obligations, as it is forged by whoever lets a newcomer in, and by whoever carries.

use super::obligations::{germany_comes, oblige, obliged, obliging};
use super::*;

fn register<'w>(world: &'w World, who: &str) -> &'w [Obligation] {
    world.vaults[who].obligations(NAME).unwrap()
}

/// What Canada's agent makes up of the register.
fn forge(world: &mut World, forge: impl FnOnce(&mut Vec<Obligation>)) {
    forge(&mut world.vaults.get_mut("CAN").unwrap().held[0].obligations);
}

fn under(number: u8) -> Obliging {
    Obliging { under: quorate_partnership::DocumentHash([number; 32]), ..obliging("USA", &[], false) }
}

#[test]
fn whoever_lets_a_newcomer_in_does_not_suppress_an_obligation_for_good() {
    for (at, is_taken) in [(Moment(NOW.0 + 1), true), (Moment(u64::MAX), false)] {
        let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
        obliged(&mut world, "GBR", &obliging("USA", &[Level::Secret], false));
        forge(&mut world, |all| {
            let ended = Obligation { ended: true, at, ..all[0].clone() };
            all[0] = ended;
        });
        germany_comes(&mut world);
        assert_eq!(register(&world, "DEU").len(), usize::from(is_taken));
        // With its clock back at the same moment, too: what it signs itself counts.
        let parcel = oblige(&mut world, "GBR", &obliging("USA", &[], false)).unwrap();
        assert!(matches!(world.take("DEU", &parcel).told.as_slice(), [Told::Obliged(_)]));
        assert_eq!(register(&world, "DEU"), register(&world, "GBR"));
        assert!(!register(&world, "DEU")[0].ended);
    }
}

#[test]
fn whoever_lets_a_newcomer_in_does_not_forge_an_obligation_for_good() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    obliged(&mut world, "GBR", &under(1));
    // As many as are kept, so that there is no room for one of its own.
    forge(&mut world, |all| {
        let one = all.pop().unwrap();
        all.extend((100..164).map(|number| Obligation { under: under(number).under, ..one.clone() }));
    });
    germany_comes(&mut world);
    assert_eq!(register(&world, "DEU").len(), 64);
    for said in [under(2), under(100), Obliging { ended: true, ..under(100) }] {
        let parcel = oblige(&mut world, "GBR", &said).unwrap();
        assert!(matches!(world.take("DEU", &parcel).told.as_slice(), [Told::Obliged(_)]), "{said:?}");
    }
    let of = |number: u8| register(&world, "DEU").iter().find(|one| one.under.0[0] == number).cloned();
    assert!(of(100).unwrap().ended && !of(2).unwrap().ended);
}

#[test]
fn whoever_lets_an_agent_in_again_takes_back_nothing_that_the_member_said_to_it() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    germany_comes(&mut world);
    for said in [under(1), under(2)] {
        let parcel = oblige(&mut world, "GBR", &said).unwrap();
        ["CAN", "DEU", "FRA"].into_iter().for_each(|who| drop(world.take(who, &parcel)));
    }
    world.vaults.get_mut("DEU").unwrap().held[0].out = true;
    let removal = world.remove("CAN", "DEU").unwrap();
    for who in ["FRA", "GBR"] {
        let accepted = world.take(who, &removal).parcel;
        ["CAN", "FRA", "GBR"].into_iter().for_each(|other| drop(world.take(other, &accepted)));
    }
    world.tick(1);
    let at = world.now();
    forge(&mut world, |all| {
        let new = Obligation { under: under(3).under, at, ..all[0].clone() };
        all[0] = Obligation { ended: true, at, ..all[0].clone() };
        all[1] = Obligation { levels: [Level::TopSecret].into(), at, ..all[1].clone() };
        all.push(new);
    });
    germany_comes(&mut world);
    let all = register(&world, "DEU");
    assert!(all.len() == 3 && all.iter().all(|one| one.reaches(Level::Secret)), "{all:?}");
}

#[test]
fn an_obligation_of_a_moment_that_has_not_come_is_not_the_last_word() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let on_time = world.later;
    world.tick(60 * 60 * 1000);
    let ahead = oblige(&mut world, "GBR", &under(1)).unwrap();
    world.later = on_time;
    assert_eq!(refused(&world.take("CAN", &ahead)), [Refusal::ObligationAhead.to_string()]);
    assert!(register(&world, "CAN").is_empty());
    // Its author's clock is right again: what it says then counts.
    for ended in [true, false] {
        let parcel = oblige(&mut world, "GBR", &Obliging { ended, ..under(1) }).unwrap();
        assert!(matches!(world.take("CAN", &parcel).told.as_slice(), [Told::Obliged(_)]));
        assert_eq!(register(&world, "CAN")[0].ended, ended);
    }
}

#[test]
fn a_carriers_replay_of_a_first_notice_revives_no_obligation_that_ended() {
    let mut world = World::together(&["CAN", "GBR"], Suite::Classic);
    let said = |world: &mut World, said: &Obliging| {
        let parcel = oblige(world, "GBR", said).unwrap();
        assert!(matches!(world.take("CAN", &parcel).told.as_slice(), [Told::Obliged(_)]));
        parcel
    };
    let first = said(&mut world, &under(0));
    for number in 1..64 {
        said(&mut world, &under(number));
    }
    // It ends, and goes to make room; and so there is room for it again.
    said(&mut world, &Obliging { ended: true, ..under(0) });
    said(&mut world, &under(64));
    said(&mut world, &Obliging { ended: true, ..under(1) });
    for _ in 0..2 {
        assert!(matches!(world.take("CAN", &first).told.as_slice(), [Told::Known]));
    }
    assert_eq!(register(&world, "CAN"), register(&world, "GBR"));
    assert!(register(&world, "CAN").iter().all(|one| one.under.0[0] != 0));
}
