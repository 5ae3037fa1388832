//! Write the file that proves one decision.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::DecisionNo;
use quorate_records::proof::{Expected, RecordFile, Unprovable, verify};

use super::checkpoint;
use crate::args::At;
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Write the file that proves one decision", long_about = include_str!("export.md").trim_end())]
pub(crate) struct Export {
    /// The decision's number.
    #[arg(long, value_name = "NUMBER")]
    decision: u32,
    /// The file; without it, decision-NUMBER.record here.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Export {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut session = Session::open(at)?;
        let note = checkpoint::signed(&mut session)?;
        let node = session.node();
        let whole = node.whole(note.checkpoint().height)?;
        let changes = checkpoint::of_changes(&session, &whole)?;
        let decision = DecisionNo(self.decision);
        let file = RecordFile::new(node.genesis(), (&note, &changes), decision, &whole);
        if let Err(Unprovable::Unsigned(_)) = &file
            && let pruned @ 1.. = node.pruned()?
        {
            let what = format!(
                "signed commands of {decision} are gone here: this node's blocks are pruned up to height {pruned}"
            );
            return Err(Failure::usage(what, "ask another member, whose node has these blocks whole"));
        }
        let bytes = file?.to_bytes();
        // Nobody is handed a file that proves nothing.
        verify(&bytes, Expected::default()).map_err(Failure::Unproven)?;
        let out = self.out.clone().unwrap_or_else(|| format!("decision-{}.record", self.decision).into());
        write_new(&out, &bytes)?;
        screen.line(&format!("{} proves decision {}: {} bytes", shell(&out), self.decision, bytes.len()))?;
        screen.line(&format!("  quorate verify {}", shell(&out)))
    }
}
