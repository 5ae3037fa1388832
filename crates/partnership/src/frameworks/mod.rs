//! Frameworks of two or more members, as their parties choose to tell the others of them, and existing arrangements with
//! States outside. A framework is a partnership of its own; the main order holds at most a notice. Nothing here binds
//! anybody or stops anything.

mod arrangements;
pub mod assessments;
mod command;
mod confirm;
mod event;
mod notice;
pub mod procurement;
mod refusal;
mod take_back;
mod update;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

pub use arrangements::{
    Depends, EndArrangement, Event as ArrangementEvent, GiveNotice, MAX_ARRANGEMENTS, MAX_DEPENDENCIES,
    MAX_NOTICE_DAYS, NoLongerDepends, Outcome, Question, RecordArrangement, Refusal as ArrangementRefusal,
    Resting, ReviewArrangement, ReviseArrangement, TakeNoticeBack, View,
};
use assessments::Assessments;
pub use command::Command;
pub use confirm::Confirm;
pub use event::Event;
pub use notice::{Form, MAX_PARTIES, MAX_WAITING_NOTICES, Notice, Status};
use procurement::Procurements;
pub use refusal::Refusal;
pub use take_back::WithdrawNotice;
pub use update::Update;

use self::arrangements::Arrangements;
use crate::agenda::Agenda;
use crate::event::Event as AnyEvent;
use crate::ids::{ArrangementNo, FrameworkNo};
use crate::moment::Moment;

/// What the order holds of a framework.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Framework {
    #[n(0)]
    parties: BTreeSet<MemberCode>,
    /// Who gave the newest report.
    #[n(1)]
    by: MemberCode,
    /// The newest report, from 1.
    #[n(2)]
    version: u32,
    #[n(3)]
    status: Status,
    /// The report to which each party's word stands.
    #[n(4)]
    words: BTreeMap<MemberCode, u32>,
    /// Parties that left the partnership: nothing waits for their word any more.
    #[n(5)]
    gone: BTreeSet<MemberCode>,
}

impl Framework {
    /// Whether every party that is still a member gave its word to the newest report.
    fn is_confirmed(&self) -> bool {
        self.parties.difference(&self.gone).all(|party| self.stands(*party))
    }

    /// Whether the word of this party stands to the newest report.
    fn stands(&self, party: MemberCode) -> bool {
        self.words.get(&party) == Some(&self.version)
    }

    /// R2: of a framework, its parties speak and nobody else.
    fn only_party(&self, by: MemberCode) -> Result<(), Refusal> {
        if self.parties.contains(&by) { Ok(()) } else { Err(Refusal::NotParty(by)) }
    }

    /// R4: who confirms or updates names the newest report: no word is given to another text than its author read.
    fn is_newest(&self, version: u32) -> Result<(), Refusal> {
        if self.version == version { Ok(()) } else { Err(Refusal::OtherReport { newest: self.version }) }
    }
}

/// What is true about frameworks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Frameworks {
    /// In the order of their numbers, from 1.
    #[n(0)]
    list: Vec<Framework>,
    /// What members have with States outside.
    #[n(1)]
    arrangements: Arrangements,
    /// What members say of themselves.
    #[n(20)]
    assessments: Assessments,
    /// What members buy together.
    #[n(30)]
    procurement: Procurements,
}

impl Frameworks {
    fn arrangements(&self) -> &Arrangements {
        &self.arrangements
    }

    fn get(&self, number: FrameworkNo) -> Result<&Framework, Refusal> {
        // R3: the framework has a notice.
        number.index().and_then(|at| self.list.get(at)).ok_or(Refusal::NoSuchFramework(number))
    }

    /// How many reports of this member wait for the word of another party.
    fn waiting(&self, member: MemberCode) -> usize {
        let waits = |one: &&Framework| one.by == member && one.stands(member) && !one.is_confirmed();
        self.list.iter().filter(waits).count()
    }

    fn get_mut(&mut self, number: FrameworkNo) -> Option<&mut Framework> {
        self.list.get_mut(number.index()?)
    }

    /// A member left: no notice waits for its word.
    pub(crate) fn left(&mut self, member: MemberCode) {
        for one in self.list.iter_mut().filter(|one| one.parties.contains(&member)) {
            one.gone.insert(member);
        }
    }

    pub(crate) fn apply(&mut self, agenda: &mut Agenda, at: Moment, event: &Event) {
        match event {
            Event::Assessments(event) => self.assessments.apply(event),
            Event::Procurement(event) => self.procurement.apply(agenda, at, event),
            Event::Noticed { by, notice, .. } => self.list.push(Framework {
                parties: notice.parties.iter().copied().collect(),
                by: *by,
                version: 1,
                status: notice.status,
                words: BTreeMap::from([(*by, 1)]),
                gone: BTreeSet::new(),
            }),
            Event::Confirmed { framework, by, version } => {
                if let Some(framework) = self.get_mut(*framework) {
                    framework.words.insert(*by, *version);
                }
            }
            Event::WordTakenBack { framework, by } => {
                if let Some(framework) = self.get_mut(*framework) {
                    framework.words.remove(by);
                }
            }
            Event::Updated { framework, by, version, status } => {
                if let Some(framework) = self.get_mut(*framework) {
                    (framework.by, framework.version, framework.status) = (*by, *version, *status);
                    framework.words.insert(*by, *version);
                }
            }
            Event::Arrangements(event) => self.arrangements.apply(agenda, at, event),
        }
    }
}

/// What the end of the time of a notice brings.
pub(crate) fn arrangement_ends(
    frameworks: &Frameworks,
    arrangement: ArrangementNo,
    of: MemberCode,
) -> Vec<AnyEvent> {
    frameworks.arrangements.ends(arrangement, of).map(AnyEvent::from).into_iter().collect()
}

#[cfg(test)]
mod tests;
