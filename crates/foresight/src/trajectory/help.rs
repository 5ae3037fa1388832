//! From the request to the payment, as far as members carry it.

use alloc::vec::Vec;

use quorate_charter::{Interest, MemberCode};
use quorate_partnership::decisions::Choice;
use quorate_partnership::{CaseNo, DecisionNo, LineNo, Moment, PaymentNo};

use super::chance::For;
use super::clock::Todo;
use super::run::Run;
use crate::rehearsal::{Plays as _, acts};

/// A draft on which members vote, or have voted.
#[derive(Clone)]
pub(super) struct Draft {
    /// The help that it is about, by its place; none, if it is a call.
    pub(super) about: Option<usize>,
    /// When the vote closes, as far as that is known.
    pub(super) closes: Moment,
    /// The outcome, once it is final.
    pub(super) adopted: Option<bool>,
    /// Whether what follows from the outcome was begun.
    pub(super) followed: bool,
    /// Who is in favour: they carry it out.
    pub(super) supporters: Vec<MemberCode>,
}

impl Draft {
    pub(super) fn new(about: Option<usize>) -> Draft {
        Draft { about, closes: Moment(0), adopted: None, followed: false, supporters: Vec::new() }
    }
}

/// How far help has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stage {
    /// It is asked for.
    Asked,
    /// It is adopted, and waits for money or for somebody to carry it out.
    Adopted,
    /// It is approved, and the payment waits for signatures.
    Approved,
    /// The payment is with the bank.
    WithBank,
    /// It was paid, so many hours after the request.
    Paid(u64),
    /// It was not adopted, or a rule refused it, or its time is over.
    Blocked,
}

/// Help that a member asked for.
#[derive(Clone)]
pub(super) struct Help {
    pub(super) asks: MemberCode,
    pub(super) asked: Moment,
    pub(super) case: CaseNo,
    pub(super) decision: DecisionNo,
    pub(super) payment: Option<PaymentNo>,
    pub(super) released: bool,
    pub(super) stage: Stage,
}

