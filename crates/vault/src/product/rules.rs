//! What has to be true before anything is sealed.

use super::header::MAX_SOURCES;
use super::{Control, SealError, Sealing};

/// Checks all of it: the one place that does.
pub(super) fn check(sealing: &Sealing<'_>) -> Result<(), SealError> {
    let marking = sealing.marking;
    if marking.audience.is_nobody() {
        return Err(SealError::Nobody);
    }
    if marking.expires.is_some_and(|expires| expires <= sealing.sealed) {
        return Err(SealError::Expired);
    }
    if sealing.release.is_some() && sealing.control != Control::Originator {
        return Err(SealError::ReleaseUncontrolled);
    }
    let provenance = sealing.provenance;
    if provenance.contains.len() > MAX_SOURCES
        || provenance.derived_from.len() > MAX_SOURCES
        || sealing.consents.len() > MAX_SOURCES
        || sealing.handling.despite.len() > MAX_SOURCES
    {
        return Err(SealError::TooManySources);
    }
    let others = provenance.contains.iter().copied().filter(|state| *state != sealing.originator.member);
    others.into_iter().try_for_each(|state| consented(sealing, state))
}

/// The third-party rule: nothing of a State's goes on without it, whether it is a member or not, and one consent names all to
/// whom it goes. The State itself has its own.
fn consented(sealing: &Sealing<'_>, state: quorate_charter::MemberCode) -> Result<(), SealError> {
    let mut refusal = SealError::NoConsent(state);
    for consent in sealing.consents.iter().filter(|consent| consent.state == state) {
        let missing = |to: &quorate_charter::MemberCode| *to != state && !consent.to.has(*to);
        match sealing.marking.audience.iter().find(missing) {
            None => return Ok(()),
            Some(to) => refusal = SealError::ConsentNarrower { state, to },
        }
    }
    Err(refusal)
}
