//! One run: the partnership under the real rules, quarter by quarter.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::{Account, BookId};
use quorate_partnership::fund::book;
use quorate_partnership::{CaseNo, DecisionNo, Event, LineNo, Moment};

use super::behaviour::Mind;
use super::chance::{Chance, For};
use super::clock::Clock;
use super::help::{Draft, Help, Stage};
use super::results::{Quarter, Ran};
use super::study::{QUARTER_DAYS, Study};
use crate::rehearsal::{Plays, Rehearsal, account, acts};

/// A run as it stands.
pub(super) struct Run<'s> {
    pub(super) study: &'s Study,
    pub(super) chance: Chance,
    pub(super) rehearsal: Rehearsal,
    pub(super) clock: Clock,
    /// From 1.
    pub(super) quarter: u32,
    pub(super) minds: BTreeMap<MemberCode, Mind>,
    pub(super) drafts: BTreeMap<DecisionNo, Draft>,
    pub(super) help: Vec<Help>,
    /// The case, the draft and the bank's line that the last command made.
    pub(super) case: CaseNo,
    pub(super) decision: DecisionNo,
    pub(super) line: Option<LineNo>,
    /// Bank lines so far: each has a reference of its own.
    pub(super) lines: u64,
    pub(super) now: Quarter,
    pub(super) ran: Ran,
}

impl<'s> Run<'s> {
    pub(super) fn begin(study: &'s Study, number: u64, seed: u64, tells: bool) -> Run<'s> {
        let mut rehearsal = Rehearsal::clone(&study.founded);
        rehearsal.tells(tells);
        let minds = study.members().map(|member| (member, Mind::default())).collect();
        let clock = Clock::begin(rehearsal.now(), study.term_days());
        Run {
            study,
            chance: Chance(seed),
            rehearsal,
            clock,
            quarter: 1,
            minds,
            drafts: BTreeMap::new(),
            help: Vec::new(),
            case: CaseNo(0),
            decision: DecisionNo(0),
            line: None,
            lines: 0,
            now: Quarter::default(),
            ran: Ran::begin(number, seed),
        }
    }

    /// Runs all quarters.
    pub(super) fn through(mut self) -> (Ran, Rehearsal) {
        for quarter in 1..=self.study.scenario.quarters {
            self.quarter = quarter;
            self.rehearsal.heading(|| format!("Quarter {quarter}"));
            self.opens();
            let end = u64::from(quarter).saturating_mul(QUARTER_DAYS);
            self.pass_until(end);
            self.closes();
        }
        self.ended()
    }

    /// Who is bound now.
    pub(super) fn bound(&self) -> Vec<MemberCode> {
        let members = self.rehearsal.partnership().members();
        self.minds.keys().copied().filter(|member| members.is_bound(*member)).collect()
    }

    /// What an account of the fund comes to, in the currency's smallest units.
    pub(super) fn balance(&self, in_book: BookId, code: u16, of: &str) -> i128 {
        let Ok(account) = Account::new(code, of) else { return 0 };
        self.rehearsal.partnership().fund().books().available(&in_book, &account).unwrap_or_default()
    }

    /// What can still be promised.
    pub(super) fn capacity(&self) -> i128 {
        self.balance(book::authority(self.study.charter()), account::AVAILABLE, "")
    }

    /// What a member owes that is due, with interest.
    pub(super) fn owes(&self, member: MemberCode) -> i128 {
        let cash = book::cash(self.study.charter());
        let of = member.as_str();
        self.balance(cash, account::DUE, of).saturating_add(self.balance(cash, account::LATE, of))
    }

    /// A quarter opens: members make up their minds, and ask.
    fn opens(&mut self) {
        self.now = Quarter::default();
        for member in self.bound() {
            self.accredits(member);
        }
        for member in self.bound() {
            self.stays_or_leaves(member);
        }
        for member in self.study.members().collect::<Vec<_>>() {
            self.pays_or_withholds(member);
        }
        self.calls();
        self.retry();
        for member in self.bound() {
            if self.happens(self.level(member).need, For::Need, member) {
                // Not in the last weeks: what is asked for in a quarter is decided in it.
                let day = self.days(60, For::Day, (member, None));
                self.clock.later(day, super::clock::Todo::Ask(member));
            }
        }
    }

    /// Credentials hold for a term: a new one in time.
    fn accredits(&mut self, member: MemberCode) {
        if self.clock.day().saturating_add(QUARTER_DAYS.saturating_mul(2)) < self.clock.credentials(member) {
            return;
        }
        let term = self.study.term_days();
        let study = self.study;
        for (office, key) in study.offices(member) {
            let act = acts::accredit(key, office, (self.rehearsal.now(), term));
            self.does(member, Some(act));
        }
        self.clock.accredited(member, term);
    }

    fn stays_or_leaves(&mut self, member: MemberCode) {
        let wants = self.attachment(member) < self.study.scenario.member(member).leaves_below;
        let after = self.study.scenario.model.leaves_after;
        let Some(mind) = self.minds.get_mut(&member) else { return };
        mind.unattached = if wants { mind.unattached.saturating_add(1) } else { 0 };
        let act = match (mind.leaves, wants) {
            (false, true) if mind.unattached >= after => acts::withdraw(),
            (true, false) => acts::stay(),
            _ => return,
        };
        let leaves = !mind.leaves;
        if self.does(member, Some(act))
            && let Some(mind) = self.minds.get_mut(&member)
        {
            mind.leaves = leaves;
        }
    }

    /// A quarter closes: what it came to is written down.
    fn closes(&mut self) {
        let bound = self.bound();
        let mut now = core::mem::take(&mut self.now);
        now.bound = u64::try_from(bound.len()).unwrap_or(u64::MAX);
        now.capacity = self.study.per_mille(self.capacity());
        let owed = self.study.members().fold(0_i128, |sum, member| sum.saturating_add(self.owes(member)));
        now.arrears = self.study.per_mille(owed);
        let affinities = self.affinities(&bound);
        now.affinity = affinities.mean();
        now.blocs = affinities.blocs();
        self.ran.quarters.push(now);
    }

    fn ended(mut self) -> (Ran, Rehearsal) {
        let partnership = self.rehearsal.partnership();
        self.ran.balanced = partnership.fund().books().is_balanced();
        self.ran.record = partnership.digest();
        self.ran.commands = self.rehearsal.given();
        self.ran.refused = self.rehearsal.refused().clone();
        (self.ran.shares, self.ran.greatest_bloc) = self.shares();
        for help in &self.help {
            match help.stage {
                Stage::Paid(hours) => self.ran.hours.push(hours),
                Stage::Blocked => self.ran.blocked = self.ran.blocked.saturating_add(1),
                _ => self.ran.open = self.ran.open.saturating_add(1),
            }
        }
        self.ran.requests = u64::try_from(self.help.len()).unwrap_or(u64::MAX);
        (self.ran, self.rehearsal)
    }

    /// A reference for a bank line that no other has.
    pub(super) fn reference(&mut self) -> String {
        self.lines = self.lines.saturating_add(1);
        format!("line-{}", self.lines)
    }

    /// Whole hours since a moment.
    pub(super) fn hours_since(&self, moment: Moment) -> u64 {
        self.rehearsal.now().since(moment).checked_div(crate::rehearsal::HOUR).unwrap_or_default()
    }
}

impl Plays for Run<'_> {
    fn rehearsal(&mut self) -> &mut Rehearsal {
        &mut self.rehearsal
    }

    fn hears(&mut self, event: &Event) {
        self.hear(event);
    }
}
