//! Write the policy of compartments.

use std::path::PathBuf;

use clap::Args;
use quorate_vault::policy::{Known, Policy as Policies, Roster};

use super::opened::{Opened, Which, told};
use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Write who may do what with products", long_about = include_str!("policy.md").trim_end())]
pub(super) struct Policy {
    /// The compartment; else all that this agent holds.
    name: Option<String>,
    #[command(flatten)]
    which: Which,
    /// The policy's file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Policy {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let opened = Opened::open(at, &self.which)?;
        let names: Vec<String> = match &self.name {
            Some(name) => vec![name.clone()],
            None => opened.vault.names().map(str::to_owned).collect(),
        };
        let members = opened.node().partnership().charter().members().map(|(member, _)| member).collect();
        let mut known = Known { members, rosters: Vec::new() };
        for name in names {
            let standing = opened.vault.standing(&name).map_err(|refusal| told(&refusal))?;
            let roster = Roster::from(&standing);
            let in_it: Vec<&str> = roster.members().iter().map(|member| member.as_str()).collect();
            let in_it = if in_it.is_empty() { "nobody".to_owned() } else { in_it.join(", ") };
            screen.line(&format!("{name}, epoch {}: {in_it}", roster.epoch()))?;
            known.rosters.push(roster);
        }
        let policy = Policies::of(&known).map_err(|refusal| told(&refusal))?;
        opened.keep(Some((&self.out, policy.text().as_bytes())))?;
        screen.line(&format!(
            "{}: it names who is in, so keep it as the agent's store; `quorate-prove {}` proves it",
            shell(&self.out),
            shell(&self.out)
        ))
    }
}
