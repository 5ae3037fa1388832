use super::*;
use crate::compartment::entry::Entry;

#[test]
fn an_acceptance_that_came_before_its_change_is_compared_when_the_change_comes() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    let change = world.on("CAN", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let mut entry = world.vaults["CAN"].named(NAME).unwrap().pending[0].entry.clone();
    entry.parent[0] ^= 1;
    let parcel = acceptance(&mut world, "DEU", "FRA", &entry);
    assert_eq!(alarms(&world.take("FRA", &parcel)), []);
    let taken = world.take("FRA", &change);
    assert_eq!(alarms(&taken), [Alarm::Differs { member: member("DEU"), epoch: 1 }]);
    assert_eq!(world.epoch("FRA"), 1, "nothing is in force after an alarm");
    assert!(taken.parcel.is_empty(), "nor accepted");
}

#[test]
fn acceptances_of_another_state_by_the_same_commit_count_for_nobody() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::Classic);
    let removal = world.remove("CAN", "GBR").unwrap();
    let mut entry = world.vaults["CAN"].named(NAME).unwrap().pending[0].entry.clone();
    world.take("GBR", &removal);
    entry.authenticator[0] ^= 1;
    // Who goes does not know the state that comes, and counts only those who agree.
    let false_one = acceptance(&mut world, "DEU", "GBR", &entry);
    world.take("GBR", &false_one);
    assert!(!world.standing("GBR").out);
    let accepted = world.take("FRA", &removal).parcel;
    world.take("GBR", &accepted);
    assert!(world.standing("GBR").out);
}

#[test]
fn accepting_one_change_again_or_by_two_agents_is_no_contradiction() {
    let mut world = World::together(&["CAN", "CAN second", "DEU", "FRA", "GBR"], Suite::Classic);
    let change = world.on("DEU", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let before = world.vaults["CAN"].clone();
    let one = world.take("CAN", &change).parcel;
    world.vaults.insert("CAN", before);
    world.later = 5;
    let again = world.take("CAN", &change).parcel;
    assert_ne!(one, again);
    let second = world.take("CAN second", &change).parcel;
    world.on("FRA", |vault, now| vault.take(&change, false, now)).unwrap();
    for parcel in [&one, &one, &second, &one, &second] {
        assert_eq!(alarms(&world.take("FRA", parcel)), []);
    }
    assert_eq!(world.standing("FRA").waiting[0].accepted.len(), 2);
    // Signed once more, by a copy of the store: that is no second change, and a second log.
    let log = Alarm::Log { member: member("CAN"), size: 1 };
    assert_eq!(alarms(&world.take("FRA", &again)), [log]);
    assert!(world.take("CAN", &change).parcel.is_empty(), "it signs once");
}

#[test]
fn two_agents_of_one_member_that_accept_two_changes_raise_the_alarm() {
    let mut world = World::together(&["CAN", "CAN second", "DEU", "FRA", "GBR"], Suite::Classic);
    let one = world.on("DEU", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let other = world.on("FRA", |vault, now| vault.renew(NAME, now)).unwrap().parcel;
    let one = world.take("CAN", &one).parcel;
    let other = world.take("CAN second", &other).parcel;
    world.take("GBR", &one);
    assert_eq!(alarms(&world.take("GBR", &other)), [Alarm::Twice { member: member("CAN"), epoch: 1 }]);
}

#[test]
fn one_agent_that_tells_two_histories_of_a_commit_raises_the_alarm_and_no_more_of_it_is_kept() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    let entry = Entry::of(1, [0; 32], &[], &[]);
    let told: Vec<Vec<Alarm>> = (0..4)
        .map(|at| {
            let parcel = acceptance(&mut world, "DEU", "FRA", &Entry { parent: [at; 32], ..entry.clone() });
            alarms(&world.take("FRA", &parcel))
        })
        .collect();
    let twice = Alarm::Twice { member: member("DEU"), epoch: 1 };
    assert_eq!(told, [vec![], vec![twice], vec![], vec![]]);
    assert_eq!(world.vaults["FRA"].named(NAME).unwrap().acceptances().len(), 2);
}
