//! Encrypt keys with another passphrase.

use std::path::{Path, PathBuf};

use clap::Args;

use super::files;
use crate::args::At;
use crate::failure::Failure;
use crate::keeper;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Encrypt keys with another passphrase", long_about = include_str!("change_passphrase.md").trim_end())]
pub(super) struct ChangePassphrase {
    /// The keys' files; else all in the directory.
    files: Vec<PathBuf>,
    /// The file with the new passphrase; else it is asked for.
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,
}

impl ChangePassphrase {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let ring = keeper::ring(at, Path::new(""));
        let mut opened = Vec::new();
        for file in files(at, &self.files)? {
            if !file.is_encrypted() {
                let what = format!("{} is plain", shell(file.path()));
                return Err(Failure::usage(what, "`quorate key encrypt` encrypts it; nothing was changed"));
            }
            let key = ring.unlock(&file)?;
            opened.push((file, key));
        }
        let keeping = keeper::new_passphrase(self.new_passphrase_file.as_deref())?;
        for (file, key) in opened {
            file.replace(&key, &keeping)?;
            screen.line(&format!("{} opens with the new passphrase", shell(file.path())))?;
        }
        Ok(())
    }
}
