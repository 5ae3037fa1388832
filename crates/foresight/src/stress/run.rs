//! One run: the fund under the real rules, day by day.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::{CaseNo, DecisionNo, Event, LineNo, cases, decisions, fund};

use super::HORIZONS;
use super::carry::Help;
use super::figures::{Figures, Rung};
use super::outcome::Outcome;
use super::shock::{Calls, Shock};
use super::world::{World, figures};
use crate::rehearsal::{OFFICES, Plays, Rehearsal, acts};

/// What the last command made.
#[derive(Default)]
pub(super) struct Heard {
    pub(super) case: Option<CaseNo>,
    pub(super) decision: Option<DecisionNo>,
    pub(super) participating: Vec<MemberCode>,
    pub(super) line: Option<LineNo>,
}

/// A call on its way.
pub(super) struct Call {
    pub(super) decision: DecisionNo,
    pub(super) adopted: Option<bool>,
}

/// A run as it stands.
pub(super) struct Run<'w> {
    pub(super) world: &'w World,
    pub(super) shock: &'w Shock,
    pub(super) calls: Calls,
    pub(super) rehearsal: Rehearsal,
    pub(super) day: u32,
    pub(super) helps: Vec<Help>,
    /// What members mean to pay on which day.
    pub(super) pays: BTreeMap<u32, Vec<(MemberCode, i128)>>,
    pub(super) call: Option<Call>,
    pub(super) heard: Heard,
    /// What was paid for help since day 0.
    pub(super) paid_out: i128,
    lines: u64,
    pub(super) outcome: Outcome,
}

