//! What the record says, as far as a run goes by it.

use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::{Event, Moment, cases, decisions, fund, members};

use super::chance::For;
use super::clock::Todo;
use super::help::Stage;
use super::run::Run;
use crate::rehearsal::DAY;

impl Run<'_> {
    pub(super) fn hear(&mut self, event: &Event) {
        match event {
            Event::Decisions(event) => self.hear_of_decisions(event),
            Event::Cases(event) => self.hear_of_cases(event),
            Event::Fund(event) => self.hear_of_fund(event),
            Event::Members(members::Event::Left { member }) => {
                self.ran.left.push(*member);
            }
            _ => {}
        }
    }

    fn hear_of_decisions(&mut self, event: &decisions::Event) {
        use decisions::Event;
        match event {
            Event::Tabled { decision, .. } => self.decision = *decision,
            Event::Opened { decision, closes, .. }
            | Event::Extended { decision, closes, .. }
            | Event::Converted { decision, closes, .. }
            | Event::Unconfirmed { decision, until: closes, .. } => {
                if let Some(draft) = self.drafts.get_mut(decision) {
                    draft.closes = *closes;
                }
            }
            Event::Closed { decision, verdict, .. } => {
                if let Some(draft) = self.drafts.get_mut(decision) {
                    draft.adopted = Some(verdict.adopted());
                }
            }
            Event::Lapsed { decision } => {
                let about = self.drafts.get(decision).and_then(|draft| draft.about);
                if let Some(place) = about {
                    self.block(place);
                }
            }
            _ => {}
        }
    }

    fn hear_of_cases(&mut self, event: &cases::Event) {
        use cases::Event;
        match event {
            Event::Requested { case, .. } => self.case = *case,
            Event::Instructed { payment, case, .. } => {
                if let Some(help) = self.help.iter_mut().find(|help| help.case == *case) {
                    (help.payment, help.released) = (Some(*payment), false);
                }
            }
            Event::Released { payment } => {
                if let Some(help) = self.help.iter_mut().find(|help| help.payment == Some(*payment)) {
                    help.released = true;
                }
            }
            Event::InstructionLapsed { payment } => {
                if let Some(help) = self.help.iter_mut().find(|help| help.payment == Some(*payment)) {
                    help.payment = None;
                }
            }
            Event::Paid { payment, .. } => {
                let place = self.help.iter().position(|help| help.payment == Some(*payment));
                let asked = place.and_then(|place| self.help.get(place)).map(|help| help.asked);
                if let Some((place, asked)) = place.zip(asked) {
                    self.stage(place, Stage::Paid(self.hours_since(asked)));
                    self.now.paid = self.now.paid.saturating_add(1);
                }
            }
            _ => {}
        }
    }

    fn hear_of_fund(&mut self, event: &fund::Event) {
        use fund::Event;
        match event {
            Event::LineEntered { line, .. } => self.line = Some(line.number),
            Event::Called { parts, due, .. } => {
                self.owed_at(parts.iter().map(|part| part.member).collect(), *due);
            }
            Event::SteppedUp { parts, due, .. } => {
                self.owed_at(parts.iter().map(|part| part.member).collect(), *due);
            }
            Event::InDefault { member, .. } => {
                self.ran.defaults = self.ran.defaults.saturating_add(1);
                let by = self.study.scenario.model.learns.saturating_neg();
                for other in self.bound() {
                    self.learns(other, *member, by);
                }
            }
            _ => {}
        }
    }

    /// Members owe from a moment on, or from now: they pay from then.
    fn owed_at(&mut self, members: Vec<MemberCode>, due: Option<Moment>) {
        for member in members {
            let due = due.unwrap_or(self.rehearsal.now());
            let delay = self.study.scenario.member(member).delay;
            let late = self.days(delay, For::Delay, (member, None));
            let at = Moment(due.0.saturating_add(late.saturating_mul(DAY)));
            self.clock.at(at, 0, Todo::Pay(member));
        }
    }
}
