//! Say in which way one buys.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_ledger::Money;
use quorate_partnership::Command;
use quorate_partnership::frameworks::assessments;

use super::amounts::{amount, amount_in, currency, phrase};
use super::assessment_particulars::{Kind, Said, item};
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say in which way you buy", long_about = include_str!("assessment_pathway.md").trim_end())]
pub(crate) struct Pathway {
    /// By whom it is bought.
    kind: Kind,
    /// What is bought by it, as in `ammunition`.
    #[arg(long, default_value = "any")]
    item: String,
    /// How many days it takes until there is a contract.
    #[arg(long)]
    days: u32,
    /// Other members can buy by it too.
    #[arg(long)]
    open: bool,
    /// Who can use it.
    #[arg(long, value_name = "TEXT")]
    eligibility: Option<String>,
    /// From which amount on.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    from: Option<String>,
    /// Up to which amount.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    to: Option<String>,
    /// The currency of the amounts; else the fund's.
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// On what an exemption for security rests, as in `Article 346 TFEU`, where one is claimed.
    #[arg(long, value_name = "TEXT")]
    exemption: Option<String>,
    /// The State without whose consent nothing goes on to a third.
    #[arg(long, value_name = "STATE")]
    consent: Option<MemberCode>,
    /// An end-user certificate is required.
    #[arg(long)]
    end_user: bool,
    #[command(flatten)]
    said: Said,
}

impl Pathway {
    fn threshold(&self, desk: &Desk<'_>, typed: Option<&String>) -> Result<Option<Money>, Failure> {
        let read = |typed: &String| match &self.currency {
            Some(code) => amount_in(currency(code)?, typed),
            None => amount(desk, typed),
        };
        typed.map(read).transpose()
    }
}

impl Typed for Pathway {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let pathway = assessments::Pathway {
            kind: self.kind.into(),
            item: item(&self.item)?,
            days: self.days,
            open: self.open,
            end_user: self.end_user,
            particulars: self.said.particulars(desk)?,
            eligibility: self.eligibility.as_deref().map(phrase).transpose()?,
            from: self.threshold(desk, self.from.as_ref())?,
            to: self.threshold(desk, self.to.as_ref())?,
            exemption: self.exemption.as_deref().map(phrase).transpose()?,
            consent: self.consent,
        };
        Ok(assessments::Command::Pathway(pathway).into())
    }
}
