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
        /// The first moment at which no vote counts any more.
        #[n(3)]
        closes: Moment,
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
}
