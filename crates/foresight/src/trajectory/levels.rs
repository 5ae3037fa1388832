//! What a scenario says of one quarter: what is assumed of each member, with what happens then.

use quorate_charter::MemberCode;

use super::scenario::{Scenario, What};

/// What is assumed of a member in a quarter, all per mille.
#[derive(Clone, Copy)]
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

impl Scenario {
    /// What the events of a quarter add to something, of a member.
    fn added(&self, quarter: u32, what: What, member: MemberCode) -> i64 {
        let events = self.events.iter().filter(|event| event.what == what && event.towards.is_none());
        let events = events.filter(|event| (event.from..=event.until).contains(&quarter));
        let of = events.filter(|event| event.member.is_none_or(|of| of == member));
        of.fold(0, |sum, event| sum.saturating_add(event.by))
    }

    /// How far events move a member's affinity towards another in a quarter, for as long as they last.
    pub(super) fn affinity_added(&self, quarter: u32, member: MemberCode, towards: MemberCode) -> i64 {
        let towards = self.events.iter().filter(|event| {
            event.what == What::Affinity
                && (event.from..=event.until).contains(&quarter)
                && event.member.is_none_or(|of| of == member)
                && event.towards.is_none_or(|of| of == towards)
        });
        towards.fold(0, |sum, event| sum.saturating_add(event.by))
    }

    /// The levels of a member in a quarter, from 1.
    pub(super) fn level(&self, quarter: u32, member: MemberCode) -> Level {
        let assumed = self.member(member);
        let added = |what| self.added(quarter, what, member);
        let outside = |what, usual: i64| bounded(usual.saturating_add(added(what)));
        let moderation = outside(What::Moderation, self.outside.moderation);
        // Who moderates presses and withholds less, and lessens the threat.
        let left = 1000_i64.saturating_sub(moderation);
        let reaches = |what, usual| share(share(outside(what, usual), left), assumed.reliance);
        let pressure = reaches(What::Pressure, self.outside.pressure);
        let withheld = reaches(What::Withholding, self.outside.withholding);
        let cost = bounded(assumed.cost.saturating_add(added(What::Cost)));
        let threat = share(bounded(assumed.threat.saturating_add(added(What::Threat))), left);
        let need = assumed.need.saturating_add(added(What::Need)).saturating_add(withheld);
        let need = bounded(need.saturating_add(share(self.model.need_by_threat, threat)));
        let strain = share(self.model.hazard_by_strain, cost.saturating_add(pressure));
        let hazard = bounded(assumed.hazard.saturating_add(added(What::Hazard)).saturating_add(strain));
        Level { cost, threat, need, hazard, pressure }
    }
}
