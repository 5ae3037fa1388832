//! Take in a parcel, and accept the change in it.

use std::path::PathBuf;

use clap::Args;

use super::opened::{Opened, Which, parcel};
use super::told::{refusals, tell};
use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Take in a parcel, and accept the change in it", long_about = include_str!("accept.md").trim_end())]
pub(super) struct Accept {
    /// The parcels, in the order in which they were made.
    #[arg(required = true)]
    parcels: Vec<PathBuf>,
    #[command(flatten)]
    which: Which,
    /// Take in what is there and accept no change.
    #[arg(long)]
    only_read: bool,
    /// The file of the parcel for the others, if there is one to be carried.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Accept {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let [rest @ .., last] = self.parcels.as_slice() else { return Ok(()) };
        let mut came = Vec::new();
        for path in rest {
            let parcel = parcel(path)?;
            let taken = opened.act(|vault, now| vault.take(&parcel, false, now))?;
            if !taken.parcel.is_empty() {
                let help = "take it in by itself, with `--out FILE`; nothing was changed";
                return Err(Failure::usage("an earlier parcel gives one to be carried", help));
            }
            came.push((path, taken));
        }
        let parcel = parcel(last)?;
        let taken = opened.act(|vault, now| vault.take(&parcel, !self.only_read, now))?;
        opened.keep_with(&taken.parcel, self.out.as_deref())?;
        let carried = !taken.parcel.is_empty();
        came.push((last, taken));
        for (_, taken) in &came {
            tell(&taken.told, screen)?;
        }
        if let Some(out) = self.out.as_ref().filter(|_| carried) {
            screen.line(&format!("{}: carry it to everyone who is in and who comes", shell(out)))?;
        }
        refusals(came.iter().map(|(path, taken)| (path.as_path(), taken)))
    }
}
