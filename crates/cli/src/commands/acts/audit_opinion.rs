//! Give an opinion on a sealed period.

use clap::Args;
use jiff::civil::Date;
use quorate_partnership::audit::{self, OpinionKind};
use quorate_partnership::{Command, OpinionNo};

use super::amounts::phrase;
use super::hashes::hash;
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

/// What an auditor thinks of the accounts.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Said {
    Unmodified,
    Qualified,
    Adverse,
    Disclaimer,
}

#[derive(Args)]
#[command(about = "Give an opinion on a sealed period", long_about = include_str!("audit_opinion.md").trim_end())]
pub(crate) struct Opinion {
    /// The opinion, in the terms of ISA 700 and 705.
    opinion: Said,
    /// The last day of the sealed period, as 2026-12-31.
    #[arg(long, value_name = "DATE")]
    until: Date,
    /// On what basis it is modified.
    #[arg(long, value_name = "TEXT")]
    basis: Option<String>,
    /// The SHA-256 of the auditor's report, as 64 hexadecimal digits.
    #[arg(long, value_name = "SHA-256")]
    document: Option<String>,
    /// The number of your member's opinion that it replaces.
    #[arg(long, value_name = "OPINION")]
    replaces: Option<u32>,
}

impl Typed for Opinion {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let kind = match self.opinion {
            Said::Unmodified => OpinionKind::Unmodified,
            Said::Qualified => OpinionKind::Qualified,
            Said::Adverse => OpinionKind::Adverse,
            Said::Disclaimer => OpinionKind::Disclaimer,
        };
        let (until, replaces) = (day(self.until)?, self.replaces.map(OpinionNo));
        let basis = self.basis.as_deref().map(phrase).transpose()?;
        let document = self.document.as_deref().map(hash).transpose()?;
        let given = audit::GiveOpinion { until, kind, replaces, basis, document };
        Ok(audit::Command::GiveOpinion(given).into())
    }
}
