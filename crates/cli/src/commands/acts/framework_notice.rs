//! Tell the members of a framework.

use clap::{Args, ValueEnum};
use quorate_charter::MemberCode;
use quorate_partnership::frameworks::{self, Form, Status};
use quorate_partnership::{Command, DocumentHash, PartnershipId};

use super::wording::{For, Worded};
use super::{Desk, Typed};
use crate::failure::Failure;

/// What a framework is.
#[derive(Clone, Copy, ValueEnum)]
enum Said {
    Treaty,
    Arrangement,
}

/// How far it has come.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Stands {
    Proposed,
    Signed,
    InEffect,
    Suspended,
    Ended,
}

impl From<Stands> for Status {
    fn from(stands: Stands) -> Status {
        match stands {
            Stands::Proposed => Status::Proposed,
            Stands::Signed => Status::Signed,
            Stands::InEffect => Status::InEffect,
            Stands::Suspended => Status::Suspended,
            Stands::Ended => Status::Ended,
        }
    }
}

#[derive(Args)]
#[command(about = "Tell the members of a framework", long_about = include_str!("framework_notice.md").trim_end())]
pub(crate) struct Notice {
    #[command(flatten)]
    title: Worded,
    /// The members that are parties to it, your own among them.
    #[arg(long, value_name = "MEMBER,MEMBER", value_delimiter = ',', required = true)]
    parties: Vec<MemberCode>,
    /// What it is.
    #[arg(long)]
    nature: Said,
    /// The partnership that it is: its id, as 64 hexadecimal digits.
    #[arg(long, value_name = "ID")]
    partnership: String,
    /// How far it has come.
    #[arg(long, default_value = "proposed")]
    status: Stands,
    /// The SHA-256 of its text, as 64 hexadecimal digits.
    #[arg(long, value_name = "SHA-256")]
    text: Option<String>,
    /// For whom the notice is, once every party has confirmed it.
    #[arg(long, default_value = "members")]
    audience: For,
}

impl Typed for Notice {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let form = match self.nature {
            Said::Treaty => Form::Treaty,
            Said::Arrangement => Form::Arrangement,
        };
        let (title, parties) = (self.title.wording()?, self.parties.clone());
        let partnership: PartnershipId = named(&self.partnership, "a partnership's id")?;
        let text: Option<DocumentHash> =
            self.text.as_deref().map(|text| named(text, "a document's hash")).transpose()?;
        let (status, audience) = (self.status.into(), self.audience.into());
        let notice = frameworks::Notice { title, parties, form, partnership, status, audience, text };
        Ok(frameworks::Command::Notice(notice).into())
    }
}

/// 32 bytes in hexadecimal digits.
fn named<T>(digits: &str, what: &str) -> Result<T, Failure>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    digits.parse().map_err(|error| Failure::usage(format!("`{digits}` is not {what}"), format!("{error}")))
}
