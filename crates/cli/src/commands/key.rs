//! Look after keys: which there are, how they are kept, and the next ones.

mod adopt;
mod change_passphrase;
mod decrypt;
mod encrypt;
mod list;
mod new;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quorate_node::KeyFile;

use crate::args::At;
use crate::failure::Failure;
use crate::keeper;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Look after keys: list, make, encrypt", long_about = include_str!("key.md").trim_end())]
pub(crate) struct Key {
    #[command(subcommand)]
    verb: Verb,
}

// A comment of the documentation here would take the place of the page's text.
#[derive(Subcommand)]
enum Verb {
    List(list::List),
    New(new::New),
    Adopt(adopt::Adopt),
    Encrypt(encrypt::Encrypt),
    Decrypt(decrypt::Decrypt),
    ChangePassphrase(change_passphrase::ChangePassphrase),
}

impl Key {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        match &self.verb {
            Verb::List(list) => list.run(at, screen),
            Verb::New(new) => new.run(at, screen),
            Verb::Adopt(adopt) => adopt.run(at, screen),
            Verb::Encrypt(encrypt) => encrypt.run(at, screen),
            Verb::Decrypt(decrypt) => decrypt.run(at, screen),
            Verb::ChangePassphrase(change) => change.run(at, screen),
        }
    }
}

/// These files, or else all keys in the directory.
fn files(at: &At, named: &[PathBuf]) -> Result<Vec<KeyFile>, Failure> {
    if !named.is_empty() {
        return named.iter().map(|path| Ok(KeyFile::read(path)?)).collect();
    }
    let help = "name their files, or a directory for all in it: `--dir DIRECTORY`";
    let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("which keys?", help))?;
    let files: Result<Vec<KeyFile>, _> =
        keeper::ring(at, dir).list()?.into_iter().filter_map(|listed| listed.file).collect();
    match files? {
        files if files.is_empty() => {
            let what = "there are no keys in the directory's folder keys".into();
            Err(Failure::Absent { what, help: help.into() })
        }
        files => Ok(files),
    }
}
