//! What happens with other currencies than the fund's.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::EnterRate;
use crate::ids::{LineNo, RateNo};
use crate::moment::{Day, Moment};

/// A rate as a treasurer entered it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct EnteredRate {
    /// The rate's number.
    #[n(0)]
    pub number: RateNo,
    /// Whose treasurer entered it.
    #[n(1)]
    pub by: MemberCode,
    /// The rate, its day, its kind and its source.
    #[n(2)]
    pub said: EnterRate,
}

/// Something that happened with another currency than the fund's.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum CurrencyEvent {
    /// A treasurer entered a rate; it waits for another member's treasurer.
    #[n(0)]
    RateEntered {
        /// The rate as entered.
        #[n(0)]
        rate: EnteredRate,
        /// The first moment at which it can no longer be countersigned.
        #[n(1)]
        until: Moment,
    },
    /// Another member's treasurer countersigned a rate, and it is on record.
    #[n(1)]
    RateRecorded {
        /// The rate.
        #[n(0)]
        rate: RateNo,
        /// Whose treasurer.
        #[n(1)]
        by: MemberCode,
    },
    /// A rate was not countersigned in time.
    #[n(2)]
    RateLapsed {
        /// The rate.
        #[n(0)]
        rate: RateNo,
    },
    /// Money that came in another currency was converted: both amounts stand, and the rate between them.
    #[n(3)]
    Converted {
        /// The bank line.
        #[n(0)]
        line: LineNo,
        /// What came.
        #[n(1)]
        received: Money,
        /// What it is worth in the fund's currency.
        #[n(2)]
        worth: Money,
        /// By which rate.
        #[n(3)]
        rate: RateNo,
    },
    /// The bank exchanged money for the fund's currency: both amounts stand, and what was sold had cost.
    #[n(4)]
    Exchanged {
        /// The bank line.
        #[n(0)]
        line: LineNo,
        /// What left.
        #[n(1)]
        sold: Money,
        /// What came for it.
        #[n(2)]
        bought: Money,
        /// At what value it stood in the books, on average; the rest of what came is gain, or what is missing loss.
        #[n(3)]
        cost: Money,
    },
    /// What was held of a currency at the end of a day was valued at that day's closing rate.
    #[n(5)]
    Revalued {
        /// The day.
        #[n(0)]
        day: Day,
        /// What was held.
        #[n(1)]
        held: Money,
        /// At what value it stood in the books.
        #[n(2)]
        cost: Money,
        /// What it was worth.
        #[n(3)]
        worth: Money,
        /// By which rate; none if nothing is held any more, as of that day.
        #[n(4)]
        rate: Option<RateNo>,
    },
    /// A line by which money in another currency had come was taken back: it is held no more.
    #[n(6)]
    ConversionTakenBack {
        /// The bank line.
        #[n(0)]
        line: LineNo,
        /// What had come.
        #[n(1)]
        received: Money,
        /// What it had been worth.
        #[n(2)]
        worth: Money,
    },
}
