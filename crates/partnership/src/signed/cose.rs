//! The envelope: tagged COSE_Sign1; protected header algorithm Ed25519 (-19) and key id (the public key
//! itself), nothing unprotected, the partnership in the external data.

use alloc::vec::Vec;

use coset::{CoseSign1, CoseSign1Builder, HeaderBuilder, ProtectedHeader, TaggedCborSerializable, iana};

use super::SignedError;
use crate::ids::{PartnershipId, PublicKey};

/// The domain of signed commands; what is signed for another purpose has another.
const DOMAIN: &[u8] = b"quorate/command/1\0";

pub(super) fn envelope(key: &PublicKey, payload: Vec<u8>) -> CoseSign1 {
    CoseSign1Builder::new().protected(header(key)).payload(payload).build()
}

fn header(key: &PublicKey) -> coset::Header {
    HeaderBuilder::new().algorithm(iana::Algorithm::Ed25519).key_id(key.0.to_vec()).build()
}

/// Sig_structure of RFC 9052, section 4.4.
pub(super) fn to_be_signed(envelope: &CoseSign1, partnership: &PartnershipId) -> Vec<u8> {
    envelope.tbs_data(&[DOMAIN, &partnership.0].concat())
}

/// Reads the envelope and the key and signature in it; any other header is refused.
pub(super) fn read(bytes: &[u8]) -> Result<(CoseSign1, PublicKey, [u8; 64]), SignedError> {
    let envelope = CoseSign1::from_tagged_slice(bytes).map_err(|_| SignedError::Envelope)?;
    let key = envelope.protected.header.key_id.as_slice();
    let key = PublicKey(key.try_into().map_err(|_| SignedError::Envelope)?);
    let signature = envelope.signature.as_slice().try_into().map_err(|_| SignedError::Envelope)?;
    if envelope.protected.header != header(&key)
        || !envelope.unprotected.is_empty()
        || envelope.payload.is_none()
    {
        return Err(SignedError::Envelope);
    }
    Ok((envelope, key, signature))
}

/// Writes the envelope anew, its header too, so that what is not canonical differs.
pub(super) fn write(mut envelope: CoseSign1) -> Vec<u8> {
    envelope.protected = ProtectedHeader { original_data: None, header: envelope.protected.header };
    // Encoding into memory fails only for values that these headers cannot hold; nothing equals no bytes.
    envelope.to_tagged_vec().unwrap_or_default()
}
