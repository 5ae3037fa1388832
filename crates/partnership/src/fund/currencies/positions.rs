//! What the fund holds of other currencies, what it cost, and both as of an earlier day.

use alloc::collections::BTreeSet;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use quorate_charter::Charter;
use quorate_ledger::{Account, BookId, Currency, Money};

use super::{Currencies, pair};
use crate::fund::chart::{account, book};
use crate::fund::{Fund, Refusal};
use crate::moment::Day;

/// Smallest units of a currency, possibly below zero; in CBOR 16 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Units(pub(super) i128);

impl<C> Encode<C> for Units {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.bytes(&self.0.to_be_bytes())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Units {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Units, DecodeError> {
        let at = d.position();
        let bytes = d.bytes()?.try_into().map_err(|_| DecodeError::message("units have 16 bytes").at(at))?;
        Ok(Units(i128::from_be_bytes(bytes)))
    }
}

/// What came of a currency on a day less what left, and what it cost in the fund's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Moved {
    #[n(0)]
    held: Units,
    #[n(1)]
    cost: Units,
}

impl Moved {
    /// Exact: no amount has more than 10^18 units, and an `i128` holds 10^38.
    fn and(self, held: i128, cost: i128) -> Moved {
        Moved { held: Units(self.held.0.saturating_add(held)), cost: Units(self.cost.0.saturating_add(cost)) }
    }
}

/// What is held of a currency, and at what value it stands in the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) held: Money,
    pub(super) cost: Money,
}

impl Currencies {
    pub(super) fn moves(&mut self, currency: Currency, day: Day, held: i128, cost: i128) {
        let moved = self.moved.entry((currency, day)).or_default();
        *moved = moved.and(held, cost);
    }

    /// The currencies that the fund has had, in the order of their codes.
    pub(super) fn currencies(&self) -> impl Iterator<Item = Currency> {
        let had: BTreeSet<Currency> = self.moved.keys().map(|(currency, _)| *currency).collect();
        had.into_iter()
    }

    /// What was held of a currency at the end of a day, by value dates.
    pub(super) fn as_of(&self, currency: Currency, fund: Currency, day: Day) -> Result<Position, Refusal> {
        let days = self.moved.range((currency, Day(0))..=(currency, day));
        let sum = days.fold(Moved::default(), |sum, (_, moved)| sum.and(moved.held.0, moved.cost.0));
        Ok(Position { held: Money::new(sum.held.0, currency)?, cost: Money::new(sum.cost.0, fund)? })
    }
}

impl Fund {
    /// What is held of a currency, as the books stand.
    pub(super) fn position(&self, charter: &Charter, currency: Currency) -> Result<Position, Refusal> {
        let of_fund = charter.fund().currency();
        let stands = |book: BookId, code: u16, of: &str| -> Result<i128, Refusal> {
            Ok(self.books.available(&book, &Account::new(code, of)?).unwrap_or_default())
        };
        let held = stands(BookId::Cash(currency), account::CASH, "")?;
        let cleared = stands(book::cash(charter), account::CLEARING, &pair(currency, of_fund))?;
        let cost = Money::new(cleared.saturating_neg(), of_fund)?;
        Ok(Position { held: Money::new(held, currency)?, cost })
    }
}
