//! The text of a product in segments: the construction STREAM (Hoang, Reyhanitabar, Rogaway and Vizár, *Online
//! Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance*, 2015) over AES-256-GCM. The nonce is the segment's number in
//! eleven bytes and a last one that is 1 at the end: none can be left out, exchanged, or be the last but the last.

use ring::aead::{Aad, LessSafeKey, Nonce};
use ring::digest::{Context, SHA256};

use super::Secret;
use super::key::{Shut, TAG};

/// The text of a segment, in bytes: 1 MiB. All but the last are whole.
pub(super) const SEGMENT: usize = 1 << 20;
/// The most segments: a terabyte.
pub(super) const MAX_SEGMENTS: u64 = 1 << 20;

/// How many segments a text has that is filled up to this length; none if they are too many, or it has no length.
pub(super) fn segments(filled: u64) -> Option<u64> {
    let count = filled.div_ceil(u64::try_from(SEGMENT).ok()?);
    (1..=MAX_SEGMENTS).contains(&count).then_some(count)
}

/// Seals and opens the segments of one product.
pub(super) struct Segments(LessSafeKey);

impl Segments {
    pub(super) fn of(key: &Secret) -> Result<Segments, Shut> {
        key.cipher().map(Segments)
    }

    /// Seals a text where it is, and puts the tag after it.
    pub(super) fn seal(&self, at: u64, is_last: bool, text: &mut Vec<u8>) -> Result<(), Shut> {
        let sealed = self.0.seal_in_place_separate_tag(nonce(at, is_last), Aad::empty(), text);
        text.extend_from_slice(sealed.map_err(|_| Shut)?.as_ref());
        Ok(())
    }

    /// Opens a segment where it is.
    pub(super) fn open<'s>(&self, at: u64, is_last: bool, sealed: &'s mut [u8]) -> Result<&'s [u8], Shut> {
        if sealed.len() < TAG {
            return Err(Shut);
        }
        let opened = self.0.open_in_place(nonce(at, is_last), Aad::empty(), sealed);
        opened.map(|text| &*text).map_err(|_| Shut)
    }
}

fn nonce(at: u64, is_last: bool) -> Nonce {
    let mut nonce = [0; 12];
    let number = at.to_be_bytes().into_iter().chain([u8::from(is_last)]);
    for (byte, from) in nonce.iter_mut().skip(3).zip(number) {
        *byte = from;
    }
    Nonce::assume_unique_for_key(nonce)
}

/// The hash of a sealed segment, by which the originator's signature holds it.
pub(super) fn hashed(at: u64, sealed: &[u8]) -> [u8; 32] {
    let mut context = Context::new(&SHA256);
    context.update(b"quorate/segment/1\0");
    context.update(&at.to_be_bytes());
    context.update(sealed);
    let mut hash = [0; 32];
    for (byte, from) in hash.iter_mut().zip(context.finish().as_ref()) {
        *byte = *from;
    }
    hash
}
