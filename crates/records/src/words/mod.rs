//! Plain words for moments, amounts, verdicts and events.

mod arrangements;
mod assessments;
mod audit;
mod capabilities;
mod cases;
mod command;
mod consultations;
mod continuity;
mod contributions;
mod currencies;
mod decisions;
mod elsewhere;
mod events;
mod fields;
mod financing;
mod frameworks;
mod french;
mod instrument;
mod kinds;
mod language;
mod leaving;
mod lines;
mod positions;
mod procedure;
mod procurement;
mod share;
mod standing;
mod time;
mod treasury;
mod verdict;
mod written;

pub use command::command;
pub(crate) use consultations::{answered, stands};
pub(crate) use continuity::{left, said_of};
pub(crate) use contributions::due_of;
pub use decisions::does;
pub(crate) use elsewhere::effect as relation_effect;
pub use events::sentence;
pub use fields::{field_is_named, fields};
pub(crate) use financing::find_breach;
pub(crate) use frameworks::members;
pub use kinds::interest;
pub use language::Language;
pub use lines::purpose;
pub(crate) use positions::subject as explained;
pub(crate) use procedure::not_by_silence;
pub use procedure::{conduct, procedure};
pub(crate) use procurement::shares;
pub use share::{needed, percent};
pub(crate) use standing::effect as standing_effect;
pub use time::{day, exact, minute};
pub(crate) use treasury::cause;
pub use verdict::verdict;

use alloc::format;
use alloc::string::String;

use quorate_ledger::Money;

/// An amount for people: grouped, without its currency, which the heading or sentence gives.
#[must_use]
pub fn grouped(amount: Money) -> String {
    let whole = format!("{}", amount.grouped());
    whole.rsplit_once(' ').map_or_else(|| whole.clone(), |(number, _code)| number.into())
}

/// An amount for a sentence: grouped, with its currency, by spaces at which no line is broken.
#[must_use]
pub fn amount(amount: Money) -> String {
    format!("{}", amount.grouped()).replace(' ', "\u{a0}")
}

/// An amount in billions with one decimal, rounded to the nearest; for headlines, never for books.
#[must_use]
pub fn billions(amount: Money) -> String {
    let scale = 10_i128.checked_pow(u32::from(amount.currency().scale()).saturating_add(8)).unwrap_or(1);
    let half = scale.checked_div(2).unwrap_or_default();
    let tenths = amount.minor().saturating_add(half).checked_div(scale).unwrap_or_default();
    let (whole, tenth) =
        (tenths.checked_div(10).unwrap_or_default(), tenths.checked_rem(10).unwrap_or_default());
    format!("{whole}.{tenth}")
}
