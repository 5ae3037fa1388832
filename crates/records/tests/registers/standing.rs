//! The standing of members in the register, as the partnership has it.

use quorate_charter::MemberCode;
use quorate_partnership::Booked;
use quorate_partnership::members::Event;

use crate::world::World;

#[test]
fn of_several_texts_that_wait_the_one_that_comes_into_force_binds_those_that_accepted_it() {
    let mut world = World::begin();
    let member = |code: &str| code.parse::<MemberCode>().unwrap();
    let accepted = |code: &str, version| Event::AmendmentAccepted { member: member(code), version };
    let events = [
        accepted("CAN", 3),
        accepted("CAN", 2),
        accepted("DEU", 2),
        accepted("DEU", 3),
        accepted("GBR", 3),
        accepted("FRA", 4),
        Event::AmendmentInForce { version: 3 },
    ];
    let (height, at) = (world.records.height(), world.records.at());
    for event in events {
        world.records.hear(&Booked { height, at, fell_due: None, by: None, event: event.into() });
    }
    let expected = [(member("FRA"), "bound by an older text", None)];
    assert_eq!(world.records.standings(), expected);
}
