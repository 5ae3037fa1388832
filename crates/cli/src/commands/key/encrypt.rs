//! Encrypt plain keys.

use std::path::PathBuf;

use clap::Args;

use super::files;
use crate::args::At;
use crate::failure::Failure;
use crate::keeper;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Encrypt plain keys", long_about = include_str!("encrypt.md").trim_end())]
pub(super) struct Encrypt {
    /// The keys' files; else all in the directory.
    files: Vec<PathBuf>,
}

impl Encrypt {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let (plain, encrypted): (Vec<_>, Vec<_>) =
            files(at, &self.files)?.into_iter().partition(|file| !file.is_encrypted());
        for file in encrypted {
            screen.line(&format!("{} is encrypted already", shell(file.path())))?;
        }
        if plain.is_empty() {
            return Ok(());
        }
        let keeping = keeper::for_new(at, false)?;
        for file in plain {
            file.replace(&file.open(None)?, &keeping)?;
            screen.line(&format!("{} is encrypted", shell(file.path())))?;
        }
        screen.line("Copies, and the disk under the old file, may still hold it plain: if that matters, make new keys.")
    }
}
