//! The goal of a question, read from the articles: what every demand needs, and what each choice of each seat
//! gives to it.

use alloc::vec;
use alloc::vec::Vec;

use super::asked::Asked;
use super::plain::{is_in, weight_of};
use crate::{Base, Conduct, Demand, Formula, Measure, Parts, Place, Ratio, Roll, Strictness};

/// What must be so.
pub(super) enum Goal {
    Demand(Need),
    /// So many of the parts, at least. A share that needs two things at once is a list without a place.
    List {
        place: Option<Place>,
        least: usize,
        parts: Vec<Self>,
    },
}

/// A demand in numbers.
pub(super) struct Need {
    pub(super) demand: Demand,
    /// Seat by seat, what each choice gives.
    pub(super) gives: Vec<Vec<i128>>,
    pub(super) needed: i128,
}

/// One rule of the question.
struct Rule<'a> {
    asked: Asked<'a>,
    number: usize,
    roll: &'a Roll,
    fails: bool,
    seats: &'a [usize],
    parts: usize,
    conditions: usize,
}

pub(super) fn read(asked: Asked<'_>, seats: &[usize]) -> Goal {
    let mut goals = Vec::new();
    for (number, (formula, roll, fails)) in asked.rules().into_iter().enumerate() {
        let mut rule = Rule { asked, number, roll, fails, seats, parts: 0, conditions: 0 };
        let formula = rule.part(formula);
        let somebody = rule.weighs(Demand::Somebody { rule: number }, Measure::MEMBERS, 1);
        goals.push(rule.list(Some(Place::Whole { rule: number }), 2, vec![formula, somebody]));
    }
    Goal::List { place: Some(Place::Both), least: goals.len(), parts: goals }
}

impl Goal {
    /// Every demand, in no particular order.
    pub(super) fn demands(&self) -> Vec<&Need> {
        match self {
            Self::Demand(need) => vec![need],
            Self::List { parts, .. } => parts.iter().flat_map(Self::demands).collect(),
        }
    }

    /// Whether it is reached, if these demands are met.
    pub(super) fn reached(&self, met: &dyn Fn(Demand) -> bool) -> bool {
        match self {
            Self::Demand(need) => met(need.demand),
            Self::List { least, parts, .. } => {
                parts.iter().filter(|part| part.reached(met)).count() >= *least
            }
        }
    }
}

