//! `0.manifest.json`.

use base64ct::{Base64, Encoding as _};
use ring::hmac::{self, HMAC_SHA256};
use serde_json::{Value, json};

use super::payload::{BESIDE, SEGMENT, Segment};
use super::write::Export;
use super::{VERSION, ZtdfError, assertion};
use crate::secret::Secret;
use crate::stix::uuid_of;

/// The manifest of a payload.
pub(super) fn manifest(
    export: &Export<'_>,
    product: &[u8; 32],
    key: &Secret,
    segments: &[Segment],
) -> Result<Value, ZtdfError> {
    let mac = hmac::Key::new(HMAC_SHA256, key.expose());
    let policy = Base64::encode_string(policy(export.attributes, product).to_string().as_bytes());
    // The released programs write the digits of the hash, and these in base64; the text of the standard says otherwise.
    let binding = hex(hmac::sign(&mac, policy.as_bytes()).as_ref());
    let wrapped = export.key.wrap(key)?;
    let mut access = json!({
        "type": wrapped.kind,
        "url": export.url,
        "protocol": "kas",
        "wrappedKey": wrapped.key,
        "policyBinding": { "alg": "HS256", "hash": Base64::encode_string(binding.as_bytes()) },
        "schemaVersion": "1.0",
    });
    if let Some(access) = access.as_object_mut() {
        let kid = export.kid.map(str::to_owned).map(|kid| ("kid", kid));
        let ephemeral = wrapped.ephemeral.map(|pem| ("ephemeralPublicKey", pem));
        access.extend(kid.into_iter().chain(ephemeral).map(|(name, text)| (name.to_owned(), text.into())));
    }
    let hashes: Vec<u8> = segments.iter().flat_map(|segment| segment.tag).collect();
    let listed: Vec<Value> = segments.iter().map(listed).collect();
    Ok(json!({
        "schemaVersion": VERSION,
        "payload": {
            "type": "reference", "url": "0.payload", "protocol": "zip", "isEncrypted": true, "mimeType": export.mime,
        },
        "encryptionInformation": {
            "type": "split",
            "keyAccess": [access],
            "method": { "algorithm": "AES-256-GCM", "isStreamable": true, "iv": "" },
            "integrityInformation": {
                "rootSignature": { "alg": "HS256", "sig": Base64::encode_string(hmac::sign(&mac, &hashes).as_ref()) },
                "segmentHashAlg": "GMAC",
                "segmentSizeDefault": SEGMENT,
                "encryptedSegmentSizeDefault": SEGMENT.saturating_add(BESIDE),
                "segments": listed,
            },
            "policy": policy,
        },
        "assertions": [assertion::handling(export.marking, export.signer, key, &hashes)?],
    }))
}

fn listed(segment: &Segment) -> Value {
    json!({
        "hash": Base64::encode_string(&segment.tag),
        "segmentSize": segment.text,
        "encryptedSegmentSize": segment.text.saturating_add(BESIDE),
    })
}

/// All attributes have to be met; nobody is named beside.
fn policy(attributes: &[String], product: &[u8; 32]) -> Value {
    let attributes: Vec<Value> =
        attributes.iter().map(|attribute| json!({ "attribute": attribute })).collect();
    let id = uuid_of(&[b"ztdf-policy\0".as_slice(), product].concat());
    json!({ "uuid": id, "body": { "dataAttributes": attributes, "dissem": [] } })
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
