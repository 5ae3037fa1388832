//! CBOR (RFC 8949) for the names that commands and events carry.

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::{Means, MemberCode, Name, Office, Period, RuleName, Term};

impl<C> Encode<C> for MemberCode {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(self.as_str())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for MemberCode {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<MemberCode, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|_| DecodeError::message("not a member's code").at(at))
    }
}

impl<C> Encode<C> for Name {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(self.as_str())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Name {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Name, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|error| DecodeError::message(error).at(at))
    }
}

impl<C> Encode<C> for RuleName {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(self.as_str())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for RuleName {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<RuleName, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|_| DecodeError::message("not a rule's name").at(at))
    }
}

impl<C> Encode<C> for Office {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(self.name())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Office {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Office, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|_| DecodeError::message("not an office").at(at))
    }
}

impl<C> Encode<C> for Term {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(self.name())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Term {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Term, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|_| DecodeError::message("not a term").at(at))
    }
}

impl<C> Encode<C> for Means {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(self.name())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Means {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Means, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|_| DecodeError::message("not a means of consent").at(at))
    }
}

impl<C> Encode<C> for Period {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.u64(self.hours())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Period {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Period, DecodeError> {
        let at = d.position();
        Period::of_hours(d.u64()?).map_err(|error| DecodeError::message(error).at(at))
    }
}
