//! One thing on which a member relies, or that it has.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::days::Days;
use super::name::{Named, ThingName};
use crate::audience::Audience;
use crate::phrase::Phrase;
use crate::wording::Wording;

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Kind {
    /// What a member can do.
    #[n(0)]
    Capability,
    /// Equipment, or a part of some.
    #[n(1)]
    Component,
    /// What somebody does again and again: upkeep, launches, training.
    #[n(2)]
    Service,
    /// A place with what stands there.
    #[n(3)]
    Base,
    /// Data, keys, codes, imagery.
    #[n(4)]
    Data,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 5] = [Kind::Capability, Kind::Component, Kind::Service, Kind::Base, Kind::Data];

    /// Its name in a text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Capability => "capability",
            Kind::Component => "component",
            Kind::Service => "service",
            Kind::Base => "base",
            Kind::Data => "data",
        }
    }
}

/// How sure whoever says it is of it, in the words that assessments of intelligence use (ICD 203).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Confidence {
    /// Little is known of it, or the sources are poor.
    #[n(0)]
    Low,
    /// Plausible, from credible sources.
    #[n(1)]
    Moderate,
    /// From good sources that agree.
    #[n(2)]
    High,
}

impl Confidence {
    /// All of them, the lowest first.
    pub const ALL: [Confidence; 3] = [Confidence::Low, Confidence::Moderate, Confidence::High];

    /// Its name in a text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Moderate => "moderate",
            Confidence::High => "high",
        }
    }
}

/// A thing as a member declares it, of itself.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Thing {
    /// Its name among the things of that member.
    #[n(0)]
    pub name: ThingName,
    /// What it is.
    #[n(1)]
    pub what: Wording,
    /// Of which kind.
    #[n(2)]
    pub kind: Kind,
    /// All these it needs.
    #[n(3)]
    pub needs: Vec<Named>,
    /// Of each of these groups it needs one.
    #[n(4)]
    pub one_of: Vec<Vec<Named>>,
    /// For how many days it goes on when what it relies on is gone.
    #[n(5)]
    pub lasts: Days,
    /// From which day on it can be had otherwise, counted from the withholding.
    #[n(6)]
    pub replaced_in: Days,
    /// How sure the member is of that.
    #[n(7)]
    pub confidence: Confidence,
    /// Where it is known from.
    #[n(8)]
    pub source: Phrase,
    /// For whom the entry is.
    #[n(9)]
    pub audience: Audience,
    /// The State in whose hands it is.
    #[n(10)]
    pub in_hands_of: Option<MemberCode>,
    /// From whom it comes.
    #[n(11)]
    pub supplier: Option<ThingName>,
    /// What it costs to have it otherwise; none: not public.
    #[n(12)]
    pub cost: Option<Money>,
}

impl Thing {
    /// Whether it is in somebody's hands itself, and does not only stand for the things of which it is made.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.in_hands_of.is_some() || self.supplier.is_some()
    }

    /// How long it goes on, unless that is left out of what only stands for the things of which it is made.
    #[must_use]
    pub fn own_lasts(&self) -> Option<Days> {
        Some(self.lasts).filter(|days| self.is_held() || *days != Days::lasts_left_out(false))
    }

    /// When it can be had otherwise, unless that is left out of what only stands for the things of which it is made.
    #[must_use]
    pub fn own_replaced_in(&self) -> Option<Days> {
        Some(self.replaced_in).filter(|days| self.is_held() || *days != Days::replaced_left_out(false))
    }

    /// All that it relies on, each as often as it is named.
    pub fn relies_on(&self) -> impl Iterator<Item = &Named> {
        self.needs.iter().chain(self.one_of.iter().flatten())
    }
}
