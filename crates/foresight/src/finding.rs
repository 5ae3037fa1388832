//! What was found of a promise: proven, refuted with the steps, not declared, or conditional.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use quorate_charter::{Article, MemberCode};

/// A promise that no one member alone breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promise {
    /// No member alone stops a decision.
    Block,
    /// No member alone, and no two opposed groups, adopt one.
    Impose,
    /// Nobody changes who takes part until it has a majority that it has not now.
    Majority,
    /// From request to payment, the others reach the payment whatever one member does.
    Procedure,
    /// One member delays a payment no longer than the charter says.
    Delay,
    /// No signatory and no depositary holds the entry into force up.
    Entry,
    /// Nobody stops, closes, starves or delays another's consultations beyond the charter's hours.
    Consultations,
    /// Enough hold each office when one of them is uncooperative.
    Offices,
    /// What is approved stays payable when a member does not pay.
    Money,
    /// The nodes go on when one is dark.
    Nodes,
    /// Nothing relies on a named State.
    Independence,
    /// What another body's text says stands beside this one.
    Compatibility,
}

impl Promise {
    /// Every promise, in the order in which they are told.
    pub const ALL: [Promise; 12] = [
        Promise::Block,
        Promise::Impose,
        Promise::Majority,
        Promise::Procedure,
        Promise::Delay,
        Promise::Entry,
        Promise::Consultations,
        Promise::Offices,
        Promise::Money,
        Promise::Nodes,
        Promise::Independence,
        Promise::Compatibility,
    ];

    /// The word for it, as it stands in tables and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Promise::Block => "block",
            Promise::Impose => "impose",
            Promise::Majority => "majority",
            Promise::Procedure => "procedure",
            Promise::Delay => "delay",
            Promise::Entry => "entry",
            Promise::Consultations => "consultations",
            Promise::Offices => "offices",
            Promise::Money => "money",
            Promise::Nodes => "nodes",
            Promise::Independence => "independence",
            Promise::Compatibility => "compatibility",
        }
    }
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Where in the text the promise is made or broken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The article, where the text numbers its articles and one is concerned.
    pub article: Option<Article>,
    /// What of it: the name of a rule, an office, an aspect.
    pub of: String,
}

impl Place {
    /// A place in a numbered article.
    #[must_use]
    pub fn article(article: Article, of: &str) -> Place {
        Place { article: Some(article), of: of.into() }
    }

    /// A place without a number.
    #[must_use]
    pub fn named(of: &str) -> Place {
        Place { article: None, of: of.into() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.article {
            Some(article) => write!(f, "{article}, {}", self.of),
            None => f.write_str(&self.of),
        }
    }
}

/// Why something holds: the statement, and the reasons a reader can follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// What holds, in one short line.
    pub says: String,
    /// Why, a line each: inequalities with their numbers, counts of what was tried.
    pub because: Vec<String>,
}

/// How something fails: the statement, who can make it fail, and the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterexample {
    /// What fails, in words for whoever signs the text.
    pub says: String,
    /// The members that can make it fail, each alone unless the words say otherwise.
    pub members: Vec<MemberCode>,
    /// The steps in order, or further cases; empty where the statement says all.
    pub steps: Vec<String>,
    /// In how many cases it fails, of how many, where cases were counted.
    pub cases: Option<(u32, u32)>,
    /// A story that `quorate play` reproduces, where the real rules were run.
    pub story: Option<String>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Proven(Certificate),
    /// It does not hold.
    Fails(Counterexample),
    /// A fact is missing that the text could declare; what is missing.
    NotDeclared(String),
    /// It holds if this does, in numbers.
    Condition(String),
    /// The text says that it does not promise this; what could happen is told, and is no failure.
    NotPromised(String),
    /// The search ended before an answer; what is known.
    Undecided(String),
}

impl Outcome {
    /// The word for it, as it stands in tables and in JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Outcome::Proven(_) => "proven",
            Outcome::Fails(_) => "fails",
            Outcome::NotDeclared(_) => "not declared",
            Outcome::Condition(_) => "condition",
            Outcome::NotPromised(_) => "not promised",
            Outcome::Undecided(_) => "undecided",
        }
    }

    /// The statement, in one line.
    #[must_use]
    pub fn says(&self) -> &str {
        match self {
            Outcome::Proven(certificate) => &certificate.says,
            Outcome::Fails(counterexample) => &counterexample.says,
            Outcome::NotDeclared(says)
            | Outcome::Condition(says)
            | Outcome::NotPromised(says)
            | Outcome::Undecided(says) => says,
        }
    }

    /// The counterexample, if it fails.
    #[must_use]
    pub fn counterexample(&self) -> Option<&Counterexample> {
        match self {
            Outcome::Fails(counterexample) => Some(counterexample),
            _ => None,
        }
    }
}

/// What was found of one promise at one place, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which promise.
    pub promise: Promise,
    /// Where in the text.
    pub place: Place,
    /// What was found.
    pub outcome: Outcome,
    /// How it was obtained: what was tried, what bounds it, what is assumed.
    pub how: String,
}

impl Finding {
    pub(crate) fn new(promise: Promise, place: Place, outcome: Outcome, how: impl Into<String>) -> Finding {
        Finding { promise, place, outcome, how: how.into() }
    }
}

/// Something that holds.
pub(crate) fn proven(says: impl Into<String>, because: Vec<String>) -> Outcome {
    Outcome::Proven(Certificate { says: says.into(), because })
}

/// Something that does not, without a story.
pub(crate) fn fails(says: impl Into<String>, members: Vec<MemberCode>, steps: Vec<String>) -> Outcome {
    Outcome::Fails(Counterexample { says: says.into(), members, steps, cases: None, story: None })
}
