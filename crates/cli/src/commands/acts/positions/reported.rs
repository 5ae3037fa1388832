//! Report what an office of a State said that is no member.

use clap::{Args, ValueEnum};
use quorate_charter::MemberCode;
use quorate_partnership::Command;
use quorate_partnership::positions::{self, Tone};

use super::amounts::phrase;
use super::wording::{For, Worded};
use super::{Desk, Typed};
use crate::failure::Failure;

/// In which tone it was said.
#[derive(Clone, Copy, ValueEnum)]
enum Toned {
    Critical,
    Neutral,
    Conciliatory,
}

#[derive(Args)]
#[command(about = "Report what an office of a State said that is no member", long_about = include_str!("reported.md").trim_end())]
pub(crate) struct Reported {
    /// The State.
    #[arg(long, value_name = "STATE")]
    of: MemberCode,
    /// Which office of it: an office, never a person.
    #[arg(long)]
    office: String,
    /// On what, in English, in French, or in both.
    #[command(flatten)]
    on: Worded,
    /// In which tone.
    #[arg(long)]
    tone: Toned,
    /// Where it is known from.
    #[arg(long)]
    source: String,
    /// For whom the entry is.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
}

impl Typed for Reported {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let tone = match self.tone {
            Toned::Critical => Tone::Critical,
            Toned::Neutral => Tone::Neutral,
            Toned::Conciliatory => Tone::Conciliatory,
        };
        let (of, office, on) = (self.of, phrase(&self.office)?, self.on.wording()?);
        let (source, audience) = (phrase(&self.source)?, self.audience.into());
        Ok(positions::Command::Report(positions::Report { of, office, on, tone, source, audience }).into())
    }
}
