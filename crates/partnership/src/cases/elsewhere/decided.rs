//! What the members decide on the relation to the other body. Article: relation.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, Rule};
use quorate_ledger::Money;

use super::{Event, Refusal};
use crate::event::Event as AnyEvent;
use crate::fund;
use crate::ids::{CaseNo, DecisionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
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
    /// At least so much counts as given elsewhere, whatever the beneficiary says.
    #[n(2)]
    Count {
        /// The case.
        #[n(0)]
        case: CaseNo,
        /// How much; nothing is taken from what the beneficiary says.
        #[n(1)]
        amount: Money,
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
        let article = charter.relation();
        let rule = match self {
            RelationEffect::Count { .. } => {
                let counts = article.filter(|article| article.excludes_double_funding());
                // C47: the charter has the article.
                counts.map(|_| charter.cases().rule()).ok_or(Refusal::NoArticle)?
            }
            // C52: the charter says by which rule help stands down.
            _ => article.and_then(|article| article.stand_down()).ok_or(Refusal::NeverStandsDown)?,
        };
        Ok(rule)
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
        let down = case.relation.stands_down;
        // C52: what stands down did not, and what goes on did.
        let event = match self {
            RelationEffect::StandDown { case } if !down => Event::StoodDown { case: *case, decision },
            RelationEffect::Resume { case } if down => Event::Resumed { case: *case, decision },
            RelationEffect::Count { case, amount } => {
                if !amount.is_zero() || amount.currency() != partnership.charter().fund().currency() {
                    fund::positive_in_fund_currency(partnership.charter(), *amount)?;
                }
                Event::Counted { case: *case, amount: *amount, decision }
            }
            _ => return Err(Refusal::AsItStands { case: number, down }.into()),
        };
        Ok(vec![event.into()])
    }

    /// Appends to what a decision binds how often the case stood down and went on: a decision that was kept does not stand for
    /// the next time.
    pub(crate) fn append_terms(&self, partnership: &Partnership, to: &mut Vec<u8>) {
        if let Ok(case) = partnership.cases().get(self.case()) {
            wire::append(&case.relation.turns, to);
        }
    }
}

/// C53: where the other body comes first, no vote on help to a case is opened before it had its time.
pub(crate) fn may_open(partnership: &Partnership, number: CaseNo, now: Moment) -> Result<(), AnyRefusal> {
    let after = partnership.charter().relation().and_then(|article| article.acts_after());
    let asked = partnership.cases().get(number)?.relation.asked;
    if let (Some(after), Some(asked)) = (after, asked)
        && now < asked.plus(after)
    {
        return Err(Refusal::OtherBodyFirst { case: number, after }.into());
    }
    Ok(())
}
