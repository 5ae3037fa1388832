//! CBOR for rates. The one form of a rate is that in lowest terms.

use minicbor::decode::{Decode, Decoder, Error};
use minicbor::encode::{self, Encode, Encoder, Write};

use super::{array_of, refused};
use crate::currency::Currency;
use crate::rate::Rate;

impl<C> Encode<C> for Rate {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.array(4)?.encode_with(self.base(), ctx)?.encode_with(self.quote(), ctx)?;
        e.u64(self.quote_units())?.u64(self.base_units())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Rate {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, Error> {
        let at = d.position();
        array_of(d, 4)?;
        let (base, quote) = (Currency::decode(d, ctx)?, Currency::decode(d, ctx)?);
        let (quote_units, base_units) = (d.u64()?, d.u64()?);
        let rate = Self::new(base, quote, quote_units, base_units).map_err(refused(at))?;
        if (rate.quote_units(), rate.base_units()) == (quote_units, base_units) {
            Ok(rate)
        } else {
            Err(Error::message("a rate is written in lowest terms").at(at))
        }
    }
}
