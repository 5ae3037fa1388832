//! Put a finding on record.

use clap::Args;
use quorate_partnership::Command;
use quorate_partnership::audit::{self, Severity};

use super::amounts::phrase;
use super::audit_subject::Of;
use super::{Desk, Typed};
use crate::failure::Failure;

/// How grave a finding is.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Said {
    Observation,
    Finding,
    MaterialFinding,
}

#[derive(Args)]
#[command(about = "Put a finding on record", long_about = include_str!("audit_open_finding.md").trim_end())]
pub(crate) struct OpenFinding {
    /// What was found.
    text: String,
    /// How grave it is.
    #[arg(long)]
    severity: Said,
    #[command(flatten)]
    of: Of,
}

impl Typed for OpenFinding {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let severity = match self.severity {
            Said::Observation => Severity::Observation,
            Said::Finding => Severity::Finding,
            Said::MaterialFinding => Severity::Material,
        };
        let (subject, text) = (self.of.subject()?, phrase(&self.text)?);
        Ok(audit::Command::OpenFinding(audit::OpenFinding { subject, severity, text }).into())
    }
}
