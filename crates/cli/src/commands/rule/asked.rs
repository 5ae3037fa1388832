//! What is asked about: a rule among the members of a body.

use std::path::Path;

use quorate_charter::{Body, Interest, MAX_CHARTER_BYTES, MemberCode, Rule, RuleName, language};
use quorate_foresight::{Greatest, Standing};
use quorate_voting::Formula;

use crate::commands::files::read_text;
use crate::failure::Failure;

/// A file that was read.
pub(super) struct Source {
    pub(super) name: String,
    pub(super) body: Body,
}

impl Source {
    pub(super) fn read(path: &Path) -> Result<Source, Failure> {
        let (name, text) = read_text(path, MAX_CHARTER_BYTES)?;
        let body = Body::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))?;
        Ok(Source { name, body })
    }

    /// The rule with this name.
    pub(super) fn asked(&self, name: &RuleName) -> Result<Asked, Failure> {
        let rule = self.body.rule(name).ok_or_else(|| {
            let names: Vec<&str> = self.body.rules().map(|rule| rule.name().as_str()).collect();
            Failure::usage(
                format!("there is no rule `{name}` in {}", self.name),
                format!("its rules are: {}", names.join(", ")),
            )
        })?;
        Ok(Asked::of(&self.body, rule))
    }

    /// All rules, in the order of their names.
    pub(super) fn all(&self) -> Result<Vec<Asked>, Failure> {
        if self.body.rules().len() == 0 {
            return Err(Failure::usage(
                format!("there is no rule in {}", self.name),
                "add a table `[rule.NAME]`",
            ));
        }
        Ok(self.body.rules().map(|rule| Asked::of(&self.body, rule)).collect())
    }
}

/// A rule, as it stands in its text or changed.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) body: Body,
    pub(super) rule: Rule,
    /// The rule's formula, or another one of which the question is what if.
    pub(super) formula: Formula,
    /// What was changed, in words.
    pub(super) changes: Vec<String>,
}

impl Asked {
    fn of(body: &Body, rule: &Rule) -> Asked {
        Asked { body: body.clone(), rule: rule.clone(), formula: rule.formula().clone(), changes: Vec::new() }
    }

    /// The title of the institution and the name of the rule.
    pub(super) fn title(&self) -> String {
        format!("{}: rule `{}`", self.body.title().en, self.rule.name())
    }

    /// The words of the article, or of the formula where it is another.
    pub(super) fn words(&self) -> String {
        if self.formula == *self.rule.formula() {
            return self.rule.adopted_when().to_owned();
        }
        language::write(&self.formula, &|measure| self.body.measure_name(measure))
    }

    /// Whether the rule leaves out interested parties.
    pub(super) fn leaves_out(&self) -> bool {
        Interest::ALL.iter().any(|interest| self.rule.leaves_out(*interest))
    }

    /// Where everyone stands: nobody left out first, then each member that can be.
    pub(super) fn standings(&self) -> Vec<Standing> {
        Standing::of_each(&self.body, &self.rule, &self.formula)
    }

    /// How high each share could be, whoever of these cases is left out.
    pub(super) fn greatest(&self, standings: &[Standing]) -> Vec<Greatest> {
        let cases = standings.iter().map(|standing| standing.greatest(&self.body, &self.formula));
        let both = |one: Vec<Greatest>, other: Vec<Greatest>| {
            one.iter().zip(&other).map(|(one, other)| one.and(other)).collect()
        };
        cases.reduce(both).unwrap_or_default()
    }

    /// Where everyone stands in one case alone.
    pub(super) fn standing(&self, out: Option<MemberCode>) -> Option<Standing> {
        Standing::of(&self.body, &self.formula, out)
    }
}
