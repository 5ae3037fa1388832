//! Formulas and rolls as CBOR: what was frozen when a vote was opened.

use alloc::vec::Vec;

use minicbor::decode::{Decoder, Error};
use minicbor::encode::{self, Encoder, Write};
use minicbor::{Decode, Encode};

use super::{exactly, length};
use crate::{Formula, FormulaError, MAX_DEPTH, MAX_PARTS, MAX_SEATS, Measure, Parts, Roll, Seat};

const SHARE: u8 = 0;
const CLAUSE: u8 = 1;
const ALL: u8 = 2;
const ANY: u8 = 3;
const AT_LEAST: u8 = 4;

/// One of `[0, measure, ratio, base, strictness]`, `[1, at most]`, `[2, [formula, ...]]` (all), `[3, [formula, ...]]`
/// (any), `[4, least, [formula, ...]]`.
impl<C> Encode<C> for Formula {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), encode::Error<W::Error>> {
        match self.parts() {
            Parts::Share { measure, ratio, base, strictness } => {
                e.array(5)?.u8(SHARE)?.encode_with(measure, ctx)?.encode_with(ratio, ctx)?;
                e.encode_with(base, ctx)?.encode_with(strictness, ctx)?.ok()
            }
            Parts::Clause { at_most } => e.array(2)?.u8(CLAUSE)?.u32(at_most)?.ok(),
            Parts::All(parts) => e.array(2)?.u8(ALL)?.encode_with(parts, ctx)?.ok(),
            Parts::Any(parts) => e.array(2)?.u8(ANY)?.encode_with(parts, ctx)?.ok(),
            Parts::AtLeast { least, parts } => {
                e.array(3)?.u8(AT_LEAST)?.u32(least)?.encode_with(parts, ctx)?.ok()
            }
        }
    }
}

impl<'b, C> Decode<'b, C> for Formula {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, Error> {
        formula(d, ctx, MAX_DEPTH)
    }
}

fn formula<C>(d: &mut Decoder<'_>, ctx: &mut C, levels: usize) -> Result<Formula, Error> {
    let at = d.position();
    let refused = |error: FormulaError| Error::message(error).at(at);
    let below =
        levels.checked_sub(1).ok_or_else(|| Error::message("a formula must not be so deep").at(at))?;
    let items = length(d)?;
    match (d.u8()?, items) {
        (SHARE, 5) => {
            let (measure, ratio) = (Measure::decode(d, ctx)?, Decode::decode(d, ctx)?);
            Ok(Formula::share(measure, ratio, Decode::decode(d, ctx)?, Decode::decode(d, ctx)?))
        }
        (CLAUSE, 2) => Ok(Formula::not_in_favour_at_most(d.u32()?)),
        (ALL, 2) => Formula::all(parts(d, ctx, below)?).map_err(refused),
        (ANY, 2) => Formula::any(parts(d, ctx, below)?).map_err(refused),
        (AT_LEAST, 3) => {
            let least = d.u32()?;
            Formula::at_least(least, parts(d, ctx, below)?).map_err(refused)
        }
        _ => Err(Error::message("no formula of a known kind").at(at)),
    }
}

/// The list grows with the parts that are really there.
fn parts<C>(d: &mut Decoder<'_>, ctx: &mut C, levels: usize) -> Result<Vec<Formula>, Error> {
    let at = d.position();
    let claimed = usize::try_from(length(d)?).unwrap_or(usize::MAX);
    if claimed > MAX_PARTS {
        return Err(Error::message("a formula must not have so many parts").at(at));
    }
    let mut read = Vec::new();
    for _ in 0..claimed {
        read.push(formula(d, ctx, levels)?);
    }
    Ok(read)
}

/// `[measures, [[participating, [weight, ...]], ...]]`.
impl<C> Encode<C> for Roll {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.array(2)?.u16(self.measures())?;
        e.array(u64::try_from(self.seats().len()).map_err(encode::Error::message)?)?;
        for Seat { participating, weights } in self.seats() {
            e.array(2)?.bool(*participating)?.encode_with(weights, ctx)?;
        }
        e.ok()
    }
}

impl<'b, C> Decode<'b, C> for Roll {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, Error> {
        let at = d.position();
        exactly(d, 2)?;
        let measures = d.u16()?;
        let claimed = usize::try_from(length(d)?).unwrap_or(usize::MAX);
        if claimed > MAX_SEATS {
            return Err(Error::message("a roll must not have so many seats").at(at));
        }
        let mut seats = Vec::new();
        for _ in 0..claimed {
            exactly(d, 2)?;
            seats.push(Seat { participating: d.bool()?, weights: Decode::decode(d, ctx)? });
        }
        Self::new(measures, seats).map_err(|error| Error::message(error).at(at))
    }
}
