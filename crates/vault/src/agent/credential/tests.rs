use ed25519_dalek::Signer as _;

use super::super::testing::{DAY, NOW, PARTNERSHIP, Record, agent, representative, signed};
use super::super::{Identity, IdentityError};
use super::*;

#[test]
fn a_credential_stands_while_its_signer_holds_the_post() {
    let record = Record::default();
    let credential = agent(&record, "FRA/representative").credential().unwrap();
    let stands = |at| credential.stands(&PARTNERSHIP, &record, Moment(at));
    let post = credential.post();
    assert_eq!(stands(NOW.0), Ok(()));
    assert_eq!(stands(NOW.0 - 1), Err(CredentialError::Time(post)));
    assert_eq!(stands(NOW.0 + 30 * DAY), Err(CredentialError::Time(post)));
    let other = credential.stands(&PartnershipId([8; 32]), &record, NOW);
    assert_eq!(other, Err(CredentialError::OtherPartnership));
    record.revoke("FRA/representative");
    assert_eq!(stands(NOW.0), Err(CredentialError::NotAccredited(post)));
}

#[test]
fn a_credential_that_another_member_signed_does_not_stand() {
    let record = Record::default();
    agent(&record, "FRA/representative");
    agent(&record, "GBR/representative");
    let own = Identity::new().unwrap();
    let forged =
        signed(&own, "FRA/representative", &representative("GBR/representative"), NOW.0, NOW.0 + DAY);
    let refused = forged.stands(&PARTNERSHIP, &record, NOW);
    assert_eq!(refused, Err(CredentialError::NotAccredited(forged.post())));
}

#[test]
fn every_changed_byte_of_a_credential_is_refused() {
    let bytes = agent(&Record::default(), "FRA/representative").credential().unwrap().bytes().to_vec();
    for at in (0..bytes.len()).filter(|at| *at < 120 || at % 97 == 0 || *at + 90 > bytes.len()) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert!(Credential::read(&changed).is_err(), "byte {at}");
    }
    assert_eq!(Credential::read(&[0; MAX_CREDENTIAL_BYTES + 1]), Err(CredentialError::Form));
    assert_eq!(Credential::read(&[bytes.as_slice(), &[0]].concat()), Err(CredentialError::Form));
}

#[test]
fn a_credential_has_a_term() {
    let own = Identity::new().unwrap();
    let key = representative("FRA/representative");
    let public = PublicKey(key.verifying_key().to_bytes());
    let post = "FRA/representative".parse().unwrap();
    for until in [NOW.0, NOW.0 - 1, NOW.0 + MAX_TERM_MILLIS + 1] {
        let draft = own.draft(PARTNERSHIP, post, NOW, Moment(until)).unwrap();
        assert_eq!(draft.to_be_signed(&public), Err(CredentialError::Term));
        let signature = key.sign(&to_be_signed(DOMAIN, &PARTNERSHIP.0, &public, &draft.payload())).to_bytes();
        assert_eq!(draft.signed(&public, &signature).unwrap_err(), CredentialError::Term);
    }
}

#[test]
fn an_agent_does_not_show_its_secrets_and_takes_no_other_credential() {
    let record = Record::default();
    let (mut one, other) = (agent(&record, "FRA/representative"), agent(&record, "GBR/representative"));
    assert!(one.adopt(&other.credential().unwrap()).is_err());
    assert!(format!("{one:?}").contains("a secret"));
    // Its own key, in another partnership and for another member.
    let key = representative("FRA/representative");
    let public = PublicKey(key.verifying_key().to_bytes());
    let post = "FRA/representative".parse().unwrap();
    let draft = one.draft(PartnershipId([8; 32]), post, NOW, Moment(NOW.0 + DAY)).unwrap();
    let signature = key.sign(&draft.to_be_signed(&public).unwrap()).to_bytes();
    let elsewhere = one.adopt(&draft.signed(&public, &signature).unwrap());
    assert!(matches!(elsewhere, Err(IdentityError::OtherPartnership)), "{elsewhere:?}");
    let member =
        signed(&one, "GBR/representative", &representative("GBR/representative"), NOW.0, NOW.0 + DAY);
    assert!(matches!(one.adopt(&member), Err(IdentityError::OtherMember { .. })));
    assert_eq!(one.credential().unwrap().post(), post);
}

#[test]
fn whatever_key_the_record_gives_a_post_signs_in_it_and_after_a_recovery_the_next() {
    for post in ["CAN/root", "CAN/recovery", "CAN/representative", "CAN/treasurer"] {
        let (record, own) = (Record::default(), Identity::new().unwrap());
        let (first, second) = (representative(post), representative("the next key"));
        let by = |key| signed(&own, post, key, NOW.0, NOW.0 + DAY);
        let stands = |key| by(key).stands(&PARTNERSHIP, &record, NOW);
        record.accredit(post, &first);
        assert_eq!((stands(&first), stands(&second).is_err()), (Ok(()), true), "{post}");
        record.revoke(post);
        record.accredit(post, &second);
        assert_eq!((stands(&second), stands(&first).is_err()), (Ok(()), true), "{post}");
        assert_eq!(Credential::read(by(&second).bytes()).unwrap().post().to_string(), post);
    }
}
