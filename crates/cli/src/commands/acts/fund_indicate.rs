//! Put on record what a member announces or is expected to give.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::Command;
use quorate_partnership::fund::{self, Standing};

use super::amounts::{amount, phrase};
use super::{Desk, Typed};
use crate::failure::Failure;

/// How firm an indication is said to be.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Said {
    Announced,
    Expected,
}

#[derive(Args)]
#[command(about = "Put on record what a member announces or is expected to give", long_about = include_str!("fund_indicate.md").trim_end())]
pub(crate) struct Indicate {
    /// The member that would give.
    member: MemberCode,
    /// How firm it is said to be.
    standing: Said,
    /// How much, if it is known.
    #[arg(long, allow_negative_numbers = true)]
    amount: Option<String>,
    /// Where it is known from.
    #[arg(long)]
    source: String,
}

impl Typed for Indicate {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let standing = match self.standing {
            Said::Announced => Standing::Announced,
            Said::Expected => Standing::Expected,
        };
        let amount = self.amount.as_deref().map(|typed| amount(desk, typed)).transpose()?;
        let source = phrase(&self.source)?;
        Ok(fund::Command::Indicate(fund::Indicate { of: self.member, standing, amount, source }).into())
    }
}
