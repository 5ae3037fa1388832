//! End an admission: a State that is no member asks for nothing new. What was approved for it goes on to its end.
//! Article: beneficiaries.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Rule};

use super::beneficiaries::Event as BeneficiaryEvent;
use super::effect::Provides;
use super::standing::{On, Refusal};
use super::{BeneficiaryRefusal, Event};
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;

/// Ends the admission of a State.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct EndAdmission {
    /// The State.
    #[n(0)]
    pub state: MemberCode,
}

impl Provides for EndAdmission {
    fn rule<'c>(&self, charter: &'c Charter) -> Option<&'c Rule> {
        charter.beneficiaries().map(|article| article.rule())
    }

    fn on(&self) -> On {
        On::Beneficiaries
    }

    fn tabled(&self, partnership: &Partnership) -> Result<(), Refusal> {
        // M34: it runs.
        let runs = partnership.members().is_admitted(self.state);
        if runs { Ok(()) } else { Err(BeneficiaryRefusal::NotAdmitted(self.state).into()) }
    }

    fn carried_out(
        &self,
        _partnership: &Partnership,
        decision: DecisionNo,
        _now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        Ok(vec![BeneficiaryEvent::AdmissionEnded { state: self.state, decision }.into()])
    }
}
