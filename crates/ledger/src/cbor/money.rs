//! CBOR for currencies and amounts.

use minicbor::decode::{Decode, Decoder, Error};
use minicbor::encode::{self, Encode, Encoder, Write};

use alloc::string::ToString;

use super::{array_of, refused};
use crate::currency::Currency;
use crate::money::Money;

impl<C> Encode<C> for Currency {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.str(self.code())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Currency {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        let at = d.position();
        Self::from_code(d.str()?).map_err(refused(at))
    }
}

impl<C> Encode<C> for Money {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.array(2)?.str(&self.to_string())?.encode_with(self.currency(), ctx)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Money {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, Error> {
        array_of(d, 2)?;
        let at = d.position();
        let text = d.str()?;
        let currency = Currency::decode(d, ctx)?;
        Self::parse_canonical(text, currency).map_err(refused(at))
    }
}
