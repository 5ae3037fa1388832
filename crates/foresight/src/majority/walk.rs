//! The steps that a group adopts alone, one after another.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::fmt;

use quorate_charter::{Charter, Interest, MemberCode, Rule};
use quorate_voting::{Conduct, Roll, Seat};

use crate::asking;
use crate::seats::Seats;
use crate::situations::{Out, Situation};
use crate::subject::{Subject, enough};

/// A step that changes who takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Suspend(MemberCode),
    Name(MemberCode),
    Admit,
    Amend,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Suspend(member) => write!(f, "they suspend {member}, which does not take part in that"),
            Step::Name(member) => {
                write!(f, "they name {member} as party to the dispute, which does not take part in that")
            }
            Step::Admit => f.write_str("they admit members that vote as they do"),
            Step::Amend => f.write_str("they amend the text, and who has not accepted it does not take part"),
        }
    }
}

/// Who has no vote any more.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    suspended: BTreeSet<MemberCode>,
    parties: BTreeSet<MemberCode>,
}

/// A rule as the goal, under one text.
pub(super) struct Walk<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) charter: &'a Charter,
    pub(super) seats: &'a Seats,
    pub(super) target: &'a Rule,
}

impl Walk<'_> {
    /// The steps that the text knows, in words.
    pub(super) fn steps(&self) -> Vec<&'static str> {
        let party = self.charter.cases().party_rule().is_some() && self.target.leaves_out(Interest::Party);
        let known = [
            (self.subject.suspends(), "suspend"),
            (party, "name a party"),
            (self.charter.accession().is_some(), "admit"),
            (self.charter.amendment().is_some(), "amend"),
        ];
        known.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect()
    }

    /// Whoever may ask, where the rule leaves out the one that asks; else nobody in particular.
    pub(super) fn askers(&self) -> Vec<Option<MemberCode>> {
        if self.target.leaves_out(Interest::Beneficiary) {
            self.seats.codes().into_iter().map(Some).collect()
        } else {
            Vec::from([None])
        }
    }

    /// The steps by which a group that cannot adopt comes to adopt, if there are any. Breadth first: no shorter way.
    pub(super) fn of(
        &self,
        group: &[MemberCode],
        asks: Option<MemberCode>,
        tried: &mut usize,
    ) -> Option<Vec<Step>> {
        let start = State::default();
        let interested = |state: &State| -> Vec<MemberCode> {
            asks.into_iter().chain(state.parties.iter().copied()).collect()
        };
        let wins = |state: &State| self.adopts(self.target, group, state, &interested(state));
        if wins(&start) {
            return None;
        }
        let mut ways: BTreeMap<State, Vec<Step>> = BTreeMap::from([(start.clone(), Vec::new())]);
        let mut ahead = Vec::from([start]);
        while !ahead.is_empty() {
            let mut next = Vec::new();
            for state in &ahead {
                *tried = tried.saturating_add(1);
                let so_far = ways.get(state).cloned().unwrap_or_default();
                if let Some(step) = self.by_others(group, state, asks) {
                    return Some(and(&so_far, step));
                }
                for (after, step) in self.from(group, state, asks) {
                    if ways.contains_key(&after) {
                        continue;
                    }
                    if wins(&after) {
                        return Some(and(&so_far, step));
                    }
                    ways.insert(after.clone(), and(&so_far, step));
                    next.push(after);
                }
            }
            ahead = next;
        }
        None
    }

    /// Suspensions, and parties named, that the group adopts here.
    fn from(&self, group: &[MemberCode], state: &State, asks: Option<MemberCode>) -> Vec<(State, Step)> {
        let mut after = Vec::new();
        for member in self.seats.codes() {
            let voices = self.seats.codes().len().saturating_sub(state.suspended.len()).saturating_sub(1);
            if let Some(article) = self.charter.suspension()
                && !state.suspended.contains(&member)
                && enough(self.charter, voices)
                && self.adopts(article.rule(), group, state, &[member])
            {
                let mut next = state.clone();
                next.suspended.insert(member);
                after.push((next, Step::Suspend(member)));
            }
            if let Some(rule) = self.charter.cases().party_rule()
                && self.target.leaves_out(Interest::Party)
                && asks != Some(member)
                && !state.parties.contains(&member)
                && self.adopts(rule, group, state, &asks.into_iter().chain([member]).collect::<Vec<_>>())
            {
                let mut next = state.clone();
                next.parties.insert(member);
                after.push((next, Step::Name(member)));
            }
        }
        after
    }

    /// Whether the group adopts an accession or an amendment here, after which it adopts the rule: with members of as
    /// much weight as it wants, or with nobody else taking part.
    fn by_others(&self, group: &[MemberCode], state: &State, asks: Option<MemberCode>) -> Option<Step> {
        if let Some(article) = self.charter.amendment() {
            let nobody: [MemberCode; 0] = [];
            let adopts = self.adopts(article.rule(), group, state, &nobody);
            let accept: BTreeSet<MemberCode> =
                group.iter().copied().filter(|member| asks != Some(*member)).collect();
            // Only whoever accepts decides afterwards, and there must be enough of them.
            if adopts
                && self.adopts(article.in_force_by(), group, state, &nobody)
                && accept.len() >= self.subject.least()
            {
                return Some(Step::Amend);
            }
        }
        let article = self.charter.accession()?;
        let nobody: [MemberCode; 0] = [];
        let admits = self.adopts(article.rule(), group, state, &nobody);
        (admits && self.with_newcomers(group, state, asks)).then_some(Step::Admit)
    }

    fn adopts(&self, rule: &Rule, group: &[MemberCode], state: &State, interested: &[MemberCode]) -> bool {
        let Some((roll, codes)) = self.roll(state, interested) else { return false };
        let taking_part = roll.seats().iter().filter(|seat| seat.participating).count();
        taking_part >= self.subject.least()
            && adopts(rule, &roll, |seat| codes.get(seat).is_some_and(|m| group.contains(m)))
    }

    fn roll(&self, state: &State, interested: &[MemberCode]) -> Option<(Roll, Vec<MemberCode>)> {
        let out = state.suspended.iter().chain(interested).map(|member| (*member, Out::Suspended)).collect();
        self.seats.roll(&Situation { out, withdrawn: None })
    }

    /// The rule with as many newcomers as there are members, each weighing as much as all of them, voting with the group.
    fn with_newcomers(&self, group: &[MemberCode], state: &State, asks: Option<MemberCode>) -> bool {
        let interested: Vec<MemberCode> = asks.into_iter().chain(state.parties.iter().copied()).collect();
        let Some((roll, codes)) = self.roll(state, &interested) else { return false };
        let sum = |measure: usize| {
            let weights = roll.seats().iter().filter_map(|seat| seat.weights.get(measure).copied());
            weights.fold(0, u64::saturating_add).min(quorate_voting::MAX_WEIGHT)
        };
        let weights: Vec<u64> = (0..usize::from(roll.measures())).map(sum).collect();
        let newcomers = roll.seats().iter().map(|_| Seat { participating: true, weights: weights.clone() });
        let seats: Vec<Seat> = roll.seats().iter().cloned().chain(newcomers).collect();
        let Ok(after) = Roll::new(roll.measures(), seats) else { return false };
        let ours = |seat: usize| codes.get(seat).is_none_or(|member| group.contains(member));
        adopts(self.target, &after, ours)
    }
}

fn adopts(rule: &Rule, roll: &Roll, ours: impl Fn(usize) -> bool) -> bool {
    let conduct = |seat: usize| if ours(seat) { Conduct::InFavour } else { Conduct::Against };
    asking::verdict(rule.formula(), roll, &conduct).is_some_and(|verdict| verdict.adopted())
}

fn and(steps: &[Step], one: Step) -> Vec<Step> {
    let mut steps = steps.to_vec();
    steps.push(one);
    steps
}
