//! What the charter promises of time, and what it relies on: the two optional articles that only `quorate check` reads.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::articles::Article;
use crate::charter::Charter;
use crate::member::MemberCode;
use crate::period::Period;

/// What the charter promises beyond its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromisesArticle {
    pub(crate) number: Article,
    pub(crate) longest_delay: Period,
}

impl PromisesArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The longest that one member can delay a payment, from the request to the bank's confirmation.
    #[must_use]
    pub fn longest_delay(&self) -> Period {
        self.longest_delay
    }
}

/// In what the members can rely on somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Where machines stand.
    Hosts,
    /// Where representatives work.
    Offices,
    /// Who makes, keeps and can open keys.
    Keys,
    /// Who supplies hardware and software.
    Suppliers,
    /// Who issues the money, and over whose books it is settled.
    Currency,
    /// Who holds the money.
    Custodian,
    /// Through which banks it moves.
    CorrespondentBanks,
    /// By whose messages payments are instructed.
    PaymentMessaging,
    /// Where the institution has its seat.
    Seat,
    /// Under whose law its contracts stand.
    GoverningLaw,
    /// Other agreements that it needs.
    Agreements,
}

impl Aspect {
    /// Every aspect, in the order in which they are told.
    pub const ALL: [Aspect; 11] = [
        Aspect::Hosts,
        Aspect::Offices,
        Aspect::Keys,
        Aspect::Suppliers,
        Aspect::Currency,
        Aspect::Custodian,
        Aspect::CorrespondentBanks,
        Aspect::PaymentMessaging,
        Aspect::Seat,
        Aspect::GoverningLaw,
        Aspect::Agreements,
    ];

    /// The key of the article.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Aspect::Hosts => "hosts",
            Aspect::Offices => "offices",
            Aspect::Keys => "keys",
            Aspect::Suppliers => "suppliers",
            Aspect::Currency => "currency",
            Aspect::Custodian => "custodian",
            Aspect::CorrespondentBanks => "correspondent-banks",
            Aspect::PaymentMessaging => "payment-messaging",
            Aspect::Seat => "seat",
            Aspect::GoverningLaw => "governing-law",
            Aspect::Agreements => "agreements",
        }
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A thing that the members rely on: in which State's hands it is, and what it relies on itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    pub(crate) aspect: Aspect,
    pub(crate) name: String,
    pub(crate) what: String,
    pub(crate) state: Option<MemberCode>,
    pub(crate) relies_on: Vec<String>,
    pub(crate) source: String,
}

impl Thing {
    /// In what it is relied on.
    #[must_use]
    pub fn aspect(&self) -> Aspect {
        self.aspect
    }

    /// Its name, by which other things refer to it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is, in a line.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }

    /// The State in whose hands it is, if it is in one's.
    #[must_use]
    pub fn state(&self) -> Option<MemberCode> {
        self.state
    }

    /// The names of the things that it relies on; each stands in the article.
    #[must_use]
    pub fn relies_on(&self) -> &[String] {
        &self.relies_on
    }

    /// Where the fact comes from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }
}

/// What the members rely on, as far as the charter declares it. An aspect without a thing is not declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelianceArticle {
    pub(crate) number: Article,
    pub(crate) things: Vec<Thing>,
}

impl RelianceArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// Everything declared, by aspect and name.
    #[must_use]
    pub fn things(&self) -> &[Thing] {
        &self.things
    }

    /// The thing with this name.
    #[must_use]
    pub fn thing(&self, name: &str) -> Option<&Thing> {
        self.things.iter().find(|thing| thing.name == name)
    }
}

impl Charter {
    /// Article: promises.
    #[must_use]
    pub fn promises(&self) -> Option<&PromisesArticle> {
        self.promises.as_ref()
    }

    /// Article: reliance.
    #[must_use]
    pub fn reliance(&self) -> Option<&RelianceArticle> {
        self.reliance.as_ref()
    }
}
