//! What happens in the cases room.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::Request;
use crate::ids::{CaseNo, DecisionNo, PaymentNo, TrancheNo};
use crate::moment::Moment;

/// Something that happened to a case.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A member asked for help.
    #[n(0)]
    Requested {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The member.
        #[n(1)]
        beneficiary: MemberCode,
        /// What it asks for.
        #[n(2)]
        request: Request,
    },
    /// A decision approved the case.
    #[n(1)]
    Approved {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The decision.
        #[n(1)]
        decision: DecisionNo,
    },
    /// A member other than the beneficiary attested that a tranche's condition is met.
    #[n(2)]
    Attested {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The tranche.
        #[n(1)]
        tranche: TrancheNo,
        /// Whose case officer.
        #[n(2)]
        by: MemberCode,
    },
    /// A treasurer instructed the payment of a tranche; it waits for further signatures.
    #[n(3)]
    Instructed {
        /// The payment.
        #[n(0)]
        payment: PaymentNo,
        /// The case.
        #[n(1)]
        case: CaseNo,
        /// The tranche.
        #[n(2)]
        tranche: TrancheNo,
        /// Whose treasurer.
        #[n(3)]
        by: MemberCode,
        /// The first moment at which it can no longer be signed.
        #[n(4)]
        until: Moment,
        /// How many members other than the beneficiary had a treasurer who could sign.
        #[n(5)]
        able: u32,
    },
    /// Another member's treasurer signed.
    #[n(4)]
    Countersigned {
        /// The payment.
        #[n(0)]
        payment: PaymentNo,
        /// Whose treasurer.
        #[n(1)]
        by: MemberCode,
        /// Whose earlier signatures do not count any more: the credentials of their keys do not hold.
        #[n(2)]
        dropped: Vec<MemberCode>,
    },
    /// Enough treasurers signed: the instruction goes to the bank.
    #[n(5)]
    Released {
        /// The payment.
        #[n(0)]
        payment: PaymentNo,
    },
    /// An instruction was not signed in time.
    #[n(6)]
    InstructionLapsed {
        /// The payment.
        #[n(0)]
        payment: PaymentNo,
    },
    /// The bank's statement confirmed the payment.
    #[n(7)]
    Paid {
        /// The payment.
        #[n(0)]
        payment: PaymentNo,
        /// The case.
        #[n(1)]
        case: CaseNo,
        /// The tranche.
        #[n(2)]
        tranche: TrancheNo,
    },
    /// The case was closed.
    #[n(8)]
    Closed {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// The others decided that a member is a party to the dispute about a case.
    #[n(9)]
    PartyNamed {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The member.
        #[n(1)]
        member: MemberCode,
        /// The decision.
        #[n(2)]
        decision: DecisionNo,
    },
}
