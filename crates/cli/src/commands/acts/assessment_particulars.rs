//! What every assessment says beside its facts, as it is typed.

use clap::ValueEnum;
use jiff::civil::Date;
use quorate_partnership::frameworks::assessments::{self, Designation, Item, Particulars, PathwayKind};
use quorate_partnership::{AssessmentNo, DocumentHash};

use super::Desk;
use super::moments::day;
use super::wording::{For, Worded};
use crate::failure::Failure;

// What every assessment says.
#[derive(clap::Args)]
pub(super) struct Said {
    /// By which day it is to be looked at again.
    #[arg(long, value_name = "DATE")]
    review: Date,
    /// As of which day it is so; else today.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    #[command(flatten)]
    wording: Worded,
    /// It is a draft, not to be relied on yet.
    #[arg(long)]
    draft: bool,
    /// The SHA-256 of the document that shows it, as 64 hexadecimal digits.
    #[arg(long, value_name = "SHA-256")]
    evidence: Option<String>,
    /// The number of your member's entry on the same that it replaces.
    #[arg(long, value_name = "ASSESSMENT")]
    replaces: Option<u32>,
    /// For whom it is.
    #[arg(long, default_value = "members")]
    audience: For,
}

impl Said {
    pub(super) fn particulars(&self, desk: &Desk<'_>) -> Result<Particulars, Failure> {
        Ok(Particulars {
            on: self.on.map_or_else(|| Ok(desk.now.day()), day)?,
            review: day(self.review)?,
            status: if self.draft { assessments::Status::Draft } else { assessments::Status::Current },
            audience: self.audience.into(),
            wording: self.wording.wording()?,
            evidence: self.evidence.as_deref().map(hash).transpose()?,
            replaces: self.replaces.map(AssessmentNo),
        })
    }
}

/// By whom it is bought.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Kind {
    National,
    LeadNation,
    Joint,
    Agency,
    GovernmentToGovernment,
}

impl From<Kind> for PathwayKind {
    fn from(kind: Kind) -> PathwayKind {
        match kind {
            Kind::National => PathwayKind::National,
            Kind::LeadNation => PathwayKind::LeadNation,
            Kind::Joint => PathwayKind::Joint,
            Kind::Agency => PathwayKind::Agency,
            Kind::GovernmentToGovernment => PathwayKind::GovernmentToGovernment,
        }
    }
}

fn hash(digits: &str) -> Result<DocumentHash, Failure> {
    digits
        .parse()
        .map_err(|error| Failure::usage(format!("`{digits}` is not a document's hash"), format!("{error}")))
}

/// What is to be authorised or bought.
pub(super) fn item(typed: &str) -> Result<Item, Failure> {
    typed.parse().map_err(|error| Failure::usage(format!("`{typed}` is not an item"), format!("{error}")))
}

/// The number or the edition of a standard.
pub(super) fn designation(typed: &str) -> Result<Designation, Failure> {
    let what = || format!("`{}` is not the number or edition of a standard", typed.escape_debug());
    typed.parse().map_err(|error| Failure::usage(what(), format!("{error}")))
}
