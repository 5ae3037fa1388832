//! Who may do what with a product: each rule alone, the borders, what became of attempts on it, and the decision against another
//! that was written from docs/vault.md in another style. The tests of rules are named after their ids there.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, missing_docs, reason = "a test")]
#![allow(clippy::print_stdout, reason = "what was found in the worlds is printed")]

mod borders;
mod groups;
mod oracle;
mod rules;
mod worlds;

use std::collections::BTreeSet;

use quorate_charter::MemberCode;
use quorate_partnership::Moment;
use quorate_vault::compartment::CompartmentId;
use quorate_vault::marking::{Audience, Level};
use quorate_vault::policy::{Action, Circumstances, Facts, Known, Policy, Question, Reader, Roster};
use quorate_vault::product::ProductId;

pub(crate) const NOW: Moment = Moment(1_800_000_000_000);

pub(crate) fn state(code: &str) -> MemberCode {
    code.parse().unwrap()
}

pub(crate) fn states(codes: &str) -> BTreeSet<MemberCode> {
    codes.split_whitespace().map(state).collect()
}

pub(crate) fn compartment(number: u8) -> CompartmentId {
    CompartmentId([number; 32])
}

pub(crate) fn roster(number: u8, epoch: u64, codes: &str) -> Roster {
    Roster::of(compartment(number), epoch, states(codes)).unwrap()
}

/// Four members; three of them in one compartment, two and another in the next.
pub(crate) fn known() -> Known {
    let rosters = vec![roster(1, 3, "CAN FRA GBR"), roster(2, 1, "CAN DEU")];
    Known { members: states("CAN DEU FRA GBR"), rosters }
}

pub(crate) fn policy() -> Policy {
    Policy::of(&known()).unwrap()
}

/// Canada's liaison officer and a product of the United Kingdom's, which may do with it whatever the action is.
pub(crate) fn allowed(action: Action) -> Question {
    let forward = action == Action::Forward;
    let consented = matches!(action, Action::Forward | Action::Act);
    Question {
        reader: Reader {
            post: "CAN/liaison-officer".parse().unwrap(),
            cleared: Level::Secret,
            bound: BTreeSet::new(),
        },
        action,
        facts: Facts {
            product: ProductId([7; 32]),
            originator: state("GBR"),
            releasable: Audience::of(states("CAN FRA")).unwrap(),
            level: Level::Secret,
            compartments: [compartment(1)].into(),
            release: None,
            advance: BTreeSet::new(),
            controlled: false,
            contributors: BTreeSet::new(),
            actionable: false,
        },
        circumstances: Circumstances {
            now: NOW,
            kept: Some(Level::Secret),
            consents: if consented { states("GBR") } else { BTreeSet::new() },
            to: if forward { states("FRA") } else { BTreeSet::new() },
        },
    }
}
