//! Open a product.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::Args;
use quorate_partnership::{Post, PublicKey};
use quorate_vault::product::{OpenError, Product};

use super::files::{archive_key, second_half};
use super::{known, mark, refused};
use crate::commands::files::NewFile;
use crate::failure::Failure;
use crate::present::{Screen, shell, visible};

#[derive(Args)]
#[command(about = "Open a product whose originator is known", long_about = include_str!("open.md").trim_end())]
pub(super) struct Open {
    /// The product.
    file: PathBuf,
    /// The file with the archive key of the compartment.
    #[arg(long, value_name = "FILE")]
    archive_key: PathBuf,
    /// The file with the half of the key that the originator released.
    #[arg(long, value_name = "FILE")]
    second_half: Option<PathBuf>,
    /// A post and its key, as the partnership's record has them.
    #[arg(long, value_name = "POST=KEY", value_parser = known, required = true)]
    originator: Vec<(Post, PublicKey)>,
    /// Where to write the text.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Open {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let archive = archive_key(&self.archive_key)?;
        let half = self.second_half.as_deref().map(second_half).transpose()?;
        let product = product(&self.file)?;
        let mut text = NewFile::begin(&self.out)?;
        let known = |post, key: &PublicKey| self.originator.contains(&(post, *key));
        let unlocked = product.unlock(&archive, half.as_ref(), &known);
        let header = unlocked.and_then(|unlocked| unlocked.write_to(&mut text));
        let header = header.map_err(|error| refused(&error, help_of(&error)))?;
        text.put()?;
        let out = shell(&self.out);
        screen.line(&format!("{out}: {} bytes, {}", header.length, visible(header.title.as_str())))?;
        screen.line(&format!("  from {}, whose signature holds", header.originator))?;
        mark::told(&header.marking, screen)?;
        screen.line("  Nothing of it goes on without the originator.")
    }
}

/// The product in a file.
pub(super) fn product(path: &Path) -> Result<Product<File>, Failure> {
    let file = File::open(path);
    let file = file.map_err(|source| Failure::File { path: path.into(), to_be: "read", source })?;
    Product::read(file).map_err(|error| {
        let what = format!("{}: {error}", shell(path));
        Failure::Absent { what, help: help_of(&error).into() }
    })
}

pub(super) fn help_of(error: &OpenError) -> &'static str {
    match error {
        OpenError::NotProduct => "give a file that `quorate product seal` wrote",
        OpenError::Length | OpenError::Segment(_) => "nothing was kept of it; fetch the product again",
        OpenError::WrongKey => {
            "give the archive key of the compartment, epoch and class in which it was sealed"
        }
        OpenError::HalfWanted(_) => "its release agent gives it, or refuses: `--second-half FILE`",
        OpenError::WrongHalf => "give the half of this product; one that is whole needs none",
        OpenError::Forged { .. } => {
            "nothing was kept of it; ask the originator, by another way, whether it is theirs"
        }
        OpenError::Signature | OpenError::Header | OpenError::Elsewhere { .. } => {
            "nothing was kept of it; tell the originator, for somebody who holds the key changed it"
        }
        OpenError::Io(_) => "",
    }
}
