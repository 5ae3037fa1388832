//! Secure consultation: sealed messages among all who are in a compartment.

mod instruct;
mod instructed;
mod read;
mod say;

use clap::{Args, Subcommand};

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Consult in a compartment: seal messages and read them", long_about = include_str!("room.md").trim_end())]
pub(crate) struct Room {
    #[command(subcommand)]
    verb: Verb,
}

// A comment of the documentation here would take the place of the page's text.
#[derive(Subcommand)]
enum Verb {
    Say(say::Say),
    Instruct(instruct::Instruct),
    Read(read::Read),
}

impl Room {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        match &self.verb {
            Verb::Say(say) => say.run(at, screen),
            Verb::Instruct(instruct) => instruct.run(at, screen),
            Verb::Read(read) => read.run(at, screen),
        }
    }
}
