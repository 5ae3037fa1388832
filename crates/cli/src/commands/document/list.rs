//! List the documents that a node knows of.

use std::path::Path;

use clap::Args;
use quorate_node::{Documents, NotHere};

use super::{absent, deposits};
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "List the documents that a node knows of", long_about = include_str!("list.md").trim_end())]
pub(super) struct List {}

impl List {
    pub(super) fn run(&self, dir: &Path, screen: &mut Screen) -> Result<(), Failure> {
        if !dir.is_dir() {
            let help = "name the directory of a member's node: `--dir DIRECTORY`";
            return Err(absent(format!("there is no directory {}", dir.display()), help));
        }
        let (deposits, unread) = deposits(dir);
        if deposits.is_empty() && unread.is_empty() {
            return screen.line("No documents.");
        }
        for deposit in deposits {
            let state = match Documents::of(dir).read(&deposit) {
                Ok(_) => "here",
                Err(NotHere::Missing(_)) => "missing",
                Err(NotHere::Bent(_) | NotHere::File { .. }) => "damaged",
            };
            screen.line(&format!("{}", deposit.document()))?;
            screen.line(&format!(
                "  {state}, {} bytes, {}, deposited by {}: {}",
                deposit.length(),
                deposit.media(),
                deposit.member(),
                deposit.title()
            ))?;
        }
        for what in unread {
            screen.line(&format!("{what}; whoever has the document tells this node again"))?;
        }
        Ok(())
    }
}
