//! What leaked elsewhere, tried here. Each test is named after it.

mod acceptances;
mod again;
mod away;
mod credentials;
mod crowds;
mod forks;
mod grants;
mod many;
mod obligations;
mod outside;
mod readers;
mod registers;

use std::collections::BTreeMap;

use quorate_charter::MemberCode;
use quorate_partnership::{Moment, PublicKey};

use super::entry::{Acceptance, Accepts, Entry};
use super::*;
use crate::agent::testing::{DAY, NOW, PARTNERSHIP, Record, agent, representative, signed};
use crate::marking::{Agreement, Agreements, Level};

/// Agents, each with its store, and the record that they read.
#[derive(Default)]
pub(in crate::compartment) struct World {
    pub(super) record: Record,
    pub(super) vaults: BTreeMap<&'static str, Vault>,
    /// How long after the beginning it is, in milliseconds.
    pub(super) later: u64,
}

pub(super) const NAME: &str = "Watch";

impl World {
    /// Agents of these members' representatives, in no compartment yet.
    pub(super) fn of(members: &[&'static str]) -> World {
        let mut world = World::default();
        for member in members {
            let post = format!("{}/representative", member.get(..3).unwrap());
            let identity = agent(&world.record, &post);
            let mut vault = Vault::new(identity);
            vault.agree(agreements(&["CAN", "DEU", "FRA", "GBR"]));
            world.vaults.insert(member, vault);
        }
        world
    }

    /// The same in a compartment that the first of them opened.
    pub(super) fn together(members: &[&'static str], suite: Suite) -> World {
        let mut world = World::of(members);
        let founder = members[0];
        world.on(founder, |vault, now| vault.create(NAME, suite, now)).unwrap();
        let cards: Vec<Vec<u8>> = members[1..].iter().map(|member| world.card(member, suite)).collect();
        let parcel = world.on(founder, |vault, now| vault.invite(NAME, &cards, now)).unwrap().parcel;
        for member in &members[1..] {
            world.on(member, |vault, now| vault.join(NAME, &parcel, now)).unwrap();
        }
        world
    }

    pub(super) fn now(&self) -> Moment {
        Moment(NOW.0.saturating_add(1).saturating_add(self.later))
    }

    pub(super) fn on<T>(&mut self, who: &str, act: impl FnOnce(&mut Vault, &Now<'_>) -> T) -> T {
        let now = Now { at: self.now(), partnership: PARTNERSHIP, record: &self.record };
        act(self.vaults.get_mut(who).unwrap(), &now)
    }

    /// Time goes by.
    pub(super) fn tick(&mut self, millis: u64) {
        self.later = self.later.saturating_add(millis);
    }

    pub(super) fn card(&mut self, who: &str, suite: Suite) -> Vec<u8> {
        self.on(who, |vault, now| vault.card(suite, now)).unwrap()
    }

    pub(super) fn key(&self, who: &str) -> PublicKey {
        self.vaults[who].identity().public()
    }

    /// Takes in a parcel and accepts what is in it.
    pub(super) fn take(&mut self, who: &str, parcel: &Parcel) -> Taken {
        self.on(who, |vault, now| vault.take(parcel, true, now)).unwrap()
    }

    pub(super) fn invite(&mut self, by: &str, cards: &[Vec<u8>]) -> Result<Parcel, Refusal> {
        self.on(by, |vault, now| vault.invite(NAME, cards, now)).map(|taken| taken.parcel)
    }

    pub(super) fn remove(&mut self, by: &str, who: &str) -> Result<Parcel, Refusal> {
        let key = self.key(who);
        self.on(by, |vault, now| vault.remove(NAME, &[key], now)).map(|taken| taken.parcel)
    }

    pub(super) fn say(&mut self, by: &str, text: &str) -> Parcel {
        self.on(by, |vault, now| vault.say(NAME, text, now)).unwrap()
    }

    pub(super) fn standing(&self, who: &str) -> Standing {
        self.vaults[who].standing(NAME).unwrap()
    }

    pub(super) fn epoch(&self, who: &str) -> u64 {
        self.standing(who).epoch
    }
}

/// What was refused of a parcel, in order.
pub(super) fn refused(taken: &Taken) -> Vec<String> {
    let refusal = |told: &Told| match told {
        Told::Refused(refusal) => Some(refusal.to_string()),
        _ => None,
    };
    taken.told.iter().filter_map(refusal).collect()
}

pub(super) fn read(taken: &Taken) -> Option<&str> {
    taken.told.iter().find_map(|told| match told {
        Told::Said(said) => Some(said.text.as_str()),
        _ => None,
    })
}

pub(super) fn alarms(taken: &Taken) -> Vec<Alarm> {
    let alarm = |told: &Told| match told {
        Told::Alarm(alarm) => Some(alarm.clone()),
        _ => None,
    };
    taken.told.iter().filter_map(alarm).collect()
}

pub(super) fn member(code: &str) -> MemberCode {
    code.parse().unwrap()
}

/// What an agent signs of an entry, whether it is true or not, carried as it is to another.
pub(super) fn acceptance(world: &mut World, by: &str, to: &str, entry: &Entry) -> Parcel {
    let mut held = world.vaults[to].named(NAME).unwrap().clone();
    held.eras.retain(|era| era.epoch <= entry.epoch);
    held.logs = world.vaults[by].named(NAME).unwrap().logs.clone();
    let era = held.era(entry.epoch).unwrap();
    let identity = world.vaults[by].identity();
    let accepts = Accepts::of(entry, &era.seats);
    let signed = Acceptance::sign(identity, held.id, accepts, Moment(NOW.0 + 1));
    let own = identity.credential().unwrap();
    let bytes = accept::sealed_acceptance(&mut held, identity, &signed, &own).unwrap();
    world.vaults.get_mut(by).unwrap().held[0].logs = held.logs;
    Parcel::of(held.id).with(parcel::kind::ACCEPTANCE, entry.epoch, bytes)
}

/// An agent's next credential, of thirty days from now.
pub(super) fn next(world: &mut World, who: &str) {
    let post = format!("{}/representative", who.get(..3).unwrap());
    let now = world.now();
    let vault = world.vaults.get_mut(who).unwrap();
    let until = now.0.saturating_add(30 * DAY);
    let credential = signed(vault.identity(), &post, &representative(&post), now.0, until);
    vault.adopt(&credential).unwrap();
}

/// Agreements between all of these, by which each keeps every level as what it is.
pub(super) fn agreements(codes: &[&str]) -> Agreements {
    let same: BTreeMap<Level, Level> = Level::ALL.into_iter().map(|level| (level, level)).collect();
    let mut all = Agreements::default();
    for one in codes {
        for two in codes.iter().filter(|two| *two > one) {
            let (one, two) = (one.parse().unwrap(), two.parse().unwrap());
            let document = quorate_partnership::DocumentHash([3; 32]);
            all.put(Agreement::between(one, two, document, same.clone(), same.clone()).unwrap());
        }
    }
    all
}
