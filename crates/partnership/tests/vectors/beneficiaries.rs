//! A sample of every event and draft about beneficiaries that are no members.

use quorate_partnership::members::{
    self, AdmitBeneficiary, BeneficiaryEvent, EndAdmission, Event as Members,
};
use quorate_partnership::{DecisionNo, Event};

use crate::cast::{key, public};
use crate::commands::phrase;

fn terms() -> AdmitBeneficiary {
    AdmitBeneficiary {
        state: "XCC".parse().unwrap(),
        name_en: phrase("Third State"),
        name_fr: phrase("État tiers"),
        root: public(&key(25)),
        recovery: public(&key(26)),
    }
}

pub(crate) fn events() -> Vec<(&'static str, Event)> {
    let (decision, state) = (DecisionNo(3), terms().state);
    let admitted = BeneficiaryEvent::Admitted { decision, terms: terms() };
    let ended = BeneficiaryEvent::AdmissionEnded { state, decision };
    vec![
        ("beneficiary admitted", Members::from(admitted).into()),
        ("admission ended", Members::from(ended).into()),
    ]
}

pub(crate) fn effects() -> [(&'static str, members::Effect); 2] {
    let ends = EndAdmission { state: terms().state };
    [
        ("decision table, a beneficiary", members::Effect::AdmitBeneficiary(terms())),
        ("decision table, the end of an admission", members::Effect::EndAdmission(ends)),
    ]
}
