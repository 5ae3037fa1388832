//! What OpenMLS computes with and keeps: loaded from what the agent keeps, and taken back once a step succeeded.

use std::collections::BTreeMap;

use minicbor::bytes::ByteVec;
use openmls_rust_crypto::{MemoryStorage, RustCrypto};
use openmls_traits::OpenMlsProvider;
use zeroize::Zeroize as _;

/// What OpenMLS keeps, in the order of its keys.
pub(super) type Kept = BTreeMap<ByteVec, ByteVec>;

/// What OpenMLS works with in one step. Its state is wiped when the step is over, whether it succeeded or not.
#[derive(Default)]
pub(super) struct Provider {
    crypto: RustCrypto,
    storage: MemoryStorage,
}

impl OpenMlsProvider for Provider {
    type CryptoProvider = RustCrypto;
    type RandProvider = RustCrypto;
    type StorageProvider = MemoryStorage;

    fn storage(&self) -> &MemoryStorage {
        &self.storage
    }

    fn crypto(&self) -> &RustCrypto {
        &self.crypto
    }

    fn rand(&self) -> &RustCrypto {
        &self.crypto
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        if let Ok(values) = self.storage.values.get_mut() {
            values.values_mut().for_each(|value| value.zeroize());
            values.clear();
        }
    }
}

/// Loads what was kept. A step that fails is thrown away with it, and nothing is kept half-way.
pub(super) fn load(kept: &Kept) -> Provider {
    let provider = Provider::default();
    if let Ok(mut values) = provider.storage.values.write() {
        values.extend(kept.iter().map(|(key, value)| (key.to_vec(), value.to_vec())));
    }
    provider
}

/// Keeps what is there now, and wipes what was kept before.
pub(super) fn keep(kept: &mut Kept, provider: &Provider) {
    wipe(kept);
    if let Ok(values) = provider.storage.values.read() {
        kept.extend(values.iter().map(|(key, value)| (key.clone().into(), value.clone().into())));
    }
}

/// Wipes what was kept before.
pub(super) fn wipe(kept: &mut Kept) {
    kept.values_mut().for_each(|value| value.zeroize());
    kept.clear();
}
