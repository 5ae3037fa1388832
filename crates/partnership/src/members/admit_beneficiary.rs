//! Admit a beneficiary: a State that is no member may ask for help. Article: beneficiaries.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Rule};

use super::beneficiaries::{Event as BeneficiaryEvent, has_open_case};
use super::effect::Provides;
use super::standing::{On, Refusal};
use super::{BeneficiaryRefusal, Event};
use crate::ids::{DecisionNo, PublicKey};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;

/// Admits a State that is no member to ask for help. It is bound by nothing but what it signs in its own cases.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct AdmitBeneficiary {
    /// The State.
    #[n(0)]
    pub state: MemberCode,
    /// Its name in English.
    #[n(1)]
    pub name_en: Phrase,
    /// Its name in French.
    #[n(2)]
    pub name_fr: Phrase,
    /// The root key that it brings.
    #[n(3)]
    pub root: PublicKey,
    /// The recovery key that it brings.
    #[n(4)]
    pub recovery: PublicKey,
}

impl Provides for AdmitBeneficiary {
    fn rule<'c>(&self, charter: &'c Charter) -> Option<&'c Rule> {
        charter.beneficiaries().map(|article| article.rule())
    }

    fn on(&self) -> On {
        On::Beneficiaries
    }

    fn tabled(&self, partnership: &Partnership) -> Result<(), Refusal> {
        let (members, state) = (partnership.members(), self.state);
        // M33: a State that is no member, was none, is not admitted already, and, unless it was admitted before, is not
        // invited to be one.
        let (was_admitted, keys) = (members.is_beneficiary(state), [self.root, self.recovery]);
        let outside = members.is_outside(state);
        if members.is_admitted(state) || !(outside || was_admitted) {
            return Err(BeneficiaryRefusal::NotToAdmit(state).into());
        }
        // M33: with the keys that it has, while a case of it is open or it is invited with them; else these, or two sound
        // keys that never stood for it.
        if was_admitted && members.are_its_own(state, keys).is_ok() {
            return Ok(());
        }
        if !outside || has_open_case(partnership, state) {
            return Err(BeneficiaryRefusal::KeepsItsKeys(state).into());
        }
        let unfit = |key| BeneficiaryRefusal::UnfitKey { state, key }.into();
        members.are_sound(state, keys).map_err(unfit)
    }

    fn carried_out(
        &self,
        _partnership: &Partnership,
        decision: DecisionNo,
        _now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        Ok(vec![BeneficiaryEvent::Admitted { decision, terms: self.clone() }.into()])
    }
}
