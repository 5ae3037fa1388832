//! Consultations: a member calls them when in its opinion the security of a member is threatened (after Article 4 of the
//! Washington Treaty). They are in force at once and close by their caller or by the rule; nobody else stops anything here.

mod acknowledge;
mod call;
mod close;
mod command;
mod event;
mod hours;
mod refusal;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode};

pub use acknowledge::Acknowledge;
pub use call::Call;
pub use close::Close;
pub(crate) use close::goes_quiet;
pub use command::Command;
pub use event::Event;
use hours::Hours;
pub use refusal::Refusal;

use crate::agenda::{Agenda, Task};
use crate::ids::ConsultationNo;
use crate::moment::Moment;

/// The most consultations that one member called and that are open at a time.
pub const MAX_CALLED: usize = 16;

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
}

/// What is true about consultations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Consultations {
    /// In the order of their numbers, from 1.
    #[n(0)]
    list: Vec<Consultation>,
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

    /// Something was entered: the time after which they close by the rule begins anew.
    fn touch(&mut self, agenda: &mut Agenda, number: ConsultationNo, at: Moment) {
        self.change(number, |called| {
            if let Some(before) = called.quiet {
                let quiet = at.plus(called.hours.quiet_after);
                agenda.put_off(before, quiet, Task::ConsultationQuiet(number));
                called.quiet = Some(quiet);
            }
        });
    }

    pub(crate) fn apply(&mut self, charter: &Charter, agenda: &mut Agenda, at: Moment, event: &Event) {
        match event {
            Event::Called { consultation, by, .. } => {
                let Some(hours) = Hours::of(charter) else { return };
                let quiet = at.plus(hours.quiet_after);
                agenda.add(quiet, Task::ConsultationQuiet(*consultation));
                let acknowledged = BTreeSet::new();
                self.list.push(Consultation { by: *by, hours, acknowledged, quiet: Some(quiet) });
            }
            Event::Acknowledged { consultation, member } => {
                self.touch(agenda, *consultation, at);
                self.change(*consultation, |called| {
                    called.acknowledged.insert(*member);
                });
            }
            Event::Closed { consultation, .. } => self.change(*consultation, |called| {
                if let Some(quiet) = called.quiet.take() {
                    agenda.remove(quiet, Task::ConsultationQuiet(*consultation));
                }
            }),
        }
    }
}

#[cfg(test)]
mod tests;
