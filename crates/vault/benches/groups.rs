//! How long it takes to let 31 agents into a compartment at once, and to remove one of 32, beside what it is to take.
//!
//! Whole steps are timed, as an agent does them: cards and credentials checked, the commit made or taken in, acceptances
//! signed and counted, the state loaded and kept. The median of the rounds is told. `just bench` runs it; `rounds=N`
//! changes how many.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "a benchmark")]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

use std::time::{Duration, Instant};

use ed25519_dalek::{Signer as _, SigningKey};
use quorate_partnership::{Moment, PartnershipId, Post, PublicKey};
use quorate_vault::agent::Identity;
use quorate_vault::compartment::{Now, Parcel, Suite, Vault};

const AGENTS: usize = 32;
const ADD_ALL: Duration = Duration::from_millis(100);
const REMOVAL: Duration = Duration::from_millis(50);
const PARTNERSHIP: PartnershipId = PartnershipId([9; 32]);
const NOW: Moment = Moment(1_800_000_000_000);
/// Thirty-two members: who a State is does not matter here.
const MEMBERS: [&str; AGENTS] = [
    "AUS", "AUT", "BEL", "BGR", "CAN", "CHE", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GBR", "GRC",
    "HRV", "HUN", "IRL", "ISL", "ITA", "JPN", "LTU", "LUX", "LVA", "NLD", "NOR", "NZL", "POL", "PRT", "ROU",
    "SVK", "SWE",
];

fn now() -> Now<'static> {
    Now { at: NOW, partnership: PARTNERSHIP, record: &|_: Post, _: &PublicKey, _: Moment| true }
}

fn agent(member: &str) -> Vault {
    let mut identity = Identity::new().unwrap();
    let key = SigningKey::from_bytes(&[7; 32]);
    let public = PublicKey(key.verifying_key().to_bytes());
    let post: Post = format!("{member}/representative").parse().unwrap();
    let draft = identity.draft(PARTNERSHIP, post, NOW, Moment(NOW.0 + 86_400_000)).unwrap();
    let signature = key.sign(&draft.to_be_signed(&public).unwrap()).to_bytes();
    identity.adopt(&draft.signed(&public, &signature).unwrap()).unwrap();
    Vault::new(identity)
}

fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let begin = Instant::now();
    let done = act();
    (done, begin.elapsed())
}

#[derive(Default)]
struct Times {
    add_all: Vec<Duration>,
    join: Vec<Duration>,
    remove: Vec<Duration>,
    taken: Vec<Duration>,
    in_force: Vec<Duration>,
    sizes: [usize; 2],
}

fn round(suite: Suite, times: &mut Times) {
    let mut agents: Vec<Vault> = MEMBERS.iter().map(|member| agent(member)).collect();
    let (founder, others) = agents.split_first_mut().unwrap();
    founder.create("C", suite, &now()).unwrap();
    let cards: Vec<Vec<u8>> = others.iter_mut().map(|vault| vault.card(suite, &now()).unwrap()).collect();
    let (invited, took) = timed(|| founder.invite("C", &cards, &now()).unwrap());
    times.add_all.push(took);
    for vault in others.iter_mut() {
        times.join.push(timed(|| vault.join("C", &invited.parcel, &now()).unwrap()).1);
    }
    let gone = others[AGENTS - 2].identity().public();
    // The first removal after all were added is the worst: the tree is blank.
    let (removed, took) = timed(|| founder.remove("C", &[gone], &now()).unwrap());
    times.remove.push(took);
    times.sizes = [invited.parcel.bytes().len(), removed.parcel.bytes().len()];
    let mut accepted: Vec<Parcel> = Vec::new();
    for vault in others.iter_mut().take(15) {
        let (taken, took) = timed(|| vault.take(&removed.parcel, true, &now()).unwrap());
        times.taken.push(took);
        accepted.push(taken.parcel);
    }
    // Sixteen of thirty-one: the last acceptance puts it in force.
    let (last, rest) = accepted.split_last().unwrap();
    rest.iter().for_each(|parcel| drop(founder.take(parcel, true, &now()).unwrap()));
    times.in_force.push(timed(|| founder.take(last, true, &now()).unwrap()).1);
    assert_eq!(founder.standing("C").unwrap().epoch, 2);
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn main() {
    let given = std::env::args().find_map(|word| Some(word.strip_prefix("rounds=")?.to_owned()));
    let rounds: usize = given.map_or(9, |given| given.parse().unwrap());
    for suite in [Suite::PostQuantum, Suite::Classic] {
        let mut times = Times::default();
        (0..rounds).for_each(|_| round(suite, &mut times));
        println!("{AGENTS} agents, {}, median of {rounds} rounds:", suite.words());
        let line = |what: &str, times: &mut [Duration], limit: Option<Duration>| {
            let limit = limit.map_or(String::new(), |limit| format!(" (to stay below: {limit:?})"));
            println!("  {what:<42} {:>7.1} ms{limit}", median(times).as_secs_f64() * 1e3);
        };
        line("add all", &mut times.add_all, Some(ADD_ALL));
        line("removal: made", &mut times.remove, Some(REMOVAL));
        line("removal: taken in, checked and accepted", &mut times.taken, Some(REMOVAL));
        line("removal: last acceptance, in force", &mut times.in_force, Some(REMOVAL));
        line("join", &mut times.join, None);
        println!("  parcels: {} bytes to add all, {} bytes to remove one", times.sizes[0], times.sizes[1]);
    }
}
