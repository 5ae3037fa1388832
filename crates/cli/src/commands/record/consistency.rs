//! Write the file that compares a checkpoint that somebody holds with the record as it is now.

use std::path::PathBuf;

use clap::Args;
use quorate_records::proof::{ConsistencyFile, Expected, compare};

use super::checkpoint;
use crate::args::At;
use crate::commands::files::{read_note, write_new};
use crate::commands::verify::compared;
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Write the file that compares a checkpoint with the record as it is now", long_about = include_str!("consistency.md").trim_end())]
pub(crate) struct Consistency {
    /// The checkpoint that somebody holds, as `quorate record checkpoint` printed it.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The file; without it, consistency.record here.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Consistency {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let first = read_note(&self.from)?;
        let mut session = Session::open(at)?;
        let second = checkpoint::signed(&mut session)?;
        let (mine, its) = (first.checkpoint(), second.checkpoint());
        if mine.partnership == its.partnership && mine.height > its.height {
            return Err(Failure::usage(
                format!(
                    "the checkpoint is of height {}, and the record here of height {}",
                    mine.height, its.height
                ),
                "ask a node that is further, or wait until this one is: `quorate node status` says how far each is",
            ));
        }
        let whole = session.node().whole(its.height)?;
        let changes = checkpoint::of_changes(&session, &whole)?;
        let genesis = session.node().genesis();
        let bytes = ConsistencyFile::new(genesis, (&first, &second), &changes, &whole)?.to_bytes();
        let found = compare(&bytes, Expected { genesis: Some(genesis), held: None });
        let found = found.map_err(Failure::Unproven)?;
        let out = self.out.clone().unwrap_or_else(|| "consistency.record".into());
        write_new(&out, &bytes)?;
        if let Some(fork) = &found.fork {
            compared::tell_fork(&found, fork, screen)?;
            screen.line(&format!("{} shows it: {} bytes", shell(&out), bytes.len()))?;
            return Err(compared::failure(fork));
        }
        screen.line(&format!("{} shows that {}", shell(&out), compared::sentence(&found)))?;
        screen.line(&format!("  quorate verify {}", shell(&out)))
    }
}
