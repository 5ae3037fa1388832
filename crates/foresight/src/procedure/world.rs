//! A rehearsal of the real partnership, and the story that is told of it in the words of the command line.

mod acts;
mod founding;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::Money;
use quorate_partnership::{CommandId, DecisionNo, Event, LineNo, Moment, PaymentNo, decisions};

pub(super) use crate::rehearsal::HOUR;
use crate::rehearsal::{Plays, Rehearsal};

/// The rehearsal as it stands, with what is known of the numbers in it.
#[derive(Clone, Debug)]
pub(super) struct World {
    rehearsal: Rehearsal,
    requested: Moment,
    /// The draft of the others, when its vote closes, and the last votes on it.
    decision: DecisionNo,
    closes: Moment,
    votes: Vec<(MemberCode, CommandId)>,
    adopted: Option<bool>,
    /// How many times those that take part were asked something else: to vote, to confirm, nothing more.
    phase: u32,
    executed: bool,
    attested: bool,
    payment: Option<PaymentNo>,
    released: bool,
    line: Option<LineNo>,
    paid: bool,
    amount: Money,
}

impl World {
    fn now(&self) -> Moment {
        self.rehearsal.now()
    }

    fn hear(&mut self, event: &Event) {
        use quorate_partnership::{cases, fund};
        match event {
            Event::Decisions(event) => self.hear_of_decisions(event),
            Event::Cases(cases::Event::Attested { .. }) => self.attested = true,
            Event::Cases(cases::Event::Instructed { payment, .. }) => self.payment = Some(*payment),
            Event::Cases(cases::Event::Released { .. }) => self.released = true,
            Event::Cases(cases::Event::Paid { .. }) => self.paid = true,
            Event::Fund(fund::Event::LineEntered { line, .. }) => self.line = Some(line.number),
            _ => {}
        }
    }

    fn hear_of_decisions(&mut self, event: &decisions::Event) {
        use decisions::Event;
        match event {
            // The draft tabled last is the one that the others act on.
            Event::Tabled { decision, .. } => self.decision = *decision,
            Event::Executed { .. } => self.executed = true,
            Event::Opened { decision, closes, .. } | Event::Extended { decision, closes }
                if *decision == self.decision =>
            {
                self.closes = *closes;
            }
            Event::Converted { decision, closes: until, .. } | Event::Unconfirmed { decision, until, .. }
                if *decision == self.decision =>
            {
                (self.closes, self.phase) = (*until, self.phase.saturating_add(1));
            }
            Event::Closed { decision, verdict, .. } if *decision == self.decision => {
                (self.adopted, self.phase) = (Some(verdict.adopted()), self.phase.saturating_add(1));
            }
            _ => {}
        }
    }

    /// Lets whole hours pass.
    pub(super) fn wait(&mut self, hours: u64) {
        for event in self.rehearsal.wait(hours) {
            self.hear(&event);
        }
    }

    /// Whether the draft was adopted; `None` while it is open.
    pub(super) fn adopted(&self) -> Option<bool> {
        self.adopted
    }

    /// How many times those that take part were asked something else.
    pub(super) fn phase(&self) -> u32 {
        self.phase
    }

    /// The deadline as it stands.
    pub(super) fn deadline(&self) -> Moment {
        self.closes
    }

    /// Milliseconds from the request until now.
    pub(super) fn since_request(&self) -> u64 {
        self.now().since(self.requested)
    }

    /// The story so far; `{charter}` stands where the charter's file is to be named.
    pub(super) fn story(&self, title: &str) -> String {
        let end = match self.adopted {
            Some(false) => format!("expect decisions {} stage: not adopted\n", self.decision.0),
            _ => String::new(),
        };
        format!("{}{end}", self.rehearsal.story(title, 365))
    }
}

impl Plays for World {
    fn rehearsal(&mut self) -> &mut Rehearsal {
        &mut self.rehearsal
    }

    fn hears(&mut self, event: &Event) {
        self.hear(event);
    }
}
