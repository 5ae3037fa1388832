//! Where the money came from and where it went: all of it, and nothing that the bank's lines do not tell.

use quorate_records::Way;

use crate::currencies::told;
use crate::story::{FOUNDING, story};
use crate::world::World;

use proptest::prelude::*;

fn agrees(world: &World) {
    let flows = world.records.flows();
    let came = flows.came().fold(0, |sum, (_, minor)| sum + minor);
    let went = flows.went().fold(0, |sum, (_, minor)| sum + minor);
    assert_eq!(came, went + flows.at_the_bank);
    assert_eq!(flows.at_the_bank, world.records.liquidity().cash);
    assert!(!flows.ways.iter().any(|(way, _)| *way == Way::Otherwise), "{flows:?}");
    assert_eq!(flows.table().rows.len(), flows.ways.len() + 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn what_came_is_what_went_and_what_is_there(story in story()) {
        agrees(&World::play(&story));
    }
}

#[test]
fn nothing_came_otherwise_than_the_bank_says() {
    agrees(&World::begin());
    agrees(&World::play(&FOUNDING));
    agrees(&told());
}
