//! What happens in the fund room.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::{Currency, Entry, HoldId, Money};

use super::{CurrencyEvent, EnterLine, Standing};
use crate::ids::{CallNo, CaseNo, DecisionNo, EntryNo, LineNo, PaymentNo};
use crate::moment::{Day, Moment};
use crate::phrase::Phrase;

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
    /// A call, and the decision that made it.
    #[n(2)]
    Call {
        /// The call.
        #[n(0)]
        call: CallNo,
        /// The decision.
        #[n(1)]
        decision: DecisionNo,
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

/// Something that happened in the fund.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// It was put on record what a member announces or is expected to give. No legal effect.
    #[n(0)]
    Indicated {
        /// The member.
        #[n(0)]
        of: MemberCode,
        /// Whose representative said so.
        #[n(1)]
        by: MemberCode,
        /// Announced, or only expected.
        #[n(2)]
        standing: Standing,
        /// How much; unknown is unknown, not nothing.
        #[n(3)]
        amount: Option<Money>,
        /// Where it is known from.
        #[n(4)]
        source: Phrase,
    },
    /// A member signed a contribution agreement.
    #[n(1)]
    AgreementSigned {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// What it pays in.
        #[n(1)]
        paid_in: Money,
        /// What it can be called for.
        #[n(2)]
        callable: Money,
    },
    /// A call was made on what members signed as callable.
    #[n(2)]
    Called {
        /// The call.
        #[n(0)]
        call: CallNo,
        /// The decision.
        #[n(1)]
        decision: DecisionNo,
        /// The sum of the parts.
        #[n(2)]
        total: Money,
        /// The parts, in the order of the members' codes.
        #[n(3)]
        parts: Vec<Part>,
    },
    /// A treasurer entered a line of the bank's statement; it waits for another member's treasurer.
    #[n(3)]
    LineEntered {
        /// The line as entered.
        #[n(0)]
        line: EnteredLine,
        /// The first moment at which it can no longer be countersigned.
        #[n(1)]
        until: Moment,
    },
    /// Another member's treasurer countersigned a line, and it is booked.
    #[n(4)]
    LineBooked {
        /// The line.
        #[n(0)]
        line: LineNo,
        /// Whose treasurer.
        #[n(1)]
        by: MemberCode,
    },
    /// A line was not countersigned in time.
    #[n(5)]
    LineLapsed {
        /// The line.
        #[n(0)]
        line: LineNo,
    },
    /// An entry was posted in the books.
    #[n(6)]
    Posted {
        /// Its number.
        #[n(0)]
        number: EntryNo,
        /// The balanced entry.
        #[n(1)]
        entry: Entry,
        /// What it is about.
        #[n(2)]
        about: About,
        /// The day on which it has effect.
        #[n(3)]
        effective: Day,
        /// The entry that it takes back.
        #[n(4)]
        reverses: Option<EntryNo>,
    },
    /// An amount was set aside: it counts against limits at once, and for the other side only when posted.
    #[n(7)]
    Held {
        /// The hold.
        #[n(0)]
        hold: HoldId,
        /// The entry to come.
        #[n(1)]
        entry: Entry,
        /// What it is about.
        #[n(2)]
        about: About,
    },
    /// What was set aside was posted.
    #[n(8)]
    HoldPosted {
        /// The hold.
        #[n(0)]
        hold: HoldId,
        /// The number of the entry.
        #[n(1)]
        number: EntryNo,
        /// The day on which it has effect.
        #[n(2)]
        effective: Day,
    },
    /// What was set aside was set free again.
    #[n(9)]
    HoldVoided {
        /// The hold.
        #[n(0)]
        hold: HoldId,
    },
    /// Something happened with another currency than the fund's.
    #[n(45)]
    Currencies(#[n(0)] CurrencyEvent),
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
