//! Markings in deterministic CBOR (RFC 8949, section 4.2): `[1, policy, level, [member...], [[kind, name, [value...]]...],
//! created, expires or null]`. Sets are written in order, and what is read is written again and has to be the same.

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use quorate_charter::MemberCode;

use super::{Audience, Categories, MAX_AUDIENCE, MAX_MARKING_BYTES, MAX_VALUES, Marking, MarkingError};

const VERSION: u8 = 1;

impl<C> Encode<C> for Marking {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.array(7)?.u8(VERSION)?.encode_with(&self.policy, ctx)?.encode_with(self.level, ctx)?;
        let members: Vec<MemberCode> = self.audience.iter().collect();
        e.encode_with(&members, ctx)?;
        let categories: Vec<_> = self.categories.iter().collect();
        e.array(u64::try_from(categories.len()).unwrap_or_default())?;
        for (kind, name, values) in categories {
            e.array(3)?.encode_with(kind, ctx)?.encode_with(name, ctx)?;
            e.array(u64::try_from(values.len()).unwrap_or_default())?;
            for value in values {
                e.encode_with(value, ctx)?;
            }
        }
        e.encode_with(self.created, ctx)?.encode_with(self.expires, ctx)?.ok()
    }
}

/// The length of an array that has at most so many elements.
fn sized(d: &mut Decoder<'_>, most: usize) -> Result<u64, DecodeError> {
    let at = d.position();
    let length = d.array()?.filter(|length| usize::try_from(*length).is_ok_and(|length| length <= most));
    length.ok_or_else(|| DecodeError::message("a list without a length, or too long").at(at))
}

impl<'b, C> Decode<'b, C> for Marking {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Marking, DecodeError> {
        let at = d.position();
        if d.array()? != Some(7) || d.u8()? != VERSION {
            return Err(DecodeError::message("not a marking of this version").at(at));
        }
        let (policy, level) = (d.decode_with(ctx)?, d.decode_with(ctx)?);
        let mut members = Vec::new();
        for _ in 0..sized(d, MAX_AUDIENCE)? {
            members.push(d.decode_with(ctx)?);
        }
        let audience = Audience::of(members).map_err(|_| DecodeError::message("an audience").at(at))?;
        let mut categories = Categories::default();
        for _ in 0..sized(d, MAX_VALUES)? {
            if d.array()? != Some(3) {
                return Err(DecodeError::message("a category has three parts").at(at));
            }
            let (kind, name) = (d.decode_with(ctx)?, d.decode_with(ctx)?);
            let count = sized(d, MAX_VALUES)?;
            let values = categories.named(kind, name);
            let values = values.map_err(|_| DecodeError::message("too many categories").at(at))?;
            for _ in 0..count {
                values.insert(d.decode_with(ctx)?);
            }
        }
        let (created, expires) = (d.decode_with(ctx)?, d.decode_with(ctx)?);
        Ok(Marking { policy, level, audience, categories, created, expires })
    }
}

impl Marking {
    /// The marking in its one binary form.
    #[must_use]
    pub fn to_cbor(&self) -> Vec<u8> {
        // Writing to memory does not fail.
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Reads a marking in its one binary form.
    ///
    /// # Errors
    /// [`MarkingError`]: it is too long, or not in that form.
    pub fn from_cbor(bytes: &[u8]) -> Result<Marking, MarkingError> {
        if bytes.len() > MAX_MARKING_BYTES {
            return Err(MarkingError::TooLong(bytes.len()));
        }
        let marking: Marking = minicbor::decode(bytes).map_err(|_| MarkingError::form("the CBOR is none"))?;
        if marking.to_cbor() == bytes {
            Ok(marking)
        } else {
            Err(MarkingError::form("it is not in the one form"))
        }
    }
}
