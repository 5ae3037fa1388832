//! What OpenMLS computes with and keeps: loaded from what the agent keeps, and taken back once a step succeeded.

use std::collections::BTreeMap;

use minicbor::bytes::ByteVec;
use openmls_rust_crypto::OpenMlsRustCrypto;
use openmls_traits::OpenMlsProvider as _;
use zeroize::Zeroize as _;

/// What OpenMLS keeps, in the order of its keys.
pub(super) type Kept = BTreeMap<ByteVec, ByteVec>;

/// Loads what was kept. A step that fails is thrown away with it, and nothing is kept half-way.
pub(super) fn load(kept: &Kept) -> OpenMlsRustCrypto {
    let provider = OpenMlsRustCrypto::default();
    if let Ok(mut values) = provider.storage().values.write() {
        values.extend(kept.iter().map(|(key, value)| (key.to_vec(), value.to_vec())));
    }
    provider
}

/// What is to be kept from now on.
pub(super) fn kept(provider: &OpenMlsRustCrypto) -> Kept {
    let Ok(values) = provider.storage().values.read() else { return Kept::new() };
    values.iter().map(|(key, value)| (key.clone().into(), value.clone().into())).collect()
}

/// Wipes what was kept before.
pub(super) fn wipe(kept: &mut Kept) {
    kept.values_mut().for_each(|value| value.zeroize());
    kept.clear();
}
