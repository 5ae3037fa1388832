//! Put one's own member's pledge on record.

use clap::Args;
use jiff::civil::Date;
use quorate_partnership::Command;
use quorate_partnership::fund::{self, Condition};
use quorate_voting::Ratio;

use super::amounts::{amount, phrase};
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Put one's own member's pledge on record", long_about = include_str!("fund_pledge.md").trim_end())]
pub(crate) struct Pledge {
    /// How much, if it is known; of a matching pledge, at most.
    #[arg(long, allow_negative_numbers = true)]
    amount: Option<String>,
    /// What it depends on, in words.
    #[arg(long, value_name = "WORDS", conflicts_with = "matching")]
    condition: Option<String>,
    /// At most this share of what the others together pledged or signed, as 1/2.
    #[arg(long, value_name = "SHARE")]
    matching: Option<String>,
    /// The day with whose beginning it lapses by itself, as 2027-12-31.
    #[arg(long, value_name = "DATE")]
    lapses: Option<Date>,
}

impl Typed for Pledge {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let amount = self.amount.as_deref().map(|typed| amount(desk, typed)).transpose()?;
        let words = self.condition.as_deref().map(|typed| phrase(typed).map(Condition::Words)).transpose()?;
        let share =
            self.matching.as_deref().map(|typed| share(typed).map(Condition::Matching)).transpose()?;
        let lapses = self.lapses.map(day).transpose()?;
        Ok(fund::Command::Pledge(fund::Pledge { amount, condition: words.or(share), lapses }).into())
    }
}

/// A share as it is typed: `1/2`.
pub(super) fn share(typed: &str) -> Result<Ratio, Failure> {
    let parts =
        typed.split_once('/').and_then(|(over, under)| Some((over.parse().ok()?, under.parse().ok()?)));
    let (over, under) = parts.ok_or_else(|| {
        Failure::usage(format!("`{typed}` is not a share"), "write it as a fraction, as in `1/2`")
    })?;
    Ratio::new(over, under).map_err(|error| {
        Failure::usage(format!("`{typed}` is not a share: {error}"), "write it as a fraction, as in `1/2`")
    })
}
