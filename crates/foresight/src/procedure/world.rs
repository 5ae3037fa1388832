//! A rehearsal of the real partnership, and the story that is told of it in the words of the command line.

mod acts;
mod founding;

pub(crate) use founding::named;

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use quorate_charter::{MemberCode, Office};
use quorate_ledger::Money;
use quorate_partnership::{
    Authentic, Command, CommandId, DecisionNo, Event, LineNo, Moment, Partnership, PaymentNo, Post, Refusal,
    decisions,
};

/// 2026-12-01T09:00:00Z: where every such story begins.
const BEGINS: Moment = Moment(1_796_115_600_000);
/// Milliseconds.
pub(super) const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;

/// The rehearsal as it stands, with what is known of the numbers in it.
#[derive(Clone, Debug)]
pub(super) struct World {
    partnership: Partnership,
    next: Moment,
    given: u64,
    lines: Vec<Arc<str>>,
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
    /// Gives a command, as it is typed: what came of it stands in the story. `None` if a rule refuses it.
    fn give(
        &mut self,
        member: MemberCode,
        office: Office,
        words: &str,
        command: Command,
    ) -> Option<CommandId> {
        let post = Post { member, office };
        self.given = self.given.saturating_add(1);
        let mut id = [0; 32];
        for (place, byte) in id.iter_mut().zip(self.given.to_be_bytes()) {
            *place = byte;
        }
        let id = CommandId(id);
        let expires = Moment(self.next.0.saturating_add(DAY));
        // Beyond the allowance of the day a command is not ordered, and nothing is to be told.
        let refusal = self.step(&[Authentic::presumed(id, post, expires, command)])?;
        self.lines.push(format!("{post}: {words}").into());
        match refusal {
            None => Some(id),
            Some(refusal) => {
                self.lines.push(format!("  refused by {}", refusal.rule()).into());
                None
            }
        }
    }

    /// One block, and what it brought: a refusal, or none. `None` if the block is not valid, and nothing changed.
    fn step(&mut self, commands: &[Authentic]) -> Option<Option<Refusal>> {
        let stepped = self.partnership.step_presumed(self.next, commands).ok()?;
        self.next = Moment(self.next.0.saturating_add(1));
        for booked in &stepped.booked {
            self.hear(&booked.event);
        }
        Some(stepped.outcomes.into_iter().find_map(|outcome| outcome.refusal))
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
        if hours == 0 {
            return;
        }
        self.lines.push(format!("wait {hours}h").into());
        self.next = Moment(self.next.0.saturating_add(hours.saturating_mul(HOUR)));
        self.step(&[]);
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
        self.next.since(self.requested)
    }

    /// The story so far; `{charter}` stands where the charter's file is to be named.
    pub(super) fn story(&self, title: &str) -> String {
        let head = format!(
            "story: {title}\ncharter: {{charter}}\nbegins: 2026-12-01T09:00:00Z\ncast: reader\n\n\
             every member accredits representative, treasurer, case-officer for 365d\n"
        );
        let end = match self.adopted {
            Some(false) => format!("expect decisions {} stage: not adopted\n", self.decision.0),
            _ => String::new(),
        };
        let lines: Vec<&str> = self.lines.iter().map(AsRef::as_ref).collect();
        format!("{head}{}\n{end}", lines.join("\n"))
    }
}
