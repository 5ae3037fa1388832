//! Say whom one briefs in advance.

use clap::Args;
use jiff::Timestamp;
use quorate_charter::MemberCode;
use quorate_partnership::{Command, DocumentHash, positions};

use super::moments::moment;
use super::wording::{For, Worded};
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say whom one briefs in advance", long_about = include_str!("briefing_announce.md").trim_end())]
pub(crate) struct Announce {
    /// Whom: `FRA,DEU`.
    #[arg(long, value_name = "MEMBERS", value_delimiter = ',', required = true)]
    to: Vec<MemberCode>,
    /// On what, in English, in French, or in both.
    #[command(flatten)]
    subject: Worded,
    /// The release time, as 2026-12-31T00:00:00Z.
    #[arg(long, value_name = "MOMENT")]
    release: Timestamp,
    /// The document, by its SHA-256.
    #[arg(long, value_name = "SHA-256")]
    document: DocumentHash,
    /// For whom the entry is from the release time on; until then it is for the members alone.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
}

impl Typed for Announce {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (to, subject, release) = (self.to.clone(), self.subject.wording()?, moment(self.release)?);
        let (document, audience) = (self.document, self.audience.into());
        let announced = positions::Announce { to, subject, document, release, audience };
        Ok(positions::Command::Announce(announced).into())
    }
}
