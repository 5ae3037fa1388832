//! The register of credentials: what ended, and when; of each member its own.

use quorate_charter::Office;
use quorate_partnership::members::{Accredit, Command as Members, ReplaceRoot, Revoke};
use quorate_partnership::{Moment, PublicKey};
use quorate_records::{Cell, Register};

use crate::world::{HOUR, MEMBERS, World, key};

const OFFICE: Office = Office::Treasurer;

fn accredit(world: &mut World, member: &str, key: PublicKey, hours: u64) -> Moment {
    let from = world.partnership.moment();
    let until = Moment(from.0 + hours * HOUR);
    world.give(member, Office::Root, Members::Accredit(Accredit { key, office: OFFICE, from, until }).into());
    from
}

fn replace_root(world: &mut World, root: PublicKey, end_credentials: bool) {
    let command = Members::ReplaceRoot(ReplaceRoot { root, end_credentials });
    world.give("CAN", Office::Recovery, command.into());
}

/// When the credentials of a member ended, in the order in which they were given.
fn ended(world: &World, member: &str) -> Vec<Cell> {
    let rows = world.records.register(Register::Credentials).rows;
    rows.iter().filter(|row| row[0].plain() == member).map(|row| row[5].clone()).collect()
}

#[test]
fn with_a_stolen_root_end_all_that_it_gave_and_is_not_over() {
    let mut world = World::begin();
    accredit(&mut world, "CAN", key(20), 1);
    world.wait(2);
    accredit(&mut world, "CAN", key(21), 1);
    replace_root(&mut world, key(22), false);
    assert_eq!(ended(&world, "CAN"), vec![Cell::Empty; 5], "what a lost root gave stays");
    replace_root(&mut world, key(23), true);
    let now = Cell::At(world.partnership.moment());
    let expected = [now.clone(), now.clone(), now.clone(), Cell::Empty, now];
    assert_eq!(ended(&world, "CAN"), expected, "one was over before");
    for other in &MEMBERS[1..] {
        assert_eq!(ended(&world, other), vec![Cell::Empty; 3]);
    }
    // What the new root gives stands.
    accredit(&mut world, "CAN", key(21), 1);
    assert_eq!(ended(&world, "CAN").last(), Some(&Cell::Empty));
}

#[test]
fn what_one_member_ends_another_keeps_under_the_same_key() {
    let mut world = World::begin();
    accredit(&mut world, "CAN", key(20), 9);
    accredit(&mut world, "DEU", key(20), 9);
    world.give("CAN", Office::Root, Members::Revoke(Revoke { key: key(20), office: OFFICE }).into());
    let now = Cell::At(world.partnership.moment());
    assert_eq!(ended(&world, "CAN").last(), Some(&now));
    assert_eq!(ended(&world, "DEU").last(), Some(&Cell::Empty));
}
