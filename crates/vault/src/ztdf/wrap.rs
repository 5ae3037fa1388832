//! The key of a text, wrapped to the public key of a key access service.

use base64ct::{Base64, Encoding as _};
use getrandom::SysRng;
use rand_core::UnwrapErr;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::digest::{SHA256, digest};
use ring::hkdf::{HKDF_SHA256, Salt};
use ring::rand::{SecureRandom as _, SystemRandom};
use rsa::pkcs8::DecodePublicKey as _;
use rsa::traits::PublicKeyParts as _;
use rsa::{Oaep, RsaPublicKey};

use super::{ZtdfError, pem};
use crate::secret::Secret;

/// What stands before the point of a public key on P-256 (RFC 5480): the algorithm, the curve, and a string of 66 bytes.
const P256_SPKI: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];
/// The lengths of RSA keys that are taken, in bytes.
const RSA_BYTES: std::ops::RangeInclusive<usize> = 256..=1024;

/// The public key of a key access service.
#[derive(Clone, Debug)]
pub struct KasKey(Kind);

#[derive(Clone, Debug)]
enum Kind {
    P256([u8; 65]),
    Rsa(Box<RsaPublicKey>),
}

/// A wrapped key, as it stands in a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// `wrapped` by RSA, `ec-wrapped` on a curve.
    pub kind: &'static str,
    /// The wrapped key, in base64.
    pub key: String,
    /// The public key of the one agreement, in PEM; none by RSA.
    pub ephemeral: Option<String>,
}

impl KasKey {
    /// Reads a public key in PEM.
    ///
    /// # Errors
    /// [`ZtdfError::Key`].
    pub fn from_pem(text: &str) -> Result<KasKey, ZtdfError> {
        let der = pem::read("PUBLIC KEY", text).ok_or(ZtdfError::Key)?;
        if let Some(point) = der.strip_prefix(&P256_SPKI) {
            let point: [u8; 65] = point.try_into().map_err(|_| ZtdfError::Key)?;
            // Whether it is on the curve shows when it is used.
            return Ok(KasKey(Kind::P256(point)));
        }
        let key = RsaPublicKey::from_public_key_der(&der).map_err(|_| ZtdfError::Key)?;
        if !RSA_BYTES.contains(&key.size()) {
            return Err(ZtdfError::Key);
        }
        Ok(KasKey(Kind::Rsa(Box::new(key))))
    }

    /// Wraps a key.
    ///
    /// # Errors
    /// [`ZtdfError::Key`] if the public key is on no curve, [`ZtdfError::Chance`].
    pub fn wrap(&self, key: &Secret) -> Result<Wrapped, ZtdfError> {
        match &self.0 {
            Kind::P256(point) => on_curve(point, key),
            Kind::Rsa(public) => {
                // The sealing of a key needs chance as the machine does: where there is none, nothing else runs either.
                let wrapped = public.encrypt(&mut UnwrapErr(SysRng), Oaep::<sha1::Sha1>::new(), key.expose());
                let wrapped = wrapped.map_err(|_| ZtdfError::Chance)?;
                Ok(Wrapped { kind: "wrapped", key: Base64::encode_string(&wrapped), ephemeral: None })
            }
        }
    }
}

/// An agreement on P-256 with a fresh key, HKDF-SHA256 of it with the salt SHA-256 of `TDF`, and AES-256-GCM by what comes of it.
fn on_curve(point: &[u8; 65], key: &Secret) -> Result<Wrapped, ZtdfError> {
    let chance = SystemRandom::new();
    let own = EphemeralPrivateKey::generate(&ECDH_P256, &chance).map_err(|_| ZtdfError::Chance)?;
    let public = own.compute_public_key().map_err(|_| ZtdfError::Chance)?;
    let salt = digest(&SHA256, b"TDF");
    let agreed = agree_ephemeral(own, &UnparsedPublicKey::new(&ECDH_P256, point), |shared| {
        let extracted = Salt::new(HKDF_SHA256, salt.as_ref()).extract(shared);
        let key = extracted.expand(&[], &AES_256_GCM).map(|okm| LessSafeKey::new(UnboundKey::from(okm)));
        key.map_err(|_| ZtdfError::Chance)
    });
    let cipher = agreed.map_err(|_| ZtdfError::Key)??;
    let mut nonce = [0; 12];
    chance.fill(&mut nonce).map_err(|_| ZtdfError::Chance)?;
    let mut sealed = key.expose().to_vec();
    let unique = Nonce::assume_unique_for_key(nonce);
    cipher.seal_in_place_append_tag(unique, Aad::empty(), &mut sealed).map_err(|_| ZtdfError::Chance)?;
    let ephemeral = pem::written("PUBLIC KEY", &[P256_SPKI.as_slice(), public.as_ref()].concat());
    let key = Base64::encode_string(&[nonce.as_slice(), &sealed].concat());
    Ok(Wrapped { kind: "ec-wrapped", key, ephemeral: Some(ephemeral) })
}

#[cfg(test)]
mod tests;
