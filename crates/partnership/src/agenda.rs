//! What time alone will bring, in order: no scans.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use quorate_charter::MemberCode;

use crate::fund::Correction;
use crate::ids::{
    ArrangementNo, BriefingNo, CaseNo, ConsultationNo, DecisionNo, EmergencyNo, LineNo, PaymentNo,
    ProcurementNo, RateNo, SealNo, TextNo,
};
use crate::moment::Moment;

/// Something that falls due. The order of the kinds and numbers breaks ties between equal deadlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(flat)]
pub enum Task {
    /// A vote's deadline.
    #[n(0)]
    DecisionCloses(#[n(0)] DecisionNo),
    /// The end of an adopted decision's time.
    #[n(1)]
    ApprovalLapses(#[n(0)] DecisionNo),
    /// The end of an instruction's time to be countersigned.
    #[n(2)]
    InstructionLapses(#[n(0)] PaymentNo),
    /// The end of a bank line's time to be countersigned.
    #[n(3)]
    LineLapses(#[n(0)] LineNo),
    /// The moment at which a withdrawal takes effect.
    #[n(4)]
    WithdrawalTakesEffect(#[n(0)] MemberCode),
    /// The end of a suspension's time.
    #[n(5)]
    SuspensionEnds(#[n(0)] MemberCode),
    /// The end of the time in which a member can object to new keys.
    #[n(6)]
    KeysReplaced(#[n(0)] MemberCode),
    /// The moment at which what a member owes grows older than the article allows.
    #[n(7)]
    Arrears(#[n(0)] MemberCode),
    /// The moment after a member paid what it owed.
    #[n(8)]
    ArrearsEnd(#[n(0)] MemberCode),
    /// The end of a seal's time to be countersigned.
    #[n(14)]
    SealLapses(#[n(0)] SealNo),
    /// The beginning of the day on which a pledge lapses by itself.
    #[n(9)]
    PledgeLapses(#[n(0)] MemberCode),
    /// The day on which something that a member signed or was called for falls due.
    #[n(10)]
    FallsDue(#[n(0)] MemberCode),
    /// The moment at which a member is in default on what it owes.
    #[n(11)]
    Default(#[n(0)] MemberCode),
    /// The end of the day by which an instalment of a loan was due.
    #[n(20)]
    InstalmentDue(#[n(0)] CaseNo),
    /// The end of a guarantee's term.
    #[n(21)]
    GuaranteeEnds(#[n(0)] CaseNo),
    /// The end of the time for which help is set aside.
    #[n(22)]
    HelpLapses(#[n(0)] CaseNo),
    /// The end of the time in which another treasurer can say the same of a booked line.
    #[n(13)]
    CorrectionLapses(#[n(0)] LineNo, #[n(1)] Correction),
    /// The end of a rate's time to be countersigned.
    #[n(30)]
    RateLapses(#[n(0)] RateNo),
    /// The day on which an instalment of a settlement falls due.
    #[n(24)]
    SettlementDue(#[n(0)] MemberCode),
    /// The end of a year in which income came that is to be divided.
    #[n(40)]
    YearEnds,
    /// The end of the time in which expenses of a year's budget can be entered.
    #[n(41)]
    BudgetEnds(#[n(0)] u32),
    /// The end of the time of a notice, for the member that told of it.
    #[n(60)]
    ArrangementEnds(#[n(0)] ArrangementNo, #[n(1)] MemberCode),
    /// The end of a notice of provisional application.
    #[n(55)]
    ProvisionalEnds(#[n(0)] MemberCode),
    /// The end of an emergency call's time to be countersigned.
    #[n(12)]
    EmergencyLapses(#[n(0)] EmergencyNo),
    /// The end of the time after which consultations close by the rule, if nothing is entered.
    #[n(50)]
    ConsultationQuiet(#[n(0)] ConsultationNo),
    /// The release time of a briefing.
    #[n(80)]
    BriefingReleased(#[n(0)] BriefingNo),
    /// The end of the time in which a joint procurement can be signed.
    #[n(65)]
    ProcurementLapses(#[n(0)] ProcurementNo),
    /// The moment at which the rule convenes the next session, if nobody has.
    #[n(51)]
    SessionDue(#[n(0)] ConsultationNo),
    /// The end of the silence on a text.
    #[n(52)]
    SilenceEnds(#[n(0)] TextNo),
    /// The end of the time to say where one stands on a text over an objection.
    #[n(53)]
    TextConcludes(#[n(0)] TextNo),
}

/// A task and its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Due {
    /// When it falls due.
    #[n(0)]
    pub at: Moment,
    /// What falls due.
    #[n(1)]
    pub task: Task,
}

impl Task {
    /// Whether the commands of a block are heard before it: the last call of a decision, or of a text.
    fn has_last_call(self) -> bool {
        matches!(self, Task::DecisionCloses(_) | Task::SilenceEnds(_) | Task::TextConcludes(_))
    }
}

/// The tasks ahead, by deadline, kind and number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Agenda {
    /// What has no last call.
    tasks: BTreeSet<Due>,
    /// What has one.
    closings: BTreeSet<Due>,
}

impl Agenda {
    fn of(&mut self, task: Task) -> &mut BTreeSet<Due> {
        if task.has_last_call() { &mut self.closings } else { &mut self.tasks }
    }

    pub(crate) fn add(&mut self, at: Moment, task: Task) {
        self.of(task).insert(Due { at, task });
    }

    pub(crate) fn remove(&mut self, at: Moment, task: Task) {
        self.of(task).remove(&Due { at, task });
    }

    /// The same task at another moment.
    pub(crate) fn put_off(&mut self, from: Moment, to: Moment, task: Task) {
        self.remove(from, task);
        self.add(to, task);
    }

    /// The earliest task, if it is due by then and, if it has a last call, heard out.
    pub(crate) fn first(&self, until: Moment, heard: Moment) -> Option<Due> {
        let closing = self.closings.first().copied().filter(|due| due.at <= heard);
        closing.into_iter().chain(self.first_without_last_call(until, heard)).min()
    }

    /// The earliest task that has no last call, if it is due by then.
    pub(crate) fn first_without_last_call(&self, until: Moment, _heard: Moment) -> Option<Due> {
        self.tasks.first().copied().filter(|due| due.at <= until)
    }

    /// The earliest deadline ahead.
    pub(crate) fn next(&self) -> Option<Moment> {
        self.earliest().map(|due| due.at)
    }

    fn earliest(&self) -> Option<Due> {
        self.tasks.first().into_iter().chain(self.closings.first()).min().copied()
    }
}

/// All that is ahead: first what has no last call.
impl<C> Encode<C> for Agenda {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), EncodeError<W::Error>> {
        let Agenda { tasks, closings } = self;
        let all: Vec<&Due> = tasks.iter().chain(closings).collect();
        e.encode_with(all, ctx)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Agenda {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Agenda, DecodeError> {
        let mut agenda = Agenda::default();
        for due in d.array_iter_with::<C, Due>(ctx)? {
            let Due { at, task } = due?;
            agenda.add(at, task);
        }
        Ok(agenda)
    }
}
