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

/// What is known of a case's help elsewhere, and whether help here stands down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Relation {
    /// When help was asked for.
    #[n(0)]
    asked: Option<Moment>,
    /// How many words were given.
    #[n(1)]
    given: u32,
    /// The word of each State on each body that stands.
    #[n(2)]
    words: BTreeMap<(MemberCode, Phrase), Word>,
    /// Whether the beneficiary said what it gets elsewhere, be it nothing.
    #[n(3)]
    said: bool,
    /// What the others decided to count at least.
    #[n(4)]
    decided: Option<Money>,
    #[n(5)]
    stands_down: bool,
    /// How many times that changed: a decision on one does not stand for the next.
    #[n(6)]
    turns: u32,
}

impl Relation {
    /// What counts of help elsewhere, in the smallest unit: what the beneficiary says was promised or paid, and at least what
    /// the others decided.
    fn counts(&self, beneficiary: MemberCode) -> i128 {
        let own = self.words.iter().filter(|((by, _), word)| {
            *by == beneficiary && matches!(word.progress, Progress::Promised | Progress::Paid)
        });
        let own = own.fold(0_i128, |sum, (_, word)| sum.saturating_add(word.amount.minor()));
        own.max(self.decided.map_or(0, Money::minor))
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
            Event::Counted { amount, .. } => self.decided = Some(*amount),
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
    /// Whether this tranche may be instructed, as far as the relation to the other body goes.
    pub(super) fn is_not_funded_twice(
        &self,
        charter: &Charter,
        (number, tranche): (CaseNo, TrancheNo),
        amount: Money,
    ) -> Result<(), Refusal> {
        // C51: while help stands down nothing more is instructed; what is in hand or paid stays.
        if self.relation.stands_down {
            return Err(Refusal::StandsDown(number));
        }
        if !charter.relation().is_some_and(|article| article.excludes_double_funding()) {
            return Ok(());
        }
        // C50: the beneficiary said what it gets elsewhere; its silence holds up its own help and no other.
        if !self.relation.said {
            return Err(Refusal::NotSaid { case: number, beneficiary: self.beneficiary });
        }
        // C46: what was instructed, this tranche, and what counts of help elsewhere come to no more than was asked for.
        let sum = |minors: &mut dyn Iterator<Item = i128>| minors.fold(0_i128, i128::saturating_add);
        let asked = sum(&mut self.request.tranches.iter().map(|terms| terms.amount.minor()));
        let instructed = self.tranches.iter().filter(|one| one.payment.is_some());
        let instructed = sum(&mut instructed.map(|one| one.amount.minor()));
        let elsewhere = self.relation.counts(self.beneficiary);
        let left = asked.saturating_sub(instructed).saturating_sub(elsewhere).max(0);
        if amount.minor() > left {
            let left = Money::new(left, amount.currency()).unwrap_or(Money::zero(amount.currency()));
            return Err(Refusal::FundedTwice { tranche, left });
        }
        Ok(())
    }
}

impl Cases {
    pub(super) fn asked_at(&mut self, number: CaseNo, at: Moment) {
        if let Some(case) = self.case_mut(number) {
            case.relation.asked = Some(at);
        }
    }

    pub(super) fn apply_relation(&mut self, event: &Event) {
        if let Some(case) = self.case_mut(event.case()) {
            case.relation.hear(event);
        }
    }
}
