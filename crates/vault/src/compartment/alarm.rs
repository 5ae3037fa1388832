//! Signs that members do not see the same.

use std::fmt;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

/// Why nothing is sealed in a compartment any more.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Alarm {
    /// A member accepted two changes of one epoch: its signatures on both are kept.
    #[n(0)]
    Twice {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The epoch.
        #[n(1)]
        epoch: u64,
    },
    /// Another change of an epoch than the one in force here was accepted by more than half of those whom it leaves in.
    #[n(1)]
    Forked {
        /// The epoch.
        #[n(0)]
        epoch: u64,
    },
    /// A member that accepted a change came to other secrets by it, or counts another history.
    #[n(2)]
    Differs {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The epoch.
        #[n(1)]
        epoch: u64,
    },
    /// An agent signed two different things for one place of its log, or a root that is not of what it sealed before.
    #[n(3)]
    Log {
        /// Its member.
        #[n(0)]
        member: MemberCode,
        /// The place, counted from 0.
        #[n(1)]
        size: u64,
    },
}

impl fmt::Display for Alarm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Alarm::Twice { member, epoch } => {
                write!(f, "fork alarm: {member} accepted two changes of epoch {epoch}")
            }
            Alarm::Forked { epoch } => {
                write!(f, "fork alarm: two changes of epoch {epoch} are in force, each for some members")
            }
            Alarm::Log { member, size } => {
                let number = size.saturating_add(1);
                write!(
                    f,
                    "fork alarm: {member} signed two logs of what it sealed, which part at its number {number}"
                )
            }
            Alarm::Differs { member, epoch } => {
                write!(f, "fork alarm: {member} came to another state by the change of epoch {epoch}")
            }
        }
    }
}
