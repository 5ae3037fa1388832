//! Votes: can one member alone stop a decision, or make one, and can two opposed groups both adopt?
//!
//! Asked for every admissible set of participating members. Leaving a member out re-bases the sums and can create a
//! blocker, hence every set and not only the whole.

mod block;
mod cases;
mod impose;
mod proofs;
mod quotas;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_voting::Formula;

use crate::finding::{Finding, Outcome, Place, Promise};
use crate::phrases::counted;
use crate::seats::Seats;
use crate::situations::Situations;

/// A rule, as it is asked here.
pub(crate) struct Asked<'a> {
    pub(crate) name: &'a str,
    pub(crate) place: Place,
    pub(crate) formula: &'a Formula,
    /// If it weighs by weights that move: with every share of them never met, and always met.
    pub(crate) unmoved: Option<(Formula, Formula)>,
    pub(crate) essential: bool,
    /// Whether help is decided by it.
    pub(crate) helps: bool,
    /// In a procedure that silence can adopt in: how many must be on record in favour.
    pub(crate) support: Option<u32>,
    /// Whether a vote can be given to another member.
    pub(crate) proxies: bool,
}

/// The two findings on the votes of a rule.
pub(crate) fn findings(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Vec<Finding> {
    let how = how(situations);
    let one = |promise: Promise| {
        let outcome = outcome(promise, asked, seats, situations);
        let outcome = if asked.essential { outcome } else { not_promised(outcome) };
        Finding::new(promise, asked.place.clone(), outcome, how.clone())
    };
    Vec::from([Promise::Block, Promise::Impose].map(one))
}

/// The outcome of one of the two.
pub(crate) fn outcome(
    promise: Promise,
    asked: &Asked<'_>,
    seats: &Seats,
    situations: &Situations,
) -> Outcome {
    match promise {
        Promise::Impose => impose::outcome(asked, seats, situations),
        _ => block::outcome(asked, seats, situations),
    }
}

/// Under a rule that is not essential a failure is told as what was not promised.
fn not_promised(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Fails(found) => Outcome::NotPromised(found.says),
        other => other,
    }
}

fn how(situations: &Situations) -> String {
    let tried =
        counted(situations.admissible.len(), "set of participating members", "sets of participating members");
    match situations.too_few {
        0 => format!("by trying each member alone in {tried}"),
        few => format!(
            "by trying each member alone in {tried}; {few} more would leave too few taking part, and are refused"
        ),
    }
}
