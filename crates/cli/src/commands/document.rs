//! Documents that the members' nodes keep for one another.

mod add;
mod get;
mod list;

use std::path::Path;

use clap::{Args, Subcommand};

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Keep texts at all members' nodes", long_about = include_str!("document.md").trim_end())]
pub(crate) struct Document {
    #[command(subcommand)]
    verb: Verb,
}

// A comment of the documentation here would take the place of the page's text.
#[derive(Subcommand)]
enum Verb {
    Add(add::Add),
    List(list::List),
    Get(get::Get),
}

impl Document {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let dir = at.dir.as_deref().ok_or_else(|| {
            Failure::usage("which node's documents?", "name its directory: `--dir DIRECTORY`")
        })?;
        match &self.verb {
            Verb::Add(add) => add.run(dir, screen),
            Verb::List(list) => list.run(dir, screen),
            Verb::Get(get) => get.run(dir, screen),
        }
    }
}

/// The deposits in a directory that can be read, and the files of those that cannot.
fn deposits(dir: &Path) -> (Vec<quorate_node::Deposit>, Vec<String>) {
    let (mut read, mut unread) = (Vec::new(), Vec::new());
    for deposit in quorate_node::Documents::of(dir).deposits() {
        match deposit {
            Ok(deposit) => read.push(deposit),
            Err((path, what)) => unread.push(format!("{}: {what}", path.display())),
        }
    }
    (read, unread)
}

/// Something that was asked for is not there, or not sound.
fn absent(what: impl Into<String>, help: impl Into<String>) -> Failure {
    Failure::Absent { what: what.into(), help: help.into() }
}
