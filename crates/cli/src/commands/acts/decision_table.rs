//! Table a draft decision.

use clap::{ArgGroup, Args};
use quorate_partnership::{Command, decisions};

use super::amounts::phrase;
use super::decision_effect::Does;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Table a draft decision", long_about = include_str!("decision_table.md").trim_end())]
#[command(group = ArgGroup::new("effect").required(true))]
pub(crate) struct Table {
    /// What the decision is called.
    title: String,
    #[command(flatten)]
    does: Does,
}

impl Typed for Table {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let help = "give `--assist CASE`, `--call AMOUNT` or another effect: see `--help`";
        let effect = self.does.effect(desk)?.ok_or_else(|| Failure::usage("what would it do?", help))?;
        Ok(decisions::Command::Table(decisions::Table { title: phrase(&self.title)?, effect }).into())
    }
}
