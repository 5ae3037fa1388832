//! Elsewhere: what another body gives for the same need. Article: relation.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_ledger::Money;

use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::fund;
use crate::ids::CaseNo;
use crate::members::ForBeneficiary;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// The most bodies of which one State speaks in a case.
pub const MAX_BODIES: usize = 16;

/// How far help elsewhere has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Progress {
    /// Asked for: it counts for nothing yet.
    #[n(0)]
    Requested,
    /// Promised.
    #[n(1)]
    Promised,
    /// Paid.
    #[n(2)]
    Paid,
}

impl Progress {
    /// The progress in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Progress::Requested => "requested",
            Progress::Promised => "promised",
            Progress::Paid => "paid",
        }
    }
}

/// What a body gives.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Declared {
    /// Which body, by its name.
    #[n(0)]
    pub body: Phrase,
    /// How much, in the fund's currency.
    #[n(1)]
    pub amount: Money,
    /// How far it has come.
    #[n(2)]
    pub progress: Progress,
}

/// Says what another body gives for a case: the beneficiary's own word counts, another member's stands as reported.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Elsewhere {
    /// The case.
    #[n(0)]
    pub case: CaseNo,
    /// What a body gives; none: nothing is given elsewhere.
    #[n(1)]
    pub declared: Option<Declared>,
    /// The own word on the same body that it takes the place of.
    #[n(2)]
    pub replaces: Option<u32>,
    /// Where that is to be read.
    #[n(3)]
    pub source: Option<Phrase>,
}

impl Provision for Elsewhere {
    fn name(&self) -> &'static str {
        "case elsewhere"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn for_beneficiary(&self) -> ForBeneficiary {
        ForBeneficiary::ForItself
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (charter, by) = (partnership.charter(), act.post().member);
        let case = partnership.cases().get(self.case)?;
        // C47: the text that was in force at the request excludes double funding.
        if !case.relation.not_twice {
            return Err(Refusal::NoArticle.into());
        }
        let (own, words) = (case.beneficiary == by, &case.relation.words);
        let mut lowers = false;
        if let Some(Declared { body, amount, progress }) = &self.declared {
            fund::positive_in_fund_currency(charter, *amount)?;
            let standing = words.get(&(by, body.clone()));
            // C48: a word names the own one on the same body that it takes the place of.
            if self.replaces != standing.map(|word| word.number) {
                return Err(Refusal::OtherWord { standing: standing.map(|word| word.number) }.into());
            }
            // C54: of no more bodies than anybody reads.
            let bodies = words.keys().filter(|(of, _)| *of == by).count();
            if standing.is_none() && bodies >= MAX_BODIES {
                return Err(Refusal::TooMany(by).into());
            }
            lowers = standing.is_some_and(|word| {
                let counted = !matches!(word.progress, Progress::Requested);
                word.amount.minor() > amount.minor() || counted && *progress == Progress::Requested
            });
        } else if !own || self.replaces.is_some() || words.keys().any(|(of, _)| *of == by) {
            // C48: that nothing is given is the beneficiary's to say, and only before it said otherwise.
            return Err(Refusal::SaidOtherwise.into());
        }
        // C49: what is said of another, or takes back from what was said, has a source.
        if (!own || lowers) && self.source.is_none() {
            return Err(Refusal::NoSource.into());
        }
        let Elsewhere { case: number, declared, replaces, source } = self.clone();
        let event = Event::Declared {
            case: number,
            number: case.relation.given.saturating_add(1),
            by,
            of_beneficiary: own,
            declared,
            replaces,
            source,
        };
        Ok(vec![event.into()])
    }
}
