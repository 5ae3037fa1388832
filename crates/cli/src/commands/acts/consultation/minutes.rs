//! Give the minutes of a session.

use clap::Args;
use quorate_partnership::{Command, DocumentHash, SessionNo, consultations};

use super::wording::For;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Give the minutes of a session", long_about = include_str!("minutes.md").trim_end())]
pub(crate) struct Minutes {
    /// The session's number.
    session: u32,
    /// The SHA-256 of the English text.
    #[arg(long, value_name = "SHA-256", required_unless_present = "fr")]
    en: Option<DocumentHash>,
    /// The SHA-256 of the French text.
    #[arg(long, value_name = "SHA-256")]
    fr: Option<DocumentHash>,
    /// For whom it is.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
}

impl Typed for Minutes {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (session, audience) = (SessionNo(self.session), self.audience.into());
        let (en, fr) = (self.en, self.fr);
        let minutes = consultations::GiveMinutes { session, audience, en, fr };
        Ok(consultations::Command::GiveMinutes(minutes).into())
    }
}
