//! What happens in the fund room.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::{Entry, HoldId, Money};

pub use super::about::About;
use super::{Correction, EnterLine, Standing};
use crate::ids::{CallNo, CaseNo, DecisionNo, EntryNo, LineNo, PaymentNo, TrancheNo};
use crate::moment::{Day, Moment};
use crate::phrase::Phrase;

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
    /// Money of a payment came back: its tranche can be instructed again, and its case is open if it was closed.
    #[n(25)]
    PaymentReturned {
        /// The line by which it came back.
        #[n(0)]
        line: LineNo,
        /// The payment.
        #[n(1)]
        payment: PaymentNo,
        /// The case.
        #[n(2)]
        case: CaseNo,
        /// The tranche.
        #[n(3)]
        tranche: TrancheNo,
    },
    /// Two treasurers say that money left which nobody instructed.
    #[n(26)]
    Alarmed {
        /// The line that says so.
        #[n(0)]
        line: LineNo,
        /// How much.
        #[n(1)]
        amount: Money,
    },
    /// A treasurer asked for a booked line to be put right; it waits for another member's to say the same.
    #[n(27)]
    CorrectionProposed {
        /// The line.
        #[n(0)]
        line: LineNo,
        /// What is to be put right.
        #[n(1)]
        correction: Correction,
        /// Whose treasurer.
        #[n(2)]
        by: MemberCode,
        /// The first moment at which it is too late to say the same.
        #[n(3)]
        until: Moment,
    },
    /// No treasurer of another member said the same in time.
    #[n(28)]
    CorrectionLapsed {
        /// The line.
        #[n(0)]
        line: LineNo,
        /// What was to be put right.
        #[n(1)]
        correction: Correction,
    },
    /// Two treasurers said from whom the money of a booked line came.
    #[n(29)]
    LineIdentified {
        /// The line.
        #[n(0)]
        line: LineNo,
        /// The member.
        #[n(1)]
        from: MemberCode,
        /// Whose treasurer said so second.
        #[n(2)]
        by: MemberCode,
    },
    /// Two treasurers took a booked line back.
    #[n(30)]
    LineTakenBack {
        /// The line.
        #[n(0)]
        line: LineNo,
        /// Whose treasurer said so second.
        #[n(1)]
        by: MemberCode,
    },
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
