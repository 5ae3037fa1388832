//! What a scenario says of one quarter: what is assumed of each member, with what happens then.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::scenario::{Scenario, What};

/// What is assumed of a member in a quarter, all per mille.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Level {
    pub(super) cost: i64,
    pub(super) threat: i64,
    pub(super) need: i64,
    pub(super) hazard: i64,
    /// The outside power's pressure, as far as it reaches the member.
    pub(super) pressure: i64,
}

/// A share of a number, per mille.
pub(super) const fn share(of: i64, per_mille: i64) -> i64 {
    match of.saturating_mul(per_mille).checked_div(1000) {
        Some(part) => part,
        None => 0,
    }
}

fn bounded(share: i64) -> i64 {
    share.clamp(0, 1000)
}

/// What a scenario says of all its quarters, worked out once: a run asks for it at every turn.
#[derive(Debug)]
pub(super) struct Levels {
    /// By quarter, from 1, and member.
    levels: BTreeMap<(u32, MemberCode), Level>,
    /// What events add to affinity, by quarter, whose it is and towards whom; where they add nothing, nothing.
    affinity: BTreeMap<(u32, MemberCode, MemberCode), i64>,
}

impl Levels {
    pub(super) fn of(scenario: &Scenario, members: impl Iterator<Item = MemberCode>) -> Levels {
        let (mut added, mut drifts) = (BTreeMap::new(), BTreeMap::new());
        for event in &scenario.events {
            for quarter in event.from..=event.until.min(scenario.quarters) {
                let sum: &mut i64 = match (event.what, event.towards) {
                    (What::Affinity, towards) => drifts.entry((quarter, event.member, towards)).or_default(),
                    (what, None) => added.entry((quarter, what, event.member)).or_default(),
                    (_, Some(_)) => continue,
                };
                *sum = sum.saturating_add(event.by);
            }
        }
        let members: Vec<MemberCode> = members.collect();
        let (mut levels, mut affinity) = (BTreeMap::new(), BTreeMap::new());
        for quarter in 1..=scenario.quarters {
            for member in &members {
                let of = |what, member| added.get(&(quarter, what, member)).copied().unwrap_or_default();
                let added = |what| of(what, None).saturating_add(of(what, Some(*member)));
                levels.insert((quarter, *member), scenario.level(*member, added));
            }
        }
        for ((quarter, of, towards), by) in drifts {
            let is =
                |named: Option<MemberCode>, member: MemberCode| named.is_none_or(|named| named == member);
            for member in members.iter().filter(|member| is(of, **member)) {
                for other in members.iter().filter(|other| is(towards, **other)) {
                    let sum: &mut i64 = affinity.entry((quarter, *member, *other)).or_default();
                    *sum = sum.saturating_add(by);
                }
            }
        }
        Levels { levels, affinity }
    }

    /// The levels of a member in a quarter, from 1.
    pub(super) fn level(&self, quarter: u32, member: MemberCode) -> Level {
        self.levels.get(&(quarter, member)).copied().unwrap_or_default()
    }

    /// How far events move a member's affinity towards another in a quarter, for as long as they last.
    pub(super) fn affinity_added(&self, quarter: u32, member: MemberCode, towards: MemberCode) -> i64 {
        self.affinity.get(&(quarter, member, towards)).copied().unwrap_or_default()
    }
}

impl Scenario {
    /// The levels of a member to whose quarter events add so much. Each level is kept within its bounds before anything
    /// is worked out of it, so that what is added beyond them is lost and does not stand against what follows.
    fn level(&self, member: MemberCode, added: impl Fn(What) -> i64) -> Level {
        let assumed = self.member(member);
        let level = |what, usual: i64| bounded(usual.saturating_add(added(what)));
        let moderation = level(What::Moderation, self.outside.moderation);
        // Who moderates presses and withholds less, and lessens the threat.
        let left = 1000_i64.saturating_sub(moderation);
        let reaches = |what, usual| share(share(level(what, usual), left), assumed.reliance);
        let pressure = reaches(What::Pressure, self.outside.pressure);
        let withheld = reaches(What::Withholding, self.outside.withholding);
        let cost = level(What::Cost, assumed.cost);
        let threat = share(level(What::Threat, assumed.threat), left);
        let threatened = share(self.model.need_by_threat, threat);
        let need = level(What::Need, assumed.need).saturating_add(withheld).saturating_add(threatened);
        let strain = share(self.model.hazard_by_strain, cost.saturating_add(pressure));
        let hazard = level(What::Hazard, assumed.hazard).saturating_add(strain);
        Level { cost, threat, need: bounded(need), hazard: bounded(hazard), pressure }
    }
}

#[cfg(test)]
mod tests;
