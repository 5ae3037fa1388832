//! Say what another body gives for a case.

use clap::{Args, ValueEnum};
use quorate_partnership::cases::{self, Declared, ElsewhereProgress};
use quorate_partnership::{CaseNo, Command};

use super::amounts::{amount, phrase};
use super::{Desk, Typed};
use crate::failure::Failure;

/// How far it has come.
#[derive(Clone, Copy, ValueEnum)]
enum Said {
    Requested,
    Promised,
    Paid,
}

#[derive(Args)]
#[command(about = "Say what another body gives for a case", long_about = include_str!("case_elsewhere.md").trim_end())]
pub(crate) struct Elsewhere {
    /// The case's number.
    case: u32,
    /// Nothing is given elsewhere: the beneficiary alone says so.
    #[arg(long, conflicts_with_all = ["body", "amount", "status"])]
    nothing: bool,
    /// The body, by its name.
    #[arg(long, value_name = "TEXT", required_unless_present = "nothing")]
    body: Option<String>,
    /// How much, in the fund's currency.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true, required_unless_present = "nothing")]
    amount: Option<String>,
    /// How far it has come; what is only requested counts for nothing.
    #[arg(long, required_unless_present = "nothing")]
    status: Option<Said>,
    /// Where that is to be read.
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// The number of the own word that it takes the place of; else the one in the record on this body.
    #[arg(long, value_name = "WORD")]
    replaces: Option<u32>,
}

impl Typed for Elsewhere {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let (case, by) = (CaseNo(self.case), desk.post.member);
        let source = self.source.as_deref().map(phrase).transpose()?;
        let (mut declared, mut replaces) = (None, self.replaces);
        if let (Some(body), Some(sum), Some(status)) = (&self.body, &self.amount, self.status) {
            let progress = match status {
                Said::Requested => ElsewhereProgress::Requested,
                Said::Promised => ElsewhereProgress::Promised,
                Said::Paid => ElsewhereProgress::Paid,
            };
            replaces = replaces.or_else(|| desk.records.word_elsewhere(case, by, body));
            declared = Some(Declared { body: phrase(body)?, amount: amount(desk, sum)?, progress });
        }
        Ok(cases::Command::Elsewhere(cases::Elsewhere { case, declared, replaces, source }).into())
    }
}
