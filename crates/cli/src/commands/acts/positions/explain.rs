//! Explain one's position.

use clap::Args;
use quorate_partnership::positions::{self, Subject};
use quorate_partnership::{Command, DecisionNo, DocumentHash};

use super::line_words::{Said, worded};
use super::wording::For;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Explain one's position", long_about = include_str!("explain.md").trim_end())]
pub(crate) struct Explain {
    /// The decision on which it is, by its number.
    #[arg(long, value_name = "DECISION", group = "on")]
    decision: Option<u32>,
    /// The text on which it is, by the SHA-256 of its document.
    #[arg(long, value_name = "SHA-256", group = "on")]
    text: Option<DocumentHash>,
    /// What else it is on, in English.
    #[arg(long, value_name = "TEXT", required_unless_present_any = ["on", "on_fr"], conflicts_with = "on")]
    on_en: Option<String>,
    /// The same in French.
    #[arg(long, value_name = "TEXT", conflicts_with = "on")]
    on_fr: Option<String>,
    #[command(flatten)]
    said: Said,
    /// The document that says it, by its SHA-256.
    #[arg(long, value_name = "SHA-256")]
    document: Option<DocumentHash>,
    /// For whom the entry is.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
}

impl Typed for Explain {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let decision = self.decision.map(|number| Subject::Decision(DecisionNo(number)));
        let words = worded(self.on_en.as_deref(), self.on_fr.as_deref())?.map(Subject::Words);
        let on = decision.or(self.text.map(Subject::Text)).or(words);
        let help = "name a decision, a text, or say it: `--on-en TEXT`";
        let on = on.ok_or_else(|| Failure::usage("on what?", help))?;
        let (audience, text, document) = (self.audience.into(), self.said.wording()?, self.document);
        Ok(positions::Command::Explain(positions::Explain { on, audience, text, document }).into())
    }
}
