//! Remove a member, or one agent.

use std::path::PathBuf;

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::PublicKey;

use super::opened::{Opened, Which};
use super::told::tell;
use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Remove a member with all its agents, or one agent", long_about = include_str!("remove.md").trim_end())]
pub(super) struct Remove {
    /// The compartment.
    name: String,
    /// The member, such as GBR; or the beginning of an agent's key, of at least eight digits.
    who: String,
    #[command(flatten)]
    which: Which,
    /// The file of the parcel for the others.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Remove {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let agents = agents(&opened, &self.name, &self.who)?;
        let taken = opened.act(|vault, now| vault.remove(&self.name, &agents, now))?;
        opened.keep(Some((&self.out, &taken.parcel.bytes())))?;
        tell(&taken.told, screen)?;
        screen.line(&format!("{}: carry it to everyone who is in", shell(&self.out)))
    }
}

/// The agents of a member, or the one whose key begins so.
pub(super) fn agents(opened: &Opened, name: &str, who: &str) -> Result<Vec<PublicKey>, Failure> {
    let standing = opened.vault.standing(name).map_err(|refusal| super::opened::told(&refusal))?;
    let member: Option<MemberCode> = who.parse().ok();
    let is = |seat: &&quorate_vault::compartment::Seat| match member {
        Some(member) => seat.member() == member,
        None => who.len() >= 8 && seat.agent().to_string().starts_with(who),
    };
    Ok(standing.seats.iter().filter(is).map(quorate_vault::compartment::Seat::agent).collect())
}
