//! CBOR for what a snapshot holds of the books and of what is owed.

use quorate_ledger::Books;

use super::CHART;

/// The books, under the chart that every partnership has.
pub(super) mod books {
    use minicbor::decode::Error as DecodeError;
    use minicbor::encode::{Error as EncodeError, Write};
    use minicbor::{Decoder, Encoder};

    use super::{Books, CHART};

    pub(in crate::fund) fn encode<C, W: Write>(
        books: &Books,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        books.write_state(e)
    }

    pub(in crate::fund) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Books, DecodeError> {
        Books::read_state(CHART, d)
    }
}

/// What each member owes: since when, and how much in 16 bytes.
pub(super) mod owed {
    use alloc::collections::{BTreeMap, VecDeque};

    use minicbor::bytes::ByteArray;
    use minicbor::decode::Error as DecodeError;
    use minicbor::encode::{Error as EncodeError, Write};
    use minicbor::{Decoder, Encoder};
    use quorate_charter::MemberCode;

    use crate::moment::Moment;

    type Owed = BTreeMap<MemberCode, VecDeque<(Moment, i128)>>;
    type Form = BTreeMap<MemberCode, VecDeque<(Moment, ByteArray<16>)>>;

    pub(in crate::fund) fn encode<C, W: Write>(
        owed: &Owed,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        let form = |(since, amount): &(Moment, i128)| (*since, ByteArray::from(amount.to_be_bytes()));
        let form: Form =
            owed.iter().map(|(member, owed)| (*member, owed.iter().map(form).collect())).collect();
        e.encode(form)?.ok()
    }

    pub(in crate::fund) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Owed, DecodeError> {
        let read = |(since, amount): (Moment, ByteArray<16>)| (since, i128::from_be_bytes(amount.into()));
        let form: Form = d.decode()?;
        Ok(form.into_iter().map(|(member, owed)| (member, owed.into_iter().map(read).collect())).collect())
    }
}
