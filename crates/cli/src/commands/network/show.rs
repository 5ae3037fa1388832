//! Tell what stands in founder files.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::Founder;

use super::founders::Sent;
use crate::commands::init::fingerprint;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Tell what stands in founder files, and the words to compare them by", long_about = include_str!("show.md").trim_end())]
pub(crate) struct Show {
    /// The founder files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

impl Show {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        for path in &self.files {
            let Sent { name, text, file } = Sent::read(path)?;
            let Founder { member, root, recovery, node } = file.founder;
            screen
                .line(&format!("{name}: {member}, found at {}, signed by each of its keys", file.address))?;
            screen.line(&format!("  root      {root}"))?;
            screen.line(&format!("  recovery  {recovery}"))?;
            screen.line(&format!("  node      {node}"))?;
            screen.line("  The file's fingerprint, as the member reads it out:")?;
            fingerprint(text.as_bytes(), screen)?;
        }
        Ok(())
    }
}
