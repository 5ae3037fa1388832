//! Why something may not be done, and what to do. No sentence tells a title or a text.

use std::fmt;

use super::generate::MAX_ROSTERS;
use super::question::{MAX_COMPARTMENTS, MAX_STATES};
use super::roster::MAX_MEMBERS;
use super::{Action, Rule};
use crate::compartment::CompartmentId;
use crate::marking::Tongue;
use crate::product::ProductId;

/// The rules that a question fell to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denied {
    /// What was asked.
    pub action: Action,
    /// Of which product.
    pub product: ProductId,
    /// Every rule that refuses it, in order; at least one.
    pub rules: Vec<Rule>,
}

impl Denied {
    /// A sentence for each rule: why, and what to do.
    #[must_use]
    pub fn told(&self, tongue: Tongue) -> Vec<String> {
        self.rules.iter().map(|rule| format!("{} ({})", rule.told(tongue), rule.id())).collect()
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Tongue::English).join(" "))
    }
}

/// Why something may not be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Rules refuse it.
    #[error("{0}")]
    Denied(Denied),
    /// Who is in changed, and the policy did not.
    #[error(
        "the policy was made from another roster of compartment {0}: nothing is decided or sealed by it; make the policy anew, \
         and prove it"
    )]
    PolicyOfAnotherRoster(CompartmentId),
    /// Who is a member changed, and the policy did not.
    #[error(
        "the policy was made for other members of the partnership: nothing is decided or sealed by it; make the policy anew"
    )]
    PolicyOfOtherMembers,
    /// The policy does not know the compartment.
    #[error(
        "the policy says nothing of compartment {0}, in which the product lies: make the policy anew, from all rosters"
    )]
    NoPolicy(CompartmentId),
    /// Nobody said who is in.
    #[error("who is in compartment {0} is not known here: an agent that is in decides")]
    NoRoster(CompartmentId),
    /// In no compartment.
    #[error("the product lies in no compartment: it is nobody's")]
    Nowhere,
    /// Two rosters of one compartment.
    #[error("compartment {0} has two rosters here: give the one of its last epoch")]
    TwoRosters(CompartmentId),
    /// Too many compartments.
    #[error("a product lies in at most {MAX_COMPARTMENTS} compartments")]
    TooManyCompartments,
    /// Too many rosters.
    #[error("a policy is made from at most {MAX_ROSTERS} rosters")]
    TooManyRosters,
    /// Too many members.
    #[error("a compartment has at most {MAX_MEMBERS} members")]
    TooManyMembers,
    /// Too many States.
    #[error("a question names at most {MAX_STATES} States in each of its sets")]
    TooManyStates,
    /// A moment beyond what policies count.
    #[error("a moment is too far away to be compared: correct the release time, or the clock")]
    Moment,
    /// The text is not what this version makes.
    #[error(
        "this is no policy of this version, or it was changed: write it anew with `quorate compartment policy`"
    )]
    NotOurs,
    /// A policy could not be evaluated; it is not left out, as it would be else.
    #[error("a policy could not be evaluated, so nothing is allowed: write the policy anew, and report it")]
    Faulty,
}
