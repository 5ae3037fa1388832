//! All findings on one text or partnership, and the answer in one line.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Body, Charter, MemberCode};
use quorate_partnership::Partnership;
use quorate_records::Liquidity;

use crate::dependence::{self, Dependencies};
use crate::finding::{Finding, Outcome, Place, Promise};
use crate::mend::Mend;
use crate::nodes::Kept;
use crate::phrases::{counted, listed, several};
use crate::subject::{self, Subject};
use crate::unnamed::Unnamed;
use crate::{
    acceptance, compatible, consultations, entry, independence, majority, mend, money, nodes, offices,
    procedure,
};

/// What was found of every promise of one text, or of one partnership under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assurance {
    title: String,
    members: usize,
    findings: Vec<Finding>,
    mends: Vec<Mend>,
    in_place_of_record: Vec<String>,
    /// The State of which independence was asked, and all States that anything that was read names.
    asked: Option<MemberCode>,
    named: BTreeSet<MemberCode>,
}

impl Assurance {
    /// The findings on a charter, as its text says.
    #[must_use]
    pub fn of(charter: &Charter) -> Assurance {
        let mut others = offices::of_charter(charter);
        others.push(money::of_charter(charter));
        others.extend(money::of_leaving(charter));
        others.extend(nodes::of_charter(charter.body().members().len()));
        Assurance::with(Subject::of(charter), others)
    }

    /// The findings on a body of another institution, of which nothing is known but how it decides.
    #[must_use]
    pub fn of_body(body: &Body) -> Assurance {
        let missing = [Promise::Procedure, Promise::Offices, Promise::Money, Promise::Nodes].map(|promise| {
            let says = "the text says how votes are counted, and nothing of this";
            Finding::new(promise, Place::named(promise.name()), Outcome::NotDeclared(says.into()), "")
        });
        Assurance::with(Subject { body, charter: None }, missing.into())
    }

    /// The findings on a partnership: its charter, the credentials as they stand, what its records say of its money, and
    /// who keeps its record.
    #[must_use]
    pub fn of_partnership(partnership: &Partnership, liquidity: &Liquidity, kept: Kept) -> Assurance {
        let mut others = offices::of_partnership(partnership, partnership.moment());
        others.push(money::of_partnership(partnership, liquidity));
        others.extend(money::of_leaving(partnership.charter()));
        others.extend(nodes::of_partnership(partnership.charter().body().members().len(), kept));
        Assurance::with(Subject::of(partnership.charter()), others)
    }

    fn with(subject: Subject<'_>, others: Vec<Finding>) -> Assurance {
        let mut findings = subject::of_votes(subject);
        let mends = if findings.iter().any(blocks) { mend::mends(subject) } else { Vec::new() };
        findings.extend(subject.charter.and_then(acceptance::finding));
        findings.extend(subject.charter.map(majority::findings).unwrap_or_default());
        findings.extend(others);
        let members = subject.body.members().len();
        findings.sort_by_key(|finding| finding.promise);
        let title = subject.body.title().en.clone();
        let named = subject.body.members().map(|(code, _)| code).collect();
        Assurance { title, members, findings, mends, in_place_of_record: Vec::new(), asked: None, named }
    }

    /// With the findings on procedure and delay, for which the rules of this charter are run in a rehearsal. The text is
    /// the charter's own.
    #[must_use]
    pub fn rehearsed(mut self, charter: &Charter, text: &str) -> Assurance {
        let rule = charter.cases().rule().name().as_str();
        let unblocked = self.findings.iter().any(|finding| {
            finding.promise == Promise::Block
                && finding.place.of == rule
                && finding.outcome.name() == "proven"
        });
        self.findings.extend(procedure::findings(charter, text, unblocked));
        self.findings.extend(entry::findings(charter, text));
        self.findings.push(consultations::finding(charter, text));
        self.findings.sort_by_key(|finding| finding.promise);
        self
    }

    /// With the findings on independence of a named State, by what the text declares.
    #[must_use]
    pub fn independent_of(mut self, charter: Option<&Charter>, state: MemberCode) -> Assurance {
        self.findings.extend(independence::findings(charter, state));
        self.named.extend(independence::named(charter));
        self.asked = Some(state);
        self
    }

    /// With the findings on whether each of these capabilities goes on without a named State, and the names of the things of
    /// which a file says something in the place of the record.
    #[must_use]
    pub fn capable_without(
        mut self,
        dependencies: &Dependencies,
        in_place_of_record: Vec<String>,
        state: MemberCode,
    ) -> Assurance {
        self.findings.extend(dependence::findings(dependencies, state));
        self.named.extend(dependencies.named());
        self.asked = Some(state);
        self.in_place_of_record.extend(in_place_of_record);
        self
    }

    /// With the findings on what the text of another body says beside this one.
    #[must_use]
    pub fn compatible_with(mut self, charter: Option<&Charter>, body: &Body, other: &Body) -> Assurance {
        self.findings.extend(compatible::findings(charter, body, other));
        self.named.extend(other.members().map(|(code, _)| code));
        self
    }

    /// The title of what was checked.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The names of the things of which a file said something in the place of the record.
    #[must_use]
    pub fn in_place_of_record(&self) -> &[String] {
        &self.in_place_of_record
    }

    /// The State of which independence was asked, if nothing that was read names it.
    #[must_use]
    pub fn unnamed(&self) -> Option<Unnamed> {
        Unnamed::of(self.asked?, &self.named)
    }

    /// Everything that was found, in the order of the promises.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How rules under which one member can block are amended so that none can, those that are best first.
    #[must_use]
    pub fn mends(&self) -> &[Mend] {
        &self.mends
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
            Some(finding) => self.failing(finding),
        }
    }

    fn kept(&self) -> String {
        let all = |promise: Promise| {
            let mut of = self.promised().filter(|finding| finding.promise == promise).peekable();
            of.peek().is_some() && of.all(|finding| finding.outcome.name() == "proven")
        };
        let verbs = [(Promise::Block, "block"), (Promise::Impose, "impose"), (Promise::Procedure, "hold up")];
        let kept: Vec<&str> =
            verbs.into_iter().filter(|(promise, _)| all(*promise)).map(|(_, verb)| verb).collect();
        match kept.as_slice() {
            [] => "Nothing was found to fail".into(),
            kept if self.promised().count() == self.findings.len() => {
                format!("No single member can {}", listed(kept, "or"))
            }
            kept => format!("No single member can {} what the text promises", listed(kept, "or")),
        }
    }

    fn promised(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| !matches!(finding.outcome, Outcome::NotPromised(_)))
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

    fn failing(&self, finding: &Finding) -> String {
        let Some(found) = finding.outcome.counterexample() else { return String::new() };
        let cases = found
            .cases
            .map(|(failing, asked)| format!(", in {failing} of {asked} cases"))
            .unwrap_or_default();
        let who = match found.members.len() {
            all if all == self.members && all > 2 => format!("any of the {all}"),
            _ => several(&found.members, "or"),
        };
        let of = &finding.place.of;
        match finding.promise {
            Promise::Block if !who.is_empty() => format!("One member can block {of}: {who}{cases}."),
            Promise::Independence => format!("Not independent of {who}: {of} {}.", found.says),
            Promise::Impose if !who.is_empty() => format!("One member can impose {of}: {who}{cases}."),
            _ => format!("{}: {}.", finding.place, found.says),
        }
    }
}

fn blocks(finding: &Finding) -> bool {
    finding.promise == Promise::Block && finding.outcome.name() != "proven"
}
