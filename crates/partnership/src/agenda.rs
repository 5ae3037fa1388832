//! What time alone will bring, in order: no scans.

use alloc::collections::BTreeSet;

use quorate_charter::MemberCode;

use crate::ids::{DecisionNo, LineNo, PaymentNo};
use crate::moment::Moment;

/// Something that falls due. The order of the kinds and numbers breaks ties between equal deadlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// A vote's deadline.
    DecisionCloses(DecisionNo),
    /// The end of an adopted decision's time.
    ApprovalLapses(DecisionNo),
    /// The end of an instruction's time to be countersigned.
    InstructionLapses(PaymentNo),
    /// The end of a bank line's time to be countersigned.
    LineLapses(LineNo),
    /// The moment at which a withdrawal takes effect.
    WithdrawalTakesEffect(MemberCode),
    /// The end of a suspension's time.
    SuspensionEnds(MemberCode),
    /// The end of the time in which a member can object to new keys.
    KeysReplaced(MemberCode),
    /// The moment at which what a member owes grows older than the article allows.
    Arrears(MemberCode),
    /// The moment after a member paid what it owed.
    ArrearsEnd(MemberCode),
}

/// A task and its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// When it falls due.
    pub at: Moment,
    /// What falls due.
    pub task: Task,
}

/// The tasks ahead, by deadline, kind and number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Agenda {
    tasks: BTreeSet<Due>,
}

impl Agenda {
    pub(crate) fn add(&mut self, at: Moment, task: Task) {
        self.tasks.insert(Due { at, task });
    }

    pub(crate) fn remove(&mut self, at: Moment, task: Task) {
        self.tasks.remove(&Due { at, task });
    }

    /// The earliest task, if it is due by then.
    pub(crate) fn first(&self, until: Moment) -> Option<Due> {
        self.tasks.first().copied().filter(|due| due.at <= until)
    }

    /// The earliest deadline ahead.
    pub(crate) fn next(&self) -> Option<Moment> {
        self.tasks.first().map(|due| due.at)
    }
}
