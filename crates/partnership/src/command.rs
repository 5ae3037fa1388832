//! Everything that a representative can ask of the partnership.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::Offices;

use crate::authentic::Act;
use crate::event::Event;
use crate::members::{ForBeneficiary, Needs};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal;
use crate::{
    audit, capabilities, cases, consultations, continuity, decisions, frameworks, fund, members, positions,
};

/// A command, by room. The numbers are part of the format (docs/formats.md) and never change.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Members and their representatives.
    #[n(0)]
    Members(#[n(0)] members::Command),
    /// Decisions.
    #[n(1)]
    Decisions(#[n(0)] decisions::Command),
    /// The fund.
    #[n(2)]
    Fund(#[n(0)] fund::Command),
    /// Cases of assistance.
    #[n(3)]
    Cases(#[n(0)] cases::Command),
    /// The audit.
    #[n(4)]
    Audit(#[n(0)] audit::Command),
    /// Frameworks.
    #[n(6)]
    Frameworks(#[n(0)] frameworks::Command),
    /// Consultations.
    #[n(5)]
    Consultations(#[n(0)] consultations::Command),
    /// Lines between militaries.
    #[n(7)]
    Continuity(#[n(0)] continuity::Command),
    /// Positions.
    #[n(8)]
    Positions(#[n(0)] positions::Command),
    /// Capabilities.
    #[n(9)]
    Capabilities(#[n(0)] capabilities::Command),
}

/// From which of a post's daily allowances a command is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The ordinary allowance.
    Ordinary,
    /// The reserve, kept for votes, for a member's own case and for consultations.
    Reserved,
}

/// What every command brings: its name, who may give it, and when a rule lets it happen.
pub trait Provision {
    /// The command's name, as it is typed: `decision vote`.
    fn name(&self) -> &'static str;

    /// The offices that may give it.
    fn offices(&self) -> Offices;

    /// The allowance from which it is taken.
    fn class(&self) -> Class {
        Class::Ordinary
    }

    /// The standing of its member that it needs.
    fn needs(&self) -> Needs {
        Needs::Bound
    }

    /// Whether a State that is no member, having left or been admitted to ask for help, may give it.
    fn for_beneficiary(&self) -> ForBeneficiary {
        ForBeneficiary::Nothing
    }

    /// Reads what is true and says what would happen, or which rule refuses. Writes nothing.
    ///
    /// # Errors
    /// The first rule that refuses, in the order in which docs/rules.md lists them for the command.
    fn validate(&self, partnership: &Partnership, act: &Act, now: Moment) -> Result<Vec<Event>, Refusal>;
}

impl Command {
    /// Whether the command is one of a fund, of the help that it pays, or of its audit.
    pub(crate) fn needs_fund(&self) -> bool {
        matches!(self, Command::Fund(_) | Command::Cases(_) | Command::Audit(_))
    }

    /// The command as what every command brings.
    #[must_use]
    pub fn provision(&self) -> &dyn Provision {
        match self {
            Command::Members(command) => command.provision(),
            Command::Decisions(command) => command.provision(),
            Command::Fund(command) => command.provision(),
            Command::Cases(command) => command.provision(),
            Command::Audit(command) => command.provision(),
            Command::Frameworks(command) => command.provision(),
            Command::Consultations(command) => command.provision(),
            Command::Continuity(command) => command.provision(),
            Command::Positions(command) => command.provision(),
            Command::Capabilities(command) => command.provision(),
        }
    }
}

macro_rules! from_room {
    ($($room:ident :: $variant:ident),*) => {
        $(impl From<$room::Command> for Command {
            fn from(command: $room::Command) -> Command {
                Command::$variant(command)
            }
        }

        impl From<$room::Event> for Event {
            fn from(event: $room::Event) -> Event {
                Event::$variant(event)
            }
        }

        impl From<$room::Refusal> for Refusal {
            fn from(refusal: $room::Refusal) -> Refusal {
                Refusal::$variant(refusal)
            }
        })*
    };
}

from_room!(
    members::Members,
    decisions::Decisions,
    fund::Fund,
    cases::Cases,
    audit::Audit,
    frameworks::Frameworks,
    consultations::Consultations,
    continuity::Continuity,
    positions::Positions,
    capabilities::Capabilities
);
