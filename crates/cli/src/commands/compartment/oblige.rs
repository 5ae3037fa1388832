//! Say that this member has an earlier obligation to pass material on, or that one ended.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::DocumentHash;
use quorate_vault::compartment::Obliging;
use quorate_vault::marking::Level;

use super::opened::{Opened, Which};
use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Say that this member is obliged to pass material on to a State", long_about = include_str!("oblige.md").trim_end())]
pub(super) struct Oblige {
    /// The compartment.
    name: String,
    /// The State to which material has to be passed on, a member or not.
    #[arg(long, value_name = "STATE")]
    to: MemberCode,
    /// The document under which: the SHA-256 of the treaty or arrangement, in 64 digits.
    #[arg(long, value_name = "SHA-256")]
    under: DocumentHash,
    /// A level, as markings have it, of which material has to be passed on; of all levels, if none is named.
    #[arg(long)]
    level: Vec<Level>,
    /// It ended.
    #[arg(long, conflicts_with = "level")]
    ended: bool,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    out: Out,
}

impl Oblige {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let mut opened = Opened::open(at, &self.which)?;
        let Oblige { to, under, ended, .. } = *self;
        let obliging = Obliging { to, under, levels: self.level.iter().copied().collect(), ended };
        let parcel = opened.act(|vault, now| vault.oblige(&self.name, &obliging, now))?;
        opened.keep(Some((place.path(), &parcel.bytes())))?;
        place.done(&self.which, "carry it to everyone who is in", screen)
    }
}
