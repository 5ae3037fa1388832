//! Say how far one has come with a standard.

use clap::Args;
use jiff::civil::Date;
use quorate_charter::MemberCode;
use quorate_partnership::frameworks::assessments::{self, Owner};
use quorate_partnership::{Command, Day};

use super::amounts::phrase;
use super::assessment_particulars::{Said, designation};
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say how far you have come with a standard", long_about = include_str!("assessment_standard.md").trim_end())]
pub(crate) struct Standard {
    /// The number of the standard, as in `STANAG 4774`.
    standard: String,
    /// The edition, as in `Ed. 1`.
    edition: String,
    /// The day on which it was ratified.
    #[arg(long, value_name = "DATE")]
    ratified: Option<Date>,
    /// The day on which it was implemented.
    #[arg(long, value_name = "DATE")]
    implemented: Option<Date>,
    /// The day on which it was tested.
    #[arg(long, value_name = "DATE")]
    tested: Option<Date>,
    /// The day on which it was certified.
    #[arg(long, value_name = "DATE")]
    certified: Option<Date>,
    /// The day of the last exercise in which it was used.
    #[arg(long, value_name = "DATE")]
    exercised: Option<Date>,
    /// The body that owns the standard.
    #[arg(long, value_name = "TEXT", conflicts_with = "owner_state")]
    owner: Option<String>,
    /// The State that owns the standard.
    #[arg(long, value_name = "STATE")]
    owner_state: Option<MemberCode>,
    /// The State that releases the cryptography.
    #[arg(long, value_name = "STATE")]
    crypto: Option<MemberCode>,
    /// The State that releases the keys.
    #[arg(long, value_name = "STATE")]
    keys: Option<MemberCode>,
    /// The State that releases the codes.
    #[arg(long, value_name = "STATE")]
    codes: Option<MemberCode>,
    #[command(flatten)]
    said: Said,
}

impl Typed for Standard {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let on = |date: Option<Date>| -> Result<Option<Day>, Failure> { date.map(day).transpose() };
        let body = self.owner.as_deref().map(phrase).transpose()?.map(Owner::Body);
        let standard = assessments::Standard {
            standard: designation(&self.standard)?,
            edition: designation(&self.edition)?,
            particulars: self.said.particulars(desk)?,
            owner: body.or(self.owner_state.map(Owner::State)),
            ratified: on(self.ratified)?,
            implemented: on(self.implemented)?,
            tested: on(self.tested)?,
            certified: on(self.certified)?,
            exercised: on(self.exercised)?,
            crypto: self.crypto,
            keys: self.keys,
            codes: self.codes,
        };
        Ok(assessments::Command::Standard(standard).into())
    }
}
