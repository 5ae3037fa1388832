//! Existing arrangements of members with States outside: each member that is party tells its own view, and no other's.
//! What a member tells binds nobody else, and ends nothing for another.

mod dependencies;
mod end;
mod event;
mod notice;
mod question;
mod record;
mod refusal;
mod review;
mod revise;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

pub use dependencies::{Depends, MAX_DEPENDENCIES, NoLongerDepends, Resting};
pub use end::EndArrangement;
pub use event::{Event, Outcome};
pub use notice::{GiveNotice, TakeNoticeBack};
pub use question::Question;
pub use record::{MAX_ARRANGEMENTS, MAX_NOTICE_DAYS, RecordArrangement, View};
pub use refusal::Refusal;
pub use review::ReviewArrangement;
pub use revise::ReviseArrangement;

use crate::agenda::{Agenda, Task};
use crate::ids::{ArrangementNo, DependencyNo};
use crate::moment::{Day, Moment};

/// Notice that was given, as one member told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
struct Running {
    #[n(0)]
    by: MemberCode,
    /// When its time is over.
    #[n(1)]
    at: Moment,
}

/// What one member that is party told.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Side {
    /// Its view, from 1.
    #[n(0)]
    version: u32,
    #[n(1)]
    since: Day,
    #[n(2)]
    notice_days: u32,
    #[n(3)]
    running: Option<Running>,
    #[n(4)]
    ended: bool,
}

impl Side {
    fn of(view: &View) -> Side {
        let View { since, notice_days, .. } = view;
        Side { version: 1, since: *since, notice_days: *notice_days, running: None, ended: false }
    }
}

/// What the order holds of an arrangement.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Arrangement {
    #[n(0)]
    with: BTreeSet<MemberCode>,
    #[n(1)]
    members: BTreeSet<MemberCode>,
    /// Who recorded it.
    #[n(2)]
    by: MemberCode,
    #[n(3)]
    sides: BTreeMap<MemberCode, Side>,
    /// What rests on it, as each member says.
    #[n(4)]
    dependents: BTreeSet<(MemberCode, Resting)>,
}

impl Arrangement {
    /// R10: of an arrangement the members that are party speak, each for itself.
    fn only_party(&self, by: MemberCode) -> Result<(), Refusal> {
        if self.members.contains(&by) { Ok(()) } else { Err(Refusal::NotParty(by)) }
    }

    /// The side of a member that told its view, and for which the arrangement has not ended.
    fn standing(&self, by: MemberCode) -> Result<&Side, Refusal> {
        self.only_party(by)?;
        // R12: what a member has not told, or what ended for it, it does not go on with.
        self.sides.get(&by).filter(|side| !side.ended).ok_or(Refusal::NotStanding(by))
    }
}

/// What is true about existing arrangements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Arrangements {
    /// In the order of their numbers, from 1.
    #[n(0)]
    list: Vec<Arrangement>,
    /// What was said to rest on what, by whom, and whether it is still said; in the order of the numbers, from 1.
    #[n(1)]
    dependencies: Vec<Dependency>,
}

/// Something that rests on an arrangement, as one member says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Dependency {
    #[n(0)]
    by: MemberCode,
    #[n(1)]
    on: ArrangementNo,
    #[n(2)]
    what: Resting,
    #[n(3)]
    stands: bool,
}

impl Arrangements {
    fn get(&self, number: ArrangementNo) -> Result<&Arrangement, Refusal> {
        // R11: the arrangement is on record.
        number.index().and_then(|at| self.list.get(at)).ok_or(Refusal::NoSuchArrangement(number))
    }

    /// How many that a member recorded have not ended for it.
    fn recorded_by(&self, member: MemberCode) -> usize {
        let stands = |one: &&Arrangement| one.by == member && one.standing(member).is_ok();
        self.list.iter().filter(stands).count()
    }

    fn side_mut(&mut self, number: ArrangementNo, of: MemberCode) -> Option<&mut Side> {
        self.list.get_mut(number.index()?)?.sides.get_mut(&of)
    }

    fn end_running(&mut self, number: ArrangementNo, of: MemberCode, agenda: &mut Agenda) {
        if let Some(running) = self.side_mut(number, of).and_then(|side| side.running.take()) {
            agenda.remove(running.at, Task::ArrangementEnds(number, of));
        }
    }

    pub(super) fn apply(&mut self, agenda: &mut Agenda, at: Moment, event: &Event) {
        match event {
            Event::Recorded { by, terms, .. } => self.list.push(Arrangement {
                with: terms.with.iter().copied().collect(),
                members: terms.members.iter().copied().collect(),
                by: *by,
                sides: BTreeMap::from([(*by, Side::of(&terms.view))]),
                dependents: BTreeSet::new(),
            }),
            Event::Revised { arrangement, by, version, view } => {
                let Some(known) = arrangement.index().and_then(|at| self.list.get_mut(at)) else { return };
                let side = known.sides.entry(*by).or_insert_with(|| Side::of(view));
                (side.version, side.since, side.notice_days) = (*version, view.since, view.notice_days);
            }
            Event::NoticeGiven { arrangement, told_by, by, ends, .. } => {
                // Notice that ran out before it was told of ends it in the same block.
                let ends = ends.begins().max(at);
                if let Some(side) = self.side_mut(*arrangement, *told_by) {
                    side.running = Some(Running { by: *by, at: ends });
                    agenda.add(ends, Task::ArrangementEnds(*arrangement, *told_by));
                }
            }
            Event::NoticeTakenBack { arrangement, told_by } => {
                self.end_running(*arrangement, *told_by, agenda);
            }
            Event::Ended { arrangement, of, .. } => {
                self.end_running(*arrangement, *of, agenda);
                if let Some(side) = self.side_mut(*arrangement, *of) {
                    side.ended = true;
                }
            }
            Event::Rests { by, on, what, .. } => {
                let dependency = Dependency { by: *by, on: *on, what: what.clone(), stands: true };
                self.dependencies.push(dependency);
                if let Some(known) = on.index().and_then(|at| self.list.get_mut(at)) {
                    known.dependents.insert((*by, what.clone()));
                }
            }
            Event::RestsNoLonger { dependency, .. } => self.rests_no_longer(*dependency),
            Event::Reviewed { .. } | Event::Questioned { .. } => {}
        }
    }

    fn rests_no_longer(&mut self, number: DependencyNo) {
        let Some(said) = number.index().and_then(|at| self.dependencies.get_mut(at)) else { return };
        said.stands = false;
        if let Some(known) = said.on.index().and_then(|at| self.list.get_mut(at)) {
            known.dependents.remove(&(said.by, said.what.clone()));
        }
    }

    /// What the end of a notice's time brings, and whose notice it was.
    pub(super) fn ends(&self, arrangement: ArrangementNo, of: MemberCode) -> Option<Event> {
        let side = arrangement.index().and_then(|at| self.list.get(at))?.sides.get(&of)?;
        let notice_of = Some(side.running?.by);
        Some(Event::Ended { arrangement, of, notice_of })
    }
}

#[cfg(test)]
mod tests;
