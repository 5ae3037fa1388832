//! Deterministic CBOR (RFC 8949, section 4.2): one form for each value.

use alloc::vec::Vec;

use minicbor::Encode;
use minicbor::encode::Write;

/// The bytes of a value.
pub(crate) fn bytes<T: Encode<()>>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    append(value, &mut bytes);
    bytes
}

/// Appends the bytes of a value.
pub(crate) fn append<T: Encode<()>>(value: &T, to: &mut Vec<u8>) {
    // Writing to memory cannot fail, and none of our encoders refuses a value.
    let written = minicbor::encode(value, Memory(to));
    debug_assert!(written.is_ok(), "encoding into memory does not fail");
}

/// Memory to write to.
pub(crate) struct Memory<'a>(pub(crate) &'a mut Vec<u8>);

impl Write for Memory<'_> {
    type Error = core::convert::Infallible;

    fn write_all(&mut self, bytes: &[u8]) -> Result<(), Self::Error> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}
