//! What happens in the members room.

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office};

use super::{Admit, Amend, BeneficiaryEvent, InstrumentEvent};
use crate::{DecisionNo, Moment, Phrase, PublicKey};

/// Something that happened to a member, or to its keys.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A key was given an office; it works from the next block.
    #[n(0)]
    Accredited {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The key.
        #[n(1)]
        key: PublicKey,
        /// The office.
        #[n(2)]
        office: Office,
        /// The first moment of the term.
        #[n(3)]
        from: Moment,
        /// The first moment after the term.
        #[n(4)]
        until: Moment,
    },
    /// A credential was ended; it stopped working at once.
    #[n(1)]
    Revoked {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The key.
        #[n(1)]
        key: PublicKey,
        /// The office.
        #[n(2)]
        office: Office,
    },
    /// A member's root key was replaced on the word of its recovery key.
    #[n(2)]
    RootReplaced {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The new root key.
        #[n(1)]
        root: PublicKey,
        /// Whether all credentials of the member ended with the old root.
        #[n(2)]
        end_credentials: bool,
    },
    /// A State signed the charter; nothing binds it yet.
    #[n(3)]
    Signed {
        /// The State.
        #[n(0)]
        member: MemberCode,
        /// Whether it applies the charter until it is in force for it.
        #[n(1)]
        provisionally: bool,
    },
    /// A signatory ratified the charter.
    #[n(4)]
    Ratified {
        /// The member.
        #[n(0)]
        member: MemberCode,
    },
    /// The charter came into force for those that had ratified it.
    #[n(5)]
    EnteredIntoForce,
    /// A signatory ended its provisional application of the charter.
    #[n(6)]
    ProvisionalEnded {
        /// The member.
        #[n(0)]
        member: MemberCode,
    },
    /// A member gave notice of withdrawal.
    #[n(7)]
    NoticeGiven {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// When it takes effect.
        #[n(1)]
        effective: Moment,
    },
    /// A member took its notice back.
    #[n(8)]
    NoticeTakenBack {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// When it would have taken effect.
        #[n(1)]
        effective: Moment,
    },
    /// A withdrawal took effect: the State is no member any more.
    #[n(9)]
    Left {
        /// The State.
        #[n(0)]
        member: MemberCode,
    },
    /// A State was invited to accede.
    #[n(10)]
    Invited {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// The State, its names, weights and keys.
        #[n(1)]
        terms: Admit,
    },
    /// An invited State acceded: it is a member.
    #[n(11)]
    Acceded {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The terms of its invitation.
        #[n(1)]
        terms: Admit,
    },
    /// A member was suspended.
    #[n(12)]
    Suspended {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The first moment at which it is over.
        #[n(1)]
        until: Moment,
        /// The decision.
        #[n(2)]
        decision: DecisionNo,
    },
    /// A suspension ended: the member has its voice again.
    #[n(13)]
    Restored {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The decision that lifted it; none if its time was over.
        #[n(1)]
        decision: Option<DecisionNo>,
    },
    /// A text was adopted; it is not in force.
    #[n(14)]
    AmendmentAdopted {
        /// The version that it becomes.
        #[n(0)]
        version: u32,
        /// The decision.
        #[n(1)]
        decision: DecisionNo,
        /// The text, and what it amends.
        #[n(2)]
        terms: Amend,
    },
    /// A member accepted an adopted text.
    #[n(15)]
    AmendmentAccepted {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The version that it becomes, or is.
        #[n(1)]
        version: u32,
    },
    /// An adopted text came into force for those that accepted it.
    #[n(16)]
    AmendmentInForce {
        /// Its version.
        #[n(0)]
        version: u32,
    },
    /// New keys were decided for a member; they wait for its objection.
    #[n(17)]
    KeysToBeReplaced {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// Its new root key.
        #[n(1)]
        root: PublicKey,
        /// Its new recovery key.
        #[n(2)]
        recovery: PublicKey,
        /// When they take effect.
        #[n(3)]
        effective: Moment,
        /// The decision.
        #[n(4)]
        decision: DecisionNo,
    },
    /// A member objected to the new keys: they are void.
    #[n(18)]
    KeysObjected {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// When they would have taken effect.
        #[n(1)]
        effective: Moment,
    },
    /// New keys took effect; all credentials that the old root gave ended.
    #[n(19)]
    KeysReplaced {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The root key.
        #[n(1)]
        root: PublicKey,
        /// The recovery key.
        #[n(2)]
        recovery: PublicKey,
    },
    /// The member that a decision concerns made a statement.
    #[n(20)]
    Stated {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// The member.
        #[n(1)]
        member: MemberCode,
        /// What it stated.
        #[n(2)]
        text: Phrase,
    },
    /// The votes of a member rest: what it owes is older than the article allows.
    #[n(21)]
    VotesRest {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// Since when the oldest due stands.
        #[n(1)]
        since: Moment,
    },
    /// What a member owes is older than the article allows, and its votes do not rest: too few would be left.
    #[n(22)]
    VotesKept {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// Since when the oldest due stands.
        #[n(1)]
        since: Moment,
        /// When it is asked again.
        #[n(2)]
        again: Moment,
    },
    /// A member has paid what was overdue: its votes count again.
    #[n(23)]
    VotesReturn {
        /// The member.
        #[n(0)]
        member: MemberCode,
    },
    /// A member's root named the key of its node: it agrees on blocks from the next on.
    #[n(24)]
    NodeNamed {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The node's key.
        #[n(1)]
        node: PublicKey,
    },
    /// The node of a member that left goes, one block after another change of the nodes.
    #[n(25)]
    NodeGone {
        /// The member.
        #[n(0)]
        member: MemberCode,
    },
    /// A member's node signed two things of which it may sign one; the block that says so proves it.
    #[n(26)]
    DoubleSigned {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// At which height.
        #[n(1)]
        height: u64,
    },
    /// A State that is no member was admitted to ask for help, or that ended.
    #[n(27)]
    Beneficiaries(#[n(0)] BeneficiaryEvent),
    /// Something that happened to the charter as an instrument, or under it.
    #[n(28)]
    Instrument(#[n(0)] InstrumentEvent),
}

impl Event {
    /// Whether somebody may be bound after it that was not before, or the other way round.
    pub(crate) fn changes_who_is_bound(&self) -> bool {
        matches!(
            self,
            Event::Signed { .. }
                | Event::Ratified { .. }
                | Event::EnteredIntoForce
                | Event::ProvisionalEnded { .. }
                | Event::Left { .. }
                | Event::Acceded { .. }
        )
    }
}
