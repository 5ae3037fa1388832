//! What stands in registers, typed: amounts with their currency, moments as RFC 3339.

use quorate_charter::{MemberCode, Title};
use quorate_ledger as ledger;
use quorate_records::Cell;
use serde::Serialize;
use utoipa::ToSchema;

/// An amount of money. It is never a number with a point: those are not exact.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({ "amount": "1000000.00", "currency": "USD" }))]
pub(crate) struct Money {
    /// The amount as a decimal, with as many digits behind the point as the currency has.
    #[schema(pattern = "^-?[0-9]+(\\.[0-9]+)?$")]
    amount: String,
    /// The currency (ISO 4217).
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: String,
}

impl Money {
    pub(crate) fn of(amount: ledger::Money) -> Money {
        Money { amount: amount.to_string(), currency: amount.currency().code().to_owned() }
    }
}

/// What stands in a cell: an amount, a number, or a text. Moments and days are texts as RFC 3339 writes them.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum Value {
    /// An amount.
    Money(Money),
    /// A count, or the number of something.
    Number(u64),
    /// Words, a code, a moment or a day.
    Text(String),
}

impl Value {
    /// What a cell holds; nothing where nothing is known, or nothing applies.
    pub(crate) fn of(cell: &Cell) -> Option<Value> {
        match cell {
            Cell::Empty => None,
            Cell::Number(number) => Some(Value::Number(*number)),
            Cell::Money(amount) => Some(Value::Money(Money::of(**amount))),
            other => Some(Value::Text(other.plain())),
        }
    }
}

/// A text that the charter gives in both languages.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Both {
    /// In English.
    en: String,
    /// In French.
    fr: String,
}

impl Both {
    pub(crate) fn of(title: &Title) -> Both {
        Both { en: title.en.clone(), fr: title.fr.clone() }
    }
}

/// A member's code, as it is written.
pub(crate) fn code(member: MemberCode) -> String {
    member.as_str().to_owned()
}
