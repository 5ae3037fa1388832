//! Let agents in.

use std::path::PathBuf;

use clap::Args;
use quorate_vault::agent::Credential;

use super::opened::{Opened, Which};
use super::told::tell;
use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::commands::product::{card, each_once};
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Let agents in by their cards", long_about = include_str!("invite.md").trim_end())]
pub(super) struct Invite {
    /// The compartment.
    name: String,
    /// The cards' files.
    #[arg(required = true)]
    cards: Vec<PathBuf>,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    out: Out,
}

impl Invite {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let read: Result<Vec<(Vec<u8>, Credential)>, Failure> =
            self.cards.iter().map(|path| card(path)).collect();
        let (cards, whose): (Vec<Vec<u8>>, Vec<Credential>) = read?.into_iter().unzip();
        each_once(self.cards.iter().zip(&whose))?;
        let mut opened = Opened::open(at, &self.which)?;
        let taken = opened.act(|vault, now| vault.invite(&self.name, &cards, now))?;
        opened.keep(Some((place.path(), &taken.parcel.bytes())))?;
        tell(&taken.told, screen)?;
        place.done(&self.which, "carry it to everyone who is in and who comes", screen)
    }
}
