//! What is to be shared, and what follows from it.

use quorate_charter::{MemberCode, Title};
use quorate_partnership::{DocumentHash, Moment, Phrase, Post};

use super::door::Stop;

/// The levels of a marking, the lowest first, as they stand in it.
pub const LEVELS: [&str; 5] = ["UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET"];

/// For how long a product is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// For as long as the members keep it.
    Lasting,
}

/// A product that is to be shared: everything but its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The place of the compartment.
    pub place: usize,
    /// What it is, in one line.
    pub title: Phrase,
    /// Whose words the level is.
    pub policy: Phrase,
    /// One of [`LEVELS`].
    pub level: &'static str,
    /// The States that were chosen. None is nobody.
    pub to: Vec<MemberCode>,
    /// For how long it is kept.
    pub class: Class,
    /// Whether a half of its key is held back.
    pub held_back: bool,
    /// From when it may be read.
    pub release: Option<Moment>,
    /// The States whose material it contains, each with its consent.
    pub contains: Vec<Contains>,
    /// The partners to whom the carrier takes it; none is by hand.
    pub carry: Vec<String>,
}

/// A State whose material is contained, and its consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contains {
    /// Whose.
    pub state: MemberCode,
    /// The document by which it consents, and to whom.
    pub consent: Option<(DocumentHash, Vec<MemberCode>)>,
}

/// Who is in a compartment, and who is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// The compartment's name.
    pub name: String,
    /// The digits by which rosters and secrets are compared.
    pub digits: String,
    /// The epoch.
    pub epoch: u64,
    /// This agent's member.
    pub own: MemberCode,
    /// Every State that is a member of the partnership or in the compartment, this agent's first.
    pub states: Vec<State>,
}

/// A State, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Its code.
    pub code: MemberCode,
    /// Its name; none if it is no member of the partnership.
    pub name: Option<Title>,
    /// Its agents that are in the compartment.
    pub inside: Vec<Post>,
}

/// What follows from sharing something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Who is in, and who is not.
    pub roster: Roster,
    /// What stops the sealing, if something does.
    pub stops: Vec<Stop>,
    /// Who that is in will be refused, by an earlier obligation of its own.
    pub bound: Vec<Bound>,
}

/// A member's obligation to pass something on to a State that was not chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Whose.
    pub member: MemberCode,
    /// To which State.
    pub to: MemberCode,
    /// By which document.
    pub under: DocumentHash,
}
