//! How members make up their minds: sums of whole numbers, and chance.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::decisions::Choice;

use super::chance::For;
use super::levels::{Level, share};
use super::run::Run;

/// What a member has in mind.
#[derive(Clone, Default)]
pub(super) struct Mind {
    /// What it learnt of the others, beside what is assumed.
    pub(super) learnt: BTreeMap<MemberCode, i64>,
    /// For how many quarters in a row it wants to leave.
    pub(super) unattached: u32,
    /// Whether its notice runs.
    pub(super) leaves: bool,
    /// Whether it pays nothing in this quarter.
    pub(super) withholds: bool,
    /// Whether it owed something on a day of this quarter and did not pay it.
    pub(super) withheld: bool,
}

impl Run<'_> {
    pub(super) fn level(&self, member: MemberCode) -> Level {
        self.study.levels.level(self.quarter, member)
    }

    /// What a member thinks of another now.
    pub(super) fn affinity(&self, member: MemberCode, other: MemberCode) -> i64 {
        let assumed = self.study.scenario.member(member);
        let usual = assumed.towards.get(&other).copied().unwrap_or(assumed.affinity);
        let learnt = self.minds.get(&member).and_then(|mind| mind.learnt.get(&other)).copied();
        let added = self.study.levels.affinity_added(self.quarter, member, other);
        usual.saturating_add(learnt.unwrap_or_default()).saturating_add(added).clamp(-1000, 1000)
    }

    /// A member thinks better, or worse, of another.
    pub(super) fn learns(&mut self, member: MemberCode, of: MemberCode, by: i64) {
        if let Some(mind) = self.minds.get_mut(&member).filter(|_| member != of) {
            let learnt = mind.learnt.entry(of).or_default();
            *learnt = learnt.saturating_add(by).clamp(-2000, 2000);
        }
    }

    /// What it thinks of the others that are bound, on the mean.
    pub(super) fn mean_affinity(&self, member: MemberCode) -> i64 {
        let others: Vec<i64> = self
            .bound()
            .into_iter()
            .filter(|other| *other != member)
            .map(|other| self.affinity(member, other))
            .collect();
        let count = i64::try_from(others.len()).unwrap_or(i64::MAX);
        others.iter().fold(0_i64, |sum, one| sum.saturating_add(*one)).checked_div(count).unwrap_or_default()
    }

    fn noise(&self, what: For, member: MemberCode, other: Option<MemberCode>) -> i64 {
        self.chance.around(self.study.scenario.model.noise, what, self.quarter, (member, other))
    }

    /// How far a member supports help to another: what it thinks of it and the threat that it sees there, less what
    /// giving costs at home and the pressure from outside.
    pub(super) fn support(&self, member: MemberCode, asks: MemberCode) -> i64 {
        let own = self.level(member);
        let solidarity = share(self.level(asks).threat, 1000_i64.saturating_sub(own.cost));
        self.affinity(member, asks)
            .saturating_add(solidarity)
            .saturating_sub(own.cost)
            .saturating_sub(own.pressure)
            .saturating_add(self.noise(For::Support, member, Some(asks)))
    }

    /// How far it supports a call: the same, of all the others and its own threat.
    pub(super) fn support_of_call(&self, member: MemberCode) -> i64 {
        self.stake(member).saturating_add(self.noise(For::Call, member, None))
    }

    /// How attached it is to the partnership.
    pub(super) fn attachment(&self, member: MemberCode) -> i64 {
        self.stake(member).saturating_add(self.noise(For::Attachment, member, None))
    }

    fn stake(&self, member: MemberCode) -> i64 {
        let own = self.level(member);
        self.mean_affinity(member)
            .saturating_add(own.threat)
            .saturating_sub(own.cost)
            .saturating_sub(own.pressure)
    }

    /// How it votes with so much support.
    pub(super) fn choice(&self, support: i64) -> Choice {
        let margin = self.study.scenario.model.margin;
        if support >= 0 {
            Choice::InFavour
        } else if support >= margin.saturating_neg() {
            Choice::Abstain
        } else {
            Choice::Against
        }
    }

    /// Whether something of so much chance per mille comes about.
    pub(super) fn happens(&self, per_mille: i64, what: For, member: MemberCode) -> bool {
        let drawn = self.chance.below(1000, what, self.quarter, (member, None));
        i64::try_from(drawn).unwrap_or(i64::MAX) < per_mille
    }

    /// A number of days, at most so many.
    pub(super) fn days(&self, most: u64, what: For, of: (MemberCode, Option<MemberCode>)) -> u64 {
        self.chance.below(most.saturating_add(1), what, self.quarter, of)
    }
}
