//! Read messages.

use std::path::PathBuf;

use clap::Args;

use super::instructed;
use crate::args::At;
use crate::commands::carrier::incoming::{Purpose, take_in};
use crate::commands::carrier::out::{Out, Place};
use crate::commands::compartment::opened::{Opened, Which, parcels, told, told_of};
use crate::commands::compartment::told::{alarmed, alarms, refusals};
use crate::failure::Failure;
use crate::present::{Screen, said as spoken, width};

#[derive(Args)]
#[command(about = "Read what was said, and what comes in parcels", long_about = include_str!("read.md").trim_end())]
pub(super) struct Read {
    /// The compartment.
    name: String,
    /// Parcels to take in first; without any, what came by the carrier. A change in one is not accepted by it.
    parcels: Vec<PathBuf>,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    out: Out,
}

impl Read {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let parcels = parcels(&self.parcels)?;
        let mut opened = Opened::open(at, &self.which)?;
        let before = alarmed(&opened)?;
        if parcels.is_empty() {
            let purpose = Purpose { accepts: false, tells: false, out: &self.out };
            take_in(&mut opened, &self.which, purpose, screen)?;
        }
        let mut came = Vec::new();
        for (path, parcel) in &parcels {
            opened.vault.expects(&self.name, parcel).map_err(|refusal| told_of(path, &refusal))?;
            let taken = opened.attempt(|vault, now| vault.take(parcel, false, now));
            let taken = taken.map_err(|refusal| told_of(path, &refusal))?;
            let place = self.out.place(&self.which)?;
            opened.keep_with(&taken.parcel, place.as_ref().map(Place::path))?;
            if let Some(place) = place.filter(|_| !taken.parcel.is_empty()) {
                place.done(&self.which, "carry it to everyone who is in and who comes", screen)?;
            }
            came.push((*path, taken));
        }
        for said in opened.vault.said(&self.name).map_err(|refusal| told(&refusal))? {
            let when = quorate_records::words::minute(said.at);
            for line in spoken(&when, &said.by.to_string(), &said.text, width()) {
                screen.line(&line)?;
            }
        }
        instructed::tell(&opened, &self.name, screen)?;
        alarms(&before, &opened)?;
        refusals(came.iter().map(|(path, taken)| (*path, taken)))
    }
}
