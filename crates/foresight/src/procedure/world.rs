//! A rehearsal of the real partnership, and the story that is told of it in the words of the command line.

mod acts;
mod founding;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::{MemberCode, Office};
use quorate_ledger::Money;
use quorate_partnership::{
    Authentic, Command, CommandId, DecisionNo, Event, LineNo, Moment, Partnership, PaymentNo, Post, Refusal,
};

/// 2026-12-01T09:00:00Z: where every such story begins.
const BEGINS: Moment = Moment(1_796_115_600_000);
const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;

/// The rehearsal as it stands, with what is known of the numbers in it.
#[derive(Clone, Debug)]
pub(super) struct World {
    partnership: Partnership,
    next: Moment,
    given: u64,
    lines: Vec<String>,
    requested: Moment,
    /// The draft of the others, when its vote closes, and the last votes on it.
    decision: DecisionNo,
    closes: Moment,
    votes: Vec<(MemberCode, CommandId)>,
    adopted: Option<bool>,
    executed: bool,
    attested: bool,
    payment: Option<PaymentNo>,
    released: bool,
    line: Option<LineNo>,
    paid: bool,
    amount: Money,
}

impl World {
    /// Gives a command, as it is typed: what came of it stands in the story.
    fn give(
        &mut self,
        member: MemberCode,
        office: Office,
        words: &str,
        command: Command,
    ) -> Result<CommandId, Refusal> {
        let post = Post { member, office };
        self.given = self.given.saturating_add(1);
        let mut id = [0; 32];
        for (place, byte) in id.iter_mut().zip(self.given.to_be_bytes()) {
            *place = byte;
        }
        let id = CommandId(id);
        let expires = Moment(self.next.0.saturating_add(DAY));
        let refusal = self.step(&[Authentic::presumed(id, post, expires, command)]);
        self.lines.push(format!("{post}: {words}"));
        match refusal {
            None => Ok(id),
            Some(refusal) => {
                self.lines.push(format!("  refused by {}", refusal.rule()));
                Err(refusal)
            }
        }
    }

    /// One block, and what it brought.
    fn step(&mut self, commands: &[Authentic]) -> Option<Refusal> {
        let stepped = self.partnership.step_presumed(self.next, commands).ok()?;
        self.next = Moment(self.next.0.saturating_add(1));
        for booked in &stepped.booked {
            self.hear(&booked.event);
        }
        stepped.outcomes.into_iter().find_map(|outcome| outcome.refusal)
    }

    fn hear(&mut self, event: &Event) {
        use quorate_partnership::{cases, decisions, fund};
        match event {
            Event::Decisions(decisions::Event::Tabled { decision, .. }) => self.decision = *decision,
            Event::Decisions(decisions::Event::Opened { closes, .. }) => self.closes = *closes,
            Event::Decisions(decisions::Event::Closed { verdict, .. }) => {
                self.adopted = Some(verdict.adopted());
            }
            Event::Decisions(decisions::Event::Executed { .. }) => self.executed = true,
            Event::Cases(cases::Event::Attested { .. }) => self.attested = true,
            Event::Cases(cases::Event::Instructed { payment, .. }) => self.payment = Some(*payment),
            Event::Cases(cases::Event::Released { .. }) => self.released = true,
            Event::Cases(cases::Event::Paid { .. }) => self.paid = true,
            Event::Fund(fund::Event::LineEntered { line, .. }) => self.line = Some(line.number),
            _ => {}
        }
    }

    /// Lets whole hours pass.
    fn wait(&mut self, hours: u64) {
        if hours == 0 {
            return;
        }
        self.lines.push(format!("wait {hours}h"));
        self.next = Moment(self.next.0.saturating_add(hours.saturating_mul(HOUR)));
        self.step(&[]);
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
        let lines: Vec<String> = self.lines.iter().map(ToString::to_string).collect();
        format!("{head}{}\n{end}", lines.join("\n"))
    }
}
