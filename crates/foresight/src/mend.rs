//! The mend: how a rule under which one member can block is amended so that none can, each proposal checked by running
//! the same findings on the amended rule.

mod text;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::{Rule, RuleName, language};
use quorate_voting::{Effort, Formula, Highest, Limit, Measure, Parts, highest_share};

pub use self::text::apply;
use crate::finding::{Outcome, Promise};
use crate::seats::Seats;
use crate::situations::Situations;
use crate::subject::{Subject, asked};
use crate::votes;

/// What is amended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The blocking-minority clause is added.
    Clause,
    /// A share is lowered to the highest under which no member alone blocks.
    Share,
    /// The weights of a measure are capped.
    Cap,
}

/// An amendment of one rule that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    rule: RuleName,
    way: Way,
    adopted: Option<String>,
    says: String,
    minority: bool,
}

impl Mend {
    /// The rule that it amends.
    #[must_use]
    pub fn rule(&self) -> &RuleName {
        &self.rule
    }

    /// What is amended.
    #[must_use]
    pub fn way(&self) -> Way {
        self.way
    }

    /// The words of the rule as amended; `None` where the weights are, and not the rule.
    #[must_use]
    pub fn adopted(&self) -> Option<&str> {
        self.adopted.as_deref()
    }

    /// The amendment in a line.
    #[must_use]
    pub fn says(&self) -> &str {
        &self.says
    }

    /// Whether a minority could adopt under it: one member, or two opposed groups.
    #[must_use]
    pub fn lets_a_minority_adopt(&self) -> bool {
        self.minority
    }
}

/// The mends of every essential rule under which one member can block, those that are best first.
pub(crate) fn mends(subject: Subject<'_>) -> Vec<Mend> {
    let seats = Seats::of(subject.body);
    let mut found = Vec::new();
    for rule in subject.body.rules().filter(|rule| rule.is_essential()) {
        let situations = subject.situations(rule, &seats);
        let patient = Patient { subject, rule, seats: &seats, situations: &situations };
        if patient.blocks(rule.formula(), &seats) {
            found.extend(patient.mends());
        }
    }
    found
}

/// A rule that needs mending.
struct Patient<'a> {
    subject: Subject<'a>,
    rule: &'a Rule,
    seats: &'a Seats,
    situations: &'a Situations,
}

impl Patient<'_> {
    fn mends(&self) -> Vec<Mend> {
        let mut found: Vec<Mend> = self.clause().into_iter().collect();
        let shares = 0..self.rule.formula().conditions().count();
        found.extend(shares.filter_map(|number| self.lower(number)));
        found.extend(self.cap());
        found.sort_by_key(Mend::lets_a_minority_adopt);
        found
    }

    fn clause(&self) -> Option<Mend> {
        let clause = Formula::not_in_favour_at_most(1);
        let words = self.rule.adopted_when();
        let plain = format!("{words}, or not in favour <= 1");
        // Where a sentence joins by commas otherwise, brackets say what is meant.
        let is_meant =
            |read: &Formula| matches!(read.parts(), Parts::Any(parts) if parts.last() == Some(&clause));
        let adopted = match self.parsed(&plain) {
            Some(read) if is_meant(&read) => plain,
            _ => format!("({words}) or not in favour <= 1"),
        };
        let read = self.parsed(&adopted).filter(is_meant)?;
        self.checked(Way::Clause, &read, "add the clause `or not in favour <= 1`", adopted)
    }

    fn lower(&self, number: usize) -> Option<Mend> {
        let formula = self.rule.formula();
        let Parts::Share { measure, .. } = formula.conditions().nth(number)?.parts() else { return None };
        let mut least: Option<Limit> = None;
        for situation in self.situations.admissible.iter().take(MOST_SITUATIONS) {
            let (roll, _) = self.seats.roll(situation)?;
            match highest_share(formula, &roll, number, 1, Effort::default()).ok()? {
                Highest::UpTo(limit) => least = Some(least.map_or(limit, |least| least.min(limit))),
                Highest::AnyShare => {}
                _ => return None,
            }
        }
        let ratio = least?.rounded_down(100).or_else(|| least?.rounded_down(1000))?;
        let amended = formula.with_share(number, ratio)?;
        let names = |measure: Measure| self.subject.body.measure_name(measure);
        let adopted = language::write(&amended, &names);
        let share = quorate_records::words::needed(ratio);
        let says = format!(
            "lower the share of {} to {share}, the highest under which no member alone blocks",
            names(measure)
        );
        self.checked(Way::Share, &amended, &says, adopted)
    }

    /// The largest weight that a member may have in the first measure of the rule under which none blocks.
    fn cap(&self) -> Option<Mend> {
        let weighed = |condition: &Formula| match condition.parts() {
            Parts::Share { measure, .. } => {
                usize::from(measure.0).checked_sub(1).map(|index| (measure, index))
            }
            _ => None,
        };
        let (measure, index) = self.rule.formula().conditions().find_map(weighed)?;
        let holds = |cap: u64| !self.blocks(self.rule.formula(), &self.seats.capped(index, cap));
        let (mut low, mut high) = (1, self.seats.largest(index));
        if !holds(low) {
            return None;
        }
        while high.saturating_sub(low) > 1 {
            let middle = low.saturating_add(high.saturating_sub(low) >> 1);
            if holds(middle) { low = middle } else { high = middle }
        }
        let unit = self.subject.body.measure_name(measure);
        let minority = self.imposes(self.rule.formula(), &self.seats.capped(index, low));
        let says = format!("cap the weight of a member at {low} of {unit}");
        Some(Mend { rule: self.rule.name().clone(), way: Way::Cap, adopted: None, says, minority })
    }

    fn parsed(&self, words: &str) -> Option<Formula> {
        let names: Vec<&str> = self.subject.body.measures().iter().map(|measure| measure.name()).collect();
        language::parse(words, &names).ok()
    }

    /// The mend, if the findings on the amended rule are that no member alone blocks.
    fn checked(&self, way: Way, amended: &Formula, says: &str, adopted: String) -> Option<Mend> {
        if self.blocks(amended, self.seats) {
            return None;
        }
        let minority = self.imposes(amended, self.seats);
        let rule = self.rule.name().clone();
        Some(Mend { rule, way, adopted: Some(adopted), says: says.to_string(), minority })
    }

    /// Whether it is not proven that no member alone blocks.
    fn blocks(&self, formula: &Formula, seats: &Seats) -> bool {
        let asked = asked(self.subject, self.rule, formula);
        votes::outcome(Promise::Block, &asked, seats, self.situations).name() != "proven"
    }

    /// Whether a minority adopts, or it is not known that none does.
    fn imposes(&self, formula: &Formula, seats: &Seats) -> bool {
        let asked = asked(self.subject, self.rule, formula);
        let outcome = votes::outcome(Promise::Impose, &asked, seats, self.situations);
        matches!(outcome, Outcome::Fails(_) | Outcome::Undecided(_))
    }
}

/// The most situations of which the highest share is asked; what is proposed is checked in all of them.
const MOST_SITUATIONS: usize = 2_000;
