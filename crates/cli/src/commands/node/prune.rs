//! Let go of the bodies of old blocks.

use clap::Args;
use quorate_node::run::prune;

use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Let go of the bodies of old blocks, and keep what happened in them", long_about = include_str!("prune.md").trim_end())]
pub(crate) struct Prune {
    /// How many of the last blocks stay whole, at least.
    #[arg(long, value_name = "BLOCKS", default_value_t = 10_000)]
    #[arg(value_parser = clap::value_parser!(u64).range(1..))]
    keep: u64,
}

impl Prune {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name its directory: `--dir DIRECTORY`";
        let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("which node?", help))?;
        let pruned = prune(dir, self.keep)?;
        let whole = pruned.last.saturating_add(1);
        if pruned.last == pruned.before {
            let what =
                format!("nothing more to prune: blocks are whole from height {whole} to {}", pruned.height);
            return screen.paragraph("", &what);
        }
        let bytes = match pruned.bytes {
            (Some(before), Some(after)) => format!(": {before} bytes before, {after} now"),
            _ => String::new(),
        };
        screen.line(&format!("{} is pruned up to height {}{bytes}", shell(dir), pruned.last))?;
        screen.paragraph("", &format!("Blocks are whole from height {whole} to {}.", pruned.height))
    }
}
