//! Table a draft decision.

use clap::{ArgGroup, Args};
use quorate_partnership::decisions::{self, Effect};
use quorate_partnership::{CaseNo, Command};

use super::amounts::{amount, phrase};
use super::decision_table_standing::Standing;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Table a draft decision", long_about = include_str!("decision_table.md").trim_end())]
#[command(group = ArgGroup::new("effect").required(true))]
pub(crate) struct Table {
    /// What the decision is called.
    title: String,
    /// Approve this case of assistance.
    #[arg(long, value_name = "CASE", group = "effect")]
    assist: Option<u32>,
    /// Call this sum from the members, in proportion to what each signed as callable.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true, group = "effect")]
    call: Option<String>,
    #[command(flatten)]
    standing: Standing,
}

impl Typed for Table {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let effect = match (&self.assist, &self.call) {
            (Some(case), _) => Effect::Assist { case: CaseNo(*case) },
            (None, Some(total)) => Effect::Call { total: amount(desk, total)? },
            (None, None) => {
                let help = "give `--assist CASE`, `--call AMOUNT` or another effect: see `--help`";
                let effect = self.standing.effect(desk)?;
                Effect::Members(effect.ok_or_else(|| Failure::usage("what would it do?", help))?)
            }
        };
        Ok(decisions::Command::Table(decisions::Table { title: phrase(&self.title)?, effect }).into())
    }
}
