//! Who waits for the provider's answer. Nothing is kept of them here: what belongs to a state follows from it, from what the
//! browser holds that began, and from a key of this process. So no crowd drives anybody out, and no other browser can end it.

use base16ct::lower::{decode, encode_string};
use hmac::{Hmac, KeyInit as _, Mac as _};
use openidconnect::{CsrfToken, Nonce, PkceCodeVerifier};
use sha2::Sha256;

use super::super::challenge::Challenges;
use super::super::session::chance;

const CHALLENGE: usize = 32;
const TAG: usize = 16;

pub(super) struct Waiting {
    key: [u8; 32],
    challenges: Challenges,
}

/// One who waits.
pub(super) struct Begun {
    pub(super) state: CsrfToken,
    pub(super) nonce: Nonce,
    pub(super) verifier: PkceCodeVerifier,
    challenge: [u8; CHALLENGE],
}

impl Waiting {
    pub(super) fn new() -> Option<Waiting> {
        Some(Waiting { key: chance()?, challenges: Challenges::new()? })
    }

    /// Somebody begins: what it waits with, and what its browser is to hold.
    pub(super) fn begin(&self) -> Option<(Begun, String)> {
        let secret = encode_string(&chance()?);
        let challenge = self.challenges.make()?;
        Some((self.begun(challenge, &secret)?, secret))
    }

    /// Who comes back with this state, from the browser that holds this; none if that did not begin it, or too long ago, or was
    /// signed in by it already.
    pub(super) fn comes_back(&self, state: &str, secret: &str) -> Option<Begun> {
        let mut bytes = [0; CHALLENGE + TAG];
        decode(state, &mut bytes).ok().filter(|read| read.len() == CHALLENGE + TAG)?;
        let (challenge, tag) = bytes.split_at(CHALLENGE);
        let challenge: [u8; CHALLENGE] = challenge.try_into().ok()?;
        self.mark(b"state", &challenge, secret)?.verify_truncated_left(tag).ok()?;
        if self.challenges.waits(&challenge) { self.begun(challenge, secret) } else { None }
    }

    /// Signs in by it once.
    pub(super) fn takes(&self, begun: &Begun) -> bool {
        self.challenges.takes(&begun.challenge)
    }

    fn begun(&self, challenge: [u8; CHALLENGE], secret: &str) -> Option<Begun> {
        let derived = |what: &[u8]| {
            let mark = self.mark(what, &challenge, secret)?.finalize().into_bytes();
            Some(encode_string(&mark))
        };
        let tag = derived(b"state")?;
        let state = format!("{}{}", encode_string(&challenge), tag.get(..TAG * 2)?);
        Some(Begun {
            state: CsrfToken::new(state),
            nonce: Nonce::new(derived(b"nonce")?),
            verifier: PkceCodeVerifier::new(derived(b"verifier")?),
            challenge,
        })
    }

    fn mark(&self, what: &[u8], challenge: &[u8], secret: &str) -> Option<Hmac<Sha256>> {
        let mut mark = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        // Of what differs in length there is one, and it stands last.
        for part in [what, b"\0", challenge, secret.as_bytes()] {
            mark.update(part);
        }
        Some(mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_began_comes_back_and_nobody_else_does() {
        let (own, other) = (Waiting::new().unwrap(), Waiting::new().unwrap());
        let (begun, secret) = own.begin().unwrap();
        let state = begun.state.secret();
        let back = own.comes_back(state, &secret).unwrap();
        assert_eq!(back.nonce.secret(), begun.nonce.secret());
        assert_eq!(back.verifier.secret(), begun.verifier.secret());
        assert_eq!(back.verifier.secret().len(), 64);
        let (_, elsewhere) = own.begin().unwrap();
        assert!(own.comes_back(state, &elsewhere).is_none() && own.comes_back(state, "").is_none());
        assert!(other.comes_back(state, &secret).is_none());
        for at in 0..state.len() {
            let mut turned = state.clone().into_bytes();
            turned[at] = if turned[at] == b'0' { b'1' } else { b'0' };
            assert!(own.comes_back(&String::from_utf8(turned).unwrap(), &secret).is_none(), "digit {at}");
        }
        for wrong in ["", "00", &format!("{state}00"), &state.to_uppercase()] {
            assert!(own.comes_back(wrong, &secret).is_none() || wrong == state, "{wrong}");
        }
        assert!(own.takes(&back) && !own.takes(&begun));
        assert!(own.comes_back(state, &secret).is_none());
    }

    #[test]
    fn what_is_shown_to_others_says_nothing_of_what_is_not() {
        let own = Waiting::new().unwrap();
        let (begun, secret) = own.begin().unwrap();
        let shown = [begun.state.secret().as_str(), begun.nonce.secret()].concat();
        assert!(!shown.contains(begun.verifier.secret()) && !shown.contains(&secret));
        assert_ne!(begun.nonce.secret(), begun.verifier.secret());
    }
}
