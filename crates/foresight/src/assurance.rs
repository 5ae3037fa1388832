//! All findings on one text or partnership, and the answer in one line.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::{Charter, Interest, Rule};
use quorate_partnership::Partnership;

use crate::finding::{Finding, Place, Promise};
use crate::phrases::{counted, listed, several};
use crate::seats::Seats;
use crate::situations::{Situations, situations};
use crate::votes::{self, Asked};
use crate::{nodes, offices};

/// What was found of every promise of one text, or of one partnership under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assurance {
    title: String,
    findings: Vec<Finding>,
}

impl Assurance {
    /// The findings on a charter, as its text says.
    #[must_use]
    pub fn of(charter: &Charter) -> Assurance {
        let mut findings = of_votes(charter);
        findings.extend(offices::of_charter(charter));
        findings.extend(nodes::findings(charter.members().len()));
        Assurance { title: charter.title().en.clone(), findings }
    }

    /// The findings on a partnership: its charter, and the credentials and books as they stand.
    #[must_use]
    pub fn of_partnership(partnership: &Partnership) -> Assurance {
        let charter = partnership.charter();
        let mut findings = of_votes(charter);
        findings.extend(offices::of_partnership(partnership, partnership.moment()));
        findings.extend(nodes::findings(charter.members().len()));
        Assurance { title: charter.title().en.clone(), findings }
    }

    /// The title of what was checked.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Everything that was found, in the order of the promises.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether nothing fails.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.findings.iter().all(|finding| finding.outcome.counterexample().is_none())
    }

    /// The answer in one line: what no member can do, or what one can.
    #[must_use]
    pub fn answer(&self) -> String {
        match self.findings.iter().find(|finding| finding.outcome.counterexample().is_some()) {
            None => format!("{}: {}.", self.kept(), self.counts()),
            Some(finding) => failing(finding),
        }
    }

    fn kept(&self) -> String {
        let all = |promise: Promise| {
            let mut of = self.findings.iter().filter(|finding| finding.promise == promise).peekable();
            of.peek().is_some() && of.all(|finding| finding.outcome.name() == "proven")
        };
        let verbs = [(Promise::Block, "block"), (Promise::Impose, "impose"), (Promise::Procedure, "hold up")];
        let kept: Vec<&str> =
            verbs.into_iter().filter(|(promise, _)| all(*promise)).map(|(_, verb)| verb).collect();
        match kept.as_slice() {
            [] => "Nothing was found to fail".into(),
            kept => format!("No single member can {}", listed(kept, "or")),
        }
    }

    /// How many findings of each kind there are: *14 findings proven, 2 conditions*.
    #[must_use]
    pub fn counts(&self) -> String {
        let count =
            |name: &str| self.findings.iter().filter(|finding| finding.outcome.name() == name).count();
        let mut told = Vec::from([format!("{} proven", counted(count("proven"), "finding", "findings"))]);
        for (name, one, many) in [
            ("fails", "fails", "fail"),
            ("condition", "condition", "conditions"),
            ("not declared", "not declared", "not declared"),
            ("not promised", "not promised", "not promised"),
            ("undecided", "undecided", "undecided"),
        ] {
            if let found @ 1.. = count(name) {
                told.push(counted(found, one, many));
            }
        }
        told.join(", ")
    }
}

fn failing(finding: &Finding) -> String {
    let Some(found) = finding.outcome.counterexample() else { return String::new() };
    let cases =
        found.cases.map(|(failing, asked)| format!(", in {failing} of {asked} cases")).unwrap_or_default();
    let who = several(&found.members, "or");
    let what = match finding.promise {
        Promise::Block if !who.is_empty() => {
            format!("One member can block {}: {who}{cases}", finding.place.of)
        }
        Promise::Impose if !who.is_empty() => {
            format!("One member can impose {}: {who}{cases}", finding.place.of)
        }
        _ => return format!("{}: {}.", finding.place, found.says),
    };
    format!("{what}.")
}

/// The article that a rule serves: cases, calls, or none.
fn place(charter: &Charter, rule: &Rule) -> Place {
    let name = rule.name().to_string();
    let serves = [
        (charter.cases().rule(), charter.cases().number()),
        (charter.calls().rule(), charter.calls().number()),
    ];
    let article = serves.into_iter().find(|(served, _)| served.name() == rule.name());
    Place { article: article.map(|(_, number)| number), of: name }
}

pub(crate) fn interests(rule: &Rule) -> Vec<Interest> {
    Interest::ALL.into_iter().filter(|interest| rule.leaves_out(*interest)).collect()
}

fn sets(charter: &Charter, rule: &Rule, seats: &Seats) -> Situations {
    let least = usize::try_from(charter.membership().least_participating()).unwrap_or(usize::MAX);
    situations(&seats.codes(), &interests(rule), false, least)
}

fn of_votes(charter: &Charter) -> Vec<Finding> {
    let seats = Seats::of(charter);
    let mut found = Vec::new();
    for rule in charter.rules() {
        let (name, place) = (rule.name().to_string(), place(charter, rule));
        let asked = Asked { name: &name, place, formula: rule.formula(), essential: true };
        found.extend(votes::findings(&asked, &seats, &sets(charter, rule, &seats)));
    }
    found.sort_by_key(|finding| finding.promise);
    found
}
