//! What entries in the books are about, whose parts there are of what is asked, and what a line says.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::{Currency, Money};

use super::EnterLine;
use crate::ids::{CallNo, CaseNo, DecisionNo, LineNo, OfferNo, PaymentNo, ReportNo};
use crate::moment::Day;

/// What an entry in the books is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum About {
    /// What a member announced.
    #[n(0)]
    Indication {
        /// The member.
        #[n(0)]
        of: MemberCode,
    },
    /// A member's contribution agreement.
    #[n(1)]
    Agreement {
        /// The member.
        #[n(0)]
        of: MemberCode,
    },
    /// A call, and the decision that made it, unless it was made in an emergency.
    #[n(2)]
    Call {
        /// The call.
        #[n(0)]
        call: CallNo,
        /// The decision.
        #[n(1)]
        decision: Option<DecisionNo>,
    },
    /// A line of the bank's statement.
    #[n(3)]
    Line {
        /// The line.
        #[n(0)]
        line: LineNo,
    },
    /// A case of assistance, and the decision that approved it.
    #[n(4)]
    Case {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The decision.
        #[n(1)]
        decision: DecisionNo,
    },
    /// A payment for a case.
    #[n(5)]
    Payment {
        /// The payment.
        #[n(0)]
        payment: PaymentNo,
        /// The case.
        #[n(1)]
        case: CaseNo,
        /// The decision that approved the case.
        #[n(2)]
        decision: DecisionNo,
    },
    /// What a member pledged.
    #[n(6)]
    Pledge {
        /// The member.
        #[n(0)]
        of: MemberCode,
    },
    /// What the others advance for a member in default, and what they are given back.
    #[n(7)]
    StepUp {
        /// The call that was not paid.
        #[n(0)]
        call: CallNo,
        /// The member in default.
        #[n(1)]
        of: MemberCode,
    },
    /// A note that a member lodged.
    #[n(8)]
    Note {
        /// The member.
        #[n(0)]
        of: MemberCode,
        /// What of it counts towards commitment authority before it is paid.
        #[n(1)]
        counted: Money,
    },
    /// What a member is in default on.
    #[n(9)]
    Default {
        /// The member.
        #[n(0)]
        of: MemberCode,
    },
    /// Money of a payment that came back by a line of the bank's statement.
    #[n(10)]
    Returned {
        /// The line.
        #[n(0)]
        line: LineNo,
        /// The payment.
        #[n(1)]
        payment: PaymentNo,
        /// The case.
        #[n(2)]
        case: CaseNo,
        /// The decision that approved the case.
        #[n(3)]
        decision: DecisionNo,
    },
    /// What a State that left is owed.
    #[n(11)]
    Settlement {
        /// The State.
        #[n(0)]
        of: MemberCode,
    },
    /// Use of pre-financing that was attested.
    #[n(14)]
    Use {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The report.
        #[n(1)]
        report: ReportNo,
    },
    /// What was held of a currency at the end of a day, at the day's closing rate.
    #[n(16)]
    Revaluation {
        /// The currency.
        #[n(0)]
        currency: Currency,
        /// The day.
        #[n(1)]
        day: Day,
    },
    /// What of a year's net income went to the reserve.
    #[n(17)]
    Reserve {
        /// The year.
        #[n(0)]
        year: u32,
    },
    /// What is set aside for a year's expenses, and the decision; none where what is unspent goes back.
    #[n(18)]
    Budget {
        /// The year.
        #[n(0)]
        year: u32,
        /// The decision.
        #[n(1)]
        decision: Option<DecisionNo>,
    },
    /// Help in kind: what was delivered is valued among the memoranda.
    #[n(20)]
    InKind {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// The offer.
        #[n(1)]
        offer: OfferNo,
    },
}

/// A member's part of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Part {
    /// The member.
    #[n(0)]
    pub member: MemberCode,
    /// What it is to pay.
    #[n(1)]
    pub amount: Money,
    /// What is carried to the next call, in shares of the smallest unit.
    #[n(2)]
    pub residual: i64,
}

/// What a member is asked, or given back, in the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Asked {
    /// The member.
    #[n(0)]
    pub member: MemberCode,
    /// How much.
    #[n(1)]
    pub amount: Money,
}

/// A line as a treasurer entered it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct EnteredLine {
    /// The line's number.
    #[n(0)]
    pub number: LineNo,
    /// Whose treasurer entered it.
    #[n(1)]
    pub by: MemberCode,
    /// What the statement says.
    #[n(2)]
    pub statement: EnterLine,
}
