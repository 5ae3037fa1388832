//! Read messages.

use std::path::PathBuf;

use clap::Args;

use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which, parcel, told};
use crate::failure::Failure;
use crate::present::{Screen, said as spoken, width};

#[derive(Args)]
#[command(about = "Read what was said, and what comes in parcels", long_about = include_str!("read.md").trim_end())]
pub(super) struct Read {
    /// The compartment.
    name: String,
    /// Parcels to take in first. A change in one is not accepted by it.
    parcels: Vec<PathBuf>,
    #[command(flatten)]
    which: Which,
}

impl Read {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let mut refused = Vec::new();
        for path in &self.parcels {
            let parcel = parcel(path)?;
            let taken = opened.act(|vault, now| vault.take(&parcel, false, now))?;
            opened.keep_with(&taken.parcel, None)?;
            refused.extend(taken.told.iter().filter_map(|told| match told {
                quorate_vault::compartment::Told::Refused(refusal) => Some(refusal.to_string()),
                _ => None,
            }));
        }
        for said in opened.vault.said(&self.name).map_err(|refusal| told(&refusal))? {
            let when = quorate_records::words::minute(said.at);
            for line in spoken(&when, &said.by.to_string(), &said.text, width()) {
                screen.line(&line)?;
            }
        }
        match refused.is_empty() {
            true => Ok(()),
            false => Err(Failure::Absent { what: refused.join("; "), help: String::new() }),
        }
    }
}
