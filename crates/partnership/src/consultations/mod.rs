//! Consultations: a member calls them when in its opinion the security of a member is threatened (after Article 4 of the
//! Washington Treaty). They are in force at once and close by their caller or by the rule; nobody else stops anything here.

mod acknowledge;
mod attend;
mod break_silence;
mod call;
mod close;
mod command;
mod conclude;
mod convene;
mod dissociate;
mod event;
mod hours;
mod kinds;
mod link;
mod minutes;
mod name_decision;
mod refusal;
mod sessions;
mod state;
mod support;
mod table_text;
mod texts;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode};

pub use acknowledge::Acknowledge;
pub use attend::Attend;
pub use break_silence::BreakSilence;
pub use call::Call;
pub use close::Close;
pub(crate) use close::goes_quiet;
pub use command::Command;
pub use conclude::Conclude;
pub use convene::Convene;
pub use dissociate::Dissociate;
pub use event::Event;
use hours::Hours;
pub use kinds::{About, Outcome, ProceedingStatus};
pub use link::Link;
pub use minutes::GiveMinutes;
pub use name_decision::NameDecision;
pub use refusal::Refusal;
pub(crate) use sessions::session_due;
pub use state::State;
pub use support::Support;
pub use table_text::TableText;
pub(crate) use texts::{silence_ends, text_concludes};

use sessions::Session;
use texts::{Stage, Text};

use crate::agenda::{Agenda, Task};
use crate::audience::Audience;
use crate::ids::{ConsultationNo, SessionNo};
use crate::moment::Moment;

/// The most consultations that one member called and that are open at a time.
pub const MAX_CALLED: usize = 16;
/// The most sessions of the same consultations that one member convenes within the article's time between two.
pub const MAX_CONVENED: usize = 4;
/// The most texts of one member that are on the table of the same consultations at a time.
pub const MAX_TABLED: usize = 8;

/// Consultations, and whether they are open.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Consultation {
    #[n(0)]
    by: MemberCode,
    /// The charter's hours at the call: no text that comes into force later changes them.
    #[n(1)]
    hours: Hours,
    #[n(2)]
    acknowledged: BTreeSet<MemberCode>,
    /// When they close by the rule, if nothing is entered until then; none once they are closed.
    #[n(3)]
    quiet: Option<Moment>,
    #[n(4)]
    closed: Option<Moment>,
    /// By when the next session is held that is not convened yet.
    #[n(5)]
    next_by: Moment,
    /// The chair of the last session that was convened.
    #[n(6)]
    chair: Option<MemberCode>,
    /// When, and by whom, the last sessions that members convened were convened.
    #[n(7)]
    convened: Vec<(Moment, MemberCode)>,
    /// How many texts of each member are on the table.
    #[n(8)]
    tabled: BTreeMap<MemberCode, usize>,
    /// For whom the call is: nothing in them is for more.
    #[n(9)]
    audience: Audience,
    /// Whether the caller left: then nothing puts off their close.
    #[n(10)]
    left: bool,
}

/// What is true about consultations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Consultations {
    /// In the order of their numbers, from 1.
    #[n(0)]
    list: Vec<Consultation>,
    /// In the order of their numbers, from 1.
    #[n(1)]
    sessions: Vec<Session>,
    /// In the order of their numbers, from 1: of which consultations each is.
    #[n(2)]
    statements: Vec<ConsultationNo>,
    /// In the order of their numbers, from 1.
    #[n(3)]
    texts: Vec<Text>,
    /// How many proceedings in other bodies were reported.
    #[n(4)]
    proceedings: usize,
}

impl Consultations {
    fn find(&self, number: ConsultationNo) -> Option<&Consultation> {
        number.index().and_then(|at| self.list.get(at))
    }

    fn open(&self, number: ConsultationNo) -> Result<&Consultation, Refusal> {
        // K2: they exist and are open.
        self.find(number).filter(|called| called.quiet.is_some()).ok_or(Refusal::NotOpen(number))
    }

    /// How many of those that this member called are open.
    fn open_of(&self, member: MemberCode) -> usize {
        self.list.iter().filter(|called| called.by == member && called.quiet.is_some()).count()
    }

    fn change(&mut self, number: ConsultationNo, change: impl FnOnce(&mut Consultation)) {
        if let Some(called) = number.index().and_then(|at| self.list.get_mut(at)) {
            change(called);
        }
    }

