//! One decision as it stands: its text, its rule, each member's conduct, the verdict if it closed now, and who could
//! still change it. It only reads: what it counts, the partnership's own code counts.

use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{MemberCode, RuleName};
use quorate_partnership::decisions::{Choice, Phase, Poll};
use quorate_partnership::{CaseNo, ConsultationNo, DecisionNo, Moment};

use crate::records::Records;
use crate::words;

/// The most groups that are listed.
const MOST_GROUPS: usize = 20;
/// The most groups that are tried.
const MOST_TRIES: usize = 20_000;

/// One decision as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Its number.
    pub decision: DecisionNo,
    /// The version of its text, from 1.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// What it does or would do, after *to*.
    pub does: String,
    /// Who moved it.
    pub mover: MemberCode,
    /// Where it stands, in a word or two.
    pub stage: &'static str,
    /// The rule by which it is decided.
    pub rule: RuleName,
    /// The words of the rule, as they stood at the opening; before that, as the charter in force has them.
    pub adopted_when: String,
    /// How the draft comes to its outcome.
    pub procedure: String,
    /// The vote, once it was opened.
    pub vote: Option<Vote>,
}

/// The vote on a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The deadline as it stands: it closes with the last of the blocks past it that still hear votes.
    pub closes: Moment,
    /// The latest moment to which late changes of the outcome can move it.
    pub closes_at_latest: Moment,
    /// How many blocks past the deadline still hear votes, each of another member's node.
    pub last_call_blocks: u64,
    /// What each member does, in the order of their codes: who does not take part, too.
    pub conducts: Vec<Conduct>,
    /// The verdict, if it has closed; else what it would be if it closed now.
    pub verdict: String,
    /// Who could still change the outcome; nothing for what has closed.
    pub changes: Option<Changes>,
}

/// What one member does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conduct {
    /// The member.
    pub member: MemberCode,
    /// In words.
    pub does: String,
    /// What it said beside it.
    pub explanation: Option<String>,
}

/// Who could still change the outcome, by voting otherwise while all others stay as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Whether it would be adopted if it closed now; in a silence procedure, by silence.
    pub adopted_now: bool,
    /// The smallest groups that could change that, all of one size, at most 20 of them.
    pub groups: Vec<Vec<MemberCode>>,
    /// Whether there are more groups of that size than are listed.
    pub more: bool,
}

/// A vote that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenVote {
    /// The decision.
    pub decision: DecisionNo,
    /// What it is called.
    pub title: String,
    /// The deadline as it stands.
    pub closes: Moment,
    /// Whether it would be adopted if it closed now.
    pub adopted_now: bool,
}

impl Records {
    /// The votes that are open; of a member, those in which it is asked and has not voted.
    #[must_use]
    pub fn open_votes(&self, of: Option<MemberCode>) -> Vec<OpenVote> {
        let one = |decision: DecisionNo| {
            let (row, poll) = (self.registers().decisions.row(decision)?, self.polls().get(decision)?);
            let waits = |member: MemberCode| poll.is_asked(member) && poll.vote_of(member).is_none();
            of.is_none_or(waits).then(|| OpenVote {
                decision,
                title: row.title.as_str().into(),
                closes: poll.closes(),
                adopted_now: poll.adopts(),
            })
        };
        self.registers().decisions.open().filter_map(one).collect()
    }

    /// The decisions whose outcome is open, drafts among them, in the order of their numbers.
    pub fn undecided(&self) -> impl DoubleEndedIterator<Item = DecisionNo> {
        self.registers().decisions.undecided()
    }

    /// The cases that are neither closed nor withdrawn, in the order of their numbers.
    pub fn open_cases(&self) -> impl DoubleEndedIterator<Item = CaseNo> {
        self.registers().cases.open()
    }

    /// The consultations that are open and that a member has not acknowledged.
    pub fn unacknowledged(&self, member: MemberCode) -> impl Iterator<Item = ConsultationNo> {
        self.registers().acknowledgements.missing(member)
    }

