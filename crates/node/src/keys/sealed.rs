//! The form of an encrypted key: PKCS #8 (RFC 5958) encrypted by PBES2 (RFC 8018) with scrypt (RFC 7914) and AES-256-CBC, as
//! PEM (RFC 7468). What opens it was written with the same passphrase; what was changed opens to no key, or to another than
//! the line before it says.

use pkcs8::der::SecretDocument;
use pkcs8::der::asn1::OctetStringRef;
use pkcs8::der::pem::{LineEnding, PemLabel as _};
use pkcs8::pkcs5::EncryptionScheme;
use pkcs8::pkcs5::pbes2::{EncryptionScheme as Cipher, Kdf, Parameters, Salt, ScryptParams};
use pkcs8::{AlgorithmIdentifierRef, EncryptedPrivateKeyInfoRef, ObjectIdentifier, PrivateKeyInfoRef};
use zeroize::Zeroizing;

use super::passphrase::{Cost, Passphrase};
use super::{Key, KeyError};

/// An encrypted key, as read.
pub(super) struct Sealed {
    document: SecretDocument,
    cost: Cost,
}

/// Ed25519 (RFC 8410, section 3).
const ED25519: AlgorithmIdentifierRef<'static> =
    AlgorithmIdentifierRef { oid: ObjectIdentifier::new_unwrap("1.3.101.112"), parameters: None };
/// What stands before a seed in a private key (RFC 8410, section 7).
const SEED_HEAD: [u8; 2] = [0x04, 0x20];

const FORM: &str = "it is no private key in the form PKCS #8, encrypted by scrypt and AES-256-CBC, as PEM";
const COSTLY: &str = "its passphrase costs more work than a key file may ask for, or none";

impl Sealed {
    /// Reads PEM; what is wrong with it otherwise.
    pub(super) fn read(pem: &str) -> Result<Sealed, &'static str> {
        let (label, document) = SecretDocument::from_pem(pem).map_err(|_| FORM)?;
        let info = EncryptedPrivateKeyInfoRef::try_from(document.as_bytes()).map_err(|_| FORM)?;
        let EncryptionScheme::Pbes2(Parameters {
            kdf: Kdf::Scrypt(scrypt),
            encryption: Cipher::Aes256Cbc { .. },
        }) = &info.encryption_algorithm
        else {
            return Err(FORM);
        };
        let n = scrypt.cost_parameter;
        if label != EncryptedPrivateKeyInfoRef::PEM_LABEL || !n.is_power_of_two() {
            return Err(FORM);
        }
        let log_n = u8::try_from(n.trailing_zeros()).map_err(|_| FORM)?;
        let cost = Cost { log_n, r: scrypt.block_size, p: scrypt.parallelization };
        if !cost.is_bearable() {
            return Err(COSTLY);
        }
        Ok(Sealed { document, cost })
    }

    pub(super) fn cost(&self) -> Cost {
        self.cost
    }

    /// The key, if this is its passphrase.
    pub(super) fn open(&self, passphrase: &Passphrase) -> Option<Key> {
        let info = EncryptedPrivateKeyInfoRef::try_from(self.document.as_bytes()).ok()?;
        let plain = info.decrypt(passphrase.bytes()).ok()?;
        let info = PrivateKeyInfoRef::try_from(plain.as_bytes()).ok()?;
        let seed = info.private_key.as_bytes().strip_prefix(&SEED_HEAD)?;
        let seed: &[u8; 32] = seed.try_into().ok()?;
        (info.algorithm == ED25519).then(|| Key::from_seed(seed))
    }
}

/// A key, encrypted.
pub(super) fn sealed(key: &Key, passphrase: &Passphrase, cost: Cost) -> Result<Zeroizing<String>, KeyError> {
    let (mut salt, mut iv) = ([0; 16], [0; 16]);
    getrandom::fill(&mut salt).and_then(|()| getrandom::fill(&mut iv)).map_err(KeyError::Random)?;
    let mut seed = Zeroizing::new([0; 34]);
    seed.iter_mut().zip(SEED_HEAD.iter().chain(key.seed())).for_each(|(to, from)| *to = *from);
    let text = || -> pkcs8::Result<Zeroizing<String>> {
        let kdf = Kdf::Scrypt(ScryptParams {
            salt: Salt::new(salt)?,
            cost_parameter: 1 << cost.log_n,
            block_size: cost.r,
            parallelization: cost.p,
            key_length: None,
        });
        let parameters = Parameters { kdf, encryption: Cipher::Aes256Cbc { iv } };
        // Without its public half: OpenSSL reads none in this form.
        let info = PrivateKeyInfoRef::new(ED25519, OctetStringRef::new(seed.as_slice())?);
        let document = info.encrypt_with_params(parameters, passphrase.bytes())?;
        Ok(document.to_pem(EncryptedPrivateKeyInfoRef::PEM_LABEL, LineEnding::LF)?)
    };
    text().map_err(|_| KeyError::Encryption)
}
