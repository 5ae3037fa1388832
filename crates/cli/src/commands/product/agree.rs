//! Take the security agreements in force.

use std::path::PathBuf;

use clap::Args;
use quorate_vault::marking::{Agreement, Agreements};

use super::agreements::agreements;
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Take the security agreements in force", long_about = include_str!("agree.md").trim_end())]
pub(super) struct Agree {
    /// The file with the agreements; without one it is shown which are in force.
    file: Option<PathBuf>,
    #[command(flatten)]
    which: Which,
}

impl Agree {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let given = self.file.as_deref().map(agreements).transpose()?;
        let mut opened = Opened::open(at, &self.which)?;
        if let Some(given) = given {
            let before = opened.vault.agreements().clone();
            opened.vault.agree(given);
            opened.keep(None)?;
            replaced(&before, opened.vault.agreements(), screen)?;
        }
        if opened.vault.agreements().iter().len() == 0 {
            return screen
                .line("No agreement is in force here: nothing is shared with another member, or opened.");
        }
        for agreement in opened.vault.agreements().iter() {
            let (one, two) = agreement.parties();
            screen.line(&format!("{one} and {two}, by document {}", agreement.document()))?;
        }
        Ok(())
    }
}

/// Says of each agreement that was in force what came in its place, or that nothing did.
fn replaced(before: &Agreements, now: &Agreements, screen: &mut Screen) -> Result<(), Failure> {
    for earlier in before.iter() {
        let (one, two) = earlier.parties();
        let is_of = |other: &&Agreement| {
            let (a, b) = other.parties();
            (a, b) == (one, two) || (a, b) == (two, one)
        };
        match now.iter().find(is_of) {
            Some(same) if same == earlier => {}
            Some(_) => screen.line(&format!(
                "The earlier agreement of {one} and {two}, by document {}, is replaced.",
                earlier.document()
            ))?,
            None => screen.line(&format!(
                "The earlier agreement of {one} and {two}, by document {}, is in force no more: the file has none of them.",
                earlier.document()
            ))?,
        }
    }
    Ok(())
}
