//! Set up a partnership on nodes of the members' own.

mod begin;
mod founders;
mod join;
mod new;
mod show;

use clap::{Args, Subcommand};

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Set up a partnership on nodes of the members' own", long_about = include_str!("network.md").trim_end())]
pub(crate) struct Network {
    #[command(subcommand)]
    verb: Verb,
}

// A comment of the documentation here would take the place of the page's text.
#[derive(Subcommand)]
enum Verb {
    Show(show::Show),
    New(new::New),
    Join(join::Join),
}

impl Network {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        match &self.verb {
            Verb::Show(show) => show.run(screen),
            Verb::New(new) => new.run(at, screen),
            Verb::Join(join) => join.run(at, screen),
        }
    }
}
