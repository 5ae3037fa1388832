//! Ratios and verdicts as CBOR (RFC 8949). What the enums and the measure are stands at their definitions.
//!
//! Arrays are of definite length and whole numbers as short as can be, so one value has one encoding.
//! Decoding goes through the constructors and refuses what contradicts itself. It takes longer forms of the
//! same whole number too: who needs the bytes to be those of the encoding encodes again and compares.

mod formula;
mod reason;

use minicbor::decode::{Decoder, Error};
use minicbor::encode::{self, Encoder, Write};
use minicbor::{Decode, Encode};

use crate::{Ratio, Reason, Verdict};

/// `[numerator, denominator]`, in lowest terms.
impl<C> Encode<C> for Ratio {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.array(2)?.u64(self.numerator())?.u64(self.denominator())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Ratio {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        let at = d.position();
        exactly(d, 2)?;
        let (numerator, denominator) = (d.u64()?, d.u64()?);
        let ratio = Self::new(numerator, denominator).map_err(|error| Error::message(error).at(at))?;
        if ratio.numerator() != numerator {
            return Err(Error::message("a ratio must be in lowest terms").at(at));
        }
        Ok(ratio)
    }
}

/// `[adopted, anyone in favour, reason]`.
impl<C> Encode<C> for Verdict {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.array(3)?.bool(self.adopted())?.bool(self.anyone_in_favour())?;
        self.reasons().encode(e, ctx)
    }
}

/// Refuses a verdict other than its reasons give, and reasons at odds with whether anyone was in favour. That
/// the numbers were found in one and the same vote is not known from the bytes.
impl<'b, C> Decode<'b, C> for Verdict {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, Error> {
        let at = d.position();
        exactly(d, 3)?;
        let (adopted, anyone_in_favour) = (d.bool()?, d.bool()?);
        let reasons = Reason::decode(d, ctx)?;
        if !reasons.allows(anyone_in_favour) {
            return Err(Error::message("the reasons contradict whether anyone was in favour").at(at));
        }
        let verdict = Self::new(anyone_in_favour, reasons);
        if verdict.adopted() != adopted {
            return Err(Error::message("the verdict does not follow from its reasons").at(at));
        }
        Ok(verdict)
    }
}

/// The length of an array of definite length.
fn length(d: &mut Decoder<'_>) -> Result<u64, Error> {
    let at = d.position();
    d.array()?.ok_or_else(|| Error::message("an array must be of definite length").at(at))
}

/// An array of that length, definite.
fn exactly(d: &mut Decoder<'_>, wanted: u64) -> Result<(), Error> {
    let at = d.position();
    let found = length(d)?;
    if found == wanted {
        return Ok(());
    }
    Err(Error::message(format_args!("an array must have {wanted} elements, found {found}")).at(at))
}
