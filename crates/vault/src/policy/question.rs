//! What is asked, and all that an answer may depend on.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Post};

use super::Refusal;
use crate::compartment::CompartmentId;
use crate::marking::{Audience, Level};
use crate::product::ProductId;

/// The most compartments that one product is in.
pub const MAX_COMPARTMENTS: usize = 8;
/// The most States in each set of a question.
pub const MAX_STATES: usize = 64;

/// What somebody would do with a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Read its text.
    Open,
    /// See its title, and that it is there.
    List,
    /// Share it again, with others.
    Forward,
    /// Be given the second half of its key, or a share of it.
    Release,
    /// Act on what it says: any use beyond reading from which others could see that it is known.
    Act,
}

impl Action {
    /// All of them.
    pub const ALL: [Action; 5] = [Action::Open, Action::List, Action::Forward, Action::Release, Action::Act];

    /// Its name in policies.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Action::Open => "open",
            Action::List => "list",
            Action::Forward => "forward",
            Action::Release => "release",
            Action::Act => "act",
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A text that is no action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the actions are `open`, `list`, `forward`, `release` and `act`")]
pub struct ActionError;

impl FromStr for Action {
    type Err = ActionError;

    fn from_str(text: &str) -> Result<Action, ActionError> {
        Action::ALL.into_iter().find(|action| action.name() == text).ok_or(ActionError)
    }
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The post in which it speaks, as its credential says.
    pub post: Post,
    /// Up to which level it is cleared, in its own State's words.
    pub cleared: Level,
    /// The States to which its member has to pass such products on, by obligations older than the compartment.
    pub bound: BTreeSet<MemberCode>,
}

/// The product, as its header and its place say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Which it is.
    pub product: ProductId,
    /// Whose it is.
    pub originator: MemberCode,
    /// Whom its marking names.
    pub releasable: Audience,
    /// How secret it is, in its originator's words.
    pub level: Level,
    /// The compartments it lies in; in none, it is nobody's.
    pub compartments: BTreeSet<CompartmentId>,
    /// When it may be read by those who are not named in advance; at once, if there is none.
    pub release: Option<Moment>,
    /// Those who may read it before.
    pub advance: BTreeSet<MemberCode>,
    /// Whether its originator decides of each reader: originator control.
    pub controlled: bool,
    /// The States whose material it contains.
    pub contributors: BTreeSet<MemberCode>,
    /// Whether its originator lets readers act on it without asking.
    pub actionable: bool,
}

/// What else an answer depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// The moment.
    pub now: Moment,
    /// The level as which the reader's State keeps the product, by its agreement with the originator's
    /// ([`crate::marking::Agreements::release`]); none without an agreement. At home none is asked for.
    pub kept: Option<Level>,
    /// The States that consented to this very action: this product, this reader, these receivers.
    pub consents: BTreeSet<MemberCode>,
    /// To whom it is forwarded; nobody for other actions.
    pub to: BTreeSet<MemberCode>,
}

/// May this reader do this with this product?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Who asks.
    pub reader: Reader,
    /// What it would do.
    pub action: Action,
    /// With what.
    pub facts: Facts,
    /// And what else matters.
    pub circumstances: Circumstances,
}

impl Question {
    /// Refuses what is larger than any question of ours, and a product that lies nowhere.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        let (facts, circumstances) = (&self.facts, &self.circumstances);
        let sets = [
            &self.reader.bound,
            &facts.advance,
            &facts.contributors,
            &circumstances.consents,
            &circumstances.to,
        ];
        if sets.iter().any(|set| set.len() > MAX_STATES) {
            return Err(Refusal::TooManyStates);
        }
        match facts.compartments.len() {
            0 => Err(Refusal::Nowhere),
            many if many > MAX_COMPARTMENTS => Err(Refusal::TooManyCompartments),
            _ => Ok(()),
        }
    }
}
