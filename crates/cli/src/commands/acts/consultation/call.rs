//! Call consultations.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::{Command, DocumentHash, consultations};

use super::wording::{For, Worded};
use super::{Desk, Typed, known_member};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Call consultations", long_about = include_str!("call.md").trim_end())]
pub(crate) struct Call {
    /// Whose security is threatened, in your member's opinion: itself, another, or several (CAN,DEU).
    #[arg(long, value_name = "MEMBER", required = true, value_delimiter = ',')]
    threatened: Vec<MemberCode>,
    #[command(flatten)]
    subject: Worded,
    /// For whom the call is.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
    /// The SHA-256 of a paper that goes with it.
    #[arg(long, value_name = "SHA-256")]
    paper: Option<DocumentHash>,
}

impl Typed for Call {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let mut threatened = self.threatened.clone();
        threatened.iter().try_for_each(|member| known_member(*member, desk.records))?;
        threatened.sort_unstable();
        let (subject, audience, paper) = (self.subject.wording()?, self.audience.into(), self.paper);
        let call = consultations::Call { threatened, subject, audience, paper };
        Ok(consultations::Command::Call(call).into())
    }
}
