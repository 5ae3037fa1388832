//! Table a text.

use clap::Args;
use quorate_charter::Period;
use quorate_partnership::consultations::{self, Outcome};
use quorate_partnership::{Command, ConsultationNo, DocumentHash};

use super::wording::{For, Worded};
use super::{Desk, Typed};
use crate::failure::Failure;

/// What a text would be.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Said {
    TakeNote,
    Statement,
    Request,
    DraftDecision,
    NextSession,
}

#[derive(Args)]
#[command(about = "Table a text under a silence procedure", long_about = include_str!("table_text.md").trim_end())]
pub(crate) struct TableText {
    /// The number of the consultations.
    consultation: u32,
    /// What it would be.
    #[arg(long, value_enum)]
    outcome: Said,
    #[command(flatten)]
    wording: Worded,
    /// For whom it is.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
    /// How long the silence lasts, if longer than the charter says: 48h.
    #[arg(long, value_name = "PERIOD")]
    silence: Option<Period>,
    /// The SHA-256 of its full text.
    #[arg(long, value_name = "SHA-256")]
    document: Option<DocumentHash>,
}

impl Typed for TableText {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let outcome = match self.outcome {
            Said::TakeNote => Outcome::TakeNote,
            Said::Statement => Outcome::Statement,
            Said::Request => Outcome::Request,
            Said::DraftDecision => Outcome::DraftDecision,
            Said::NextSession => Outcome::NextSession,
        };
        let (consultation, wording) = (ConsultationNo(self.consultation), self.wording.wording()?);
        let (audience, silence, document) = (self.audience.into(), self.silence, self.document);
        let text = consultations::TableText { consultation, outcome, wording, audience, silence, document };
        Ok(consultations::Command::TableText(text).into())
    }
}
