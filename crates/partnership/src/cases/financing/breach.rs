//! Breaches: the others decide that a beneficiary broke a term that it signed, and that this is over. Nothing more is
//! paid between the two; what is with the bank stays. Article: financing agreements.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Term;

use super::{Event, Refusal};
use crate::event::Event as AnyEvent;
use crate::ids::{CaseNo, DecisionNo};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Whether a breach of this term could be found.
pub(crate) fn breach_can_be_found(
    partnership: &Partnership,
    number: CaseNo,
    term: Term,
) -> Result<(), AnyRefusal> {
    let case = partnership.cases().get(number)?;
    let signed = case.signed_terms(number).unwrap_or_default();
    // C41: of a term that was signed, and of one at a time.
    if !signed.contains(&term) {
        return Err(Refusal::TermNotSigned { case: number, term }.into());
    }
    match case.financing.breach {
        Some(_) => Err(Refusal::BreachStands(number).into()),
        None => Ok(()),
    }
}

/// What finding this breach would bring.
pub(crate) fn breach_found(
    partnership: &Partnership,
    (case, term): (CaseNo, Term),
    decision: DecisionNo,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    breach_can_be_found(partnership, case, term)?;
    Ok(vec![Event::BreachFound { case, term, decision }.into()])
}

/// Whether a breach could be said to be over.
pub(crate) fn breach_can_end(partnership: &Partnership, number: CaseNo) -> Result<(), AnyRefusal> {
    // C42: one stands.
    match partnership.cases().get(number)?.financing.breach {
        Some(_) => Ok(()),
        None => Err(Refusal::NoBreach(number).into()),
    }
}

/// What ending it would bring.
pub(crate) fn breach_ends(
    partnership: &Partnership,
    case: CaseNo,
    decision: DecisionNo,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    breach_can_end(partnership, case)?;
    Ok(vec![Event::BreachEnded { case, decision }.into()])
}
