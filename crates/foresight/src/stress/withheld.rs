//! A supplier withholds: who needs help when, and whether the fund gives it in time.

use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::LAST_DAY;
use super::outcome::{Outcome, Served};
use super::plan::Withholding;
use super::shock::{Calls, Request, Shock};
use super::world::World;
use crate::dependence::{Dependencies, Withheld as Gone};

/// What a withholding asks of the fund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// Every capability of a member that may fail by it.
    pub needs: Vec<Need>,
    /// Capabilities that may fail and are of States that are no members: they are not asked about.
    pub of_others: Vec<(String, MemberCode)>,
    /// What becomes of everything if what is not public is for the best.
    pub at_best: Outcome,
    /// What becomes of everything if what is not public is for the worst.
    pub at_worst: Outcome,
}

/// A capability that may fail, and help for its member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The capability.
    pub capability: String,
    /// Whose it is.
    pub member: MemberCode,
    /// When it fails, and what became of the request, if what is not public is for the best; none, if it does not fail.
    pub at_best: Option<Failure>,
    /// The same for the worst.
    pub at_worst: Option<Failure>,
}

/// A failure, and the help for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The day, counted from day 0 of the run.
    pub day: u32,
    /// What became of the request; none, if it would be made or met after the last day that is looked at.
    pub served: Option<Served>,
}

impl World {
    /// What happens if this is withheld as the plan says. `None` if the plan asks nothing of it.
    #[must_use]
    pub fn withheld(&self, read: &Dependencies, gone: &Gone) -> Option<Withheld> {
        let plan = self.plan.withholding.as_ref()?;
        let effects = read.without(gone);
        let (mut own, mut of_others) = (Vec::new(), Vec::new());
        for effect in effects.all() {
            let Some(thing) = read.things().get(effect.place) else { continue };
            let Some(member) = thing.member else { continue };
            if !self.members.contains(&member) {
                of_others.push((thing.name.clone(), member));
                continue;
            }
            let day = |first: Option<u32>| first.map(|first| plan.day.saturating_add(first));
            own.push((thing.name.clone(), member, day(effect.at_least.first()), day(effect.at_most.first())));
        }
        own.sort_by_key(|(name, member, ..)| (*member, name.clone()));
        let best: Vec<Option<u32>> = own.iter().map(|(_, _, best, _)| *best).collect();
        let worst: Vec<Option<u32>> = own.iter().map(|(_, _, _, worst)| *worst).collect();
        let run = |days: &[Option<u32>]| {
            let each = own
                .iter()
                .zip(days)
                .filter_map(|((name, member, ..), day)| plan.request(name, *member, (*day)?));
            self.run(&Shock { requests: each.collect(), ..Shock::default() }, Calls::AsNeeded)
        };
        let (at_best, at_worst) = (run(&best), run(&worst));
        let served = |outcome: &Outcome, name: &str, day: Option<u32>| {
            // A promise may have the same name: what is asked for comes after what is promised.
            let mut asked = outcome.served.iter().skip(self.plan.promises.len());
            let served = asked.find(|served| served.name == name).cloned();
            day.map(|day| Failure { day, served })
        };
        let needs = own.iter().map(|(name, member, best, worst)| Need {
            capability: name.clone(),
            member: *member,
            at_best: served(&at_best, name, *best),
            at_worst: served(&at_worst, name, *worst),
        });
        Some(Withheld { needs: needs.collect(), of_others, at_best, at_worst })
    }
}

impl Withholding {
    /// The request for a capability that fails on a day; none, if that is beyond the days that are looked at.
    fn request(&self, name: &str, to: MemberCode, day: u32) -> Option<Request> {
        let by = day.saturating_add(self.within);
        let request = Request { name: name.into(), to, known: self.day, asks: day, by, amount: self.amount };
        (by <= LAST_DAY).then_some(request)
    }
}
