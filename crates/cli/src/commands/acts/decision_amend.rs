//! Change a draft of one's own.

use clap::{ArgGroup, Args};
use quorate_partnership::{Command, DecisionNo, decisions};

use super::amounts::phrase;
use super::decision_effect::Does;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Change a draft of one's own", long_about = include_str!("decision_amend.md").trim_end())]
#[command(group = ArgGroup::new("effect"))]
pub(crate) struct Amend {
    /// The decision's number.
    decision: u32,
    /// The version that is amended, so that no other amendment is undone unseen.
    #[arg(long, value_name = "NUMBER")]
    version: u32,
    /// What the decision is called from now on.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[command(flatten)]
    effect: Does,
}

impl Typed for Amend {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let (decision, version) = (DecisionNo(self.decision), self.version);
        let title = self.title.as_deref().map(phrase).transpose()?;
        let effect = self.effect.effect(desk)?;
        if title.is_none() && effect.is_none() {
            return Err(Failure::usage("what would change?", "give a new title or a new effect"));
        }
        Ok(decisions::Command::Amend(decisions::Amend { decision, version, title, effect }).into())
    }
}