    /// K26: what is entered is for no more than may read the call.
    fn no_wider(&self, number: ConsultationNo, audience: Audience) -> Result<(), Refusal> {
        let within = self.find(number).is_some_and(|called| audience <= called.audience);
        if within { Ok(()) } else { Err(Refusal::Wider(number)) }
    }

    /// A member is a member no longer: nobody puts off the close of what it called.
    pub(crate) fn left(&mut self, member: MemberCode) {
        self.list.iter_mut().filter(|called| called.by == member).for_each(|called| called.left = true);
    }

    /// Something was entered: the time after which they close by the rule begins anew, unless their caller left.
    fn touch(&mut self, agenda: &mut Agenda, number: ConsultationNo, at: Moment) {
        self.change(number, |called| {
            if let Some(before) = called.quiet.filter(|_| !called.left) {
                let quiet = at.plus(called.hours.quiet_after);
                agenda.put_off(before, quiet, Task::ConsultationQuiet(number));
                called.quiet = Some(quiet);
            }
        });
    }

    fn call(
        &mut self,
        agenda: &mut Agenda,
        at: Moment,
        number: ConsultationNo,
        by: MemberCode,
        hours: Hours,
        audience: Audience,
    ) {
        let quiet = at.plus(hours.quiet_after);
        let called = Consultation {
            by,
            hours,
            acknowledged: BTreeSet::new(),
            quiet: Some(quiet),
            closed: None,
            next_by: at.plus(hours.first_session_within),
            chair: None,
            convened: Vec::new(),
            tabled: BTreeMap::new(),
            audience,
            left: false,
        };
        agenda.add(quiet, Task::ConsultationQuiet(number));
        agenda.add(called.session_task(), Task::SessionDue(number));
        self.list.push(called);
    }

    /// Texts on the table stay there until their end.
    fn close(&mut self, agenda: &mut Agenda, at: Moment, number: ConsultationNo) {
        self.change(number, |called| {
            if let Some(quiet) = called.quiet.take() {
                agenda.remove(quiet, Task::ConsultationQuiet(number));
                agenda.remove(called.session_task(), Task::SessionDue(number));
                called.closed = Some(at);
                called.convened.clear();
            }
        });
    }

    /// Something was entered about a session.
    fn touch_session(&mut self, agenda: &mut Agenda, number: SessionNo, at: Moment) {
        if let Some(consultation) = self.of_session(number) {
            self.touch(agenda, consultation, at);
        }
    }

    /// `decisions`: how many were tabled until now.
    pub(crate) fn apply(
        &mut self,
        charter: &Charter,
        agenda: &mut Agenda,
        at: Moment,
        event: &Event,
        decisions: usize,
    ) {
        match event {
            Event::Called { consultation, by, audience, .. } => {
                if let Some(hours) = Hours::of(charter) {
                    self.call(agenda, at, *consultation, *by, hours, *audience);
                }
            }
            Event::Acknowledged { consultation, member } => {
                self.touch(agenda, *consultation, at);
                self.change(*consultation, |called| {
                    called.acknowledged.insert(*member);
                });
            }
            Event::Closed { consultation, .. } => self.close(agenda, at, *consultation),
            Event::SessionConvened { .. } => self.convene(agenda, at, event),
            Event::Attended { session, member } => {
                self.change_session(*session, |held| {
                    held.attended.insert(*member);
                });
                self.touch_session(agenda, *session, at);
            }
            Event::MinutesGiven { session, .. } => self.touch_session(agenda, *session, at),
            Event::Stated { consultation, .. } => {
                self.statements.push(*consultation);
                self.touch(agenda, *consultation, at);
            }
            Event::TextTabled { .. } => self.tabled(agenda, at, event),
            Event::SilenceBroken { .. } | Event::Supported { .. } | Event::Dissociated { .. } => {
                self.says(agenda, at, event);
            }
            Event::TextAgreed { text, .. } => self.ends(agenda, *text, Stage::Agreed, decisions),
            Event::TextConcluded { text, .. } => self.ends(agenda, *text, Stage::Concluded, decisions),
            Event::TextTakenBack { text, .. } => self.ends(agenda, *text, Stage::TakenBack, decisions),
            Event::DecisionNamed { text, decision } => {
                if let Some(consultation) = self.decision_named(*text, *decision) {
                    self.touch(agenda, consultation, at);
                }
            }
            Event::ProceedingReported { .. } => self.proceedings = self.proceedings.saturating_add(1),
        }
    }
}

#[cfg(test)]
mod tests;
