//! Members by items, each with the one fact that matters, in English or French.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::frameworks::assessments::{Sort, Standard, Thing};
use quorate_partnership::{Audience, Day};

use super::{Assessed, Entry, Facts};
use crate::words::{self, Language};

/// Whether what was said can be counted on now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It can.
    Now,
    /// It was to be looked at again.
    Overdue,
    /// The law is no longer valid.
    Expired,
}

/// How far a member has come with a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// It is not ratified.
    Nothing,
    /// Ratified.
    Ratified,
    /// Implemented.
    Implemented,
    /// Tested.
    Tested,
    /// Certified.
    Certified,
}

impl Step {
    /// The furthest step of an entry, and its day.
    fn of(standard: &Standard) -> (Step, Option<Day>) {
        let steps = [
            (Step::Certified, standard.certified),
            (Step::Tested, standard.tested),
            (Step::Implemented, standard.implemented),
            (Step::Ratified, standard.ratified),
        ];
        steps.into_iter().find(|(_, on)| on.is_some()).unwrap_or((Step::Nothing, None))
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Step::Nothing => "not ratified",
            Step::Ratified => "ratified",
            Step::Implemented => "implemented",
            Step::Tested => "tested",
            Step::Certified => "certified",
        }
    }
}

/// The one fact that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// How many days it takes.
    Days(u32),
    /// How far it has come, and since when.
    Step(Step, Option<Day>),
}

/// What a member says of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The fact.
    pub fact: Fact,
    /// Whether it can be counted on.
    pub stands: Stands,
    /// The other States without which it does not go.
    pub hangs_on: Vec<MemberCode>,
    /// For whom it is.
    pub audience: Audience,
}

/// An item, and what each member says of it; `None` is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// The item.
    pub about: Thing,
    /// In the order of the members.
    pub states: Vec<Option<State>>,
}

/// Members by items, as of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Of which register.
    pub sort: Sort,
    /// The members, in the order of their codes.
    pub members: Vec<MemberCode>,
    /// The items, in their order.
    pub rows: Vec<MatrixRow>,
}

impl Assessed {
    /// What is current, of these members.
    pub(crate) fn matrix(&self, sort: Sort, members: &[MemberCode], today: Day) -> Matrix {
        let of = self.current.iter().filter(|(thing, _)| thing.sort() == sort);
        let rows = of.map(|(thing, current)| {
            let state = |member: &MemberCode| Some(state(self.entry(*current.get(member)?)?, today));
            MatrixRow { about: thing.clone(), states: members.iter().map(state).collect() }
        });
        let rows = rows.filter(|row| row.states.iter().any(Option::is_some)).collect();
        Matrix { sort, members: members.to_vec(), rows }
    }
}

fn state(entry: &Entry, today: Day) -> State {
    let fact = match &entry.facts {
        Facts::Legal(legal) => Fact::Days(legal.days),
        Facts::Pathway(pathway) => Fact::Days(pathway.days),
        Facts::Standard(standard) => {
            let (step, on) = Step::of(standard);
            Fact::Step(step, on)
        }
    };
    let hangs_on = entry.hangs_on().into_iter().collect();
    State { fact, stands: entry.stands(today), hangs_on, audience: entry.particulars().audience }
}

const PLACE: &str = "matrix";

impl State {
    /// The fact in words. What hangs on one of these States is not there without it, and says so.
    #[must_use]
    pub fn said(&self, language: Language, without: &[MemberCode]) -> String {
        let say = |english: &str| language.say_in(PLACE, english);
        let on: Vec<&str> =
            self.hangs_on.iter().filter(|state| without.contains(state)).map(MemberCode::as_str).collect();
        if !on.is_empty() {
            return format!("{} {}", say("hangs on"), on.join(" "));
        }
        let fact = match self.fact {
            Fact::Days(1) => format!("1 {}", say("day")),
            Fact::Days(days) => format!("{days} {}", say("days")),
            Fact::Step(step, Some(on)) => format!("{} {}", say(step.name()), words::day(on)),
            Fact::Step(step, None) => say(step.name()),
        };
        match self.stands {
            Stands::Now => fact,
            Stands::Overdue => format!("{fact}, {}", say("review overdue")),
            Stands::Expired => format!("{fact}, {}", say("expired")),
        }
    }
}

