//! From what is promised to what is paid: everybody is in favour, and nobody is overtaken.

use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::Money;
use quorate_partnership::{CaseNo, DecisionNo, PaymentNo, RuleId, TrancheNo, cases};

use super::outcome::{Served, Tranche};
use super::run::{Heard, Run};
use super::shock::Shock;
use super::world::World;
use crate::rehearsal::{Plays as _, acts};

/// Help on its way.
pub(super) struct Help {
    name: String,
    to: MemberCode,
    known: u32,
    asks: u32,
    case: Option<CaseNo>,
    pub(super) decision: Option<DecisionNo>,
    /// The outcome, once it is final; not any more, once it lapsed.
    pub(super) adopted: Option<bool>,
    approved: Option<u32>,
    refused: Option<RuleId>,
    parts: Vec<Part>,
    /// Its place in the plan, then among requests.
    place: usize,
}

/// A tranche on its way.
struct Part {
    amount: Money,
    /// It is instructed from this day on.
    from: u32,
    by: u32,
    is_attested: bool,
    payment: Option<PaymentNo>,
    released: Option<u32>,
    paid: Option<u32>,
}

impl Part {
    fn new(amount: Money, from: u32, by: u32) -> Part {
        Part { amount, from, by, is_attested: false, payment: None, released: None, paid: None }
    }
}

impl Help {
    /// All that is promised, and what is asked for beside it; whoever asks first comes first.
    pub(super) fn all(world: &World, shock: &Shock) -> Vec<Help> {
        let assumed = &world.plan.assumed;
        let promised = world.plan.promises.iter().map(|promise| {
            let first = promise.tranches.first().map_or(0, |(by, _)| *by);
            let part =
                |(by, amount): &(u32, Money)| Part::new(*amount, by.saturating_sub(assumed.bank_days), *by);
            let parts = promise.tranches.iter().map(part).collect();
            let asks = first.saturating_sub(assumed.ask_ahead);
            Help::new((promise.name.clone(), promise.to), (0, asks), parts)
        });
        let asked = shock.requests.iter().map(|request| {
            // It is paid as soon as it can be.
            let part = Part::new(request.amount, request.asks, request.by);
            Help::new((request.name.clone(), request.to), (request.known, request.asks), Vec::from([part]))
        });
        let mut all: Vec<Help> = promised.chain(asked).collect();
        for (place, help) in all.iter_mut().enumerate() {
            help.place = place;
        }
        all.sort_by_key(|help| (help.asks, help.place));
        all
    }

    fn new((name, to): (String, MemberCode), (known, asks): (u32, u32), parts: Vec<Part>) -> Help {
        let (case, decision, adopted, approved, refused) = (None, None, None, None, None);
        Help { name, to, known, asks, case, decision, adopted, approved, refused, parts, place: 0 }
    }

    /// Whether the others know of it, and money is to be found for it.
    pub(super) fn waits(&self, day: u32) -> bool {
        self.known <= day && self.approved.is_none() && self.adopted != Some(false)
    }

    /// The first day on which something of it is to be paid.
    pub(super) fn first_by(&self) -> u32 {
        self.parts.first().map_or(u32::MAX, |part| part.by)
    }

    /// The days on which something of it may go on by itself.
    pub(super) fn days(&self, bank_days: u32) -> impl Iterator<Item = u32> + '_ {
        let of_parts = self
            .parts
            .iter()
            .flat_map(move |part| [Some(part.from), part.released.map(|day| day.saturating_add(bank_days))]);
        [self.asks, self.known].into_iter().chain(of_parts.flatten())
    }

    /// All of it.
    pub(super) fn amount(&self) -> i128 {
        self.parts.iter().fold(0, |sum, part| sum.saturating_add(part.amount.minor()))
    }

    /// What became of it, with its place.
    pub(super) fn served(self) -> (usize, Served) {
        let tranche = |part: Part| Tranche { amount: part.amount.minor(), by: part.by, paid: part.paid };
        let Help { name, to, asks, approved, refused, parts, place, .. } = self;
        let tranches = parts.into_iter().map(tranche).collect();
        (place, Served { name, to, asks, approved, refused, tranches })
    }

    /// Hears of its case, and says what was paid.
    pub(super) fn hear(&mut self, event: &cases::Event, day: u32) -> Option<i128> {
        use cases::Event;
        match event {
            Event::Instructed { payment, case, tranche, .. } if self.case == Some(*case) => {
                let part = self.parts.get_mut(tranche.index()?)?;
                (part.payment, part.released) = (Some(*payment), None);
                None
            }
            Event::Released { payment } => {
                self.part_of(*payment)?.released = Some(day);
                None
            }
            Event::InstructionLapsed { payment } => {
                let part = self.part_of(*payment)?;
                (part.payment, part.released) = (None, None);
                None
            }
            Event::Paid { payment, .. } => {
                let part = self.part_of(*payment)?;
                part.paid = Some(day);
                Some(part.amount.minor())
            }
            _ => None,
        }
    }

    fn part_of(&mut self, payment: PaymentNo) -> Option<&mut Part> {
        self.parts.iter_mut().find(|part| part.payment == Some(payment))
    }
}

