//! Put files into the outbox.

use std::fs::File;
use std::path::PathBuf;

use clap::Args;
use quorate_carrier::partners::Partner;
use quorate_carrier::{Folder, outbox};

use super::form::{is_carried, is_file, unread};
use super::{folder, list_of, named};
use crate::commands::compartment::opened::Which;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Send a file to partners", long_about = include_str!("send.md").trim_end())]
pub(super) struct Send {
    /// The file: a sealed product, a parcel, a card, a release, or a share that was handed over.
    file: PathBuf,
    /// Send it whatever it is, unsealed.
    #[arg(long)]
    as_it_is: bool,
    /// The partners, with commas; `all` is everyone.
    #[arg(long, value_name = "NAME", value_delimiter = ',', required = true)]
    to: Vec<String>,
    #[command(flatten)]
    which: Which,
}

impl Send {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let folder = folder(&self.which)?;
        let to = named(&folder, &self.to)?;
        is_file(&self.file)?;
        if !self.as_it_is {
            is_carried(&self.file)?;
        }
        put(&folder, &self.file, &to, screen)
    }
}

/// Puts a file into the outbox, and says so.
pub(super) fn put(
    folder: &Folder,
    file: &std::path::Path,
    to: &[Partner],
    screen: &mut Screen,
) -> Result<(), Failure> {
    let mut source = File::open(file).map_err(|source| unread(file, source))?;
    let put = outbox::put(folder, &mut source, to).map_err(|source| unread(file, source))?;
    let told = match put.newly.as_slice() {
        [] => "waits for them already".into(),
        newly => format!("waits for {}", list_of(newly)),
    };
    screen.line(&format!("{}: {} bytes, {} {told}", shell(file), put.bytes, put.id))
}
