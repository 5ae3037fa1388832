//! Records of four members to be filled, and what asking them takes.
#![allow(dead_code, reason = "shared by benchmarks; each uses a part")]

pub(crate) mod treaty;

use std::time::Instant;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::{Booked, Event, Founder, Genesis, Moment, Nature, PublicKey, Wording};
use quorate_records::Records;

pub(crate) const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
pub(crate) const BEGINS: u64 = 1_767_225_600_000;
const KEYS: &str = include_str!("../../tests/registers/keys.txt");
const ROUNDS: usize = 101;

/// Records under a charter, in which nothing has happened.
pub(crate) fn begun(charter: &str) -> Records {
    begun_as(Nature::Rehearsal { rate: 0 }, charter, &Charter::read(charter).unwrap())
}

/// The same, real or a rehearsal, with another charter in force than that of the four founders.
pub(crate) fn begun_as(nature: Nature, founding: &str, charter: &Charter) -> Records {
    let key = |at: usize| -> PublicKey { KEYS.lines().nth(at).unwrap().parse().unwrap() };
    let founder = |(at, member): (usize, &&str)| Founder {
        member: member.parse().unwrap(),
        root: key(at),
        recovery: key(at + 4),
        node: key(at + 24),
    };
    let founders = (0..).zip(&MEMBERS).map(founder).collect();
    let genesis = Genesis::new(nature, Moment(BEGINS), founding, founders).unwrap();
    Records::begin(&genesis, charter.clone())
}

/// Members in turn.
pub(crate) fn member(number: u32) -> MemberCode {
    MEMBERS[number as usize % 4].parse().unwrap()
}

pub(crate) fn wording(text: &str) -> Wording {
    Wording::new(text.parse().ok(), text.parse().ok()).unwrap()
}

/// One event in each block, one block in ten minutes.
pub(crate) fn booked(number: u32, event: impl Into<Event>) -> Booked {
    let at = Moment(BEGINS + u64::from(number) * 600_000);
    Booked { height: u64::from(number) + 1, at, fell_due: None, by: None, event: event.into() }
}

/// The median of many rounds, against the limit in milliseconds.
pub(crate) fn told(what: &str, limit: f64, ask: impl Fn()) {
    let once = |_| {
        let started = Instant::now();
        ask();
        started.elapsed().as_secs_f64() * 1e3
    };
    let mut took: Vec<f64> = (0..ROUNDS).map(once).collect();
    took.sort_by(f64::total_cmp);
    println!(
        "{what}: {:.3} ms (to stay below: {limit} ms), longest {:.3} ms",
        took[ROUNDS / 2],
        took[ROUNDS - 1]
    );
}
