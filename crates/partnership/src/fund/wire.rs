//! CBOR for what a snapshot holds of the books.

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
