//! Ask for help for one's own member.

use clap::Args;
use quorate_partnership::Command;
use quorate_partnership::cases::{self, Ahead, Terms};

use super::amounts::{amount, phrase};
use super::case_kind::OfKind;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Ask for help for one's own member", long_about = include_str!("case_request.md").trim_end())]
pub(crate) struct Request {
    /// What the help is for.
    #[arg(long)]
    purpose: String,
    /// The account to be paid; for help in kind, where it is delivered.
    #[arg(long, value_name = "ACCOUNT")]
    payee: String,
    /// A tranche: how much, and the condition that is attested before it is paid. May stand several times.
    #[arg(long, num_args = 2, allow_negative_numbers = true, value_names = ["AMOUNT", "CONDITION"], required_unless_present_any = ["in_kind", "pre_financing"])]
    tranche: Vec<String>,
    /// A first tranche that is paid before any condition: how much, and what for. Only where the charter says how much may be.
    #[arg(long, num_args = 2, allow_negative_numbers = true, value_names = ["AMOUNT", "FOR"])]
    pre_financing: Option<Vec<String>>,
    #[command(flatten)]
    of: OfKind,
}

impl Typed for Request {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let terms = |pair: &[String], ahead| match pair {
            [amount, condition] => {
                Ok(Terms { amount: self::amount(desk, amount)?, condition: phrase(condition)?, ahead })
            }
            _ => Err(Failure::usage("a tranche is an amount and a condition", "")),
        };
        let first = self.pre_financing.iter().map(|pair| terms(pair, Some(Ahead::PreFinancing)));
        let rest = self.tranche.chunks(2).map(|pair| terms(pair, None));
        let tranches = first.chain(rest).collect::<Result<_, _>>()?;
        let (purpose, payee) = (phrase(&self.purpose)?, phrase(&self.payee)?);
        let kind = self.of.kind(desk)?;
        Ok(cases::Command::Request(cases::Request { purpose, payee, tranches, kind }).into())
    }
}
