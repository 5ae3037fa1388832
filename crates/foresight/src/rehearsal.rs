//! A rehearsal of the real partnership, in which every act is a real command; and its story in the words of the
//! command line.

pub(crate) mod account;
pub(crate) mod acts;
pub(crate) mod founding;
mod keys;
pub(crate) mod moves;

pub(crate) use keys::{key, named};

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, Office};
use quorate_partnership::{
    Authentic, CommandId, Event, Founder, Genesis, Moment, Nature, Partnership, Post, Refusal, RuleId,
};

use self::acts::Act;

/// 2026-12-01T09:00:00Z: where every such story begins.
pub(crate) const BEGINS: Moment = Moment(1_796_115_600_000);
/// Milliseconds.
pub(crate) const HOUR: u64 = 3_600_000;
pub(crate) const DAY: u64 = 24 * HOUR;
/// Whom every member accredits.
pub(crate) const OFFICES: [Office; 3] = [Office::Representative, Office::Treasurer, Office::CaseOfficer];

/// What a command, or time alone, brought.
#[derive(Default)]
pub(crate) struct Brought {
    /// The command, if no rule refused it.
    pub(crate) accepted: Option<CommandId>,
    /// The rule that refused it, if one did. A command that was not even ordered has neither.
    pub(crate) refused: Option<RuleId>,
    /// What happened.
    pub(crate) events: Vec<Event>,
}

/// Whoever plays a rehearsal: it gives commands, and hears what they bring.
pub(crate) trait Plays {
    /// The rehearsal.
    fn rehearsal(&mut self) -> &mut Rehearsal;

    /// Something happened.
    fn hears(&mut self, event: &Event);

    /// Gives a command, if there is one, and hears what it brought.
    fn give(&mut self, member: MemberCode, act: impl Into<Option<Act>>) -> Brought {
        let Some(act) = act.into() else { return Brought::default() };
        let brought = self.rehearsal().give(member, act);
        for event in &brought.events {
            self.hears(event);
        }
        brought
    }

    /// The same; whether no rule refused it.
    fn does(&mut self, member: MemberCode, act: impl Into<Option<Act>>) -> bool {
        self.give(member, act).accepted.is_some()
    }
}

/// A block of a rehearsal: its moment, and the commands in it.
pub type Presumed = (Moment, Vec<Authentic>);

/// The rehearsal as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Rehearsal {
    partnership: Partnership,
    next: Moment,
    given: u64,
    /// What rules refused, by rule.
    refused: BTreeMap<RuleId, u64>,
    /// Whether the story is told.
    tells: bool,
    lines: Vec<Arc<str>>,
    /// What it stepped through since it was asked to keep it.
    blocks: Option<Vec<Presumed>>,
}

