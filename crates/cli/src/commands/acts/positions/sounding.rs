//! Say where one leans, or report where a State does that is no member.

use clap::{Args, ValueEnum};
use quorate_charter::MemberCode;
use quorate_partnership::positions::{self, Leaning};
use quorate_partnership::{Command, SoundingNo};

use super::wording::{For, Worded};
use super::{Desk, Typed};
use crate::failure::Failure;

/// Where it leans.
#[derive(Clone, Copy, ValueEnum)]
enum Leans {
    Favourable,
    Open,
    Reserved,
    Opposed,
}

#[derive(Args)]
#[command(about = "Say where one leans; it binds nobody", long_about = include_str!("sounding.md").trim_end())]
pub(crate) struct Sounding {
    /// On what, in English, in French, or in both.
    #[command(flatten)]
    on: Worded,
    /// Where it leans.
    #[arg(long)]
    leaning: Leans,
    /// The State that is no member, of which it is reported; else your own member's.
    #[arg(long = "as-reported-of", value_name = "STATE")]
    reported_of: Option<MemberCode>,
    /// The sounding in whose place it stands, by its number.
    #[arg(long, value_name = "SOUNDING")]
    replaces: Option<u32>,
    /// For whom the entry is.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
}

impl Typed for Sounding {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let leaning = match self.leaning {
            Leans::Favourable => Leaning::Favourable,
            Leans::Open => Leaning::Open,
            Leans::Reserved => Leaning::Reserved,
            Leans::Opposed => Leaning::Opposed,
        };
        let (on, audience, reported_of) = (self.on.wording()?, self.audience.into(), self.reported_of);
        let replaces = self.replaces.map(SoundingNo);
        Ok(positions::Command::Sound(positions::Sound { on, leaning, audience, reported_of, replaces })
            .into())
    }
}