impl<'w> Run<'w> {
    pub(super) fn begin(world: &'w World, shock: &'w Shock, calls: Calls) -> Run<'w> {
        let rehearsal = world.base.clone();
        // Where all is called or nothing is, it is asked what there is, and nothing is used of it.
        let helps = if calls == Calls::AsNeeded { Help::all(world, shock) } else { Vec::new() };
        let mut run = Run {
            world,
            shock,
            calls,
            rehearsal,
            day: 0,
            helps,
            pays: BTreeMap::new(),
            call: None,
            heard: Heard::default(),
            paid_out: 0,
            lines: 0,
            outcome: Outcome::default(),
        };
        // What is due on record and not paid is paid as late as what falls due today.
        for member in &world.members {
            let (owes, _) = run.figures().owes(*member);
            run.means_to_pay(*member, owes);
        }
        run
    }

    /// Runs all days on which anything may happen: on the others nothing is given, and time alone brings nothing.
    pub(super) fn through(mut self) -> Outcome {
        self.today();
        while let Some(day) = self.next_day() {
            let hours = u64::from(day.saturating_sub(self.day)).saturating_mul(24);
            self.day = day;
            for event in self.rehearsal.wait(hours) {
                self.hear(&event);
            }
            self.today();
        }
        self.ended()
    }

    fn today(&mut self) {
        if self.renews().contains(&self.day) {
            self.accredits();
        }
        if let Some((_, fall)) = self.shock.fall.filter(|(on, _)| *on == self.day) {
            self.exchanges(fall);
        }
        self.pay();
        self.calls();
        self.pay();
        self.ask();
        self.carry();
        if HORIZONS.contains(&self.day) {
            let rung = self.rung();
            self.outcome.rungs.push(rung);
        }
    }

    fn ended(mut self) -> Outcome {
        let partnership = self.rehearsal.partnership();
        self.outcome.balanced = partnership.fund().books().is_balanced();
        self.outcome.commands = self.rehearsal.given();
        self.outcome.refused = self.rehearsal.refused().clone();
        let left = self.world.called.iter().map(|member| (*member, self.figures().callable(*member)));
        let left = left.collect();
        self.outcome.left = left;
        let mut served: Vec<_> = self.helps.into_iter().map(Help::served).collect();
        served.sort_by_key(|(place, _)| *place);
        self.outcome.served = served.into_iter().map(|(_, served)| served).collect();
        self.outcome
    }

    /// What the books say.
    pub(super) fn figures(&self) -> Figures<'_> {
        figures(&self.rehearsal)
    }

    fn rung(&self) -> Rung {
        let (figures, world) = (self.figures(), self.world);
        let liquidity = figures.liquidity();
        let prepaid = liquidity.prepaid.values().fold(0_i128, |sum, minor| sum.saturating_add(*minor));
        let own = liquidity.cash.saturating_sub(liquidity.held).saturating_sub(prepaid);
        let used = figures.consumed().saturating_sub(world.consumed);
        let granted = liquidity.authority.saturating_add(liquidity.approved).saturating_add(used);
        let callable = world.called.iter().filter(|member| !self.shock.defaults.contains(*member));
        let tranches = world.plan.promises.iter().flat_map(|promise| &promise.tranches);
        let due = tranches.filter(|(by, _)| *by <= self.day).map(|(_, amount)| amount.minor());
        Rung {
            days: self.day,
            paid_in: figures.paid_in(),
            callable: callable.fold(0, |sum, member| sum.saturating_add(figures.callable(*member))),
            available: granted.saturating_sub(figures.short()),
            cash: own.saturating_add(self.paid_out),
            due: due.fold(world.approved, i128::saturating_add),
        }
    }

    /// Everybody keeps its offices filled.
    fn accredits(&mut self) {
        let term = self.world.term_days();
        for member in self.bound() {
            let world = self.world;
            for (office, key) in OFFICES.into_iter().zip(world.keys.get(&member).into_iter().flatten()) {
                let act = acts::accredit(*key, office, (self.rehearsal.now(), term));
                self.give(member, Some(act));
            }
        }
    }

    /// Who is bound now.
    pub(super) fn bound(&self) -> Vec<MemberCode> {
        let members = self.rehearsal.partnership().members();
        self.world.members.iter().copied().filter(|member| members.is_bound(*member)).collect()
    }

    /// A reference for a bank line that no other has.
    pub(super) fn reference(&mut self) -> String {
        self.lines = self.lines.saturating_add(1);
        format!("stress-{}", self.lines)
    }

    /// Tables a draft, opens it, and everybody that takes part votes in favour.
    pub(super) fn decides(&mut self, mover: MemberCode, draft: Option<acts::Act>) -> Option<DecisionNo> {
        self.heard = Heard::default();
        if !self.does(mover, draft) {
            return None;
        }
        let decision = self.heard.decision?;
        if !self.does(mover, Some(acts::open(decision))) {
            return None;
        }
        for member in core::mem::take(&mut self.heard.participating) {
            self.does(member, Some(acts::vote(decision, decisions::Choice::InFavour, None, None)));
        }
        Some(decision)
    }

    fn hear(&mut self, event: &Event) {
        match event {
            Event::Decisions(event) => self.hear_of_decisions(event),
            Event::Cases(cases::Event::Requested { case, .. }) => self.heard.case = Some(*case),
            Event::Cases(event) => {
                let day = self.day;
                let paid = self.helps.iter_mut().filter_map(|help| help.hear(event, day));
                self.paid_out = paid.fold(self.paid_out, i128::saturating_add);
            }
            Event::Fund(event) => self.hear_of_fund(event),
            _ => {}
        }
    }

    fn hear_of_decisions(&mut self, event: &decisions::Event) {
        use decisions::Event;
        match event {
            Event::Tabled { decision, .. } => self.heard.decision = Some(*decision),
            Event::Opened { participating, .. } => self.heard.participating.clone_from(participating),
            Event::Closed { decision, verdict, .. } => {
                if let Some(call) = self.call.as_mut().filter(|call| call.decision == *decision) {
                    call.adopted = Some(verdict.adopted());
                }
                for help in self.helps.iter_mut().filter(|help| help.decision == Some(*decision)) {
                    help.adopted = Some(verdict.adopted());
                }
            }
            Event::Lapsed { decision } => {
                for help in self.helps.iter_mut().filter(|help| help.decision == Some(*decision)) {
                    help.adopted = Some(false);
                }
            }
            _ => {}
        }
    }

    fn hear_of_fund(&mut self, event: &fund::Event) {
        use fund::Event;
        match event {
            Event::LineEntered { line, .. } => self.heard.line = Some(line.number),
            Event::Called { parts, due, .. } => {
                let parts = parts.iter().map(|part| (part.member, part.amount.minor()));
                self.asked(parts.collect(), due.is_none());
            }
            Event::SteppedUp { parts, due, .. } => {
                let parts = parts.iter().map(|part| (part.member, part.amount.minor()));
                self.asked(parts.collect(), due.is_none());
            }
            Event::FellDue { member, amount, .. } => self.means_to_pay(*member, amount.minor()),
            Event::InDefault { member, .. } => {
                self.outcome.in_default.entry(*member).or_insert(self.day);
            }
            _ => {}
        }
    }

    /// These are asked for so much: what is due at once is paid as late as anything.
    fn asked(&mut self, parts: Vec<(MemberCode, i128)>, at_once: bool) {
        for (member, minor) in parts {
            let sum = self.outcome.called.entry(member).or_default();
            *sum = sum.saturating_add(minor);
            if at_once {
                self.means_to_pay(member, minor);
            }
        }
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
