//! What happens in the decisions room.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, RuleName};
use quorate_voting::Verdict;

use super::{Choice, Effect};
use crate::ids::{CommandId, DecisionNo, EffectHash};
use crate::moment::Moment;
use crate::phrase::Phrase;

/// A vote that was counted, and the signed command that it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Counted {
    /// The member.
    #[n(0)]
    pub member: MemberCode,
    /// How it voted.
    #[n(1)]
    pub choice: Choice,
    /// The command.
    #[n(2)]
    pub command: CommandId,
    /// Who cast it, if it is the vote of the member's proxy.
    #[n(3)]
    pub by_proxy: Option<MemberCode>,
}

/// What a vote that is to be confirmed waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Reserve {
    /// The capital's word: *ad referendum*.
    #[n(0)]
    AdReferendum,
    /// Parliament's.
    #[n(1)]
    Parliamentary,
}

impl Reserve {
    /// The reserve in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Reserve::AdReferendum => "ad referendum",
            Reserve::Parliamentary => "under parliamentary reserve",
        }
    }
}

/// Something that happened to a decision.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A draft was tabled.
    #[n(0)]
    Tabled {
        /// Its number.
        #[n(0)]
        decision: DecisionNo,
        /// Who moved it.
        #[n(1)]
        mover: MemberCode,
        /// What it is called.
        #[n(2)]
        title: Phrase,
        /// What it would do.
        #[n(3)]
        effect: Effect,
        /// The same, bound by hash with all its terms.
        #[n(4)]
        bound: EffectHash,
        /// The rule by which it is decided.
        #[n(5)]
        rule: RuleName,
    },
    /// The vote was opened: from now on the rule, the weights and who takes part are frozen.
    #[n(1)]
    Opened {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// Who takes part, in the order of their codes.
        #[n(1)]
        participating: Vec<MemberCode>,
        /// Who does not, as an interested party.
        #[n(2)]
        not_taking_part: Vec<MemberCode>,
        /// The deadline: votes in the first block that is not before it still count.
        #[n(3)]
        closes: Moment,
        /// The version of the draft that is voted on, from 1.
        #[n(4)]
        version: u32,
    },
    /// A member voted, or changed its vote.
    #[n(2)]
    Voted {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// The member.
        #[n(1)]
        member: MemberCode,
        /// How.
        #[n(2)]
        choice: Choice,
        /// The vote that it replaces.
        #[n(3)]
        replaces: Option<CommandId>,
        /// A statement beside the vote.
        #[n(4)]
        explanation: Option<Phrase>,
        /// What it waits for, if it is to be confirmed.
        #[n(5)]
        reserve: Option<Reserve>,
    },
    /// The vote closed: the outcome is final.
    #[n(3)]
    Closed {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// The outcome with its reasons.
        #[n(1)]
        verdict: Verdict,
        /// The votes counted, one a member: whoever is not listed did not vote.
        #[n(2)]
        counted: Vec<Counted>,
        /// For an adopted decision: the first moment at which it can no longer be executed.
        #[n(3)]
        executable_until: Option<Moment>,
        /// Where silence adopts: who was silent, and so in favour.
        #[n(4)]
        silent: Option<Vec<MemberCode>>,
    },
    /// An adopted decision was not executed in time.
    #[n(4)]
    Lapsed {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
    },
    /// An adopted decision was executed: the events after this one are its effect.
    #[n(5)]
    Executed {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
    },
    /// The mover changed its draft.
    #[n(6)]
    Amended {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// The version that this is.
        #[n(1)]
        version: u32,
        /// What it is called.
        #[n(2)]
        title: Phrase,
        /// What it would do.
        #[n(3)]
        effect: Effect,
        /// The same, bound by hash with all its terms.
        #[n(4)]
        bound: EffectHash,
        /// The rule by which it is decided.
        #[n(5)]
        rule: RuleName,
    },
    /// The mover took its draft back.
    #[n(7)]
    Withdrawn {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
    },
    /// The outcome changed late, and the deadline moved.
    #[n(8)]
    Extended {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// The deadline from now on.
        #[n(1)]
        closes: Moment,
    },
    /// The outcome hangs on votes that are to be confirmed: the closing waits for them once.
    #[n(9)]
    Unconfirmed {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// Whose votes.
        #[n(1)]
        members: Vec<MemberCode>,
        /// The deadline from now on; what is not confirmed then counts as absent.
        #[n(2)]
        until: Moment,
    },
    /// A member objected.
    #[n(10)]
    Objected {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// The member.
        #[n(1)]
        member: MemberCode,
        /// Why.
        #[n(2)]
        reason: Phrase,
        /// The vote that it replaces.
        #[n(3)]
        replaces: Option<CommandId>,
    },
    /// Silence did not adopt: from now on members vote. Objections stand as votes against.
    #[n(11)]
    Converted {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// The deadline from now on.
        #[n(1)]
        closes: Moment,
    },
    /// A member gave its vote to another.
    #[n(12)]
    ProxyGiven {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// Whose vote.
        #[n(1)]
        member: MemberCode,
        /// Who holds it.
        #[n(2)]
        holder: MemberCode,
    },
    /// A member took its vote back, or the holder gave it back.
    #[n(13)]
    ProxyEnded {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// Whose vote.
        #[n(1)]
        member: MemberCode,
        /// Who held it.
        #[n(2)]
        holder: MemberCode,
    },
}

impl Event {
    /// The decision that it happened to.
    #[must_use]
    pub fn decision(&self) -> DecisionNo {
        match self {
            Event::Tabled { decision, .. }
            | Event::Opened { decision, .. }
            | Event::Voted { decision, .. }
            | Event::Closed { decision, .. }
            | Event::Lapsed { decision }
            | Event::Executed { decision }
            | Event::Amended { decision, .. }
            | Event::Withdrawn { decision }
            | Event::Extended { decision, .. }
            | Event::Unconfirmed { decision, .. }
            | Event::Objected { decision, .. }
            | Event::Converted { decision, .. }
            | Event::ProxyGiven { decision, .. }
            | Event::ProxyEnded { decision, .. } => *decision,
        }
    }
}
