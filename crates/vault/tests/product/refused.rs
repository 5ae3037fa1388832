//! What is not sealed at all.

use quorate_partnership::{DocumentHash, Moment};
use quorate_vault::marking::Audience;
use quorate_vault::product::{Consent, Control, Provenance, SealError};

use crate::office::{Office, audience};

#[test]
fn an_empty_audience_is_nobody_and_never_everybody() {
    let mut office = Office::new();
    office.marking.audience = Audience::nobody();
    assert!(matches!(office.seal(b"text"), Err(SealError::Nobody)));
}

#[test]
fn material_of_another_state_waits_for_its_consent() {
    let mut office = Office::new();
    let norway = "NOR".parse().unwrap();
    office.provenance = Provenance { contains: [norway].into(), ..Provenance::default() };
    assert!(matches!(office.seal(b"text"), Err(SealError::NoConsent(state)) if state == norway));
    let consent = |to: &str| Consent { state: norway, document: DocumentHash([5; 32]), to: audience(to) };
    office.consents = vec![consent("CAN")];
    let refusal = office.seal(b"text").unwrap_err();
    assert_eq!(refusal.to_string(), "NOR consents that its material goes to fewer: not to FRA");
    // Two consents to fewer are not one to all.
    office.consents = vec![consent("CAN"), consent("FRA")];
    assert!(matches!(office.seal(b"text"), Err(SealError::ConsentNarrower { .. })));
    office.consents = vec![consent("CAN,FRA,DEU")];
    let (file, _) = office.seal(b"text").unwrap();
    let (header, _) = office.open(&file).unwrap();
    assert_eq!(header.provenance(), office.provenance);
    assert_eq!(header.consents(), [(norway, DocumentHash([5; 32]))]);
    // Of one's own material nobody is asked.
    let own = Provenance { contains: ["GBR".parse().unwrap()].into(), ..Provenance::default() };
    assert!(Office { provenance: own, ..Office::new() }.seal(b"text").is_ok());
}

#[test]
fn an_expired_marking_and_a_release_time_that_nothing_holds_are_refused() {
    let mut office = Office::new();
    office.marking.expires = Some(Moment(1_800_000_000_000));
    assert!(matches!(office.seal(b"text"), Err(SealError::Expired)));
    let office = Office { release: Some(Moment(1_900_000_000_000)), ..Office::new() };
    assert!(matches!(office.seal(b"text"), Err(SealError::ReleaseUncontrolled)));
    assert!(Office { control: Control::Originator, ..office }.seal(b"text").is_ok());
}
