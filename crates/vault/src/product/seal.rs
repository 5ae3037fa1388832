//! Sealing, in one pass and in constant memory: a segment, and 32 bytes for each segment before it.

use std::io::{self, Read, Write};

use quorate_partnership::{Moment, Phrase, Post};
use zeroize::Zeroizing;

use super::archive::Held;
use super::body::{MAX_SEGMENTS, SEGMENT, Segments, hashed};
use super::foot::{BEGINNING, Foot};
use super::header::Said;
use super::key::{Shut, TAG};
use super::padding::filled;
use super::statement::{signed, statement};
use super::{
    ArchiveKey, Consent, Handling, Header, ProductId, ProductKey, Provenance, SealError, SecondHalf, Secret,
    Signs, TearLine, rules,
};
use crate::marking::Marking;

/// The salt of what follows from a product's key.
const SALT: &str = "quorate/product/1";

/// Who lets a product be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// Whoever holds the archive's key.
    Ordinary,
    /// The originator beside: half of the key is not in the file.
    Originator,
}

/// What is sealed, and for whom. All of it is said before the first byte is: nothing is made first and restricted later.
#[derive(Clone, Copy, Debug)]
pub struct Sealing<'s> {
    /// What it is, in one line.
    pub title: &'s Phrase,
    /// Its marking.
    pub marking: &'s Marking,
    /// Whose it is.
    pub originator: Post,
    /// The compartment's key, of its epoch and a class of retention.
    pub archive: &'s ArchiveKey,
    /// Now, as the originator says.
    pub sealed: Moment,
    /// From when it may be read by whom it does not name.
    pub release: Option<Moment>,
    /// Where it comes from.
    pub provenance: &'s Provenance,
    /// The consents of States whose material it contains.
    pub consents: &'s [Consent],
    /// What readers may do with it.
    pub handling: &'s Handling,
    /// Who lets it be opened.
    pub control: Control,
}

/// A product that was sealed.
#[derive(Debug)]
pub struct Sealed {
    /// Its id.
    pub product: ProductId,
    /// The length of the file, in bytes.
    pub bytes: u64,
    /// Its header.
    pub header: Header,
    /// Its key, for a release in the same step.
    pub(crate) key: ProductKey,
    /// The half of its key that is not in the file, under originator control.
    pub second: Option<SecondHalf>,
}

/// The keys of one product.
pub(super) struct Keys {
    pub(super) segments: Secret,
    pub(super) header: Secret,
    pub(super) signature: Secret,
    pub(super) commitment: [u8; 32],
}

impl Keys {
    pub(super) fn of(key: &Secret) -> Result<Keys, Shut> {
        let part = |name: &str| key.derive(SALT, &[name.as_bytes()]);
        Ok(Keys {
            segments: part("segments")?,
            header: part("header")?,
            signature: part("signature")?,
            commitment: *part("commitment")?.expose(),
        })
    }
}

impl From<Shut> for SealError {
    fn from(_: Shut) -> SealError {
        SealError::Cipher
    }
}

/// Seals a text. What was written when this fails is no product, and is thrown away.
///
/// # Errors
/// [`SealError`]: a rule that refuses it, before anything is written; or what broke.
pub fn seal(
    sealing: &Sealing<'_>,
    by: &dyn Signs,
    text: &mut dyn Read,
    to: &mut dyn Write,
) -> Result<Sealed, SealError> {
    rules::check(sealing)?;
    let key = Secret::random()?;
    let (keys, whole) = (Keys::of(&key)?, key.clone());
    to.write_all(BEGINNING)?;
    let (length, filled, hashes) = segments(&keys, text, to)?;
    let mut foot = Foot::new(filled, keys.commitment, hashes);
    let product = foot.product();
    let Sealing {
        title, marking, originator, archive, sealed, release, provenance, consents, handling, ..
    } = *sealing;
    let tear_line = provenance.tear_line.map_or_else(TearLine::none, Ok)?;
    let said = Said {
        title,
        marking,
        originator,
        archive,
        sealed,
        release,
        length,
        provenance,
        consents,
        tear_line,
        handling,
    };
    let header = Header::of(&said);
    let bytes = header.to_bytes().ok_or(SealError::HeaderTooLong)?;
    foot.header = keys.header.seal_only(&product.0, &bytes)?;
    let signature = signed(by, &statement(product, &header, &foot.header)).map_err(SealError::Unsigned)?;
    foot.signature = keys.signature.seal_only(&product.0, &signature)?;
    let (held, second) = match sealing.control {
        Control::Ordinary => (Held { is_half: false, key }, None),
        Control::Originator => {
            let second = Secret::random()?;
            let held = Held { is_half: true, key: key.xor(&second) };
            (held, Some(SecondHalf::of(product, second)))
        }
    };
    foot.wrapped = archive.wrap(product, &held)?;
    let end = foot.to_bytes();
    to.write_all(&end)?;
    to.flush()?;
    let bytes = u64::try_from(end.len().saturating_sub(8)).ok().and_then(|length| foot.file(length));
    let key = ProductKey { product, key: whole };
    Ok(Sealed { product, bytes: bytes.unwrap_or_default(), header, key, second })
}

