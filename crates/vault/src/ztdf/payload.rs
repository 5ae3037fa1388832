//! The segments of a payload: nonce, ciphertext and tag of each.

use std::io::{self, Write};

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use zeroize::Zeroizing;

use super::ZtdfError;
use crate::secret::Secret;

/// The bytes of text in a segment but the last.
pub(super) const SEGMENT: usize = 1024 * 1024;
/// The bytes that a segment has beside its text.
pub(super) const BESIDE: usize = 28;
const TAG: usize = 16;

/// A segment as the manifest lists it.
pub(super) struct Segment {
    pub(super) tag: [u8; TAG],
    pub(super) text: usize,
}

/// Takes a text and writes its segments on.
pub(super) struct Payload<W> {
    to: W,
    cipher: LessSafeKey,
    text: Zeroizing<Vec<u8>>,
    pub(super) segments: Vec<Segment>,
}

impl<W: Write> Payload<W> {
    pub(super) fn to(to: W, key: &Secret) -> Result<Payload<W>, ZtdfError> {
        let cipher = UnboundKey::new(&AES_256_GCM, key.expose()).map_err(|_| ZtdfError::Chance)?;
        let text = Zeroizing::new(Vec::with_capacity(SEGMENT));
        Ok(Payload { to, cipher: LessSafeKey::new(cipher), text, segments: Vec::new() })
    }

    /// Seals what is left. A text of no length has one segment too.
    pub(super) fn finish(mut self) -> io::Result<(W, Vec<Segment>)> {
        if !self.text.is_empty() || self.segments.is_empty() {
            self.seal()?;
        }
        Ok((self.to, self.segments))
    }

    fn seal(&mut self) -> io::Result<()> {
        // The key seals this text alone, and no number of a segment comes twice.
        let number = u64::try_from(self.segments.len()).unwrap_or(u64::MAX);
        let mut nonce = [0; 12];
        nonce.iter_mut().skip(4).zip(number.to_be_bytes()).for_each(|(to, byte)| *to = byte);
        let unique = Nonce::assume_unique_for_key(nonce);
        let sealed = self.cipher.seal_in_place_separate_tag(unique, Aad::empty(), &mut self.text);
        let sealed = sealed.map_err(|_| io::Error::other("a segment cannot be sealed"))?;
        let tag: [u8; TAG] = sealed.as_ref().try_into().map_err(io::Error::other)?;
        self.to.write_all(&nonce)?;
        self.to.write_all(&self.text)?;
        self.to.write_all(&tag)?;
        self.segments.push(Segment { tag, text: self.text.len() });
        self.text.clear();
        Ok(())
    }
}

impl<W: Write> Write for Payload<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.text.len() == SEGMENT {
            self.seal()?;
        }
        let taken = bytes.len().min(SEGMENT.saturating_sub(self.text.len()));
        self.text.extend_from_slice(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_segments_none_of_which_is_empty_but_of_an_empty_text() {
        let lengths = |length: usize| {
            let mut payload = Payload::to(Vec::new(), &Secret::of(&[1; 32])).unwrap();
            payload.write_all(&vec![0; length]).unwrap();
            let (bytes, segments) = payload.finish().unwrap();
            assert_eq!(bytes.len(), length.saturating_add(segments.len().saturating_mul(BESIDE)));
            segments.iter().map(|segment| segment.text).collect::<Vec<_>>()
        };
        assert_eq!(lengths(0), [0]);
        assert_eq!(lengths(1), [1]);
        assert_eq!(lengths(SEGMENT), [SEGMENT]);
        assert_eq!(lengths(SEGMENT.saturating_add(1)), [SEGMENT, 1]);
    }
}