impl Rule<'_> {
    fn part(&mut self, formula: &Formula) -> Goal {
        let place = Some(Place::List { rule: self.number, number: self.parts });
        self.parts = self.parts.saturating_add(1);
        let each = |rule: &mut Self, parts: &[Formula]| parts.iter().map(|part| rule.part(part)).collect();
        match formula.parts() {
            Parts::All(parts) => {
                let goals = each(self, parts);
                self.list(place, parts.len(), goals)
            }
            Parts::Any(parts) => {
                let goals = each(self, parts);
                self.list(place, 1, goals)
            }
            Parts::AtLeast { least, parts } => {
                let goals = each(self, parts);
                self.list(place, usize::try_from(least).unwrap_or(usize::MAX), goals)
            }
            Parts::Clause { at_most } => {
                let demand = self.condition();
                let of = self.in_favour_at_most(Measure::MEMBERS);
                self.weighs(demand, Measure::MEMBERS, of.saturating_sub(at_most.into()).max(0))
            }
            Parts::Share { measure, ratio, base, strictness } => {
                let demand = self.condition();
                self.share(demand, measure, base, (ratio, strictness))
            }
        }
    }

    fn condition(&mut self) -> Demand {
        let demand = Demand::Condition { rule: self.number, number: self.conditions };
        self.conditions = self.conditions.saturating_add(1);
        demand
    }

    /// So many of the parts hold; or so many fail that fewer hold.
    fn list(&self, place: Option<Place>, least: usize, parts: Vec<Goal>) -> Goal {
        let least = if self.fails { parts.len().saturating_add(1).saturating_sub(least) } else { least };
        Goal::List { place, least, parts }
    }

    fn share(
        &self,
        demand: Demand,
        measure: Measure,
        base: Base,
        (ratio, strictness): (Ratio, Strictness),
    ) -> Goal {
        let met = |has: i128, of: i128| is_met(ratio, strictness, has, of);
        if measure != Measure::MEMBERS && self.asked.moving().0.contains(&measure) {
            // The whole is in favour, or nothing is.
            let so = if self.fails { !met(0, 1) } else { met(1, 1) };
            return Goal::Demand(self.need(demand, |_, _| 0, i128::from(!so)));
        }
        let in_base = |seat: usize, conduct| self.counts(seat, measure, |voter| is_in(voter, base), conduct);
        let for_it = |seat: usize, conduct| self.in_favour(seat, measure, conduct);
        let conducts = self.asked.conducts(self.number);
        let first = conducts.first().copied().unwrap_or(Conduct::Absent);
        if matches!(base, Base::Membership | Base::Participating) || !conducts.contains(&Conduct::Absent) {
            // The base is the same whatever they choose.
            let of = (0..self.roll.seats().len()).map(|seat| in_base(seat, first)).sum();
            return self.weighs(demand, measure, least_that(of, |has| met(has, of)));
        }
        if !conducts.contains(&Conduct::Against) {
            // Only those in favour vote, so they are the whole of the base.
            let least = if met(1, 1) { 1 } else { self.in_favour_at_most(measure).saturating_add(1) };
            return self.weighs(demand, measure, least);
        }
        // denominator x in favour - numerator x base is at least zero, or above it; and somebody weighs something.
        let (numerator, denominator) = (i128::from(ratio.numerator()), i128::from(ratio.denominator()));
        let difference = |seat, conduct| {
            let reached = for_it(seat, conduct).saturating_mul(denominator);
            reached.saturating_sub(in_base(seat, conduct).saturating_mul(numerator))
        };
        let strictly = i128::from(strictness == Strictness::MoreThan);
        let share = self.need(demand, difference, strictly);
        let Demand::Condition { rule, number } = demand else { return Goal::Demand(share) };
        let some = self.weighs(Demand::SomeWeight { rule, number }, measure, 1);
        Goal::List { place: None, least: 2, parts: vec![Goal::Demand(share), some] }
    }

    /// That so much is in favour; or, of a rule that is to fail, that less is: then so much is not in favour that
    /// only less can be.
    fn weighs(&self, demand: Demand, measure: Measure, least: i128) -> Goal {
        if self.fails {
            let refused = self.in_favour_at_most(measure).saturating_sub(least).saturating_add(1);
            let refuses = |seat, conduct| {
                let whole = self.in_favour(seat, measure, Conduct::InFavour);
                whole.saturating_sub(self.in_favour(seat, measure, conduct))
            };
            return Goal::Demand(self.need(demand, refuses, refused));
        }
        Goal::Demand(self.need(demand, |seat, conduct| self.in_favour(seat, measure, conduct), least))
    }

    fn need(&self, demand: Demand, gives: impl Fn(usize, Conduct) -> i128, needed: i128) -> Need {
        let conducts = self.asked.conducts(self.number);
        let choices = |&seat: &usize| conducts.iter().map(|conduct| gives(seat, *conduct)).collect();
        Need { demand, gives: self.seats.iter().map(choices).collect(), needed }
    }

    /// The weight of a seat if it counts with that conduct.
    fn counts(
        &self,
        seat: usize,
        measure: Measure,
        counts: impl Fn(&(&crate::Seat, Conduct)) -> bool,
        conduct: Conduct,
    ) -> i128 {
        let Some(seat) = self.roll.seats().get(seat) else { return 0 };
        if counts(&(seat, conduct)) { weight_of(seat, measure) } else { 0 }
    }

    fn in_favour(&self, seat: usize, measure: Measure, conduct: Conduct) -> i128 {
        self.counts(seat, measure, |(seat, it)| seat.participating && *it == Conduct::InFavour, conduct)
    }

    /// All that take part.
    fn in_favour_at_most(&self, measure: Measure) -> i128 {
        (0..self.roll.seats().len()).map(|seat| self.in_favour(seat, measure, Conduct::InFavour)).sum()
    }
}

/// Whether so much of so much is enough: the one comparison that decides.
fn is_met(ratio: Ratio, strictness: Strictness, has: i128, of: i128) -> bool {
    let numbers = u64::try_from(has).ok().zip(u64::try_from(of).ok());
    numbers.is_some_and(|(has, of)| ratio.is_met(has, of, strictness == Strictness::MoreThan))
}

/// The least weight, up to the whole, that is enough; one more where none is. Found by halving.
fn least_that(whole: i128, enough: impl Fn(i128) -> bool) -> i128 {
    let (mut low, mut high) = (0, whole.saturating_add(1));
    while low < high {
        let middle = low.midpoint(high);
        if enough(middle) {
            high = middle;
        } else {
            low = middle.saturating_add(1);
        }
    }
    low
}
