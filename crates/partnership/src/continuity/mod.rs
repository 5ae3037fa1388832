//! Continuity: lines between militaries that go on through a political dispute. Each side says what it knows of a line, for
//! itself alone; their state is known, a closing is attributed, and the fall-back is started. A line ends when one side ends it.

mod close;
mod command;
mod confirm;
mod event;
mod fall_back;
mod line;
mod outage;
mod record;
mod refusal;
mod restored;
mod test;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

pub use close::Close;
pub use command::Command;
pub use confirm::Confirm;
pub use event::{Event, FallBack, Left, Recorded, Said};
pub use fall_back::StartFallBack;
pub use line::{LineKind, LineState, TestResult};
pub use outage::Outage;
pub use record::{MAX_OPEN_LINES, MAX_SIDES, MAX_TEST_EVERY, Record};
pub use refusal::Refusal;
pub use restored::Restored;
pub use test::Test;

use self::line::Line;
use crate::ids::LiaisonLineNo;
use crate::moment::Moment;

/// What is true about continuity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Continuity {
    /// In the order of their numbers, from 1; closed ones too.
    #[n(0)]
    lines: Vec<Line>,
    /// How many of the lines that each member recorded are not closed.
    #[n(1)]
    open: BTreeMap<MemberCode, u32>,
}

impl Continuity {
    fn line(&self, number: LiaisonLineNo) -> Option<&Line> {
        number.index().and_then(|at| self.lines.get(at))
    }

    fn open_by(&self, member: MemberCode) -> u32 {
        self.open.get(&member).copied().unwrap_or_default()
    }

    fn open_line(&self, number: LiaisonLineNo) -> Result<&Line, Refusal> {
        // L6: the line exists and is not closed.
        self.line(number).filter(|line| !line.closed).ok_or(Refusal::NoOpenLine(number))
    }

    /// Whether a line has this number, open or closed.
    #[must_use]
    pub fn has_line(&self, number: LiaisonLineNo) -> bool {
        self.line(number).is_some()
    }

    fn change(&mut self, number: LiaisonLineNo, change: impl FnOnce(&mut Line)) {
        if let Some(line) = number.index().and_then(|at| self.lines.get_mut(at)) {
            change(line);
        }
    }

    /// Something happened to members: who is one now.
    pub(crate) fn are_bound(&mut self, is_bound: impl Fn(MemberCode) -> bool, at: Moment) {
        for line in self.lines.iter_mut().filter(|line| !line.closed) {
            line.are_bound(&is_bound, at);
        }
    }

    pub(crate) fn apply(&mut self, event: &Event, at: Moment) {
        match event {
            Event::Recorded { by, recorded, confirm_every, .. } => {
                let open = self.open.entry(*by).or_default();
                *open = open.saturating_add(1);
                self.lines.push(Line::recorded(*by, recorded, *confirm_every, at.day()));
            }
            Event::OutageBegan { line, said, began, .. } => {
                self.change(*line, |line| line.outage_began(*said, *began));
            }
            Event::Restored { line, said, at } => self.change(*line, |line| line.restored(*said, *at)),
            Event::Closed { line, .. } => {
                let mut recorder = None;
                self.change(*line, |line| {
                    line.closed = true;
                    recorder = Some(line.recorded_by);
                });
                if let Some(open) = recorder.and_then(|member| self.open.get_mut(&member)) {
                    *open = open.saturating_sub(1);
                }
            }
            Event::Confirmed { line, said, state, .. } => self.change(*line, |line| {
                line.ended.remove(&(said.by, said.of));
                if *state == LineState::Working {
                    line.works(*said);
                }
            }),
            Event::FallBackStarted { line, .. } => self.change(*line, |line| line.fallen_back = true),
            Event::EndReported { line, said, .. } => self.change(*line, |line| {
                line.ended.insert((said.by, said.of));
            }),
            Event::Tested { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests;
