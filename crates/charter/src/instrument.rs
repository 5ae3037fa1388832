//! The article on the charter as an instrument: what it is in law, its authentic texts, and how States come to consent. It is
//! optional: without it a charter is signed and ratified, and the record is its depositary.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::articles::Article;
use crate::charter::Charter;
use crate::member::MemberCode;

/// The numbers that an article of an authentic text can have.
pub(crate) const ARTICLES: core::ops::RangeInclusive<u16> = 1..=999;

/// By which means a signatory consents to be bound (VCLT, Article 14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// Ratification.
    Ratification,
    /// Acceptance.
    Acceptance,
    /// Approval.
    Approval,
}

impl Means {
    /// Every means, in the order in which texts name them.
    pub const ALL: [Means; 3] = [Means::Ratification, Means::Acceptance, Means::Approval];

    /// The word of the article.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Means::Ratification => "ratification",
            Means::Acceptance => "acceptance",
            Means::Approval => "approval",
        }
    }
}

impl fmt::Display for Means {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A text that names no means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the means are `ratification`, `acceptance` and `approval`")]
pub struct UnknownMeans;

impl FromStr for Means {
    type Err = UnknownMeans;

    fn from_str(text: &str) -> Result<Means, UnknownMeans> {
        Means::ALL.into_iter().find(|means| means.name() == text).ok_or(UnknownMeans)
    }
}

/// To which articles reservations can be made (VCLT, Article 19).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reservations {
    None,
    Any,
    To(BTreeSet<u16>),
}

/// The charter as an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentArticle {
    pub(crate) number: Article,
    pub(crate) arrangement: bool,
    pub(crate) texts: BTreeMap<String, String>,
    pub(crate) authentic: BTreeSet<String>,
    pub(crate) full_powers: bool,
    pub(crate) means: BTreeSet<Means>,
    pub(crate) reservations: Reservations,
    pub(crate) depositaries: BTreeSet<MemberCode>,
    pub(crate) carried_out: BTreeSet<u16>,
}

impl InstrumentArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// Whether it binds nobody in law: it comes into effect by signatures and is not ratified.
    #[must_use]
    pub fn is_arrangement(&self) -> bool {
        self.arrangement
    }

    /// The texts, by language: the SHA-256 of each in hexadecimal digits, and whether it is authentic.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        self.texts
            .iter()
            .map(|(language, hash)| (language.as_str(), hash.as_str(), self.authentic.contains(language)))
    }

    /// Whether full powers are lodged before a signature and before a ratification (VCLT, Article 7).
    #[must_use]
    pub fn full_powers(&self) -> bool {
        self.full_powers
    }

    /// By which means a signatory consents to be bound.
    #[must_use]
    pub fn means(&self) -> &BTreeSet<Means> {
        &self.means
    }

    /// Whether a reservation can be made to the article with this number.
    #[must_use]
    pub fn may_reserve(&self, article: u16) -> bool {
        match &self.reservations {
            Reservations::None => false,
            Reservations::Any => ARTICLES.contains(&article) && !self.carries_out(article),
            Reservations::To(articles) => articles.contains(&article),
        }
    }

    /// Whether the article with this number is carried out by rules that hold alike for all: no reservation changes it.
    #[must_use]
    pub fn carries_out(&self, article: u16) -> bool {
        self.carried_out.contains(&article)
    }

    /// The members that take in consents, any one of them; empty: the record is the depositary, and consent counts at once.
    #[must_use]
    pub fn depositaries(&self) -> &BTreeSet<MemberCode> {
        &self.depositaries
    }
}

impl Charter {
    /// Article: the instrument.
    #[must_use]
    pub fn instrument(&self) -> Option<&InstrumentArticle> {
        self.instrument.as_ref()
    }

    /// Whether the charter is an arrangement, which binds nobody in law.
    #[must_use]
    pub fn is_arrangement(&self) -> bool {
        self.instrument().is_some_and(InstrumentArticle::is_arrangement)
    }
}
