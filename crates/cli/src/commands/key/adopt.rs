//! Put the next key of a post or a node in the place of the one in use.

use clap::Args;
use quorate_node::{Holder, KeyRing};

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Put the next key of a post or a node in the place of the one in use")]
#[command(long_about = include_str!("adopt.md").trim_end())]
pub(super) struct Adopt {
    /// Whose: a post such as GBR/root, or GBR/node.
    holder: Holder,
}

impl Adopt {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name the directory that holds it: `--dir DIRECTORY`";
        let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("which key?", help))?;
        KeyRing::of(dir).adopt(self.holder)?;
        screen.line(&format!("the next key of {} is in use; the one before is set aside", self.holder))
    }
}
