//! A device with one passkey, which does what a browser and its authenticator do (WebAuthn level 3, 6 and 7).

use base64ct::{Base64UrlUnpadded, Encoding as _};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// Whether the person was there, and whether the device verified who it is.
const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const ATTESTED: u8 = 64;

pub(crate) struct Device {
    key: SigningKey,
    id: [u8; 32],
    handle: String,
    /// How often it was used; nought: it does not count.
    pub(crate) uses: u32,
    pub(crate) verifies: bool,
    /// What the device makes secrets of, if it does.
    pub(crate) secret: Option<[u8; 32]>,
}

fn base64(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

impl Device {
    pub(crate) fn new(seed: u8) -> Device {
        let key = SigningKey::from_slice(&[seed; 32]).unwrap();
        Device { key, id: [seed; 32], handle: String::new(), uses: 0, verifies: true, secret: None }
    }

    pub(crate) fn id(&self) -> String {
        base16ct::lower::encode_string(&self.id)
    }

    fn head(&self, host: &str, flags: u8) -> Vec<u8> {
        let verified = if self.verifies { VERIFIED } else { 0 };
        let flags = [flags | PRESENT | verified];
        [Sha256::digest(host).as_slice(), &flags, &self.uses.to_be_bytes()].concat()
    }

    fn secrets(&self, salt: Option<&Value>) -> Value {
        match (self.secret, salt.and_then(Value::as_str)) {
            (Some(secret), Some(salt)) => {
                let made = Sha256::new().chain_update(secret).chain_update(salt).finalize();
                json!({ "prf": { "enabled": true, "results": { "first": base64(&made) } } })
            }
            _ => json!({}),
        }
    }

    /// Makes the passkey that is asked for, at a page of this address.
    pub(crate) fn make(&mut self, origin: &str, options: &Value) -> String {
        self.handle = options["user"]["id"].as_str().unwrap().to_owned();
        let point = self.key.verifying_key().to_sec1_point(false);
        let public =
            [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], &point.as_bytes()[1..33], &[0x22, 0x58, 32]];
        let public = [public.concat().as_slice(), &point.as_bytes()[33..]].concat();
        let host = options["rp"]["id"].as_str().unwrap();
        let head = self.head(host, ATTESTED);
        let data = [head.as_slice(), &[0; 16], &[0, 32], &self.id, &public].concat();
        let length = [0x58, u8::try_from(data.len()).unwrap()];
        let whole = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData".as_slice(), &length, &data].concat();
        let response = json!({
            "attestationObject": base64(&whole),
            "clientDataJSON": base64(&client("webauthn.create", origin, options)),
            "transports": ["internal"],
        });
        let secrets = self.secrets(options.pointer("/extensions/prf/eval/first"));
        self.answer(&response, &secrets)
    }

    /// Uses the passkey as it is asked for.
    pub(crate) fn used(&mut self, origin: &str, options: &Value) -> String {
        let data = self.head(options["rpId"].as_str().unwrap(), 0);
        let client = client("webauthn.get", origin, options);
        let signature: Signature = self.key.sign(&[data.as_slice(), &Sha256::digest(&client)].concat());
        let response = json!({
            "authenticatorData": base64(&data),
            "clientDataJSON": base64(&client),
            "signature": base64(signature.to_der().as_bytes()),
            "userHandle": self.handle,
        });
        let salt = options.pointer(&format!("/extensions/prf/evalByCredential/{}/first", base64(&self.id)));
        let secrets = self.secrets(salt);
        self.answer(&response, &secrets)
    }

    fn answer(&self, response: &Value, extensions: &Value) -> String {
        let id = base64(&self.id);
        json!({
            "id": id, "rawId": id, "type": "public-key", "authenticatorAttachment": "platform",
            "response": response, "clientExtensionResults": extensions,
        })
        .to_string()
    }
}

fn client(what: &str, origin: &str, options: &Value) -> Vec<u8> {
    let (challenge, origin) = (&options["challenge"], json!(origin));
    format!(r#"{{"type":"{what}","challenge":{challenge},"origin":{origin},"crossOrigin":false}}"#)
        .into_bytes()
}

/// What a page asks of a device.
pub(crate) fn options(body: &str) -> Value {
    let asked =
        body.split("data-passkey=\"").nth(1).unwrap_or_else(|| panic!("no passkey is asked for in {body}"));
    let asked = asked.split('"').next().unwrap().replace("&quot;", "\"").replace("&amp;", "&");
    serde_json::from_str(&asked).unwrap()
}

/// Something in a form.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
