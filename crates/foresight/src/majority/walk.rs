//! The steps that a group adopts alone, one after another.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
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
pub(super) struct State {
    suspended: BTreeSet<MemberCode>,
    parties: BTreeSet<MemberCode>,
    withdrawn: Option<MemberCode>,
}

impl State {
    /// In words: *when ITA has withdrawn*; nothing where nobody is out.
    pub(super) fn words(&self) -> String {
        let suspended = self.suspended.iter().map(|member| (*member, Out::Suspended));
        let parties = self.parties.iter().map(|member| (*member, Out::Interested(Interest::Party)));
        Situation { out: suspended.chain(parties).collect(), withdrawn: self.withdrawn }.words()
    }

    fn has(&self, member: MemberCode) -> bool {
        self.withdrawn != Some(member)
    }
}

/// A step that somebody could make: the rules by which it is adopted, all of them, and who does not take part in that.
pub(super) struct Possible<'a> {
    pub(super) step: Step,
    pub(super) rules: Vec<&'a Rule>,
    pub(super) without: Vec<MemberCode>,
}

/// The most sets of members to which the steps of one group are followed.
const MOST_STATES: usize = 500;

/// How far steps were followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Trail {
    /// The sets of members reached.
    pub(super) reached: usize,
    /// Whether some were left out, being too many.
    pub(super) cut: bool,
}

/// A rule as the goal, under one text.
pub(super) struct Walk<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) charter: &'a Charter,
    pub(super) seats: &'a Seats,
    pub(super) target: &'a Rule,
}