impl Run<'_> {
    /// A member asks for help, tables the draft and opens the vote.
    pub(super) fn asks(&mut self, member: MemberCode) {
        if !self.rehearsal.partnership().members().is_bound(member) {
            return;
        }
        self.now.requests = self.now.requests.saturating_add(1);
        let asked = self.rehearsal.now();
        let request = acts::request(&[self.study.scenario.model.request]);
        let begun = self.does(member, request) && self.does(member, acts::assist(self.case));
        let (case, decision, place) = (self.case, self.decision, self.help.len());
        let stage = if begun { Stage::Asked } else { Stage::Blocked };
        let (payment, released) = (None, false);
        self.help.push(Help { asks: member, asked, case, decision, payment, released, stage });
        if begun {
            self.drafts.insert(decision, Draft::new(Some(place)));
            let is_open = self.opens_vote(member, decision);
            if !is_open {
                self.block(place);
            }
        } else {
            self.now.blocked = self.now.blocked.saturating_add(1);
        }
    }

    /// Opens a vote; then everybody votes, each on its day.
    pub(super) fn opens_vote(&mut self, mover: MemberCode, decision: DecisionNo) -> bool {
        if !self.does(mover, Some(acts::open(decision))) {
            return false;
        }
        let about = self.drafts.get(&decision).and_then(|draft| draft.about);
        let asks = about.and_then(|place| self.help.get(place)).map(|help| help.asks);
        let answers = self.study.scenario.model.answer_days;
        // Where the rule does not leave it out, the one that asks votes for itself, and at once.
        let votes_for_itself = !self.study.charter().cases().rule().leaves_out(Interest::Beneficiary);
        if let Some(asks) = asks.filter(|_| votes_for_itself) {
            self.clock.later(0, Todo::Vote(decision, asks, Choice::InFavour));
        }
        for member in self.bound().into_iter().filter(|member| Some(*member) != asks) {
            let support = match asks {
                Some(asks) => self.support(member, asks),
                None => self.support_of_call(member),
            };
            let day = self.days(answers, For::Answer, (member, asks));
            self.clock.later(day, Todo::Vote(decision, member, self.choice(support)));
        }
        self.look_at_close(decision, 0);
        true
    }

    /// A member votes on its day. Where the vote is closed by then, a rule says so, and the vote is counted among those refused.
    pub(super) fn votes(&mut self, decision: DecisionNo, member: MemberCode, choice: Choice) {
        if !self.drafts.contains_key(&decision) || !self.rehearsal.partnership().members().is_bound(member) {
            return;
        }
        if !self.does(member, Some(acts::vote(decision, choice, None, None))) {
            return;
        }
        self.now.votes = self.now.votes.saturating_add(1);
        let about = self.drafts.get(&decision).and_then(|draft| draft.about);
        let asks = about.and_then(|place| self.help.get(place)).map(|help| help.asks);
        if let Some(draft) = self.drafts.get_mut(&decision)
            && choice == Choice::InFavour
        {
            // Who is helped does not carry out help to itself.
            draft.supporters.extend(Some(member).filter(|_| asks != Some(member)));
            self.now.favour = self.now.favour.saturating_add(1);
        }
        let learns = self.study.scenario.model.learns;
        let by = match choice {
            Choice::InFavour => learns,
            Choice::Abstain => 0,
            Choice::Against => learns.saturating_neg(),
        };
        if let Some(asks) = asks {
            self.learns(asks, member, by);
        }
    }

    fn look_at_close(&mut self, decision: DecisionNo, least: u64) {
        if let Some(closes) = self.drafts.get(&decision).map(|draft| draft.closes) {
            // The day begins with the closing: a vote on that day comes too late.
            self.clock.at(closes, least, Todo::Look(decision));
        }
    }

    /// Looks whether a vote is closed, and does what follows.
    pub(super) fn looks(&mut self, decision: DecisionNo) {
        let Some(draft) = self.drafts.get_mut(&decision) else { return };
        let Some(adopted) = draft.adopted else {
            return self.look_at_close(decision, 1);
        };
        if core::mem::replace(&mut draft.followed, true) {
            return;
        }
        match (draft.about, adopted) {
            (Some(place), true) => {
                self.stage(place, Stage::Adopted);
                self.carry(place);
            }
            (Some(place), false) => self.block(place),
            (None, true) => self.carry_call(decision),
            (None, false) => {}
        }
    }

    pub(super) fn stage(&mut self, place: usize, stage: Stage) {
        if let Some(help) = self.help.get_mut(place) {
            help.stage = stage;
        }
    }

    /// Nothing comes of it.
    pub(super) fn block(&mut self, place: usize) {
        if self.help.get(place).is_some_and(|help| !matches!(help.stage, Stage::Blocked | Stage::Paid(_))) {
            self.stage(place, Stage::Blocked);
            self.now.blocked = self.now.blocked.saturating_add(1);
        }
    }

    /// What was held up is tried again.
    pub(super) fn retry(&mut self) {
        for place in 0..self.help.len() {
            self.carry(place);
        }
    }

    /// Those in favour carry adopted help as far as they get: to the bank.
    pub(super) fn carry(&mut self, place: usize) {
        let goes_on = |help: &&Help| matches!(help.stage, Stage::Adopted | Stage::Approved);
        let Some(help) = self.help.get(place).filter(goes_on).cloned() else { return };
        let supporters = self.supporters(help.decision);
        if help.stage == Stage::Adopted {
            let Some(first) = supporters.first().copied() else { return };
            if !self.does(first, Some(acts::execute(help.decision))) {
                return;
            }
            self.stage(place, Stage::Approved);
            self.prepare(&help);
            self.does(first, Some(acts::attest(help.case, acts::FIRST)));
        }
        if self.help.get(place).is_some_and(|help| help.stage == Stage::Approved) {
            self.sign(place, &supporters);
        }
    }

    /// What some charters ask the one that is helped for before money leaves.
    fn prepare(&mut self, help: &Help) {
        let charter = self.study.charter();
        let agreement = charter.financing().is_some();
        let declares = charter.relation().is_some_and(|article| article.excludes_double_funding());
        if agreement {
            self.does(help.asks, Some(acts::sign_agreement(help.case)));
        }
        if declares {
            self.does(help.asks, Some(acts::declare_nothing(help.case)));
        }
    }

    /// Treasurers instruct and countersign, until the payment is with the bank.
    fn sign(&mut self, place: usize, supporters: &[MemberCode]) {
        for member in supporters {
            let Some(help) = self.help.get(place) else { return };
            let act = match help.payment {
                None => acts::instruct(help.case, acts::FIRST),
                Some(payment) => acts::countersign(payment),
            };
            self.does(*member, Some(act));
            if self.help.get(place).is_some_and(|help| help.released) {
                self.stage(place, Stage::WithBank);
                self.clock.later(self.study.scenario.model.bank_days, Todo::Bank(place));
                return;
            }
        }
    }

    /// The bank has paid: two treasurers enter its line.
    pub(super) fn banks(&mut self, place: usize) {
        let Some(help) = self.help.get(place).cloned() else { return };
        let Some(payment) = help.payment.filter(|_| help.stage == Stage::WithBank) else { return };
        let (amount, reference) = (self.study.scenario.model.request, self.reference());
        let day = self.rehearsal.now().day();
        let mut members = self.supporters(help.decision);
        // A line of the bank is entered by anybody, where those in favour have left.
        members.extend(self.bound());
        self.line = None;
        let enters = |run: &mut Run<'_>, member: &MemberCode| {
            run.does(*member, acts::enter_payment(payment, amount, day, &reference))
        };
        if let Some(first) = members.iter().find(|member| enters(self, member)).copied() {
            self.countersigns(&members, first);
        }
    }

    /// A second treasurer signs the bank's line entered last.
    pub(super) fn countersigns(&mut self, members: &[MemberCode], first: MemberCode) -> bool {
        let Some(line): Option<LineNo> = self.line else { return false };
        let mut others = members.iter().filter(|member| **member != first);
        others.any(|member| self.does(*member, Some(acts::countersign_line(line))))
    }

    /// Who voted in favour and is still bound.
    pub(super) fn supporters(&self, decision: DecisionNo) -> Vec<MemberCode> {
        let members = self.rehearsal.partnership().members();
        let supporters = self.drafts.get(&decision).map(|draft| draft.supporters.clone()).unwrap_or_default();
        supporters.into_iter().filter(|member| members.is_bound(*member)).collect()
    }
}
