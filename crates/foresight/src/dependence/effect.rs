//! What fails, and when, if something is withheld.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use quorate_partnership::capabilities::Days;

use super::cause::Causes;
use super::days::{FOREVER, fewest, most};
use super::graph::{Dependencies, Thing, Withheld};
use super::outage::Outage;

/// What a withholding does to one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The thing's place.
    pub place: usize,
    /// When it is not there even if everything that is not public is for the best.
    pub at_least: Outage,
    /// When it may not be there, if everything that is not public is for the worst.
    pub at_most: Outage,
}

impl Effect {
    /// Whether it is known when it fails, and that it does.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.at_least == self.at_most
    }
}

/// What is not public of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unsaid {
    /// For how long it goes on.
    Lasts(usize),
    /// When it can be had otherwise.
    ReplacedIn(usize),
    /// All of it: it is named, and nobody declares it.
    Declared(usize),
    /// Which State can make its supplier withhold it.
    State(usize),
}

/// How what is not public is read.
#[derive(Clone, Copy)]
pub(super) enum Reading {
    /// The largest stocks, replaced at once, and in nobody's hands what nobody declares and what comes from a supplier of no
    /// known State.
    Best,
    /// No stocks, never replaced, and these in the hands of whoever withholds.
    Worst,
}

impl Reading {
    pub(super) fn lasts(self, days: Days) -> u32 {
        match self {
            Reading::Best => most(days),
            Reading::Worst => fewest(days),
        }
    }

    fn replaced(self, days: Days) -> u32 {
        match self {
            Reading::Best => fewest(days),
            Reading::Worst => most(days),
        }
    }
}

/// What a withholding does to all that may fail by it, and how.
#[derive(Debug)]
pub struct Effects<'d> {
    read: &'d Dependencies,
    withheld: Withheld,
    all: Vec<Effect>,
    best: Causes,
    worst: Causes,
}

impl Effects<'_> {
    /// All of them, in the order of their places.
    #[must_use]
    pub fn all(&self) -> &[Effect] {
        &self.all
    }

    /// That on the thing at a place; none if nothing happens to it.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Effect> {
        self.all.get(self.all.binary_search_by_key(&place, |effect| effect.place).ok()?)
    }

    /// Whether the thing at a place is withheld itself.
    #[must_use]
    pub fn withholds(&self, place: usize) -> bool {
        self.read.is_gone(place, &self.withheld)
    }

    /// How the withholding comes to a thing: the thing first, what is withheld last. It is how it fails first if everything that
    /// is not public is for the best, as [`Effect::at_least`] says; where it does not fail then, how it may, as
    /// [`Effect::at_most`] says.
    #[must_use]
    pub fn chain(&self, of: &Effect) -> Vec<usize> {
        match (of.at_least.first(), of.at_most.first()) {
            (Some(day), _) => self.best.chain(of.place, day),
            (None, Some(day)) => self.worst.chain(of.place, day),
            (None, None) => Vec::from([of.place]),
        }
    }

    /// What is not public of a thing and of all on which it relies, and could make the difference.
    #[must_use]
    pub fn unsaid(&self, of: &Effect) -> Vec<Unsaid> {
        let mut ahead = Vec::from([of.place]);
        let mut seen = BTreeSet::new();
        while let Some(place) = ahead.pop() {
            if self.get(place).is_some_and(|effect| !effect.is_known()) && seen.insert(place) {
                ahead.extend(self.read.things.get(place).into_iter().flat_map(Thing::relies_on));
            }
        }
        let of = |place: usize| {
            let thing = self.read.things.get(place);
            let lasts = thing.filter(|thing| thing.lasts == Days::NotPublic).map(|_| Unsaid::Lasts(place));
            let replaced = thing.filter(|thing| thing.replaced_in == Days::NotPublic);
            let replaced = replaced.map(|_| Unsaid::ReplacedIn(place));
            let whole = thing.filter(|thing| !thing.declared).map(|_| Unsaid::Declared(place));
            let state = thing.filter(|thing| self.read.may_be_of_a_state_that(&self.withheld, place, thing));
            lasts.into_iter().chain(replaced).chain(whole).chain(state.map(|_| Unsaid::State(place)))
        };
        seen.into_iter().flat_map(of).collect()
    }
}

impl Dependencies {
    /// What a withholding from day 0 on does: to every thing that may fail by it, in the order of their places.
    ///
    /// A thing is gone when it is withheld, when one of its needs is, and when all of a group are of which it needs one; it then
    /// goes
    /// on for as long as it lasts, and is there again once what it relies on is, or once it is had otherwise. Days are whole.
    #[must_use]
    pub fn without(&self, withheld: &Withheld) -> Effects<'_> {
        let (best, worst) = (self.outages(withheld, Reading::Best), self.outages(withheld, Reading::Worst));
        let causes = |all, reading| self.causes(withheld, all, reading);
        let (of_best, of_worst) = (causes(&best, Reading::Best), causes(&worst, Reading::Worst));
        let pairs = best.into_iter().zip(worst).enumerate();
        let effect = |(place, (at_least, at_most))| Effect { place, at_least, at_most };
        let all = pairs.map(effect).filter(|effect| !effect.at_most.is_none()).collect();
        Effects { read: self, withheld: withheld.clone(), all, best: of_best, worst: of_worst }
    }

    /// Whether a thing is one of those withheld; at the worst what nobody declares is, and where a State withholds what comes
    /// from a supplier of no known State.
    pub(super) fn is_read_as_withheld(
        &self,
        place: usize,
        thing: &Thing,
        withheld: &Withheld,
        reading: Reading,
    ) -> bool {
        let may_be =
            !thing.declared && !withheld.is_empty() || self.may_be_of_a_state_that(withheld, place, thing);
        matches!(reading, Reading::Worst) && may_be || self.is_withheld(place, thing, withheld)
    }

    /// Whether a thing is not known to be withheld, and may be by a State that withholds.
    fn may_be_of_a_state_that(&self, withheld: &Withheld, place: usize, thing: &Thing) -> bool {
        let is_open = !withheld.states.is_empty() && self.is_of_unknown_state(thing);
        is_open && !self.is_withheld(place, thing, withheld)
    }

    fn outages(&self, withheld: &Withheld, reading: Reading) -> Vec<Outage> {
        self.worked_out(|place, all: &[Outage]| {
            let Some(thing) = self.things.get(place) else { return Outage::default() };
            let own = match self.is_read_as_withheld(place, thing, withheld, reading) {
                true => Outage::at_once(FOREVER),
                false => Outage::default(),
            };
            let of = |place: &usize| all.get(*place).cloned().unwrap_or_default();
            let needed = thing.needs.iter().fold(own, |sum, need| sum.or(&of(need)));
            let gone = thing.one_of.iter().fold(needed, |sum, group| sum.or(&none_of(group, &of)));
            gone.with(reading.lasts(thing.lasts), reading.replaced(thing.replaced_in))
        })
    }
}

/// When nothing of a group is there.
fn none_of(group: &[usize], of: &impl Fn(&usize) -> Outage) -> Outage {
    let mut all = group.iter().map(of);
    let first = all.next().unwrap_or_default();
    all.fold(first, |sum, one| sum.and(&one))
}
