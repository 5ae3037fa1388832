//! CBOR for entries and what they are made of.

use alloc::vec::Vec;

use minicbor::decode::{Decode, Decoder, Error};
use minicbor::encode::{self, Encode, Encoder, Write};

use super::{array_of, refused};
use crate::account::Account;
use crate::book::BookId;
use crate::books::HoldId;
use crate::chart::Side;
use crate::currency::Currency;
use crate::entry::{Entry, EntryError, MAX_LEGS};
use crate::leg::Leg;

impl<C> Encode<C> for Side {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        let number = match self {
            Self::Debit => 0,
            Self::Credit => 1,
        };
        e.u8(number)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Side {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        let at = d.position();
        match d.u8()? {
            0 => Ok(Self::Debit),
            1 => Ok(Self::Credit),
            number => Err(Error::message(format_args!("a side is 0 or 1, not {number}")).at(at)),
        }
    }
}

impl<C> Encode<C> for Account {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.array(2)?.u16(self.code())?.str(self.of())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Account {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        array_of(d, 2)?;
        let code = d.u16()?;
        let at = d.position();
        Self::new(code, d.str()?).map_err(refused(at))
    }
}

impl<C> Encode<C> for BookId {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), encode::Error<W::Error>> {
        let number = match self {
            Self::Cash(_) => 0,
            Self::Authority(_) => 1,
            Self::Memoranda(_) => 2,
        };
        e.array(2)?.u8(number)?.encode_with(self.currency(), ctx)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for BookId {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, Error> {
        array_of(d, 2)?;
        let at = d.position();
        let of: fn(Currency) -> Self = match d.u8()? {
            0 => Self::Cash,
            1 => Self::Authority,
            2 => Self::Memoranda,
            number => return Err(Error::message(format_args!("a book is 0 to 2, not {number}")).at(at)),
        };
        Currency::decode(d, ctx).map(of)
    }
}

impl<C> Encode<C> for Leg {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), encode::Error<W::Error>> {
        // At most 10^18, so it always fits.
        let minor = u64::try_from(self.minor()).map_err(encode::Error::message)?;
        e.array(3)?.encode_with(self.account(), ctx)?.encode_with(self.side(), ctx)?.u64(minor)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Leg {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, Error> {
        array_of(d, 3)?;
        let (account, side) = (Account::decode(d, ctx)?, Side::decode(d, ctx)?);
        let at = d.position();
        Self::new(account, side, i128::from(d.u64()?)).map_err(refused(at))
    }
}

impl<C> Encode<C> for Entry {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.array(2)?.encode_with(self.book(), ctx)?.encode_with(self.legs(), ctx)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Entry {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, Error> {
        array_of(d, 2)?;
        let book = BookId::decode(d, ctx)?;
        let at = d.position();
        let claimed =
            d.array()?.ok_or_else(|| Error::message("an array of known length is needed").at(at))?;
        let legs = usize::try_from(claimed).unwrap_or(usize::MAX);
        if legs > MAX_LEGS {
            return Err(refused(at)(EntryError::Legs { legs }));
        }
        // The list grows with the legs that are really there: each takes bytes before it takes memory.
        let mut read = Vec::new();
        for _ in 0..legs {
            read.push(Leg::decode(d, ctx)?);
        }
        Self::new(book, read).map_err(refused(at))
    }
}

impl<C> Encode<C> for HoldId {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.u64(self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for HoldId {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        d.u64().map(Self)
    }
}
