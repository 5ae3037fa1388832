//! The rules on other currencies that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode, Period};
use quorate_ledger::{Currency, Money};

use crate::ids::RateNo;

/// Why a command about another currency than the fund's was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CurrencyRefusal {
    /// F55
    #[error("`{}` is not a currency in which members may discharge what they owe", given.code())]
    NotAccepted {
        /// The currency given.
        given: Currency,
    },
    /// F56
    #[error("the day of the rate is still to come")]
    RateAhead,
    /// F57
    #[error("no {0} waits for a countersignature")]
    NoWaitingRate(RateNo),
    /// F58
    #[error("{rate} was entered by a treasurer of `{member}` too")]
    SameMember {
        /// The rate.
        rate: RateNo,
        /// The member of both treasurers.
        member: MemberCode,
    },
    /// F59
    #[error("the credential of the treasurer of `{member}` that entered {rate} does not hold any more")]
    EnteredByNobody {
        /// The rate.
        rate: RateNo,
        /// Whose treasurer entered it.
        member: MemberCode,
    },
    /// F60
    #[error("no rate of `{}` is on record that is of the value date or of at most {age} before it", currency.code())]
    NoRate {
        /// The currency.
        currency: Currency,
        /// How old a rate may be.
        age: Period,
    },
    /// F61
    #[error(
        "at the latest rates {} less is available than stands in the books, which leaves {}, and {} is needed",
        takes.grouped(), left.grouped(), total.grouped()
    )]
    RatesTake {
        /// What would be promised.
        total: Money,
        /// What is left.
        left: Money,
        /// What the rates take beyond what is kept back.
        takes: Money,
    },
    /// F62
    #[error("what is exchanged is in another currency than the fund's `{}`", fund.code())]
    NothingToExchange {
        /// The fund's currency.
        fund: Currency,
    },
    /// F63
    #[error("the day is not over")]
    DayNotOver,
    /// F63
    #[error("no closing rate of `{}` is on record for the day", currency.code())]
    NoClosingRate {
        /// The currency.
        currency: Currency,
    },
    /// F64
    #[error("there is nothing to revalue that does not stand in the books already")]
    NothingToRevalue,
}

impl CurrencyRefusal {
    /// The number of the rule that refused.
    pub(in crate::fund) fn number(&self) -> u8 {
        match self {
            CurrencyRefusal::NotAccepted { .. } => 55,
            CurrencyRefusal::RateAhead => 56,
            CurrencyRefusal::NoWaitingRate(_) => 57,
            CurrencyRefusal::SameMember { .. } => 58,
            CurrencyRefusal::EnteredByNobody { .. } => 59,
            CurrencyRefusal::NoRate { .. } => 60,
            CurrencyRefusal::RatesTake { .. } => 61,
            CurrencyRefusal::NothingToExchange { .. } => 62,
            CurrencyRefusal::DayNotOver | CurrencyRefusal::NoClosingRate { .. } => 63,
            CurrencyRefusal::NothingToRevalue => 64,
        }
    }

    /// The article on currencies, or where there is none that on the fund.
    pub(in crate::fund) fn article(charter: &Charter) -> Article {
        charter.currencies().map_or(charter.fund().number(), |article| article.number())
    }

    /// What to do about it.
    pub(in crate::fund) fn remedy(&self) -> String {
        match self {
            CurrencyRefusal::NotAccepted { .. } => {
                "pay in the fund's currency, or in one that the article on currencies names".into()
            }
            CurrencyRefusal::RateAhead => "enter the rate once its day has come".into(),
            CurrencyRefusal::NoWaitingRate(_) => {
                "look up the rates that wait in the record; one that lapsed is entered again".into()
            }
            CurrencyRefusal::SameMember { .. } => "a treasurer of another member countersigns".into(),
            CurrencyRefusal::EnteredByNobody { .. } => {
                "compare it with its source; if it is there, a treasurer enters it again".into()
            }
            CurrencyRefusal::NoRate { currency, .. } => format!(
                "a treasurer enters a rate of `{}` of the value date, and one of another member countersigns it",
                currency.code()
            ),
            CurrencyRefusal::RatesTake { left, .. } => format!(
                "ask for at most {}, exchange what is held in other currencies, or let members pay more in",
                left.grouped()
            ),
            CurrencyRefusal::NothingToExchange { fund } => {
                format!("give what left in the other currency, and what came for it in `{}`", fund.code())
            }
            CurrencyRefusal::DayNotOver => "revalue the day once it is over".into(),
            CurrencyRefusal::NoClosingRate { currency } => format!(
                "a treasurer enters the closing rate of `{}` of that day, and one of another member countersigns it",
                currency.code()
            ),
            CurrencyRefusal::NothingToRevalue => {
                "revalue again when a rate of that day or a line with a value date until then has come since"
                    .into()
            }
        }
    }
}

impl From<CurrencyRefusal> for crate::refusal::Refusal {
    fn from(refusal: CurrencyRefusal) -> crate::refusal::Refusal {
        crate::fund::Refusal::from(refusal).into()
    }
}
