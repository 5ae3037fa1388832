//! Run a member's node, or say how it stands.

mod manager;
mod prune;
mod run;
pub(crate) mod status;
mod watch;

use clap::{Args, Subcommand};

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Run a member's node, or say how it stands", long_about = include_str!("node.md").trim_end())]
pub(crate) struct Node {
    #[command(subcommand)]
    verb: Verb,
}

// What a node is told. A comment of the documentation here would take the place of the page's text.
#[derive(Subcommand)]
enum Verb {
    Run(run::Run),
    Status(status::Status),
    Prune(prune::Prune),
}

impl Node {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        match &self.verb {
            Verb::Run(run) => run.run(at, screen),
            Verb::Status(status) => status.run(at, screen),
            Verb::Prune(prune) => prune.run(at, screen),
        }
    }
}
