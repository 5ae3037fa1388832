#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

mod account;
mod book;
mod books;
#[cfg(feature = "minicbor")]
mod cbor;
mod chart;
mod currency;
mod entry;
mod excerpt;
mod fill;
mod interest;
mod leg;
mod money;
mod pro_rata;
mod rate;

pub use account::{Account, AccountError, MAX_OF_BYTES};
pub use book::BookId;
pub use books::{Balance, Books, BooksRefusal, HoldId};
pub use chart::{Chart, ChartError, Described, Kind, Limit, Side};
pub use currency::{CURRENCIES_AS_OF, Currency, UnknownCurrency};
pub use entry::{Entry, EntryError, MAX_LEGS};
pub use fill::{Filled, fill};
pub use interest::{MAX_YEARLY, simple_interest};
pub use leg::Leg;
pub use money::{Decimal, Grouped, MAX_MINOR, MAX_MONEY_BYTES, Money, MoneyError, MoneyTextError, WithCode};
pub use pro_rata::{MAX_SHARERS, MAX_TOTAL, MAX_WEIGHT_SUM, ProRata, ProRataError, Shares};
pub use rate::{ConvertError, MAX_RATE_BYTES, MAX_RATE_TERM, Rate, RateError, RateTextError, average_cost};
