//! Convene a session of consultations.

use clap::Args;
use jiff::Timestamp;
use quorate_charter::Period;
use quorate_partnership::{Command, ConsultationNo, DocumentHash, Wording, consultations};

use super::amounts::phrase;
use super::moments::moment;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Convene a session", long_about = include_str!("session.md").trim_end())]
pub(crate) struct Session {
    /// The number of the consultations.
    consultation: u32,
    /// When it opens, as 2026-12-01T10:00:00Z.
    #[arg(long, value_name = "MOMENT", required_unless_present = "after")]
    opens: Option<Timestamp>,
    /// How long from now it opens, instead of a moment: 6h.
    #[arg(long, value_name = "PERIOD", conflicts_with = "opens")]
    after: Option<Period>,
    /// When it closes.
    #[arg(long, value_name = "MOMENT")]
    closes: Option<Timestamp>,
    /// Its agenda in English.
    #[arg(long, value_name = "TEXT")]
    agenda: Option<String>,
    /// Its agenda in French.
    #[arg(long, value_name = "TEXT")]
    agenda_fr: Option<String>,
    /// The SHA-256 of a longer agenda, or of papers.
    #[arg(long, value_name = "SHA-256")]
    document: Option<DocumentHash>,
}

impl Typed for Session {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let now = desk.now;
        let opens = match (self.opens, self.after) {
            (Some(typed), _) => moment(typed)?,
            (None, after) => after.map_or(now, |after| now.plus(after)),
        };
        let closes = self.closes.map(moment).transpose()?;
        let said = |text: &Option<String>| text.as_deref().map(phrase).transpose();
        let agenda = Wording::new(said(&self.agenda)?, said(&self.agenda_fr)?);
        let (consultation, document) = (ConsultationNo(self.consultation), self.document);
        let convene = consultations::Convene { consultation, opens, closes, agenda, document };
        Ok(consultations::Command::Convene(convene).into())
    }
}
