//! What TLS asks of a node's key: that it signs that this end is this end. The secret stays where the signer has it.

use std::fmt;
use std::sync::Arc;

use rustls::sign::{Signer as TlsSigner, SigningKey};
use rustls::{Error, SignatureAlgorithm, SignatureScheme};

use crate::keys::Signer;

/// A node's key, as TLS knows keys.
#[derive(Clone)]
pub(super) struct Signs(Arc<dyn Signer>);

impl Signs {
    pub(super) fn new(signer: Arc<dyn Signer>) -> Signs {
        Signs(signer)
    }
}

impl fmt::Debug for Signs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the key {}", self.0.public().short())
    }
}

impl SigningKey for Signs {
    fn choose_scheme(&self, offered: &[SignatureScheme]) -> Option<Box<dyn TlsSigner>> {
        match offered.contains(&SignatureScheme::ED25519) {
            true => Some(Box::new(self.clone())),
            false => None,
        }
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::ED25519
    }
}

impl TlsSigner for Signs {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        match self.0.sign(message) {
            Ok(signature) => Ok(signature.to_vec()),
            Err(error) => Err(Error::General(error.to_string())),
        }
    }

    fn scheme(&self) -> SignatureScheme {
        SignatureScheme::ED25519
    }
}
