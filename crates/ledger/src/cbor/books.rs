//! CBOR for the books as they stand. What is pending is not written: it follows from the holds.

use alloc::vec::Vec;

use minicbor::Decoder;
use minicbor::decode::{Decode, Error};
use minicbor::encode::{self, Encoder, Write};

use super::array_of;
use crate::account::Account;
use crate::book::BookId;
use crate::books::{Balance, Books, HoldId};
use crate::chart::Chart;
use crate::entry::Entry;

impl Books {
    /// Writes the balances and holds; the chart is known to whoever reads them.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write_state<W: Write>(&self, e: &mut Encoder<W>) -> Result<(), encode::Error<W::Error>> {
        let posted: Vec<_> = self.posted().collect();
        e.array(2)?.array(count(posted.len()))?;
        for (book, account, balance) in posted {
            e.array(4)?.encode(book)?.encode(account)?;
            e.bytes(&balance.debits.to_be_bytes())?.bytes(&balance.credits.to_be_bytes())?;
        }
        e.array(count(self.holds().count()))?;
        for (hold, entry) in self.holds() {
            e.array(2)?.encode(hold)?.encode(entry)?;
        }
        Ok(())
    }

    /// Reads what [`Books::write_state`] wrote.
    ///
    /// # Errors
    /// Bytes that are none, books of which one does not balance, an account twice or one that the chart does not know, a
    /// hold twice.
    pub fn read_state(chart: Chart, d: &mut Decoder<'_>) -> Result<Self, Error> {
        let at = d.position();
        let refuse = |what: &'static str| Error::message(what).at(at);
        array_of(d, 2)?;
        let accounts = d.array()?.ok_or_else(|| refuse("an array of known length is needed"))?;
        let mut posted = Vec::new();
        for _ in 0..accounts {
            array_of(d, 4)?;
            let (book, account) = (BookId::decode(d, &mut ())?, Account::decode(d, &mut ())?);
            let (debits, credits) = (whole(d)?, whole(d)?);
            posted.push((book, account, Balance { debits, credits, ..Balance::default() }));
        }
        let mut books = Self::standing(chart, posted).ok_or_else(|| refuse("these are no books"))?;
        for _ in 0..d.array()?.ok_or_else(|| refuse("an array of known length is needed"))? {
            array_of(d, 2)?;
            let (hold, entry) = (HoldId::decode(d, &mut ())?, Entry::decode(d, &mut ())?);
            if !books.hold(hold, entry) {
                return Err(refuse("a hold stands twice"));
            }
        }
        Ok(books)
    }
}

fn count(many: usize) -> u64 {
    u64::try_from(many).unwrap_or(u64::MAX)
}

/// Sixteen bytes, the highest first.
fn whole(d: &mut Decoder<'_>) -> Result<i128, Error> {
    let at = d.position();
    let bytes = d.bytes()?.try_into().map_err(|_| Error::message("an amount has 16 bytes").at(at))?;
    Ok(i128::from_be_bytes(bytes))
}
