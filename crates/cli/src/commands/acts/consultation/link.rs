//! Report proceedings in another body.

use clap::Args;
use jiff::civil::Date;
use quorate_partnership::consultations::{self, ProceedingStatus};
use quorate_partnership::{Command, ConsultationNo};

use super::amounts::phrase;
use super::moments::day;
use super::wording::For;
use super::{Desk, Typed};
use crate::failure::Failure;

/// How far proceedings are.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Said {
    Called,
    Held,
    Concluded,
}

#[derive(Args)]
#[command(about = "Report proceedings in another body", long_about = include_str!("link.md").trim_end())]
pub(crate) struct Link {
    /// The body.
    #[arg(long, value_name = "TEXT")]
    body: String,
    /// How far they are.
    #[arg(long, value_enum)]
    status: Said,
    /// By what source.
    #[arg(long, value_name = "TEXT")]
    source: String,
    /// The number of the consultations that they are linked with.
    consultation: Option<u32>,
    /// The day on which they were called, held or concluded, as 2026-12-31.
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
    /// For whom it is.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
}

impl Typed for Link {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let status = match self.status {
            Said::Called => ProceedingStatus::Called,
            Said::Held => ProceedingStatus::Held,
            Said::Concluded => ProceedingStatus::Concluded,
        };
        let (body, source) = (phrase(&self.body)?, phrase(&self.source)?);
        let (consultation, on) = (self.consultation.map(ConsultationNo), self.date.map(day).transpose()?);
        let audience = self.audience.into();
        let link = consultations::Link { body, status, source, audience, consultation, on };
        Ok(consultations::Command::Link(link).into())
    }
}
