//! The label of a text as an assertion, signed as a JWS (RFC 7515).

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use ring::digest::{SHA256, digest};
use ring::hmac::{self, HMAC_SHA256};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use serde_json::{Value, json};

use super::canonical::canonical;
use super::manifest::hex;
use super::{ZtdfError, pem};
use crate::marking::{Kind, Marking, date_time};
use crate::secret::Secret;

/// What stands in the label's schema (ADatP-5636).
const SCHEMA: &str = "urn:nato:stanag:5636:A:1:elements:json";

/// A key that signs assertions.
pub struct Signer(Key);

enum Key {
    P256(Box<EcdsaKeyPair>),
    Rsa(Box<RsaKeyPair>),
}

impl Signer {
    /// Reads a private key in PEM (PKCS #8).
    ///
    /// # Errors
    /// [`ZtdfError::Signer`].
    pub fn from_pem(text: &str) -> Result<Signer, ZtdfError> {
        let der = pem::read("PRIVATE KEY", text).ok_or(ZtdfError::Signer)?;
        let chance = SystemRandom::new();
        if let Ok(pair) = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &der, &chance) {
            return Ok(Signer(Key::P256(Box::new(pair))));
        }
        let pair = RsaKeyPair::from_pkcs8(&der).map_err(|_| ZtdfError::Signer)?;
        Ok(Signer(Key::Rsa(Box::new(pair))))
    }

    fn alg(&self) -> &'static str {
        match &self.0 {
            Key::P256(_) => "ES256",
            Key::Rsa(_) => "RS256",
        }
    }

    fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>, ZtdfError> {
        let chance = SystemRandom::new();
        match &self.0 {
            Key::P256(pair) => pair
                .sign(&chance, bytes)
                .map(|signed| signed.as_ref().to_vec())
                .map_err(|_| ZtdfError::Chance),
            Key::Rsa(pair) => {
                let mut signed = vec![0; pair.public().modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &chance, bytes, &mut signed).map_err(|_| ZtdfError::Chance)?;
                Ok(signed)
            }
        }
    }
}

/// The marking as an assertion. Without a signer the key of the text signs: everybody who reads the text has it, so it proves
/// nothing about whose the label is; programs refuse an assertion without any.
pub(super) fn handling(
    marking: &Marking,
    signer: Option<&Signer>,
    key: &Secret,
    hashes: &[u8],
) -> Result<Value, ZtdfError> {
    let mut assertion = json!({
        "id": "handling",
        "type": "handling",
        "scope": "tdo",
        "appliesToState": "unencrypted",
        // A text and not an object: so the released programs come to one hash.
        "statement": { "format": "json-structured", "schema": SCHEMA, "value": ocl(marking).to_string() },
    });
    let hash = digest(&SHA256, canonical(&assertion).as_bytes());
    let bound = Base64::encode_string(&[hashes, hash.as_ref()].concat());
    let claims = json!({ "assertionHash": hex(hash.as_ref()), "assertionSig": bound });
    let alg = signer.map_or("HS256", Signer::alg);
    let part = |value: &Value| Base64UrlUnpadded::encode_string(value.to_string().as_bytes());
    let signed = format!("{}.{}", part(&json!({ "alg": alg, "typ": "JWT" })), part(&claims));
    let signature = match signer {
        Some(signer) => signer.sign(signed.as_bytes())?,
        None => hmac::sign(&hmac::Key::new(HMAC_SHA256, key.expose()), signed.as_bytes()).as_ref().to_vec(),
    };
    let jws = format!("{signed}.{}", Base64UrlUnpadded::encode_string(&signature));
    if let Some(assertion) = assertion.as_object_mut() {
        assertion.insert("binding".into(), json!({ "method": "jws", "signature": jws }));
    }
    Ok(assertion)
}

/// The label of ADatP-4774 in the JSON of ADatP-5636.
fn ocl(marking: &Marking) -> Value {
    let audience: Vec<String> = marking.audience.iter().map(|member| member.to_string()).collect();
    let mut categories = vec![json!({ "type": "P", "name": "Releasable To", "vals": audience })];
    for (kind, name, values) in marking.categories.iter() {
        let kind = match kind {
            Kind::Restrictive => "R",
            Kind::Permissive => "P",
            Kind::Informative => "I",
        };
        let values: Vec<&str> = values.iter().map(|value| value.as_str()).collect();
        categories.push(json!({ "type": kind, "name": name.as_str(), "vals": values }));
    }
    // When it is to be reviewed has no name here that is public.
    json!({ "ocl": {
        "pol": marking.policy.as_str(),
        "cls": marking.level.name(),
        "catl": categories,
        "dcr": date_time(marking.created),
    } })
}
