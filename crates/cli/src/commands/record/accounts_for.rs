//! Give the accounts of a period.

use clap::{ArgGroup, Args, ValueEnum};
use jiff::ToSpan;
use jiff::civil::Date;
use quorate_partnership::Day;
use quorate_records::{csv, json};

use crate::args::At;
use crate::commands::acts::day;
use crate::failure::Failure;
use crate::present::{Screen, statements};
use crate::session::Session;

/// How they are written.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people.
    Table,
    /// With where and when they were read.
    Json,
    /// RFC 4180.
    Csv,
}

/// The first and the last of a period.
type Days = (Day, Day);

#[derive(Args)]
#[command(about = "Give the accounts of a period", long_about = include_str!("accounts_for.md").trim_end())]
#[command(group = ArgGroup::new("period").required(true).args(["year", "from"]))]
pub(crate) struct AccountsFor {
    /// The calendar year; the year before stands beside it.
    #[arg(long, conflicts_with = "to")]
    year: Option<i16>,
    /// The first day; as many days before it stand beside it.
    #[arg(long, value_name = "DATE", requires = "to")]
    from: Option<Date>,
    /// The last day.
    #[arg(long, value_name = "DATE", requires = "from")]
    to: Option<Date>,
    /// How to write them.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

impl AccountsFor {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let (period, prior) = self.periods()?;
        let session = Session::open(at)?;
        let records = session.node().records();
        let accounts = records.accounts_for(period, prior);
        let text = match self.format {
            Format::Table => statements(records, &accounts),
            Format::Json => json(records, &accounts.table()),
            Format::Csv => csv(&accounts.table()),
        };
        screen.text(&text)
    }

    /// The period and the one before.
    fn periods(&self) -> Result<(Days, Days), Failure> {
        let other = || Failure::usage("the period is beyond the calendar", "give a year from 1971 on");
        if let Some(year) = self.year {
            let of = |year: i16| -> Result<Days, Failure> {
                let first = Date::new(year, 1, 1).map_err(|_| other())?;
                let last = Date::new(year, 12, 31).map_err(|_| other())?;
                Ok((day(first)?, day(last)?))
            };
            return Ok((of(year)?, of(year.checked_sub(1).ok_or_else(other)?)?));
        }
        let (Some(first), Some(last)) = (self.from, self.to) else { return Err(other()) };
        if last < first {
            return Err(Failure::usage(
                "the last day is before the first",
                "give `--from` and `--to` in order",
            ));
        }
        let before = first.checked_sub(1.day()).map_err(|_| other())?;
        let (first, last, before) = (day(first)?, day(last)?, day(before)?);
        let length = last.0.saturating_sub(first.0);
        Ok(((first, last), (Day(before.0.saturating_sub(length)), before)))
    }
}
