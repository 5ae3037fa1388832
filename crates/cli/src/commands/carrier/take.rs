//! Take a file out of the inbox.

use std::fs::File;
use std::io;
use std::path::PathBuf;

use clap::Args;
use quorate_carrier::inbox;

use super::{cannot, folder};
use crate::commands::compartment::opened::Which;
use crate::commands::files::NewFile;
use crate::failure::Failure;
use crate::present::{Screen, shell};

/// So many digits of an id have to be given.
const MIN_DIGITS: usize = 8;

#[derive(Args)]
#[command(about = "Take a card, a product or a parcel out of the inbox", long_about = include_str!("take.md").trim_end())]
pub(super) struct Take {
    /// What, by the beginning of its id, of at least eight digits, as `quorate carrier list` shows it.
    id: String,
    /// The file; nothing may be there.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    which: Which,
}

impl Take {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let folder = folder(&self.which)?;
        let mut found = inbox::all(&folder).map_err(|error| cannot(&error))?;
        found.retain(|(_, kept)| self.id.len() >= MIN_DIGITS && kept.id.to_string().starts_with(&self.id));
        let [(name, kept)] = found.as_slice() else {
            let help =
                "take the beginning of an id that `quorate carrier list` shows, of at least eight digits";
            return Err(Failure::usage(format!("`{}` is not one thing in the inbox", self.id), help));
        };
        let mut source = File::open(&kept.path).map_err(|error| cannot(&error))?;
        let mut file = NewFile::begin(&self.out)?;
        let copied = io::copy(&mut source, &mut file);
        copied.map_err(|source| Failure::File { path: self.out.clone(), to_be: "written", source })?;
        file.put()?;
        inbox::take(&folder, name, kept).map_err(|error| cannot(&error))?;
        screen.line(&format!("{}: {} bytes from {name}", shell(&self.out), kept.bytes))
    }
}
