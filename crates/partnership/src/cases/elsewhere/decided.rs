//! What the members decide on the relation to the other body. Article: relation.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, Rule};
use quorate_ledger::Money;

use super::{Event, MAX_BODIES, Refusal};
use crate::cases::case::Case;
use crate::event::Event as AnyEvent;
use crate::fund;
use crate::ids::{CaseNo, DecisionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;
use crate::wire;

/// What a decision does about the relation to the other body.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum RelationEffect {
    /// Help to a case stands down: nothing more is instructed; what is paid stays.
    #[n(0)]
    StandDown {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// Help to it goes on.
    #[n(1)]
    Resume {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// At least so much counts as given by a body, whatever the beneficiary says.
    #[n(2)]
    Count {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// Of which body, by its name.
        #[n(1)]
        body: Phrase,
        /// How much; nothing is taken from what the beneficiary says.
        #[n(2)]
        amount: Money,
        /// Where that is to be read.
        #[n(3)]
        source: Phrase,
    },
}

impl RelationEffect {
    /// The case.
    #[must_use]
    pub fn case(&self) -> CaseNo {
        match self {
            RelationEffect::StandDown { case }
            | RelationEffect::Resume { case }
            | RelationEffect::Count { case, .. } => *case,
        }
    }

    /// The rule by which it is decided.
    pub(crate) fn rule<'c>(&self, charter: &'c Charter) -> Result<&'c Rule, AnyRefusal> {
        let down = charter.relation().and_then(|article| article.stand_down());
        match self {
            RelationEffect::Count { .. } => Ok(charter.cases().rule()),
            // C52: the charter says by which rule help stands down.
            RelationEffect::StandDown { .. } => Ok(down.ok_or(Refusal::NeverStandsDown)?),
            // Under a text that does not say it any more, the rule for help lets it go on.
            RelationEffect::Resume { .. } => Ok(down.unwrap_or(charter.cases().rule())),
        }
    }

    /// Whether it could be tabled, and what it would bring.
    pub(crate) fn carried_out(
        &self,
        partnership: &Partnership,
        decision: DecisionNo,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        self.rule(partnership.charter())?;
        let number = self.case();
        let (case, _) = partnership.cases().approved(number)?;
        let (down, can) = (case.relation.stands_down, case.relation.can_stand_down);
        // C52: the text that was in force at the request lets help stand down; what stands down did not, and what goes on did.
        let event = match self {
            RelationEffect::StandDown { .. } if !can => return Err(Refusal::NeverStandsDown.into()),
            RelationEffect::StandDown { case } if !down => Event::StoodDown { case: *case, decision },
            RelationEffect::Resume { case } if down => Event::Resumed { case: *case, decision },
            RelationEffect::Count { case: number, body, amount, source } => {
                case.can_count(partnership.charter(), body, *amount)?;
                let (case, body, amount, source) = (*number, body.clone(), *amount, source.clone());
                Event::Counted { case, body, amount, source, decision }
            }
            _ => return Err(Refusal::AsItStands { case: number, down }.into()),
        };
        Ok(vec![event.into()])
    }

    /// Appends to what a decision binds how often the case stood down and went on, or how often was decided on the body: a
    /// decision that was kept does not stand for the next time, nor takes the place of a later one.
    pub(crate) fn append_terms(&self, partnership: &Partnership, to: &mut Vec<u8>) {
        if let Ok(case) = partnership.cases().get(self.case()) {
            match self {
                RelationEffect::Count { body, .. } => wire::append(&case.relation.times(body), to),
                _ => wire::append(&case.relation.turns, to),
            }
        }
    }
}

impl Case {
    /// Whether so much can be decided to count of a body.
    fn can_count(&self, charter: &Charter, body: &Phrase, amount: Money) -> Result<(), AnyRefusal> {
        // C47: the text that was in force at the request excludes double funding.
        if !self.relation.not_twice {
            return Err(Refusal::NoArticle.into());
        }
        if !amount.is_zero() || amount.currency() != charter.fund().currency() {
            fund::positive_in_fund_currency(charter, amount)?;
        }
        let whole = self.request.tranches.iter().map(|terms| terms.amount.minor());
        // C46: no more counts than was asked for.
        if amount.minor() > whole.fold(0_i128, i128::saturating_add) {
            return Err(Refusal::CountsTooMuch.into());
        }
        // C54: of no more bodies than anybody reads.
        if !self.relation.decided.contains_key(body) && self.relation.decided.len() >= MAX_BODIES {
            return Err(Refusal::TooManyDecided.into());
        }
        Ok(())
    }
}

/// C53: where the other body comes first, no vote on help to a case is opened before it had its time.
pub(crate) fn may_open(partnership: &Partnership, number: CaseNo, now: Moment) -> Result<(), AnyRefusal> {
    let until = partnership.cases().get(number)?.relation.first_until;
    if until.is_some_and(|until| now < until) { Err(Refusal::OtherBodyFirst(number).into()) } else { Ok(()) }
}
