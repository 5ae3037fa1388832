//! Records in which nothing happened, and in which a little did.

use quorate_charter::Charter;
use quorate_partnership::{Moment, Nature};
use quorate_records::Records;

use crate::begun::treaty::KINDS;
use crate::begun::{begun_as, booked};
use crate::story::{FOUNDING, Step, What};
use crate::world::World;

/// The whole treaty, with nothing on record.
pub(crate) const TREATY: &str = include_str!("../../../../charters/treaty.toml");
/// How many entries each of the treaty's other registers has.
const ENTRIES: u32 = 3;

pub(crate) fn empty() -> Records {
    begun_as(Nature::Rehearsal { rate: 0 }, TREATY, &Charter::read(TREATY).unwrap())
}

/// The founding story in numbers, a vote that is still open, and entries in every other register.
pub(crate) fn small(nature: Nature) -> Records {
    let mut world = World::play(&FOUNDING);
    for step in [Step(1, What::Call, 50, 0), Step(1, What::Open, 3, 0), Step(0, What::InFavour, 3, 0)] {
        world.take(step);
    }
    let mut records = begun_as(nature, TREATY, &Charter::read(TREATY).unwrap());
    for one in &world.booked {
        records.hear(one);
    }
    let (height, at) = (records.height(), records.at());
    for number in 1..=ENTRIES {
        for event in KINDS.iter().flat_map(|(entry, _)| entry(number)) {
            let mut later = booked(number, event);
            (later.height, later.at) =
                (height + u64::from(number), Moment(at.0 + u64::from(number) * 60_000));
            records.hear(&later);
        }
    }
    records
}
