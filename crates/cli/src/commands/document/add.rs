//! Give a file to be kept by all members' nodes.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_node::run::Client;
use quorate_node::{ALL_MEDIA, Documents, MAX_DOCUMENT_BYTES, Media};
use quorate_partnership::Phrase;

use crate::commands::files::read_bytes;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Give a file to be kept by all members' nodes", long_about = include_str!("add.md").trim_end())]
pub(super) struct Add {
    /// The file.
    file: PathBuf,
    /// What it is, in one line.
    #[arg(long)]
    title: Phrase,
    /// Its media type, where the ending of its name does not say it.
    #[arg(long, value_name = "TYPE", value_parser = named)]
    media: Option<Media>,
}

impl Add {
    pub(super) fn run(&self, dir: &Path, screen: &mut Screen) -> Result<(), Failure> {
        let media = self.media.or_else(|| ending(&self.file)).ok_or_else(|| {
            let what = format!("the name {} does not say what it is", shell(&self.file));
            Failure::usage(what, format!("say it: `--media` and one of {}", names()))
        })?;
        let bytes = read_bytes(&self.file, MAX_DOCUMENT_BYTES)?;
        let deposit = Client::connect(dir)?.deposit(self.title.clone(), media, bytes)?;
        let document = deposit.document();
        screen.line(&format!("{document}"))?;
        screen.line(&format!(
            "  {} bytes, deposited by {}: {}",
            deposit.length(),
            deposit.member(),
            deposit.title()
        ))?;
        screen.line(&format!(
            "  here as {}; the other nodes fetch it",
            shell(&Documents::of(dir).path(document))
        ))
    }
}

fn named(name: &str) -> Result<Media, String> {
    let found = ALL_MEDIA.into_iter().find(|media| media.name() == name);
    found.ok_or_else(|| format!("it is one of {}", names()))
}

fn names() -> String {
    ALL_MEDIA.map(Media::name).join(", ")
}

fn ending(path: &Path) -> Option<Media> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "txt" => Some(Media::Plain),
        "md" => Some(Media::Markdown),
        "pdf" => Some(Media::Pdf),
        "toml" => Some(Media::Toml),
        "sealed" => Some(Media::Sealed),
        _ => None,
    }
}
