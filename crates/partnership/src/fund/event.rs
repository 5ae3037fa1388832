//! What happens in the fund room.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::{Entry, HoldId, Money};

use super::{
    About, Asked, Correction, CurrencyEvent, DueOf, Ending, EnteredLine, Instalment, LeavingEvent, Part,
    Pledge, Standing, Totals, TreasuryEvent,
};
use crate::ids::{CallNo, CaseNo, DecisionNo, EmergencyNo, EntryNo, LineNo, PaymentNo, SealNo, TrancheNo};
use crate::moment::{Day, Moment};
use crate::phrase::Phrase;

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
        /// What of the money paid in falls due on days to come; the rest is due at once.
        #[n(3)]
        instalments: Option<Vec<Instalment>>,
    },
    /// A call was made on what members signed as callable.
    #[n(2)]
    Called {
        /// The call.
        #[n(0)]
        call: CallNo,
        /// The decision; none of an emergency call.
        #[n(1)]
        decision: Option<DecisionNo>,
        /// The sum of the parts.
        #[n(2)]
        total: Money,
        /// The parts, in the order of the members' codes.
        #[n(3)]
        parts: Vec<Part>,
        /// When they fall due; at once if that is not said.
        #[n(4)]
        due: Option<Moment>,
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
        /// The day that it is of, where that is sealed: its own, or that of the entry that it takes back.
        #[n(5)]
        late: Option<Day>,
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
        /// The day that it is of, where that is sealed.
        #[n(3)]
        late: Option<Day>,
    },
    /// What was set aside was set free again.
    #[n(9)]
    HoldVoided {
        /// The hold.
        #[n(0)]
        hold: HoldId,
    },
    /// A member's pledge was put on record, in the place of the one before. No legal effect.
    #[n(10)]
    Pledged {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// What it pledged.
        #[n(1)]
        pledge: Pledge,
    },
    /// A pledge ended.
    #[n(11)]
    PledgeEnded {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// How.
        #[n(1)]
        ending: Ending,
    },
    /// The member signed a part of what it had pledged.
    #[n(12)]
    PledgeReduced {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// What it pledges beyond what it signed.
        #[n(1)]
        left: Money,
    },
    /// What a member had signed, or was asked for before, fell due: time alone brings it.
    #[n(13)]
    FellDue {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// How much.
        #[n(1)]
        amount: Money,
        /// What it is of.
        #[n(2)]
        of: DueOf,
    },
    /// A member lodged a note in the place of money to be paid in.
    #[n(14)]
    NoteLodged {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// What the note is for.
        #[n(1)]
        amount: Money,
        /// What of it was due already; the rest was still to fall due.
        #[n(2)]
        from_due: Money,
        /// When it is to be paid, and how much on each day.
        #[n(3)]
        encashments: Vec<Instalment>,
        /// What of each counts towards commitment authority before it is paid.
        #[n(4)]
        counts: Vec<Money>,
    },
    /// A member is in default: time alone brings it.
    #[n(15)]
    InDefault {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// On how much: the oldest of what it owes.
        #[n(1)]
        owed: Money,
        /// The interest on it so far, due from now on.
        #[n(2)]
        interest: Money,
        /// The day on which it came to that, whenever it is booked.
        #[n(3)]
        day: Day,
    },
    /// What a member in default did not pay of a call was asked of the others, each within what it signed.
    #[n(16)]
    SteppedUp {
        /// The call.
        #[n(0)]
        call: CallNo,
        /// The member in default.
        #[n(1)]
        of: MemberCode,
        /// What it did not pay.
        #[n(2)]
        total: Money,
        /// What each of the others is asked, in the order of the codes; whoever is asked nothing is left out.
        #[n(3)]
        parts: Vec<Asked>,
        /// What nobody has left to be asked for.
        #[n(4)]
        shortfall: Money,
        /// When the parts fall due; at once if that is not said.
        #[n(5)]
        due: Option<Moment>,
    },
    /// A treasurer asked for an emergency call; it waits for another member's treasurer.
    #[n(17)]
    EmergencyCallEntered {
        /// Its number among emergency calls.
        #[n(0)]
        number: EmergencyNo,
        /// Whose treasurer.
        #[n(1)]
        by: MemberCode,
        /// The sum of the parts.
        #[n(2)]
        total: Money,
        /// The first moment at which it can no longer be countersigned.
        #[n(3)]
        until: Moment,
    },
    /// Another member's treasurer countersigned an emergency call, and it is made.
    #[n(18)]
    EmergencyCallMade {
        /// Its number among emergency calls.
        #[n(0)]
        number: EmergencyNo,
        /// Whose treasurer.
        #[n(1)]
        by: MemberCode,
        /// The call that it became.
        #[n(2)]
        call: CallNo,
    },
    /// An emergency call was not countersigned in time.
    #[n(19)]
    EmergencyCallLapsed {
        /// Its number among emergency calls.
        #[n(0)]
        number: EmergencyNo,
    },
    /// A State left, or something happened to what it is owed.
    #[n(20)]
    Leaving(#[n(0)] LeavingEvent),
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
    /// Something happened to what the fund has.
    #[n(31)]
    Treasury(#[n(0)] TreasuryEvent),
    /// A treasurer gave the seal of a period; it waits for another member's treasurer.
    #[n(35)]
    SealProposed {
        /// Its number.
        #[n(0)]
        seal: SealNo,
        /// Whose treasurer.
        #[n(1)]
        by: MemberCode,
        /// What the books came to at the end of the period.
        #[n(2)]
        totals: Totals,
        /// The first moment at which it can no longer be countersigned.
        #[n(3)]
        lapses: Moment,
    },
    /// Another member's treasurer countersigned, and the period is sealed: nothing has effect in it any more.
    #[n(36)]
    Sealed {
        /// The seal.
        #[n(0)]
        seal: SealNo,
        /// Whose treasurer.
        #[n(1)]
        by: MemberCode,
        /// What the books came to at the end of the period, for good.
        #[n(2)]
        totals: Totals,
    },
    /// A seal was not countersigned in time.
    #[n(37)]
    SealLapsed {
        /// The seal.
        #[n(0)]
        seal: SealNo,
    },
    /// Something happened with another currency than the fund's.
    #[n(45)]
    Currencies(#[n(0)] CurrencyEvent),
}
