//! What happens when a State leaves, and to what it is owed afterwards.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

use crate::fund::Instalment;
use crate::ids::CaseNo;
use crate::moment::{Day, Moment};

/// What a share is computed from, in the fund's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Reckoning {
    /// What the State had in fact paid in.
    #[n(0)]
    pub paid: Money,
    /// What was due from it as capital: set off, it counts as paid.
    #[n(1)]
    pub due: Money,
    /// What all members had in fact paid in, the State's own part included.
    #[n(2)]
    pub whole: Money,
    /// The fund's own cash less approved help that was not paid; below nothing if help waits for money to come.
    #[n(3)]
    pub net: Money,
}

/// Something that happened to a State that left, or is owed its share.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum LeavingEvent {
    /// What was put on record of the State's intention ended when it left.
    #[n(0)]
    IndicationEnded {
        /// The State.
        #[n(0)]
        of: MemberCode,
    },
    /// The share of a State that left was fixed: time alone brings it.
    #[n(1)]
    Settled {
        /// The State.
        #[n(0)]
        member: MemberCode,
        /// When it left.
        #[n(1)]
        left: Moment,
        /// What its share is computed from.
        #[n(2)]
        reckoning: Reckoning,
        /// What it is owed.
        #[n(3)]
        share: Money,
        /// What is left of it once what the State owes was set off, by the days on which it falls due.
        #[n(4)]
        instalments: Vec<Instalment>,
        /// The cases that were approved and open: of what comes free of them it has its share.
        #[n(5)]
        open: Vec<CaseNo>,
    },
    /// Something came free of a case that was open when the State left, or came back: its share of that is owed to it too.
    #[n(2)]
    Raised {
        /// The State.
        #[n(0)]
        member: MemberCode,
        /// When it left.
        #[n(1)]
        left: Moment,
        /// The case.
        #[n(2)]
        case: CaseNo,
        /// How much came free or came back.
        #[n(3)]
        came: Money,
        /// What its share grows by; nothing where help was still waiting for that money.
        #[n(4)]
        amount: Money,
        /// With the instalment of this day.
        #[n(5)]
        due: Day,
    },
    /// An instalment fell due: time alone brings it.
    #[n(3)]
    FellDue {
        /// The State.
        #[n(0)]
        member: MemberCode,
        /// The day.
        #[n(1)]
        day: Day,
        /// How much, before what the State owes is set off.
        #[n(2)]
        amount: Money,
    },
}