    /// One decision as it stands.
    #[must_use]
    pub fn outlook(&self, decision: DecisionNo) -> Option<Outlook> {
        let row = self.registers().decisions.row(decision)?;
        let rule = self.polls().rule(decision).or_else(|| row.effect.rule(self.charter()).ok());
        let poll = self.polls().get(decision);
        let procedure = match poll {
            Some(poll) => poll.procedure(),
            None => rule.and_then(quorate_charter::Rule::procedure),
        };
        Some(Outlook {
            decision,
            version: row.version,
            title: row.title.as_str().into(),
            does: words::does(&row.effect),
            mover: row.mover,
            stage: row.stage,
            rule: rule.map_or_else(|| row.rule.clone(), |rule| rule.name().clone()),
            adopted_when: rule.map_or_else(String::new, |rule| rule.adopted_when().into()),
            procedure: procedure.map_or_else(String::new, words::procedure),
            vote: poll.map(|poll| self.vote(decision, poll)),
        })
    }

    fn vote(&self, decision: DecisionNo, poll: &Poll) -> Vote {
        let row = self.registers().decisions.row(decision);
        let closed = row.and_then(|row| row.verdict.as_ref());
        let out = row.map(|row| row.not_taking_part.clone()).unwrap_or_default();
        let mut members: Vec<MemberCode> = poll.participating().chain(out).collect();
        members.sort_unstable();
        let conduct = |member: MemberCode| Conduct {
            member,
            does: words::conduct(poll, member),
            explanation: self
                .registers()
                .votes
                .explanation(decision, member)
                .map(|explanation| explanation.as_str().into()),
        };
        let now = || match poll.verdict() {
            // The rule may be met by the silent, with too little support on record, or too many objections.
            Ok(_) if is_silence(poll) && !poll.adopts() => words::not_by_silence(poll),
            Ok(verdict) => words::verdict(&verdict, self.charter()),
            Err(_) => String::new(),
        };
        Vote {
            closes: poll.closes(),
            closes_at_latest: poll.closes_at_latest(),
            last_call_blocks: self.last_call(),
            conducts: members.into_iter().map(conduct).collect(),
            verdict: closed.map_or_else(now, |verdict| words::verdict(verdict, self.charter())),
            changes: if closed.is_none() { changes(poll) } else { None },
        }
    }
}

/// The smallest groups that could change the outcome: if it is not adopted, by being in favour; if it is, by being
/// against, since no other conduct does more.
fn changes(poll: &Poll) -> Option<Changes> {
    let adopted_now = poll.adopts();
    let choice = if adopted_now { Choice::Against } else { Choice::InFavour };
    let would_move = |member: &MemberCode| {
        let voted = poll.vote_of(*member).filter(|cast| cast.reserve.is_none());
        poll.is_asked(*member) && voted.is_none_or(|cast| cast.choice != choice)
    };
    let candidates: Vec<MemberCode> = poll.participating().filter(would_move).collect();
    let mut search = Search { poll, choice, adopted_now, found: Vec::new(), more: false, left: MOST_TRIES };
    for size in 1..=candidates.len() {
        search.groups(&candidates, size, &mut Vec::new());
        if !search.found.is_empty() || search.left == 0 {
            break;
        }
    }
    Some(Changes { adopted_now, groups: search.found, more: search.more || search.left == 0 })
}

struct Search<'p> {
    poll: &'p Poll,
    choice: Choice,
    adopted_now: bool,
    found: Vec<Vec<MemberCode>>,
    more: bool,
    left: usize,
}

impl Search<'_> {
    /// Tries every group of this size among the candidates, in their order.
    fn groups(&mut self, candidates: &[MemberCode], size: usize, chosen: &mut Vec<MemberCode>) {
        let Some(smaller) = size.checked_sub(1) else { return self.attempt(chosen) };
        let mut rest = candidates;
        while let Some((first, others)) = rest.split_first() {
            if others.len() < smaller || self.left == 0 {
                return;
            }
            chosen.push(*first);
            self.groups(others, smaller, chosen);
            chosen.pop();
            rest = others;
        }
    }

    fn attempt(&mut self, group: &[MemberCode]) {
        self.left = self.left.saturating_sub(1);
        if self.poll.if_voted(group, self.choice).adopts() == self.adopted_now {
            return;
        }
        if self.found.len() < MOST_GROUPS {
            self.found.push(group.to_vec());
        } else {
            self.more = true;
        }
    }
}

/// Whether members are asked to object.
pub(crate) fn is_silence(poll: &Poll) -> bool {
    poll.phase() == Phase::Objections
}
