//! Everything that can happen: events are the whole of a change.

use minicbor::{Decode, Encode};

use crate::author::Post;
use crate::ids::{CommandId, PublicKey};
use crate::moment::Moment;
use crate::rules::RuleId;
use crate::{
    audit, capabilities, cases, consultations, continuity, decisions, frameworks, fund, members, positions,
};

/// Something that happened, by room. The numbers are part of the format and never change.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// Members and their representatives.
    #[n(0)]
    Members(#[n(0)] members::Event),
    /// Decisions.
    #[n(1)]
    Decisions(#[n(0)] decisions::Event),
    /// The fund.
    #[n(2)]
    Fund(#[n(0)] fund::Event),
    /// Cases of assistance.
    #[n(3)]
    Cases(#[n(0)] cases::Event),
    /// The audit.
    #[n(4)]
    Audit(#[n(0)] audit::Event),
    /// Frameworks.
    #[n(6)]
    Frameworks(#[n(0)] frameworks::Event),
    /// Consultations.
    #[n(5)]
    Consultations(#[n(0)] consultations::Event),
    /// Lines between militaries.
    #[n(7)]
    Continuity(#[n(0)] continuity::Event),
    /// Positions.
    #[n(8)]
    Positions(#[n(0)] positions::Event),
    /// Capabilities.
    #[n(9)]
    Capabilities(#[n(0)] capabilities::Event),
    /// A rule refused an authentic command: a small leaf, so that the record shows that it was given.
    #[n(15)]
    Refused {
        /// The rule that refused.
        #[n(0)]
        rule: RuleId,
        /// The number of the charter's article that the rule serves.
        #[n(1)]
        article: u16,
    },
}

/// On whose command something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct By {
    /// The command.
    #[n(0)]
    pub command: CommandId,
    /// Who gave it.
    #[n(1)]
    pub post: Post,
    /// The key that signed it; none if it was presumed.
    #[n(2)]
    pub key: Option<PublicKey>,
}

/// An event as it stands in the record: when it was booked, when it fell due, and on whose command.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Booked {
    /// The height of the block.
    #[n(0)]
    pub height: u64,
    /// When it was booked: the block's moment.
    #[n(1)]
    pub at: Moment,
    /// For what time alone brings: when it fell due.
    #[n(2)]
    pub fell_due: Option<Moment>,
    /// For what a command brings: which, and whose. `None` for what time alone brings.
    #[n(3)]
    pub by: Option<By>,
    /// What happened.
    #[n(4)]
    pub event: Event,
}

impl Booked {
    /// The canonical bytes: what the digest and the record's tree are made of.
    #[must_use]
    pub fn to_bytes(&self) -> alloc::vec::Vec<u8> {
        // Most events are shorter: the memory is asked for once.
        let mut bytes = alloc::vec::Vec::with_capacity(256);
        crate::wire::append(self, &mut bytes);
        bytes
    }

    /// Reads an event from its bytes; none if they are no event in its one canonical form.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Booked> {
        let booked: Booked = minicbor::decode(bytes).ok()?;
        (booked.to_bytes() == bytes).then_some(booked)
    }
}
