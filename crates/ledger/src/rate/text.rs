//! Reading and writing a rate.

use alloc::format;
use alloc::string::String;
use core::fmt;

use thiserror::Error;

use super::{MAX_RATE_TERM, Rate, RateError};
use crate::excerpt::excerpt;

/// The longest text of a rate that is read, in bytes.
pub const MAX_RATE_BYTES: usize = 40;

/// The digits after the point that a rate may have: 10^12 is the most that stands below the line.
const MAX_DECIMALS: usize = 12;

/// Reads quote units and base units, not yet in lowest terms.
pub(super) fn parse(text: &str) -> Result<(u64, u64), RateTextError> {
    let wrong = || RateTextError::Form { text: excerpt(text) };
    if text.len() > MAX_RATE_BYTES {
        return Err(wrong());
    }
    if let Some((quote, base)) = text.split_once('/') {
        return Ok((whole(quote).ok_or_else(wrong)?, whole(base).ok_or_else(wrong)?));
    }
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    let has_point = text.contains('.');
    if (has_point && after.is_empty()) || after.len() > MAX_DECIMALS {
        return Err(wrong());
    }
    whole(before).ok_or_else(wrong)?;
    let power = u32::try_from(after.len()).unwrap_or(u32::MAX);
    let base = 10_u64.checked_pow(power).ok_or_else(wrong)?;
    let quote = digits(&[before, after].concat()).ok_or(RateError::TooFine)?;
    Ok((quote, base))
}

/// A whole number without a needless leading zero.
fn whole(text: &str) -> Option<u64> {
    if text.len() > 1 && text.starts_with('0') { None } else { digits(text) }
}

fn digits(text: &str) -> Option<u64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) { None } else { text.parse().ok() }
}

/// As people write it: a decimal where it ends within 12 digits, else the ratio in lowest terms.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = decimal(self.quote_units, self.base_units)
            .unwrap_or_else(|| format!("{}/{}", self.quote_units, self.base_units));
        f.pad(&text)
    }
}

fn decimal(quote: u64, base: u64) -> Option<String> {
    let whole = quote.checked_div(base)?;
    let mut rest = quote.checked_rem(base)?;
    let mut text = format!("{whole}");
    if rest > 0 {
        text.push('.');
    }
    // A rest is below 10^12, so that ten of it fit.
    for _ in 0..MAX_DECIMALS {
        if rest == 0 {
            break;
        }
        rest = rest.checked_mul(10)?;
        text.push(char::from_digit(u32::try_from(rest.checked_div(base)?).ok()?, 10)?);
        rest = rest.checked_rem(base)?;
    }
    (rest == 0).then_some(text)
}

/// Why a text is no rate.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RateTextError {
    /// Neither a decimal nor a ratio.
    #[error(
        "`{text}` is not a rate: it is a decimal with at most 12 digits after the point, as `1.0842`, or a ratio, as `271/250`, without sign or spaces"
    )]
    Form {
        /// The opening of the text.
        text: String,
    },
    /// Numbers that are no rate.
    #[error(transparent)]
    Rate(#[from] RateError),
}

const _: () = assert!(MAX_RATE_TERM == 1_000_000_000_000, "as many decimals as the lower term has zeros");
