//! Positions: what members say where they stand, what they report of others, in which groupings States are, and who is
//! briefed in advance. Plain entries: none of them binds anybody or stops anything.

mod acknowledge;
mod announce;
mod command;
mod event;
mod explain;
mod grouping;
mod refusal;
mod reported;
mod sounding;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

pub use acknowledge::Acknowledge;
pub(crate) use announce::released;
pub use announce::{Announce, MAX_BRIEFED, MAX_DAYS_AHEAD, MAX_WAITING_BRIEFINGS};
pub use command::Command;
pub use event::{Event, Leaning, Subject, Tone};
pub use explain::Explain;
pub use grouping::{MAX_GROUPED, MAX_GROUPINGS, RecordGrouping, ReviseGrouping};
pub use refusal::Refusal;
pub use reported::Report;
pub use sounding::Sound;

use crate::agenda::{Agenda, Task};
use crate::audience::Audience;
use crate::ids::{BriefingNo, GroupingNo, SoundingNo};
use crate::partnership::Partnership;

/// A sounding: by whom and of which State, and whether it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
struct Sounding {
    #[n(0)]
    by: MemberCode,
    #[n(1)]
    of: MemberCode,
    #[n(2)]
    stands: bool,
    #[n(3)]
    audience: Audience,
}

/// A grouping: by whom, and in which version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
struct Grouping {
    #[n(0)]
    by: MemberCode,
    #[n(1)]
    version: u32,
}

/// A briefing: by whom, who has not acknowledged it, and whether its release time has come.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Briefing {
    #[n(0)]
    by: MemberCode,
    #[n(1)]
    missing: BTreeSet<MemberCode>,
    #[n(2)]
    waits: bool,
}

/// What is true about positions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Positions {
    /// Each in the order of their numbers, from 1.
    #[n(0)]
    soundings: Vec<Sounding>,
    #[n(1)]
    groupings: Vec<Grouping>,
    #[n(2)]
    briefings: Vec<Briefing>,
    /// How many groupings each member recorded.
    #[n(3)]
    recorded: BTreeMap<MemberCode, u32>,
    /// How many briefings of each member wait for their release time.
    #[n(4)]
    waiting: BTreeMap<MemberCode, u32>,
}

/// P1: the charter has an article on positions.
fn has_article(partnership: &Partnership) -> Result<(), Refusal> {
    partnership.charter().positions().map(|_| ()).ok_or(Refusal::NoArticle)
}

/// P2: what is reported is of a State that is no member: a member speaks for itself.
fn is_outside(partnership: &Partnership, state: MemberCode) -> Result<(), Refusal> {
    if partnership.members().is_bound(state) { Err(Refusal::SpeaksForItself(state)) } else { Ok(()) }
}

impl Positions {
    fn grouping(&self, number: GroupingNo) -> Option<&Grouping> {
        number.index().and_then(|at| self.groupings.get(at))
    }

    fn briefing(&self, number: BriefingNo) -> Option<&Briefing> {
        number.index().and_then(|at| self.briefings.get(at))
    }

    pub(crate) fn apply(&mut self, agenda: &mut Agenda, event: &Event) {
        match event {
            Event::Sounded { by, of, replaces, audience, .. } => {
                let before = replaces.and_then(SoundingNo::index).and_then(|at| self.soundings.get_mut(at));
                if let Some(before) = before {
                    before.stands = false;
                }
                self.soundings.push(Sounding { by: *by, of: *of, stands: true, audience: *audience });
            }
            Event::Explained { .. } | Event::Reported { .. } => {}
            Event::GroupingRecorded { by, .. } => {
                let recorded = self.recorded.entry(*by).or_default();
                *recorded = recorded.saturating_add(1);
                self.groupings.push(Grouping { by: *by, version: 1 });
            }
            Event::GroupingRevised { grouping, version, .. } => {
                if let Some(revised) = grouping.index().and_then(|at| self.groupings.get_mut(at)) {
                    revised.version = *version;
                }
            }
            Event::BriefingAnnounced { briefing, by, to, release, .. } => {
                agenda.add(*release, Task::BriefingReleased(*briefing));
                let waiting = self.waiting.entry(*by).or_default();
                *waiting = waiting.saturating_add(1);
                self.briefings.push(Briefing { by: *by, missing: to.iter().copied().collect(), waits: true });
            }
            Event::BriefingReleased { briefing } => {
                let at = briefing.index().and_then(|at| self.briefings.get_mut(at));
                let Some(released) = at.filter(|announced| announced.waits) else { return };
                released.waits = false;
                if let Some(waiting) = self.waiting.get_mut(&released.by) {
                    *waiting = waiting.saturating_sub(1);
                }
            }
            Event::Acknowledged { briefing, by } => {
                if let Some(announced) = briefing.index().and_then(|at| self.briefings.get_mut(at)) {
                    announced.missing.remove(by);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
