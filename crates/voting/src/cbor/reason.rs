//! Reasons as CBOR: arrays that begin with a number for their kind.

use alloc::vec::Vec;

use minicbor::decode::{Decoder, Error};
use minicbor::encode::{self, Encoder, Write};
use minicbor::{Decode, Encode};

use super::length;
use crate::formula::check_least;
use crate::{MAX_DEPTH, MAX_PARTS, Measure, Reason};

const SHARE: u8 = 0;
const CLAUSE: u8 = 1;
const ALL: u8 = 2;
const ANY: u8 = 3;
const AT_LEAST: u8 = 4;

/// One of
/// `[0, measure, ratio, strictness, base, in favour, of, met]`,
/// `[1, not in favour, at most, met]`,
/// `[2, met, [reason, ...]]` (all),
/// `[3, met, [reason, ...]]` (any),
/// `[4, least, met, [reason, ...]]`.
impl<C> Encode<C> for Reason {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), encode::Error<W::Error>> {
        match self {
            Self::Share { measure, ratio, strictness, base, in_favour, of, met } => {
                e.array(8)?.u8(SHARE)?.encode_with(measure, ctx)?.encode_with(ratio, ctx)?;
                e.encode_with(strictness, ctx)?.encode_with(base, ctx)?;
                e.u64(*in_favour)?.u64(*of)?.bool(*met)?.ok()
            }
            Self::Clause { not_in_favour, at_most, met } => {
                e.array(4)?.u8(CLAUSE)?.u32(*not_in_favour)?.u32(*at_most)?.bool(*met)?.ok()
            }
            Self::All { met, parts } => e.array(3)?.u8(ALL)?.bool(*met)?.encode_with(parts, ctx)?.ok(),
            Self::Any { met, parts } => e.array(3)?.u8(ANY)?.bool(*met)?.encode_with(parts, ctx)?.ok(),
            Self::AtLeast { least, met, parts } => {
                e.array(4)?.u8(AT_LEAST)?.u32(*least)?.bool(*met)?.encode_with(parts, ctx)?.ok()
            }
        }
    }
}

/// Refuses what no formula could have given: deeper than [`MAX_DEPTH`], more than [`MAX_PARTS`], more in
/// favour than there is, or a part that says it was met when it was not, or the reverse.
impl<'b, C> Decode<'b, C> for Reason {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        reason(d, MAX_DEPTH, &mut { MAX_PARTS })
    }
}

/// Reads one reason with what is left of both limits, so that neither the stack nor the heap follows a
/// claimed length.
fn reason(d: &mut Decoder<'_>, levels: usize, parts_left: &mut usize) -> Result<Reason, Error> {
    let at = d.position();
    let refuse = |message: &'static str| Error::message(message).at(at);
    let below = levels.checked_sub(1).ok_or_else(|| refuse("reasons are nested too deep"))?;
    *parts_left = parts_left.checked_sub(1).ok_or_else(|| refuse("there are too many reasons"))?;
    let elements = length(d)?;
    let (reason, met) = match (d.u8()?, elements) {
        (SHARE, 8) => share(d)?,
        (CLAUSE, 4) => (Reason::clause(d.u32()?, d.u32()?), d.bool()?),
        (ALL, 3) => {
            let met = d.bool()?;
            (Reason::all(list(d, below, parts_left)?), met)
        }
        (ANY, 3) => {
            let met = d.bool()?;
            (Reason::any(list(d, below, parts_left)?), met)
        }
        (AT_LEAST, 4) => {
            let (least, met) = (d.u32()?, d.bool()?);
            let parts = list(d, below, parts_left)?;
            check_least(least, parts.len()).map_err(|error| Error::message(error).at(at))?;
            (Reason::at_least(least, parts), met)
        }
        _ => return Err(refuse("this is no reason")),
    };
    if reason.met() == met {
        Ok(reason)
    } else {
        Err(refuse("whether it was met does not follow from the numbers"))
    }
}

/// The rest of a share, and whether it says that it was met.
fn share(d: &mut Decoder<'_>) -> Result<(Reason, bool), Error> {
    let (measure, ratio, strictness, base) = (d.decode()?, d.decode()?, d.decode()?, d.decode()?);
    let at = d.position();
    let (in_favour, of) = (d.u64()?, d.u64()?);
    if in_favour > of {
        return Err(Error::message(format_args!("in favour is {in_favour}, above the whole of {of}")).at(at));
    }
    Ok((Reason::share((measure, base), (ratio, strictness), in_favour, of), d.bool()?))
}

/// A list of reasons, grown as they are read.
fn list(d: &mut Decoder<'_>, levels: usize, parts_left: &mut usize) -> Result<Vec<Reason>, Error> {
    let at = d.position();
    let claimed = length(d)?;
    if claimed == 0 {
        return Err(Error::message("a list of reasons must not be empty").at(at));
    }
    let mut parts = Vec::new();
    for _ in 0..claimed {
        parts.push(reason(d, levels, parts_left)?);
    }
    Ok(parts)
}

impl Reason {
    /// Whether a verdict with these reasons may say so of anyone being in favour: weight in favour needs
    /// somebody, and no member in favour means nobody.
    pub(super) fn allows(&self, anyone_in_favour: bool) -> bool {
        match self {
            Self::Share { in_favour: 1.., .. } => anyone_in_favour,
            Self::Share { measure: Measure::MEMBERS, .. } => !anyone_in_favour,
            Self::Share { .. } | Self::Clause { .. } => true,
            Self::All { parts, .. } | Self::Any { parts, .. } | Self::AtLeast { parts, .. } => {
                parts.iter().all(|part| part.allows(anyone_in_favour))
            }
        }
    }
}
