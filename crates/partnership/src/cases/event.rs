//! What happens in the cases room.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::{ElsewhereEvent, FinancingEvent, InKindEvent, Request};
use crate::ids::{CaseNo, DecisionNo, LineNo, PaymentNo, TrancheNo};
use crate::moment::{Day, Moment};
use crate::phrase::Phrase;

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
        /// When what is not instructed by then goes back; never, if that is not said.
        #[n(2)]
        lapses: Option<Moment>,
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
    /// What was paid is lent.
    #[n(10)]
    Lent {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// How much.
        #[n(1)]
        amount: Money,
        /// The value date: interest runs from it.
        #[n(2)]
        on: Day,
    },
    /// Money came back on a loan.
    #[n(11)]
    Repaid {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// What of it is interest.
        #[n(1)]
        interest: Money,
        /// What of it is principal.
        #[n(2)]
        principal: Money,
        /// The value date.
        #[n(3)]
        on: Day,
        /// The bank's line.
        #[n(4)]
        line: LineNo,
    },
    /// The day by which an instalment was due is over.
    #[n(12)]
    FellDue {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The instalment, from 1.
        #[n(1)]
        instalment: u32,
        /// The day by which it was due.
        #[n(2)]
        on: Day,
        /// What of it, and of those before it, is not repaid.
        #[n(3)]
        owed: Money,
    },
    /// A decision gave up what is outstanding of a loan.
    #[n(13)]
    WrittenOff {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// What was outstanding.
        #[n(1)]
        amount: Money,
        /// The day.
        #[n(2)]
        on: Day,
        /// The decision.
        #[n(3)]
        decision: DecisionNo,
    },
    /// The beneficiary of a guarantee claimed under it: a tranche more.
    #[n(14)]
    Claimed {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The tranche.
        #[n(1)]
        tranche: TrancheNo,
        /// How much.
        #[n(2)]
        amount: Money,
        /// What shows that it is owed.
        #[n(3)]
        evidence: Phrase,
    },
    /// A guarantee ended: nothing more is claimed under it.
    #[n(15)]
    GuaranteeReleased {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// What nobody claimed: it is free again.
        #[n(1)]
        amount: Money,
        /// The decision; `None` if its term ended.
        #[n(2)]
        decision: Option<DecisionNo>,
    },
    /// A financing agreement went on.
    #[n(16)]
    Financing(#[n(0)] FinancingEvent),
    /// Money that was given, or lost with a loan, came back.
    #[n(18)]
    Recovered {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// How much of what was paid.
        #[n(1)]
        amount: Money,
        /// The value date.
        #[n(2)]
        on: Day,
        /// The bank's line.
        #[n(3)]
        line: LineNo,
    },
    /// What was lent came back from the bank: it never reached the borrower.
    #[n(24)]
    NotLent {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// How much.
        #[n(1)]
        amount: Money,
        /// The value date.
        #[n(2)]
        on: Day,
        /// The value date on which it had been lent: no interest runs on it.
        #[n(3)]
        lent: Option<Day>,
    },
    /// A line by which money had come back on a loan was taken back: it is owed as before.
    #[n(25)]
    RepaymentTakenBack {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// What of it had been interest.
        #[n(1)]
        interest: Money,
        /// What of it had been principal.
        #[n(2)]
        principal: Money,
        /// Its value date.
        #[n(3)]
        on: Day,
        /// The bank's line.
        #[n(4)]
        line: LineNo,
    },
    /// A line by which help had been recovered was taken back.
    #[n(26)]
    RecoveryTakenBack {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// How much of what was paid.
        #[n(1)]
        amount: Money,
        /// The bank's line.
        #[n(2)]
        line: LineNo,
        /// What of it had been paid ahead, and is an advance again.
        #[n(3)]
        advance: Money,
    },
    /// The time was over for which tranches were set aside, and nobody had instructed them: time alone brings it.
    #[n(27)]
    TranchesLapsed {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// Which.
        #[n(1)]
        tranches: Vec<TrancheNo>,
        /// What they come to: it can be promised again.
        #[n(2)]
        amount: Money,
    },
    /// Something about help elsewhere.
    #[n(30)]
    Elsewhere(#[n(0)] ElsewhereEvent),
    /// Help in kind went on.
    #[n(17)]
    InKind(#[n(0)] InKindEvent),
}
