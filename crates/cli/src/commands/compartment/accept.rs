//! Take in a parcel, and accept the change in it.

use std::path::PathBuf;

use clap::Args;

use super::opened::{Opened, Which, parcels, told_of};
use super::told::{alarmed, alarms, refusals, tell};
use crate::args::At;
use crate::commands::carrier::incoming::{Purpose, take_in};
use crate::commands::carrier::out::{Out, Place};
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Take in a parcel, and accept the change in it", long_about = include_str!("accept.md").trim_end())]
pub(super) struct Accept {
    /// The parcels, in the order in which they were made; without any, all that came by the carrier.
    parcels: Vec<PathBuf>,
    #[command(flatten)]
    which: Which,
    /// Take in what is there and accept no change.
    #[arg(long)]
    only_read: bool,
    #[command(flatten)]
    out: Out,
}

impl Accept {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let parcels = parcels(&self.parcels)?;
        let mut opened = Opened::open(at, &self.which)?;
        let before = alarmed(&opened)?;
        let Some(((last, parcel), rest)) = parcels.split_last() else {
            self.empty_inbox(&mut opened, screen)?;
            return alarms(&before, &opened);
        };
        let place = self.out.place(&self.which)?;
        let mut came = Vec::new();
        for (path, parcel) in rest {
            let taken = opened.attempt(|vault, now| vault.take(parcel, false, now));
            let taken = taken.map_err(|refusal| told_of(path, &refusal))?;
            if !taken.parcel.is_empty() {
                let help = "take it in by itself, with `--out FILE`; nothing was changed";
                return Err(Failure::usage("an earlier parcel gives one to be carried", help));
            }
            came.push((*path, taken));
        }
        let taken = opened.attempt(|vault, now| vault.take(parcel, !self.only_read, now));
        let taken = taken.map_err(|refusal| told_of(last, &refusal))?;
        opened.keep_with(&taken.parcel, place.as_ref().map(Place::path))?;
        let carried = !taken.parcel.is_empty();
        came.push((*last, taken));
        for (_, taken) in &came {
            tell(&taken.told, screen)?;
        }
        if let Some(place) = place.filter(|_| carried) {
            place.done(&self.which, "carry it to everyone who is in and who comes", screen)?;
        }
        alarms(&before, &opened)?;
        refusals(came.iter().map(|(path, taken)| (*path, taken)))
    }

    /// Takes in what came by the carrier.
    fn empty_inbox(&self, opened: &mut Opened, screen: &mut Screen) -> Result<(), Failure> {
        let purpose = Purpose { accepts: !self.only_read, tells: true, out: &self.out };
        match take_in(opened, &self.which, purpose, screen)? {
            0 => screen.line("nothing in the inbox could be taken in"),
            many => screen.line(&format!("{many} taken out of the inbox")),
        }
    }
}
