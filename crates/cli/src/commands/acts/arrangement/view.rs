//! What a member says of an arrangement, as it is typed.

use jiff::civil::Date;
use quorate_partnership::frameworks::View;

use super::amounts::phrase;
use super::moments::day;
use super::wording::{For, Worded};
use crate::failure::Failure;

/// The own view of an arrangement.
#[derive(clap::Args)]
pub(super) struct Seen {
    #[command(flatten)]
    title: Worded,
    /// What kind it is, in a word or two.
    #[arg(long, value_name = "WORDS")]
    kind: String,
    /// On what it is based.
    #[arg(long, value_name = "TEXT")]
    basis: String,
    /// Since when it is.
    #[arg(long, value_name = "DATE")]
    since: Date,
    /// By when it is to be reviewed.
    #[arg(long, value_name = "DATE")]
    review: Date,
    /// How long after notice it ends, in days: `365d`.
    #[arg(long, value_name = "DAYS", value_parser = days)]
    notice: u32,
    /// For whom this view is.
    #[arg(long, default_value = "members")]
    audience: For,
}

impl Seen {
    pub(super) fn view(&self) -> Result<View, Failure> {
        Ok(View {
            title: self.title.wording()?,
            kind: phrase(&self.kind)?,
            basis: phrase(&self.basis)?,
            since: day(self.since)?,
            review: day(self.review)?,
            notice_days: self.notice,
            audience: self.audience.into(),
        })
    }
}

/// `365d`, or `365`.
fn days(text: &str) -> Result<u32, String> {
    let number = text.strip_suffix('d').unwrap_or(text);
    number.parse().map_err(|_| "days are written as `365d`".into())
}
