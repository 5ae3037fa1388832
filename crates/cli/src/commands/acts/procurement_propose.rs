//! Propose to buy together.

use clap::Args;
use jiff::civil::Date;
use quorate_charter::MemberCode;
use quorate_partnership::frameworks::procurement::{self, Share};
use quorate_partnership::{CaseNo, Command};

use super::amounts::{amount, amount_in, currency, phrase};
use super::assessment_particulars::Kind;
use super::moments::day;
use super::wording::For;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Propose to buy together, in shares", long_about = include_str!("procurement_propose.md").trim_end())]
pub(crate) struct Propose {
    /// What is bought.
    title: String,
    /// The member that makes the contract.
    #[arg(long, value_name = "MEMBER")]
    lead: MemberCode,
    /// In which way it is bought.
    #[arg(long)]
    pathway: Kind,
    /// The number of the case that it is for.
    #[arg(long = "for", value_name = "CASE")]
    case: u32,
    /// Who bears how many parts of the whole.
    #[arg(long, value_name = "MEMBER=PARTS", value_delimiter = ',', required = true)]
    share: Vec<String>,
    /// How many parts the whole has.
    #[arg(long, value_name = "PARTS", default_value_t = 100)]
    whole: u32,
    /// What it costs at most.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    total: String,
    /// The currency of that; else the fund's.
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// The last day on which it can be signed.
    #[arg(long, value_name = "DATE")]
    sign_by: Date,
    /// For whom it is.
    #[arg(long, default_value = "members")]
    audience: For,
}

impl Typed for Propose {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let total = match &self.currency {
            Some(code) => amount_in(currency(code)?, &self.total)?,
            None => amount(desk, &self.total)?,
        };
        let text = procurement::Propose {
            title: phrase(&self.title)?,
            lead: self.lead,
            pathway: self.pathway.into(),
            case: CaseNo(self.case),
            whole: self.whole,
            shares: self.share.iter().map(|typed| share(typed)).collect::<Result<Vec<Share>, Failure>>()?,
            total,
            sign_by: day(self.sign_by)?,
            audience: self.audience.into(),
        };
        Ok(procurement::Command::Propose(text).into())
    }
}

fn share(typed: &str) -> Result<Share, Failure> {
    let read = || {
        let (member, parts) = typed.split_once('=')?;
        Some(Share { member: member.parse().ok()?, parts: parts.parse().ok()? })
    };
    read().ok_or_else(|| {
        let what = format!("`{}` is not a share", typed.escape_debug());
        Failure::usage(what, "write a member and its parts of the whole: `GBR=60`")
    })
}
