//! A standard: how far a member has come with an edition of it, and on whom it depends for it. Article: assessments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::particulars::Next;
use super::{Designation, Event, Particulars, Thing};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Who owns a standard.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Owner {
    /// A State.
    #[n(0)]
    State(#[n(0)] MemberCode),
    /// A body.
    #[n(1)]
    Body(#[n(0)] Phrase),
}

/// Says how far one has come with an edition of a standard.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Standard {
    /// The number of the standard.
    #[n(0)]
    pub standard: Designation,
    /// The edition.
    #[n(1)]
    pub edition: Designation,
    /// What every assessment says.
    #[n(2)]
    pub particulars: Particulars,
    /// Who owns the standard.
    #[n(3)]
    pub owner: Option<Owner>,
    /// The day on which it was ratified.
    #[n(4)]
    pub ratified: Option<Day>,
    /// The day on which it was implemented.
    #[n(5)]
    pub implemented: Option<Day>,
    /// The day on which it was tested.
    #[n(6)]
    pub tested: Option<Day>,
    /// The day on which it was certified.
    #[n(7)]
    pub certified: Option<Day>,
    /// The day of the last exercise in which it was used.
    #[n(8)]
    pub exercised: Option<Day>,
    /// The State that releases the cryptography.
    #[n(9)]
    pub crypto: Option<MemberCode>,
    /// The State that releases the keys.
    #[n(10)]
    pub keys: Option<MemberCode>,
    /// The State that releases the codes.
    #[n(11)]
    pub codes: Option<MemberCode>,
}

impl Standard {
    /// What it is about.
    #[must_use]
    pub fn about(&self) -> Thing {
        Thing::Standard(self.standard.clone(), self.edition.clone())
    }
}

impl Provision for Standard {
    fn name(&self) -> &'static str {
        "assessment standard"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        self.particulars.is_dated(partnership, now)?;
        let Standard { ratified, implemented, tested, certified, exercised, .. } = *self;
        self.particulars.by_its_day([ratified, implemented, tested, certified, exercised])?;
        let Next { assessment, by, ends } = self.particulars.next(partnership, act, &self.about())?;
        Ok(vec![Event::StandardGiven { assessment, by, standard: self.clone(), ends }.into()])
    }
}
