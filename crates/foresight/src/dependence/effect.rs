//! What fails, and when, if something is withheld.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::days::{Days, FOREVER};
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
    /// How the withholding reaches it, soonest: the thing first, what is withheld last.
    pub chain: Vec<usize>,
    /// What is not public and could make the difference.
    pub unsaid: Vec<Unsaid>,
}

impl Effect {
    /// Whether it is known when it fails, and that it does.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.at_least == self.at_most
    }
}

/// A figure of a thing that is not public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unsaid {
    /// For how long it goes on.
    Lasts(usize),
    /// When it can be had otherwise.
    ReplacedIn(usize),
}

/// How figures that are not public are read.
#[derive(Clone, Copy)]
enum Reading {
    /// The largest stocks, replaced at once.
    Best,
    /// No stocks, never replaced.
    Worst,
}

impl Reading {
    fn lasts(self, days: Days) -> u32 {
        match self {
            Reading::Best => days.most(),
            Reading::Worst => days.fewest(),
        }
    }

    fn replaced(self, days: Days) -> u32 {
        match self {
            Reading::Best => days.fewest(),
            Reading::Worst => days.most(),
        }
    }
}

impl Dependencies {
    /// What a withholding from day 0 on does: to every thing that may fail by it, in the order of their places.
    ///
    /// A thing is gone when it is withheld, when one of its needs is, and when all of a group are of which it needs one; it then
    /// goes
    /// on for as long as it lasts, and is there again once what it relies on is, or once it is had otherwise. Days are whole.
    #[must_use]
    pub fn without(&self, withheld: &Withheld) -> Vec<Effect> {
        let (best, worst) = (self.outages(withheld, Reading::Best), self.outages(withheld, Reading::Worst));
        let differs: Vec<bool> = best.iter().zip(&worst).map(|(one, two)| one != two).collect();
        let pairs = best.into_iter().zip(worst.iter()).enumerate();
        let effect = |(place, (at_least, at_most)): (usize, (Outage, &Outage))| {
            let (chain, unsaid) = (self.chain(place, &worst, withheld), self.unsaid(place, &differs));
            Effect { place, at_least, at_most: at_most.clone(), chain, unsaid }
        };
        pairs.filter(|(_, (_, at_most))| !at_most.is_none()).map(effect).collect()
    }

    fn outages(&self, withheld: &Withheld, reading: Reading) -> Vec<Outage> {
        self.worked_out(|place, all: &[Outage]| {
            let Some(thing) = self.things.get(place) else { return Outage::default() };
            let own = match self.is_withheld(place, thing, withheld) {
                true => Outage::at_once(FOREVER),
                false => Outage::default(),
            };
            let of = |place: &usize| all.get(*place).cloned().unwrap_or_default();
            let needed = thing.needs.iter().fold(own, |sum, need| sum.or(&of(need)));
            let gone = thing.one_of.iter().fold(needed, |sum, group| sum.or(&none_of(group, &of)));
            gone.with(reading.lasts(thing.lasts), reading.replaced(thing.replaced_in))
        })
    }

    /// From a thing to what is withheld, each time to what fails it first.
    fn chain(&self, from: usize, all: &[Outage], withheld: &Withheld) -> Vec<usize> {
        let first = |place: &usize| all.get(*place).and_then(Outage::first);
        let mut chain = Vec::from([from]);
        let mut seen = BTreeSet::from([from]);
        let mut at = from;
        while let Some(thing) = self.things.get(at).filter(|thing| !self.is_withheld(at, thing, withheld)) {
            let needs = thing.needs.iter().copied();
            // Of a group, the one that goes last decides when all are gone.
            let last_of = |group: &Vec<usize>| {
                let days: Option<Vec<(u32, usize)>> =
                    group.iter().map(|place| first(place).map(|day| (day, *place))).collect();
                days.and_then(|days| days.into_iter().max()).map(|(_, place)| place)
            };
            let groups = thing.one_of.iter().filter_map(last_of);
            let ahead = needs.chain(groups).filter_map(|place| first(&place).map(|day| (day, place)));
            match ahead.filter(|(_, place)| !seen.contains(place)).min() {
                Some((_, place)) => at = place,
                None => break,
            }
            seen.insert(at);
            chain.push(at);
        }
        chain
    }

    /// What is not public of a thing and of all on which it relies, where the withholding is felt differently by that.
    fn unsaid(&self, from: usize, differs: &[bool]) -> Vec<Unsaid> {
        let matters = |place: usize| differs.get(place).copied().unwrap_or(false);
        let (mut seen, mut ahead) = (BTreeSet::new(), Vec::from([from]));
        while let Some(place) = ahead.pop() {
            if matters(place) && seen.insert(place) {
                ahead.extend(self.things.get(place).into_iter().flat_map(Thing::relies_on));
            }
        }
        let of = |place: usize| {
            let thing = self.things.get(place);
            let lasts = thing.filter(|thing| thing.lasts == Days::NotPublic).map(|_| Unsaid::Lasts(place));
            let replaced = thing.filter(|thing| thing.replaced_in == Days::NotPublic);
            lasts.into_iter().chain(replaced.map(|_| Unsaid::ReplacedIn(place)))
        };
        seen.into_iter().flat_map(of).collect()
    }
}

/// When nothing of a group is there.
fn none_of(group: &[usize], of: &impl Fn(&usize) -> Outage) -> Outage {
    let mut all = group.iter().map(of);
    let first = all.next().unwrap_or_default();
    all.fold(first, |sum, one| sum.and(&one))
}
