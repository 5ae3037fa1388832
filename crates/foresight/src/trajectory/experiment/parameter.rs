//! What of a scenario an experiment varies, by its dotted name.

use alloc::format;
use alloc::string::{String, ToString as _};
use core::ops::{Range, RangeInclusive};

use quorate_charter::MemberCode;
use quorate_ledger::{Currency, Money};

use super::parts::{MODEL, OUTSIDE, Of, TRAITS};
use crate::trajectory::scenario::{Member, Model, Outside, Scenario};
use crate::trajectory::text::EITHER;

/// A number of a scenario, and how far it may go.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its dotted name: `members.cost`, `member.AAA.hazard`, `outside.pressure`, `model.noise`, `event.drift.by`.
    pub name: String,
    /// The least that it is, as the scenario writes it; money in the currency's smallest units.
    pub from: i64,
    /// The greatest, more than the least.
    pub to: i64,
    /// In a grid, how many values it takes, from the least to the greatest.
    pub steps: Option<u32>,
    /// Where these bounds are from.
    pub source: String,
    /// Of money: in which currency.
    pub currency: Option<Currency>,
    pub(super) target: Target,
    /// Where its name stands in the experiment.
    pub(super) at: Range<usize>,
}

impl Parameter {
    /// The value in the middle between both ends, towards the least.
    #[must_use]
    pub fn middle(&self) -> i64 {
        i64::midpoint(self.from, self.to)
    }

    /// The value of a step, from 0, of so many: the first is the least, the last the greatest.
    #[must_use]
    pub(super) fn step(&self, step: u64) -> i64 {
        let last = u64::from(self.steps.unwrap_or(1)).saturating_sub(1);
        self.part(u128::from(step), u128::from(last), 0)
    }

    /// The value of a number drawn evenly from all of 32 bits: each whole number from the least to the greatest alike.
    #[must_use]
    pub(super) fn drawn(&self, from: u32) -> i64 {
        self.part(u128::from(from), 1 << 32, 1)
    }

    /// The value of a level, from 0, of so many, to the nearest whole number: so that moving it by half of the levels changes it,
    /// however close its ends are.
    #[must_use]
    pub(super) fn level(&self, level: u64, levels: u64) -> i64 {
        let last = u128::from(levels.saturating_sub(1));
        let width = i128::from(self.to).saturating_sub(i128::from(self.from)).unsigned_abs();
        let twice = width.saturating_mul(u128::from(level)).saturating_mul(2).saturating_add(last);
        let part = twice.checked_div(last.saturating_mul(2)).unwrap_or_default();
        let value = i128::from(self.from).saturating_add(i128::try_from(part).unwrap_or(i128::MAX));
        i64::try_from(value).map_or(self.to, |value| value.min(self.to))
    }

    fn part(&self, of: u128, all: u128, ends: u128) -> i64 {
        let width = i128::from(self.to).saturating_sub(i128::from(self.from)).unsigned_abs();
        let part = width.saturating_add(ends).saturating_mul(of).checked_div(all).unwrap_or_default();
        self.from.saturating_add(i64::try_from(part).unwrap_or(i64::MAX)).min(self.to)
    }

    /// A value as the scenario writes it.
    #[must_use]
    pub fn written(&self, value: i64) -> String {
        let money = self.currency.and_then(|currency| Money::new(i128::from(value), currency).ok());
        money.map_or_else(|| value.to_string(), |money| format!("{money} {}", money.currency()))
    }
}

