//! Put a statement on record.

use clap::Args;
use quorate_partnership::consultations::{self, About};
use quorate_partnership::{Command, ConsultationNo, DocumentHash, SessionNo, StatementNo, TextNo};

use super::wording::{For, Worded};
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Put a statement on record", long_about = include_str!("state.md").trim_end())]
pub(crate) struct State {
    /// The number of the consultations.
    consultation: u32,
    #[command(flatten)]
    text: Worded,
    /// For whom it is.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
    /// The session, or its minutes, that it is about.
    #[arg(long, group = "about")]
    session: Option<u32>,
    /// The text that it is about.
    #[arg(long, group = "about", value_name = "TEXT")]
    on_text: Option<u32>,
    /// The statement that it answers.
    #[arg(long, group = "about", value_name = "STATEMENT")]
    on_statement: Option<u32>,
    /// The SHA-256 of its full text.
    #[arg(long, value_name = "SHA-256")]
    document: Option<DocumentHash>,
}

impl Typed for State {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let session = self.session.map(|number| About::Session(SessionNo(number)));
        let text = self.on_text.map(|number| About::Text(TextNo(number)));
        let statement = self.on_statement.map(|number| About::Statement(StatementNo(number)));
        let (consultation, about) = (ConsultationNo(self.consultation), session.or(text).or(statement));
        let (text, audience, document) = (self.text.wording()?, self.audience.into(), self.document);
        let state = consultations::State { consultation, text, audience, about, document };
        Ok(consultations::Command::State(state).into())
    }
}
