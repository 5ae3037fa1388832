//! Keep encrypted keys plain.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_node::Keeping;

use super::files;
use crate::args::At;
use crate::failure::Failure;
use crate::keeper;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Keep encrypted keys plain", long_about = include_str!("decrypt.md").trim_end())]
pub(super) struct Decrypt {
    /// The keys' files; else all in the directory.
    files: Vec<PathBuf>,
}

impl Decrypt {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let ring = keeper::ring(at, Path::new(""));
        for file in files(at, &self.files)? {
            if file.is_encrypted() {
                file.replace(&ring.unlock(&file)?, &Keeping::Plain)?;
                screen.line(&format!("{} is plain", shell(file.path())))?;
            } else {
                screen.line(&format!("{} is plain already", shell(file.path())))?;
            }
        }
        Ok(())
    }
}