impl Matrix {
    /// The same with what is for everybody alone: what is for members only is not known in it.
    #[must_use]
    pub fn public(mut self) -> Matrix {
        for row in &mut self.rows {
            for state in &mut row.states {
                state.take_if(|state| state.audience != Audience::Public);
            }
        }
        self.rows.retain(|row| row.states.iter().any(Option::is_some));
        self
    }

    /// What it is of, in words.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        language.say_in(PLACE, self.sort.name())
    }

    /// The headings: the item, then each member.
    #[must_use]
    pub fn headings(&self, language: Language) -> Vec<String> {
        let item = core::iter::once(language.say_in(PLACE, "item"));
        item.chain(self.members.iter().map(MemberCode::to_string)).collect()
    }

    /// A line an item: what it is, then what each member says.
    #[must_use]
    pub fn lines(&self, language: Language, without: &[MemberCode]) -> Vec<Vec<String>> {
        let said = |state: &Option<State>| match state {
            Some(state) => state.said(language, without),
            None => language.say_in(PLACE, "not known"),
        };
        let line = |row: &MatrixRow| {
            core::iter::once(row.label(language)).chain(row.states.iter().map(said)).collect()
        };
        self.rows.iter().map(line).collect()
    }
}

impl MatrixRow {
    /// What the item is, in words.
    #[must_use]
    pub fn label(&self, language: Language) -> String {
        let item = |item: &str| language.say_in("item", item);
        match &self.about {
            Thing::Legal(legal) => item(legal.as_str()),
            Thing::Pathway(kind, what) => {
                format!("{}, {}", language.say_in(PLACE, kind.name()), item(what.as_str()))
            }
            Thing::Standard(standard, edition) => format!("{standard} {edition}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quorate_partnership::frameworks::assessments::PathwayKind;

    #[test]
    fn all_that_is_ours_in_a_matrix_has_its_french() {
        let steps = [Step::Nothing, Step::Ratified, Step::Implemented, Step::Tested, Step::Certified];
        let kinds = [
            PathwayKind::National,
            PathwayKind::LeadNation,
            PathwayKind::Joint,
            PathwayKind::Agency,
            PathwayKind::GovernmentToGovernment,
        ];
        let sorts = [Sort::Legal, Sort::Pathway, Sort::Standard].map(Sort::name);
        let ours = ["item", "not known", "day", "days", "hangs on", "review overdue", "expired"];
        let all =
            steps.map(Step::name).into_iter().chain(kinds.map(PathwayKind::name)).chain(sorts).chain(ours);
        for english in all {
            assert_ne!(Language::French.say_in(PLACE, english), english);
        }
        for item in ["transfer-of-arms", "stationing-of-forces", "sharing-of-intelligence", "payment", "any"]
        {
            assert_ne!(Language::French.say_in("item", item), item);
        }
    }

    #[test]
    fn what_hangs_on_a_state_is_not_there_without_it() {
        let (usa, gbr) = ("USA".parse().unwrap(), "GBR".parse().unwrap());
        let state = State {
            fact: Fact::Days(30),
            stands: Stands::Now,
            hangs_on: [usa].into(),
            audience: Audience::Members,
        };
        assert_eq!(state.said(Language::English, &[]), "30 days");
        assert_eq!(state.said(Language::English, &[gbr]), "30 days");
        assert_eq!(state.said(Language::English, &[gbr, usa]), "hangs on USA");
        assert_eq!(state.said(Language::French, &[usa]), "dépend de USA");
        let overdue = State { stands: Stands::Overdue, hangs_on: Vec::new(), ..state };
        assert_eq!(overdue.said(Language::French, &[usa]), "30 jours, réexamen en retard");
    }
    #[test]
    fn what_is_for_members_only_is_not_in_a_public_matrix() {
        let state = |audience| {
            Some(State { fact: Fact::Days(30), stands: Stands::Now, hangs_on: Vec::new(), audience })
        };
        let (public, members) = (state(Audience::Public), state(Audience::Members));
        let row = |item: &str, states: [&Option<State>; 2]| MatrixRow {
            about: Thing::Legal(item.parse().unwrap()),
            states: states.map(Clone::clone).into(),
        };
        let (both, one) = (row("payment", [&public, &members]), row("transfer-of-arms", [&members, &None]));
        let codes = ["CAN", "DEU"].map(|code| code.parse().unwrap()).into();
        let matrix = Matrix { sort: Sort::Legal, members: codes, rows: [both, one].into() };
        let shown = matrix.clone().public();
        assert_eq!(shown.rows, [row("payment", [&public, &None])]);
        assert_eq!(matrix.rows.len(), 2);
    }
}