impl<'a> Walk<'a> {
    /// The steps that the text knows, in words.
    pub(super) fn steps(&self) -> Vec<&'static str> {
        let known = [
            (self.subject.suspends(), "suspend"),
            (self.names_parties(), "name a party"),
            (self.charter.accession().is_some(), "admit"),
            (self.charter.amendment().is_some(), "amend"),
        ];
        known.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect()
    }

    fn names_parties(&self) -> bool {
        self.charter.cases().party_rule().is_some() && self.target.leaves_out(Interest::Party)
    }

    /// Whoever may ask, where the rule leaves out the one that asks; else nobody in particular, as when the one that asks is
    /// no member.
    pub(super) fn askers(&self, start: &State) -> Vec<Option<MemberCode>> {
        if !self.target.leaves_out(Interest::Beneficiary) {
            return Vec::from([None]);
        }
        let may = |member: &MemberCode| start.has(*member) && !start.parties.contains(member);
        let outside = self.charter.beneficiaries().map(|_| None);
        self.seats.codes().into_iter().filter(may).map(Some).chain(outside).collect()
    }

    /// Where a group may begin: nobody out, or one, by what others did: suspended, withdrawn, or named as party.
    pub(super) fn starts(&self) -> Vec<State> {
        let mut starts = Vec::from([State::default()]);
        for member in self.seats.codes() {
            let one = || BTreeSet::from([member]);
            starts.push(State { withdrawn: Some(member), ..State::default() });
            if self.subject.suspends() {
                starts.push(State { suspended: one(), ..State::default() });
            }
            if self.names_parties() {
                starts.push(State { parties: one(), ..State::default() });
            }
        }
        starts
    }

    /// Whether enough take part in a decision by the rule here.
    pub(super) fn is_admissible(&self, state: &State, asks: Option<MemberCode>) -> bool {
        self.roll(state, &interested(state, asks)).is_some_and(|(roll, _)| self.enough_take_part(&roll))
    }

    /// Whether the group adopts the rule itself here.
    pub(super) fn wins(&self, group: &[MemberCode], state: &State, asks: Option<MemberCode>) -> bool {
        self.adopts(self.target, group, state, &interested(state, asks))
    }

    /// The steps by which a group that cannot adopt comes to adopt, if there are any. Breadth first: no shorter way.
    pub(super) fn of(
        &self,
        group: &[MemberCode],
        start: &State,
        asks: Option<MemberCode>,
        trail: &mut Trail,
    ) -> Option<Vec<Step>> {
        if self.wins(group, start, asks) {
            return None;
        }
        let mut ways: BTreeMap<State, Vec<Step>> = BTreeMap::from([(start.clone(), Vec::new())]);
        let mut ahead = Vec::from([start.clone()]);
        while !ahead.is_empty() {
            let mut next = Vec::new();
            for state in &ahead {
                trail.reached = trail.reached.saturating_add(1);
                let so_far = ways.get(state).cloned().unwrap_or_default();
                if let Some(step) = self.by_others(group, state, asks) {
                    return Some(and(&so_far, step));
                }
                for (after, step) in self.from(group, state, asks) {
                    if ways.contains_key(&after) {
                        continue;
                    }
                    if self.wins(group, &after, asks) {
                        return Some(and(&so_far, step));
                    }
                    ways.insert(after.clone(), and(&so_far, step));
                    next.push(after);
                }
            }
            if ways.len() > MOST_STATES {
                trail.cut = true;
                return None;
            }
            ahead = next;
        }
        None
    }

    /// Every step that somebody could make here, whoever adopts it.
    pub(super) fn possible(&self, state: &State, asks: Option<MemberCode>) -> Vec<Possible<'a>> {
        let mut all = Vec::new();
        for member in self.seats.codes().into_iter().filter(|member| state.has(*member)) {
            let voices = self.seats.codes().len().saturating_sub(state.suspended.len()).saturating_sub(1);
            let voices = voices.saturating_sub(usize::from(state.withdrawn.is_some()));
            if let Some(article) = self.charter.suspension()
                && !state.suspended.contains(&member)
                && enough(self.charter, voices)
            {
                let rules = Vec::from([article.rule()]);
                all.push(Possible { step: Step::Suspend(member), rules, without: Vec::from([member]) });
            }
            if let Some(rule) = self.charter.cases().party_rule()
                && self.names_parties()
                && asks != Some(member)
                && !state.parties.contains(&member)
            {
                let named = state.parties.iter().copied().filter(|_| rule.leaves_out(Interest::Party));
                let without = named.chain(asks).chain([member]).collect();
                all.push(Possible { step: Step::Name(member), rules: Vec::from([rule]), without });
            }
        }
        if let Some(article) = self.charter.amendment() {
            let rules = Vec::from([article.rule(), article.in_force_by()]);
            all.push(Possible { step: Step::Amend, rules, without: Vec::new() });
        }
        if let Some(article) = self.charter.accession() {
            all.push(Possible { step: Step::Admit, rules: Vec::from([article.rule()]), without: Vec::new() });
        }
        all
    }

    /// Suspensions, and parties named, that the group adopts here.
    fn from(&self, group: &[MemberCode], state: &State, asks: Option<MemberCode>) -> Vec<(State, Step)> {
        let mut after = Vec::new();
        for possible in self.possible(state, asks) {
            let mut next = state.clone();
            match possible.step {
                Step::Suspend(member) => next.suspended.insert(member),
                Step::Name(member) => next.parties.insert(member),
                Step::Admit | Step::Amend => continue,
            };
            if possible.rules.iter().all(|rule| self.adopts(rule, group, state, &possible.without)) {
                after.push((next, possible.step));
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
        self.enough_take_part(&roll)
            && adopts(rule, &roll, |seat| codes.get(seat).is_some_and(|m| group.contains(m)))
    }

    pub(super) fn enough_take_part(&self, roll: &Roll) -> bool {
        roll.seats().iter().filter(|seat| seat.participating).count() >= self.subject.least()
    }

    /// Who takes part here in a decision in which these are interested, and whose seat is whose.
    pub(super) fn roll(&self, state: &State, interested: &[MemberCode]) -> Option<(Roll, Vec<MemberCode>)> {
        let out = state.suspended.iter().chain(interested).map(|member| (*member, Out::Suspended)).collect();
        self.seats.roll(&Situation { out, withdrawn: state.withdrawn })
    }

    /// The rule with as many newcomers as there are members, each weighing as much as all of them, voting with the group.
    fn with_newcomers(&self, group: &[MemberCode], state: &State, asks: Option<MemberCode>) -> bool {
        let Some((roll, codes)) = self.roll(state, &interested(state, asks)) else { return false };
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

/// Who does not take part in a decision by the rule here.
pub(super) fn interested(state: &State, asks: Option<MemberCode>) -> Vec<MemberCode> {
    asks.into_iter().chain(state.parties.iter().copied()).collect()
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
