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
        Failure::without_fund(records.charter())?;
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
        let (first, last) = self.days()?;
        // The record's moments end within the last two days of the year 9999.
        if last.year() > LAST_YEAR {
            return Err(beyond());
        }
        if let Some(year) = self.year {
            let before = Date::new(year.checked_sub(1).ok_or_else(beyond)?, 1, 1).map_err(|_| beyond())?;
            return Ok(((day(first)?, day(last)?), (day(before)?, Day(day(first)?.0.saturating_sub(1)))));
        }
        if last < first {
            return Err(Failure::usage(
                "the last day is before the first",
                "give `--from` and `--to` in order",
            ));
        }
        let before = first.checked_sub(1.day()).map_err(|_| beyond())?;
        let (first, last, before) = (day(first)?, day(last)?, day(before)?);
        let length = last.0.saturating_sub(first.0);
        Ok(((first, last), (Day(before.0.saturating_sub(length)), before)))
    }

    /// The first and the last day, as they were asked for.
    fn days(&self) -> Result<(Date, Date), Failure> {
        match (self.year, self.from, self.to) {
            (Some(year), ..) => {
                let of = |month, day| Date::new(year, month, day).map_err(|_| beyond());
                Ok((of(1, 1)?, of(12, 31)?))
            }
            (None, Some(first), Some(last)) => Ok((first, last)),
            _ => Err(beyond()),
        }
    }
}

/// The last year of which every day is in the record's calendar.
const LAST_YEAR: i16 = 9998;

fn beyond() -> Failure {
    Failure::usage("the period is beyond the calendar", "give a period within the years 1971 to 9998")
}
