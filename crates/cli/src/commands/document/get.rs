//! Write a document to a file.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_node::{DocumentId, Documents, NotHere};

use super::{absent, deposits};
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Write a document to a file, once its hash is checked", long_about = include_str!("get.md").trim_end())]
pub(super) struct Get {
    /// The document's name: 64 hexadecimal digits.
    #[arg(value_name = "HASH")]
    document: DocumentId,
    /// The file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Get {
    pub(super) fn run(&self, dir: &Path, screen: &mut Screen) -> Result<(), Failure> {
        let (deposits, _) = deposits(dir);
        let found = deposits.into_iter().find(|deposit| deposit.document() == self.document);
        let deposit = found.ok_or_else(|| {
            let what = format!("{} holds no document {}", dir.display(), self.document);
            absent(what, "`quorate document list` says which there are")
        })?;
        let bytes = Documents::of(dir).read(&deposit).map_err(failed)?;
        write_new(&self.out, &bytes)?;
        screen.line(&format!("{}: {} bytes, {}", shell(&self.out), bytes.len(), deposit.title()))?;
        screen.line(&format!("  the hash is right; deposited by {}", deposit.member()))
    }
}

fn failed(error: NotHere) -> Failure {
    let what = error.to_string();
    match error {
        NotHere::File { path, source } => Failure::File { path, to_be: "read", source },
        NotHere::Missing(_) => absent(
            what,
            "a node that runs fetches it from the others; `quorate document list` says when it is here",
        ),
        NotHere::Bent(_) => {
            absent(what, "nothing was written; a node that runs fetches it again from the others")
        }
    }
}