impl Run<'_> {
    /// Whoever is to ask today asks.
    pub(super) fn ask(&mut self) {
        for place in 0..self.helps.len() {
            let today = self.day;
            let Some(help) = self.helps.get(place).filter(|help| help.asks == today) else { continue };
            let (to, amounts) = (help.to, help.parts.iter().map(|part| part.amount).collect::<Vec<_>>());
            self.heard = Heard::default();
            let brought = self.give(to, acts::request(&amounts));
            let case = self.heard.case;
            let decision = case.and_then(|case| self.decides(to, acts::assist(case)));
            let Some(help) = self.helps.get_mut(place) else { continue };
            (help.case, help.decision, help.refused) = (case, decision, brought.refused);
            if decision.is_none() {
                help.adopted = Some(false);
            }
        }
    }

    /// What is adopted is approved in its turn as soon as there is authority, and what is approved is paid on its days. What
    /// waits for authority lets nothing pass it that was asked for after it.
    pub(super) fn carry(&mut self) {
        let mut waits = false;
        for place in 0..self.helps.len() {
            let Some(help) = self.helps.get(place) else { continue };
            let is_ahead = help.adopted == Some(true) && help.approved.is_none();
            if is_ahead && !waits {
                waits = !self.approves(place);
            }
            if self.helps.get(place).is_some_and(|help| help.approved.is_some()) {
                let parts = self.helps.get(place).map_or(0, |help| help.parts.len());
                (0..parts).for_each(|part| self.pays_out(place, part));
            }
        }
    }

    fn approves(&mut self, place: usize) -> bool {
        let Some(help) = self.helps.get(place) else { return false };
        let (to, Some(case), Some(decision)) = (help.to, help.case, help.decision) else { return false };
        let Some(by) = self.bound().into_iter().find(|member| *member != to) else { return false };
        let brought = self.give(by, Some(acts::execute(decision)));
        let is_approved = brought.accepted.is_some();
        if let Some(help) = self.helps.get_mut(place) {
            help.refused = brought.refused;
            help.approved = is_approved.then_some(self.day);
        }
        if is_approved {
            self.prepares(to, case);
        }
        is_approved
    }

    /// What some charters ask the one that is helped for before money leaves.
    fn prepares(&mut self, to: MemberCode, case: CaseNo) {
        let charter = self.world.charter();
        let (agreement, declares) = (
            charter.financing().is_some(),
            charter.relation().is_some_and(|article| article.excludes_double_funding()),
        );
        if agreement {
            self.does(to, Some(acts::sign_agreement(case)));
        }
        if declares {
            self.does(to, Some(acts::declare_nothing(case)));
        }
    }

    /// A tranche goes on its way as far as it comes today.
    fn pays_out(&mut self, place: usize, at: usize) {
        let Some(help) = self.helps.get(place) else { return };
        let Some(part) = help.parts.get(at) else { return };
        let (to, Some(case)) = (help.to, help.case) else { return };
        if part.paid.is_some() || part.from > self.day {
            return;
        }
        let others: Vec<MemberCode> = self.bound().into_iter().filter(|member| *member != to).collect();
        let tranche = TrancheNo(u32::try_from(at.saturating_add(1)).unwrap_or(u32::MAX));
        if !part.is_attested {
            let attests = others.iter().any(|member| self.does(*member, Some(acts::attest(case, tranche))));
            self.part(place, at, |part| part.is_attested = attests);
        }
        if self.released(place, at).is_none() {
            let of = (case, tranche);
            // Payments leave in the fund's currency: what is held in others is exchanged for what it cost.
            let is_released = self.releases((place, at), &others, of)
                || self.exchanges(0) && self.releases((place, at), &others, of);
            if !is_released {
                return;
            }
        }
        let Some(payment) = self.payment(place, at) else { return };
        let bank = self.world.plan.assumed.bank_days;
        if self.released(place, at).is_some_and(|day| day.saturating_add(bank) <= self.day) {
            self.books_payment(place, at, payment);
        }
    }

    /// Treasurers instruct the payment and sign it, until it is with the bank. Whether it is.
    fn releases(
        &mut self,
        (place, at): (usize, usize),
        others: &[MemberCode],
        (case, tranche): (CaseNo, TrancheNo),
    ) -> bool {
        let mut refused = None;
        if self.payment(place, at).is_none()
            && let Some(first) = others.first()
        {
            refused = self.give(*first, Some(acts::instruct(case, tranche))).refused;
        }
        // Whoever instructed comes last: its signature is given.
        for member in others.iter().rev() {
            let Some(payment) = self.payment(place, at).filter(|_| self.released(place, at).is_none()) else {
                break;
            };
            let brought = self.give(*member, Some(acts::countersign(payment)));
            // The first refusal is the reason: the last may be that of a second signature of one member.
            refused = refused.or(brought.refused);
        }
        refused = refused.filter(|_| self.released(place, at).is_none());
        if let Some(help) = self.helps.get_mut(place) {
            help.refused = refused;
        }
        self.released(place, at).is_some()
    }

    fn books_payment(&mut self, place: usize, at: usize, payment: PaymentNo) {
        let amount = self.helps.get(place).and_then(|help| help.parts.get(at)).map(|part| part.amount);
        let Some(amount) = amount else { return };
        let (day, reference) = (self.rehearsal.now().day(), self.reference());
        self.books_line(|| acts::enter_payment(payment, amount, day, &reference));
    }

    fn part(&mut self, place: usize, at: usize, change: impl FnOnce(&mut Part)) {
        if let Some(part) = self.helps.get_mut(place).and_then(|help| help.parts.get_mut(at)) {
            change(part);
        }
    }

    fn payment(&self, place: usize, at: usize) -> Option<PaymentNo> {
        self.helps.get(place)?.parts.get(at)?.payment
    }

    fn released(&self, place: usize, at: usize) -> Option<u32> {
        self.helps.get(place)?.parts.get(at)?.released
    }
}