/// What a parameter sets.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// Of every member of which nothing else is said.
    Members(&'static Of<Member>),
    Member(MemberCode, &'static Of<Member>),
    Towards(MemberCode, MemberCode),
    Outside(&'static Of<Outside>),
    Model(&'static Of<Model>),
    Event(Which),
}

/// An event by its number, from 1, or all events of a name.
#[derive(Clone, Debug)]
pub(super) enum Which {
    Number(usize),
    Named(String),
}

/// What values something takes.
#[derive(Clone, Debug)]
pub(super) enum Takes {
    Whole(RangeInclusive<i64>),
    /// Money, at least so many of its smallest units.
    Money(i64),
}

impl Target {
    /// Reads a dotted name.
    ///
    /// # Errors
    /// What could stand there.
    pub(super) fn read(name: &str) -> Result<Target, String> {
        let begins = "it begins with members, member.CODE, outside, model, event.NUMBER or event.NAME";
        let (whose, rest) = name.split_once('.').ok_or(begins)?;
        match whose {
            "members" => Ok(Target::Members(found(&TRAITS, rest)?)),
            "outside" => Ok(Target::Outside(found(&OUTSIDE, rest)?)),
            "model" => Ok(Target::Model(found(&MODEL, rest)?)),
            "member" => {
                let (code, of) = rest.split_once('.').ok_or("it is written as `member.AAA.cost`")?;
                let code = member(code)?;
                match of.strip_prefix("towards.") {
                    Some(other) => match member(other)? {
                        other if other == code => Err("it is towards another member".into()),
                        other => Ok(Target::Towards(code, other)),
                    },
                    None => Ok(Target::Member(code, found(&TRAITS, of)?)),
                }
            }
            "event" => {
                let which =
                    rest.strip_suffix(".by").filter(|which| !which.is_empty() && !which.contains('.'));
                let which = which.ok_or("it is written as `event.1.by` or `event.NAME.by`")?;
                let number = which.parse().ok();
                Ok(Target::Event(number.map_or_else(|| Which::Named(which.into()), Which::Number)))
            }
            _ => Err(begins.into()),
        }
    }

    /// What values it takes.
    pub(super) fn takes(&self) -> Takes {
        match self {
            Target::Members(of) | Target::Member(_, of) => of.takes.clone(),
            Target::Outside(of) => of.takes.clone(),
            Target::Model(of) => of.takes.clone(),
            Target::Towards(..) | Target::Event(_) => Takes::Whole(EITHER),
        }
    }

    /// The members that it names.
    pub(super) fn named(&self) -> impl Iterator<Item = MemberCode> {
        let (one, other) = match self {
            Target::Member(member, _) => (Some(*member), None),
            Target::Towards(member, other) => (Some(*member), Some(*other)),
            _ => (None, None),
        };
        one.into_iter().chain(other)
    }

    /// The events that it sets, by their place.
    pub(super) fn events(&self, scenario: &Scenario) -> alloc::vec::Vec<usize> {
        let Target::Event(which) = self else { return alloc::vec::Vec::new() };
        let events = scenario.events.iter().enumerate();
        let is = |place: usize, name: Option<&str>| match which {
            Which::Number(number) => place.checked_add(1) == Some(*number),
            Which::Named(named) => name == Some(named),
        };
        events.filter(|(place, event)| is(*place, event.name.as_deref())).map(|(place, _)| place).collect()
    }

    /// Whether it is to be set before others: what is said of all comes before what is said of one.
    pub(super) fn is_of_all(&self) -> bool {
        matches!(self, Target::Members(_))
    }

    /// Sets it in a scenario.
    pub(super) fn set(&self, scenario: &mut Scenario, value: i64) {
        match self {
            Target::Members(of) => {
                (of.set)(&mut scenario.usual, value);
                let own = &scenario.own;
                let follow =
                    scenario.members.iter_mut().filter(|(code, _)| !own.contains(&(**code, of.name)));
                follow.for_each(|(_, member)| (of.set)(member, value));
            }
            Target::Member(code, of) => (of.set)(alone(scenario, *code), value),
            Target::Towards(code, other) => {
                alone(scenario, *code).towards.insert(*other, value);
            }
            Target::Outside(of) => (of.set)(&mut scenario.outside, value),
            Target::Model(of) => (of.set)(&mut scenario.model, value),
            Target::Event(_) => {
                for place in self.events(scenario) {
                    if let Some(event) = scenario.events.get_mut(place) {
                        event.by = value;
                    }
                }
            }
        }
    }
}

/// What is said of one member alone.
fn alone(scenario: &mut Scenario, code: MemberCode) -> &mut Member {
    let usual = &scenario.usual;
    scenario.members.entry(code).or_insert_with(|| usual.clone())
}

fn member(code: &str) -> Result<MemberCode, String> {
    code.parse::<MemberCode>().map_err(|error| error.to_string())
}

fn found<T>(known: &'static [Of<T>], name: &str) -> Result<&'static Of<T>, String> {
    let names = || known.iter().map(|of| of.name).collect::<alloc::vec::Vec<_>>().join(", ");
    known.iter().find(|of| of.name == name).ok_or_else(|| format!("behind the dot stands one of {}", names()))
}