impl Rehearsal {
    /// Begins under this charter, whose text this is; nobody is accredited yet.
    pub(crate) fn begin(charter: &Charter, text: &str, tells: bool) -> Option<Rehearsal> {
        let founder = |member: MemberCode| Founder {
            member,
            root: key(member, Office::Root),
            recovery: key(member, Office::Recovery),
            node: named(member, "node"),
        };
        let founders = charter.members().map(|(member, _)| founder(member)).collect();
        let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, text, founders).ok()?;
        let begun = Rehearsal::of(Partnership::begin(&genesis).ok()?);
        Some(Rehearsal { next: Moment(BEGINS.0.saturating_add(1)), tells, ..begun })
    }

    /// Goes on with a rehearsal from where it stands, and tells nothing.
    pub(crate) fn of(partnership: Partnership) -> Rehearsal {
        let next = Moment(partnership.moment().0.saturating_add(1));
        Rehearsal {
            partnership,
            next,
            given: 0,
            refused: BTreeMap::new(),
            tells: false,
            lines: Vec::new(),
            blocks: None,
        }
    }

    /// What is true.
    pub(crate) fn partnership(&self) -> &Partnership {
        &self.partnership
    }

    /// The moment of the next command.
    pub(crate) fn now(&self) -> Moment {
        self.next
    }

    /// How many commands were given.
    pub(crate) fn given(&self) -> u64 {
        self.given
    }

    /// What rules refused, by rule.
    pub(crate) fn refused(&self) -> &BTreeMap<RuleId, u64> {
        &self.refused
    }

    /// Gives a command, as it is typed: what came of it stands in the story.
    pub(crate) fn give(&mut self, member: MemberCode, act: Act) -> Brought {
        let post = Post { member, office: act.office };
        self.given = self.given.saturating_add(1);
        let mut id = [0; 32];
        for (place, byte) in id.iter_mut().zip(self.given.to_be_bytes()) {
            *place = byte;
        }
        let id = CommandId(id);
        let expires = Moment(self.next.0.saturating_add(DAY));
        // Beyond the allowance of the day a command is not ordered, and nothing is to be told.
        let Some((refusal, events)) = self.step(&[Authentic::presumed(id, post, expires, act.command)])
        else {
            return Brought::default();
        };
        self.tell(|| format!("{post}: {}", (act.words)()));
        let Some(refusal) = refusal else { return Brought { accepted: Some(id), refused: None, events } };
        let rule = refusal.rule();
        self.tell(|| format!("  refused by {rule}"));
        let count = self.refused.entry(rule).or_default();
        *count = count.saturating_add(1);
        Brought { accepted: None, refused: Some(rule), events }
    }

    /// One block, and what it brought. `None` if the block is not valid, and nothing changed.
    fn step(&mut self, commands: &[Authentic]) -> Option<(Option<Refusal>, Vec<Event>)> {
        let stepped = self.partnership.step_presumed(self.next, commands).ok()?;
        if let Some(blocks) = &mut self.blocks {
            blocks.push((self.next, commands.to_vec()));
        }
        self.next = Moment(self.next.0.saturating_add(1));
        let refusal = stepped.outcomes.into_iter().find_map(|outcome| outcome.refusal);
        Some((refusal, stepped.booked.into_iter().map(|booked| booked.event).collect()))
    }

    /// Lets whole hours pass, and says what that brought.
    pub(crate) fn wait(&mut self, hours: u64) -> Vec<Event> {
        if hours == 0 {
            return Vec::new();
        }
        self.tell(|| format!("wait {hours}h"));
        self.next = Moment(self.next.0.saturating_add(hours.saturating_mul(HOUR)));
        // Where nothing is due, a block of nothing brings nothing: the next command says how late it is.
        if self.partnership.next_deadline().is_none_or(|due| due > self.next) {
            return Vec::new();
        }
        self.step(&[]).map(|(_, events)| events).unwrap_or_default()
    }

    fn tell(&mut self, line: impl FnOnce() -> String) {
        if self.tells {
            self.lines.push(line().into());
        }
    }

    /// Writes a heading into the story.
    pub(crate) fn heading(&mut self, words: impl FnOnce() -> String) {
        self.tell(|| format!("\n== {}", words()));
    }

    /// The command that was told last.
    pub(crate) fn last_told(&self) -> &str {
        self.lines.iter().rev().find(|line| !line.starts_with(' ')).map(AsRef::as_ref).unwrap_or_default()
    }

    /// Forgets what was told: a story's heading says it.
    pub(crate) fn told_by_heading(&mut self) {
        self.lines.clear();
    }

    /// Tells from now on, or does not.
    pub(crate) fn tells(&mut self, tells: bool) {
        self.tells = tells;
    }

    /// Keeps every block from now on.
    pub(crate) fn keeps_blocks(&mut self) {
        self.blocks = Some(Vec::new());
    }

    /// The blocks that were kept.
    pub(crate) fn into_blocks(self) -> Vec<Presumed> {
        self.blocks.unwrap_or_default()
    }

    /// The story so far, whose credentials hold for so many days; `{charter}` stands where the charter's file is to be
    /// named.
    pub(crate) fn story(&self, title: &str, days: u64) -> String {
        let head = format!(
            "story: {title}\ncharter: {{charter}}\nbegins: 2026-12-01T09:00:00Z\ncast: reader\n\n\
             every member accredits representative, treasurer, case-officer for {days}d\n"
        );
        let lines: Vec<&str> = self.lines.iter().map(AsRef::as_ref).collect();
        format!("{head}{}\n", lines.join("\n"))
    }
}
