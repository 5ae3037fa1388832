//! Sign a financing agreement: the beneficiary of a case agrees to the terms on which it was approved. Article:
//! financing agreements.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Financing, Refusal};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::CaseNo;
use crate::members::ForBeneficiary;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Signs the agreement of a case of one's own: what it is for, its tranches, the account, and the terms that the article
/// had when it was approved. Who does not sign is not paid, and hurts nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SignAgreement {
    /// The case.
    #[n(0)]
    pub case: CaseNo,
}

impl Provision for SignAgreement {
    fn name(&self) -> &'static str {
        "case sign-agreement"
    }

    /// An agreement is an instrument: a representative's key, stolen or not, signs none.
    fn offices(&self) -> Offices {
        &[Office::Root]
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
        let case = partnership.cases().get(self.case)?;
        case.only_beneficiary(act.post().member)?;
        // C35: it was asked for, and is not signed yet.
        match &case.financing {
            Financing { asked: Some(terms), signed: None, .. } => {
                Ok(vec![Event::Signed { case: self.case, agreement: case.agreement(terms) }.into()])
            }
            _ => Err(Refusal::NotToSign(self.case).into()),
        }
    }
}