/// Seals the segments: how long the text is, how long it looks, and the hashes.
fn segments(keys: &Keys, text: &mut dyn Read, to: &mut dyn Write) -> Result<(u64, u64, Vec<u8>), SealError> {
    let cipher = Segments::of(&keys.segments)?;
    let mut text = Filled { text, length: 0, given: 0, filled: None, ahead: None };
    let mut here = Zeroizing::new(Vec::with_capacity(SEGMENT.saturating_add(TAG)));
    let mut hashes = Vec::new();
    for at in 0..MAX_SEGMENTS {
        text.read(&mut here)?;
        let ends = text.ends()?;
        cipher.seal(at, ends.is_some(), &mut here)?;
        hashes.extend_from_slice(&hashed(at, &here));
        to.write_all(&here)?;
        if let Some(filled) = ends {
            return Ok((text.length, filled, hashes));
        }
    }
    Err(SealError::TooLong)
}

/// A text, and after it noughts up to the length that it is to look like.
struct Filled<'t> {
    text: &'t mut dyn Read,
    /// How long the text was so far.
    length: u64,
    /// How much was given out, noughts included.
    given: u64,
    /// Known once the text has ended.
    filled: Option<u64>,
    /// A byte that was read to see whether the text goes on.
    ahead: Option<u8>,
}

impl Filled<'_> {
    /// The next segment: whole, unless it is the last.
    fn read(&mut self, into: &mut Vec<u8>) -> Result<(), SealError> {
        into.resize(SEGMENT, 0);
        let before = usize::from(self.ahead.is_some());
        if let (Some(byte), Some(first)) = (self.ahead.take(), into.first_mut()) {
            *first = byte;
        }
        let more = match (self.filled, into.get_mut(before..)) {
            (None, Some(room)) => read_whole(self.text, room)?,
            _ => 0,
        };
        let found = before.saturating_add(more);
        self.length = self.length.saturating_add(u64::try_from(found).unwrap_or(u64::MAX));
        if found < SEGMENT {
            let filled = *self.filled.get_or_insert(filled(self.length).ok_or(SealError::TooLong)?);
            let rest = filled.saturating_sub(self.given);
            into.truncate(usize::try_from(rest).unwrap_or(SEGMENT).min(SEGMENT));
            into.iter_mut().skip(found).for_each(|byte| *byte = 0);
        }
        self.given = self.given.saturating_add(u64::try_from(into.len()).unwrap_or(u64::MAX));
        Ok(())
    }

    /// How long the text looks, if all of it was given out.
    fn ends(&mut self) -> Result<Option<u64>, SealError> {
        if self.filled.is_none() {
            let mut byte = [0];
            match read_whole(self.text, &mut byte)? {
                0 => self.filled = Some(filled(self.length).ok_or(SealError::TooLong)?),
                _ => self.ahead = byte.first().copied(),
            }
        }
        Ok(self.filled.filter(|filled| *filled <= self.given))
    }
}

/// Reads until there is no room or nothing more.
fn read_whole(from: &mut dyn Read, into: &mut [u8]) -> io::Result<usize> {
    let mut found = 0;
    while let Some(room) = into.get_mut(found..).filter(|room| !room.is_empty()) {
        match from.read(room) {
            Ok(0) => break,
            Ok(more) => found = found.saturating_add(more),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}
