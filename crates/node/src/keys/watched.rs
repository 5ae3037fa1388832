//! A signer that is not asked again after it failed.

use std::sync::{Arc, OnceLock};

use quorate_partnership::PublicKey;

use super::signer::{SignError, Signer};

/// The signer of a node's key: once it has failed it signs nothing more, and the node can see so and stop.
pub(crate) struct Watched {
    signer: Arc<dyn Signer>,
    failed: OnceLock<SignError>,
}

impl Watched {
    pub(crate) fn new(signer: Arc<dyn Signer>) -> Watched {
        Watched { signer, failed: OnceLock::new() }
    }

    /// Why it failed, if it has.
    pub(crate) fn failed(&self) -> Option<&SignError> {
        self.failed.get()
    }
}

impl Signer for Watched {
    fn public(&self) -> PublicKey {
        self.signer.public()
    }

    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], SignError> {
        if let Some(error) = self.failed.get() {
            return Err(error.clone());
        }
        self.signer.sign(bytes).inspect_err(|error| {
            // Of two that fail at once the first is told.
            let _ = self.failed.set(error.clone());
        })
    }
}
