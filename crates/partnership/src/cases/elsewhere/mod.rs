//! The relation to another body: when help here acts and stands down, and that the same need is not funded twice. What
//! counts is the beneficiary's own word, or what the others decide; nobody else's word holds help up. Article: relation.

mod decided;
mod declare;
mod event;
mod refusal;
#[cfg(test)]
mod tests;

use alloc::collections::BTreeMap;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;

pub use decided::RelationEffect;
pub(crate) use decided::may_open;
pub use declare::{Declared, Elsewhere, MAX_BODIES, Progress};
pub use event::Event;
pub use refusal::Refusal;

use super::{Case, Cases};
use crate::ids::{CaseNo, TrancheNo};
use crate::moment::Moment;
use crate::phrase::Phrase;

/// A word on what one body gives, and its number in the case.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Word {
    #[n(0)]
    number: u32,
    #[n(1)]
    amount: Money,
    #[n(2)]
    progress: Progress,
}

/// What the others decided to count of one body, and how many times they did.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Decided {
    #[n(0)]
    amount: Money,
    #[n(1)]
    times: u32,
}

/// What is known of a case's help elsewhere, and whether help here stands down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Relation {
    /// Until when the other body comes first, by the text that was in force when help was asked for.
    #[n(0)]
    first_until: Option<Moment>,
    /// How many words were given.
    #[n(1)]
    given: u32,
    /// The word of each State on each body that stands.
    #[n(2)]
    words: BTreeMap<(MemberCode, Phrase), Word>,
    /// Whether the beneficiary said what it gets elsewhere, be it nothing.
    #[n(3)]
    said: bool,
    /// What the others decided to count at least, of each body.
    #[n(4)]
    decided: BTreeMap<Phrase, Decided>,
    #[n(5)]
    stands_down: bool,
    /// How many times that changed: a decision on one does not stand for the next.
    #[n(6)]
    turns: u32,
    /// Whether the text that was in force at the request excludes double funding.
    #[n(7)]
    not_twice: bool,
    /// Whether by that text help can stand down.
    #[n(8)]
    can_stand_down: bool,
}

impl Relation {
    /// What counts of help elsewhere, in the smallest unit: of each body what the beneficiary says was promised or paid, and
    /// at least what the others decided.
    fn counts(&self, beneficiary: MemberCode) -> i128 {
        let decided = self.decided.iter().map(|(body, decided)| (body, decided.amount.minor()));
        let mut of: BTreeMap<&Phrase, i128> = decided.collect();
        for ((by, body), word) in &self.words {
            if *by == beneficiary && matches!(word.progress, Progress::Promised | Progress::Paid) {
                let counts = of.entry(body).or_default();
                *counts = word.amount.minor().max(*counts);
            }
        }
        of.into_values().fold(0, i128::saturating_add)
    }

    /// How many times the others decided on this body.
    fn times(&self, body: &Phrase) -> u32 {
        self.decided.get(body).map_or(0, |decided| decided.times)
    }

    fn hear(&mut self, event: &Event) {
        match event {
            Event::Declared { number, by, declared, of_beneficiary, .. } => {
                self.given = *number;
                self.said |= *of_beneficiary;
                if let Some(Declared { body, amount, progress }) = declared {
                    let word = Word { number: *number, amount: *amount, progress: *progress };
                    self.words.insert((*by, body.clone()), word);
                }
            }
            Event::Counted { body, amount, .. } => {
                let times = self.times(body).saturating_add(1);
                self.decided.insert(body.clone(), Decided { amount: *amount, times });
            }
            Event::StoodDown { .. } => {
                (self.stands_down, self.turns) = (true, self.turns.saturating_add(1));
            }
            Event::Resumed { .. } => {
                (self.stands_down, self.turns) = (false, self.turns.saturating_add(1));
            }
        }
    }
}

impl Case {
    /// What was asked for, in the smallest unit, without what lapsed; of a guarantee, its whole amount.
    fn asked_for(&self) -> i128 {
        let sum = |minors: &mut dyn Iterator<Item = i128>| minors.fold(0_i128, i128::saturating_add);
        if self.is_guarantee() {
            return sum(&mut self.request.tranches.iter().map(|terms| terms.amount.minor()));
        }
        let stands = self.tranches.iter().filter(|one| !one.lapsed);
        sum(&mut stands.map(|one| one.amount.minor()))
    }

    /// Whether this tranche may be instructed or countersigned, as far as the relation to the other body goes, by the text
    /// that was in force when help was asked for.
    pub(super) fn is_not_funded_twice(&self, number: CaseNo, of: TrancheNo) -> Result<(), Refusal> {
        // C51: while help stands down nothing more is instructed or countersigned; what is released or paid stays.
        if self.relation.stands_down {
            return Err(Refusal::StandsDown(number));
        }
        if !self.relation.not_twice {
            return Ok(());
        }
        // C50: the beneficiary said what it gets elsewhere. What its silence holds up lapses by time, and is free for others.
        if !self.relation.said {
            return Err(Refusal::NotSaid { case: number, beneficiary: self.beneficiary });
        }
        // C46: what else was instructed, this tranche, and what counts of help elsewhere come to no more than was asked for.
        let numbered = (1_u32..).map(TrancheNo).zip(&self.tranches);
        let instructed = numbered.filter(|(tranche, one)| *tranche != of && one.payment.is_some());
        let instructed = instructed.fold(0_i128, |sum, (_, one)| sum.saturating_add(one.amount.minor()));
        let elsewhere = self.relation.counts(self.beneficiary);
        let left = self.asked_for().saturating_sub(instructed).saturating_sub(elsewhere).max(0);
        let Ok(tranche) = self.tranche(of) else { return Ok(()) };
        if tranche.amount.minor() > left {
            let currency = tranche.amount.currency();
            let left = Money::new(left, currency).unwrap_or(Money::zero(currency));
            return Err(Refusal::FundedTwice { tranche: of, left });
        }
        Ok(())
    }
}

impl Cases {
    /// What the text in force at the request says on the other body holds for the case: a later text does not reach back.
    pub(super) fn asked_under(&mut self, charter: &Charter, number: CaseNo, at: Moment) {
        if let (Some(case), Some(article)) = (self.case_mut(number), charter.relation()) {
            let relation = &mut case.relation;
            relation.first_until = article.acts_after().map(|after| at.plus(after));
            relation.not_twice = article.excludes_double_funding();
            relation.can_stand_down = article.stand_down().is_some();
        }
    }

    pub(super) fn apply_relation(&mut self, event: &Event) {
        if let Some(case) = self.case_mut(event.case()) {
            case.relation.hear(event);
        }
    }
}
