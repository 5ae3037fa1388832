//! Reading a text in TOML of which everything that is wrong is said at once, each at its place.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt::Display;
use core::ops::RangeInclusive;
use core::str::FromStr;

use quorate_charter::{Fault, Faults, misleads};
use quorate_ledger::{Currency, Money};
use serde::de::DeserializeOwned;
use toml::Spanned;

/// The longest line that people are to read, in bytes.
const MAX_LINE_BYTES: usize = 512;

/// What is wrong in a text, as far as it was read.
#[derive(Default)]
pub(crate) struct Reader {
    faults: Vec<Fault>,
}

/// A text of at most so many bytes by its form; `page` says what can stand in it.
pub(crate) fn form<T: DeserializeOwned>(text: &str, most: usize, page: &str) -> Result<T, Fault> {
    if text.len() > most {
        let what = format!("this text has {} bytes", text.len());
        return Err(Fault::new(0..0, what, format!("it has at most {most}")));
    }
    toml::from_str(text).map_err(|error| {
        let help = format!("{page} says what can stand here");
        Fault::new(error.span().unwrap_or_default(), error.message(), help)
    })
}

impl Reader {
    pub(crate) fn fault<T>(&mut self, at: &Spanned<T>, what: impl Into<String>, help: impl Into<String>) {
        self.faults.push(Fault::new(at.span(), what, help));
    }

    /// Everything that is wrong, if anything is.
    pub(crate) fn faults(self) -> Option<Faults> {
        Faults::from_list(self.faults)
    }

    /// A line that people can read.
    pub(crate) fn line(&mut self, text: &Spanned<String>) -> String {
        let value = text.get_ref();
        let is_line = (1..=MAX_LINE_BYTES).contains(&value.len()) && !value.trim().is_empty();
        if !is_line || value.chars().any(misleads) {
            let help =
                format!("it is one line of 1 to {MAX_LINE_BYTES} bytes, without characters that nobody sees");
            self.fault(text, "this is no line of text", help);
        }
        value.clone()
    }

    pub(crate) fn parse<T: FromStr<Err: Display>>(&mut self, text: &Spanned<String>) -> Option<T> {
        match text.get_ref().parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(text, format!("`{}` cannot stand here", text.get_ref()), error.to_string());
                None
            }
        }
    }

    /// A number within these.
    pub(crate) fn within(&mut self, number: &Spanned<i64>, range: RangeInclusive<i64>) -> i64 {
        let value = *number.get_ref();
        if !range.contains(&value) {
            let help = format!("it is a whole number from {} to {}", range.start(), range.end());
            self.fault(number, format!("{value} cannot stand here"), help);
        }
        value
    }

    /// An amount with its currency behind it, not less than nothing.
    pub(crate) fn money(&mut self, text: &Spanned<String>) -> Option<Money> {
        let money = amount(text.get_ref()).filter(|money| !money.is_negative());
        if money.is_none() {
            let what = format!("`{}` is no amount of money", text.get_ref());
            let help = "give an amount of nothing or more and a currency, as in `2500000.00 EUR`";
            self.fault(text, what, help);
        }
        money
    }
}

/// An amount with its currency behind it.
pub(crate) fn amount(text: &str) -> Option<Money> {
    let (amount, code) = text.split_once(' ')?;
    Money::parse(amount, Currency::from_code(code).ok()?).ok()
}
