//! Remove a member, or one agent.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::PublicKey;

use super::opened::{Opened, Which};
use super::told::tell;
use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::failure::Failure;
use crate::present::{Screen, visible};

#[derive(Args)]
#[command(about = "Remove members with all their agents, or single agents", long_about = include_str!("remove.md").trim_end())]
pub(super) struct Remove {
    /// The compartment.
    name: String,
    /// Members, such as GBR; or the beginnings of agents' keys, of at least eight digits each. They go at once.
    #[arg(required = true)]
    who: Vec<String>,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    out: Out,
}

impl Remove {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let mut opened = Opened::open(at, &self.which)?;
        let mut goes = Vec::new();
        for who in &self.who {
            goes.extend(in_there(who, agents(&opened, &self.name, who)?)?);
        }
        let taken = opened.act(|vault, now| vault.remove(&self.name, &goes, now))?;
        opened.keep(Some((place.path(), &taken.parcel.bytes())))?;
        tell(&taken.told, screen)?;
        place.done(&self.which, "carry it to everyone who is in", screen)
    }
}

/// Nobody is not everybody: each that is named is in.
fn in_there(who: &str, agents: Vec<PublicKey>) -> Result<Vec<PublicKey>, Failure> {
    if agents.is_empty() {
        let what = format!("{} is not in this compartment: nobody is not everybody", visible(who));
        return Err(Failure::Absent { what, help: "`quorate compartment roster` shows who is in".into() });
    }
    Ok(agents)
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
