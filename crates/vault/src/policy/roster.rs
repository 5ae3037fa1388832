//! Whose agents are in a compartment, as a policy is made from it.

use std::collections::BTreeSet;

use quorate_charter::MemberCode;
use quorate_partnership::{DocumentHash, hash};

use super::Refusal;
use crate::compartment::{CompartmentId, MAX_SEATS, Standing};

/// The most members of a compartment: each has at least one of its seats.
pub const MAX_MEMBERS: usize = MAX_SEATS;

/// The members of a compartment in one epoch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    compartment: CompartmentId,
    epoch: u64,
    members: BTreeSet<MemberCode>,
}

impl Roster {
    /// A roster. One without members is one: of nobody.
    ///
    /// # Errors
    /// [`Refusal::TooManyMembers`].
    pub fn of(
        compartment: CompartmentId,
        epoch: u64,
        members: BTreeSet<MemberCode>,
    ) -> Result<Roster, Refusal> {
        if members.len() > MAX_MEMBERS {
            return Err(Refusal::TooManyMembers);
        }
        Ok(Roster { compartment, epoch, members })
    }

    /// The compartment.
    #[must_use]
    pub fn compartment(&self) -> CompartmentId {
        self.compartment
    }

    /// How many changes it went through.
    #[must_use]
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// The members that have an agent in it.
    #[must_use]
    pub fn members(&self) -> &BTreeSet<MemberCode> {
        &self.members
    }

    /// SHA-256 of `quorate/roster/1`, a nought, the compartment, the epoch (8 bytes, big-endian) and the codes in order.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        let codes: String = self.members.iter().map(MemberCode::as_str).collect();
        hash("quorate/roster/1", &[&self.compartment.0, &self.epoch.to_be_bytes(), codes.as_bytes()])
    }
}

impl From<&Standing> for Roster {
    /// The roster as an agent's group has it. Whoever is out, or sees an alarm, has nobody on it.
    fn from(standing: &Standing) -> Roster {
        let seats = standing.seats.iter().filter(|_| !standing.out && standing.alarm.is_none());
        Roster {
            compartment: standing.id,
            epoch: standing.epoch,
            members: seats.map(crate::compartment::Seat::member).collect(),
        }
    }
}

pub(super) fn hex(bytes: &[u8; 32]) -> String {
    DocumentHash(*bytes).to_string()
}
