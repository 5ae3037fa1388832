//! What is asked of browsers, and whether what they answer is right.

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, Url,
    Uuid, Webauthn, WebauthnBuilder,
};

use super::{Kept, MAX_ANSWER_BYTES};

/// Whom passkeys of an address are for.
pub(crate) struct Party {
    webauthn: Webauthn,
    origin: String,
}

/// What a browser answered for a passkey.
pub(crate) struct Answered {
    pub(crate) credential: PublicKeyCredential,
    /// The whole answer, with what is not read of it otherwise.
    pub(crate) whole: Value,
}

/// A browser's answer, if it is one.
pub(crate) fn answer_of(said: &str) -> Option<Answered> {
    let said = Some(said).filter(|said| said.len() <= MAX_ANSWER_BYTES)?;
    Some(Answered { credential: serde_json::from_str(said).ok()?, whole: serde_json::from_str(said).ok()? })
}

impl Party {
    /// At an address; none where browsers have no passkeys: at a number instead of a name, or in the open on another machine.
    pub(crate) fn at(origin: &str) -> Option<Party> {
        let url = Url::parse(origin).ok()?;
        let host = url.domain()?;
        let is_safe = url.scheme() == "https" || host == "localhost";
        let builder = WebauthnBuilder::new(host, &url).ok().filter(|_| is_safe)?;
        Some(Party { webauthn: builder.rp_name("Quorate").build().ok()?, origin: origin.to_owned() })
    }

    /// What is asked to make a passkey, and what is kept of that until it is answered. Of those there are, none is made again on
    /// the same device.
    pub(crate) fn make(
        &self,
        whose: &str,
        id: &[u8],
        there: &[Kept],
    ) -> Option<(Value, PasskeyRegistration)> {
        // Another address of the same host has others: one must not take another's place on a device.
        let digest =
            Sha256::new().chain_update(b"quorate/passkey/1\0").chain_update(&self.origin).chain_update(id);
        let handle = Uuid::from_slice(digest.finalize().get(..16)?).ok()?;
        let there = there.iter().map(|kept| kept.passkey.cred_id().clone()).collect();
        let started = self.webauthn.start_passkey_registration(handle, whose, whose, Some(there));
        let (options, state) = started.ok()?;
        Some((serde_json::to_value(options.public_key).ok()?, state))
    }

    /// The passkey that was made; none if the answer is not to this, or the person was not verified.
    pub(crate) fn made(&self, answer: &str, state: &PasskeyRegistration) -> Option<Passkey> {
        let answer = Some(answer).filter(|answer| answer.len() <= MAX_ANSWER_BYTES)?;
        self.webauthn.finish_passkey_registration(&serde_json::from_str(answer).ok()?, state).ok()
    }

    /// What is asked to use a passkey, whichever it is, and what is kept of that until it is answered.
    pub(crate) fn ask(&self) -> Option<(Value, DiscoverableAuthentication)> {
        let (options, state) = self.webauthn.start_discoverable_authentication().ok()?;
        Some((serde_json::to_value(options.public_key).ok()?, state))
    }

    /// Whether this passkey answered; its count of uses goes on. A count that does not grow is a copy's, and refused.
    pub(crate) fn is_answered(
        &self,
        answer: &PublicKeyCredential,
        state: DiscoverableAuthentication,
        passkey: &mut Passkey,
    ) -> bool {
        let answered = self.webauthn.finish_discoverable_authentication_v2(answer, state, &*passkey);
        let verified = answered.ok().filter(AuthenticationResult::user_verified);
        verified.is_some_and(|result| passkey.update_credential(&result).is_some())
    }
}

/// Asks the device itself to keep whose the passkey is, so that nobody has to say so first.
pub(crate) fn discoverable(options: &mut Value) {
    if let Some(chosen) = options.get_mut("authenticatorSelection").and_then(Value::as_object_mut) {
        chosen.insert("residentKey".into(), json!("required"));
        chosen.insert("requireResidentKey".into(), json!(true));
    }
}
