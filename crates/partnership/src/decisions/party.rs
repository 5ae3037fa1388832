//! Party to the dispute: the others name a member that does not take part in decisions on a case. Article: cases.

use quorate_charter::MemberCode;

use super::Refusal;
use crate::ids::CaseNo;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Whether this member could be named a party to the dispute about this case, on a draft of this mover.
pub(super) fn can_be_named(
    partnership: &Partnership,
    case: CaseNo,
    member: MemberCode,
    mover: MemberCode,
) -> Result<(), AnyRefusal> {
    // D20: the charter says by which rule.
    if partnership.charter().cases().party_rule().is_none() {
        return Err(Refusal::NobodyIsNamed.into());
    }
    let cases = partnership.cases();
    cases.requested(case)?;
    // D21: it is for the others: the beneficiary neither moves it nor is named.
    if let Some(beneficiary) = cases.beneficiary(case).filter(|one| *one == mover || *one == member) {
        return Err(Refusal::OfTheBeneficiary { case, beneficiary }.into());
    }
    // D22: a member, and once.
    if partnership.charter().member(member).is_none() || cases.is_party(case, member) {
        return Err(Refusal::NotToBeNamed { case, member }.into());
    }
    // D4: enough are left to decide on the case, so that naming parties does not make it undecidable.
    let stays = |one: &&MemberCode| **one != member && !cases.is_party(case, **one);
    let voices = partnership.members().seats().voices;
    let others = voices.iter().filter(stays);
    let participating = others.filter(|one| cases.beneficiary(case) != Some(**one)).count();
    let least = partnership.charter().membership().least_participating();
    if participating < usize::try_from(least).unwrap_or(usize::MAX) {
        return Err(Refusal::TooFew { participating, least }.into());
    }
    Ok(())
}

#[cfg(test)]
mod tests;
