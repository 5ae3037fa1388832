//! Enter a rate of exchange.

use clap::Args;
use jiff::civil::Date;
use quorate_ledger::{Rate, RateTextError};
use quorate_partnership::Command;
use quorate_partnership::fund::{self, RateKind};

use super::amounts::{currency, phrase};
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

/// What kind of rate it is.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Kind {
    Spot,
    Closing,
    Agreed,
}

#[derive(Args)]
#[command(about = "Enter a rate of exchange", long_about = include_str!("fund_rate.md").trim_end())]
pub(crate) struct EnterRate {
    /// The currency of which one unit is valued.
    currency: String,
    /// What it is worth in the fund's currency: a decimal, or a ratio as `271/250`.
    worth: String,
    /// The day of which it is, as 2026-12-31; else today.
    #[arg(long, value_name = "DATE")]
    day: Option<Date>,
    /// What kind of rate it is.
    #[arg(long)]
    kind: Kind,
    /// Where it is known from.
    #[arg(long)]
    source: String,
}

impl Typed for EnterRate {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let quote = desk.records.charter().fund().currency();
        let rate = Rate::parse(&self.worth, currency(&self.currency)?, quote).map_err(|error| {
            let help = format!("give what one unit is worth in {quote}, as `1.0842` or `271/250`");
            let what = match error {
                RateTextError::Rate(error) => format!("`{}` is not a rate: {error}", self.worth),
                error => error.to_string(),
            };
            Failure::usage(what, help)
        })?;
        let kind = match self.kind {
            Kind::Spot => RateKind::Spot,
            Kind::Closing => RateKind::Closing,
            Kind::Agreed => RateKind::Agreed,
        };
        let (day, source) = (self.day.map_or(Ok(desk.now.day()), day)?, phrase(&self.source)?);
        Ok(fund::Command::EnterRate(fund::EnterRate { rate, day, kind, source }).into())
    }
}
