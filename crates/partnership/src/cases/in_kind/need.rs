//! Need: the beneficiary of help in kind says what it needs, how many, and until when. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, some};
use crate::authentic::Act;
use crate::cases::KindRefusal;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::{CaseNo, NeedNo};
use crate::members::{ForBeneficiary, Needs};
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Says what is needed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Need {
    /// The case.
    #[n(0)]
    pub case: CaseNo,
    /// What.
    #[n(1)]
    pub what: Phrase,
    /// How many.
    #[n(2)]
    pub quantity: u64,
    /// Of what unit.
    #[n(3)]
    pub unit: Phrase,
    /// The last day on which it can be offered and matched.
    #[n(4)]
    pub until: Day,
}

impl Provision for Need {
    fn name(&self) -> &'static str {
        "case need"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::CaseOfficer]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn for_beneficiary(&self) -> ForBeneficiary {
        ForBeneficiary::ForItself
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let Need { case, what, quantity, unit, until } = self.clone();
        partnership.cases().in_kind(case)?.only_beneficiary(act.post().member)?;
        some(quantity)?;
        // C27: there is time to help.
        if until < now.day() {
            return Err(KindRefusal::DayOver.into());
        }
        let need = NeedNo::after(partnership.cases().in_kind.needs.len());
        Ok(vec![Event::Needed { case, need, what, quantity, unit, until }.into()])
    }
}
