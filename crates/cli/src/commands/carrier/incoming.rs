//! What came by the carrier, taken in by the agent: in the order in which it came, and again and again while that goes on.

use std::path::Path;

use quorate_carrier::{Folder, Id, Lane, Name, inbox};
use quorate_vault::compartment::{MAX_PARCEL_BYTES, Parcel, Refusal, Told};

use super::cannot;
use super::out::Out;
use crate::commands::compartment::opened::{Opened, Which};
use crate::commands::compartment::told::tell;
use crate::commands::files::read_bytes;
use crate::failure::Failure;
use crate::present::Screen;

/// What a parcel that came is taken in for.
#[derive(Clone, Copy)]
pub(crate) enum For<'a> {
    /// To accept the changes in it; what is then to be carried goes there.
    Changes(&'a Out),
    /// To read what is in it, and to tell of it or not. Changes stay in the inbox.
    Reading(Tells),
}

/// Whether it is told what came.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tells {
    Yes,
    No,
}

/// How it ended with one.
enum Ended {
    /// It was taken in, and is in the inbox no more.
    Taken,
    /// It stays, for this reason.
    Stays(String),
}

/// Takes in all parcels in the agent's inbox. One that cannot be taken in yet, because another has to come first, is tried again
/// after each that could. How many could.
pub(crate) fn take_in(
    opened: &mut Opened,
    which: &Which,
    purpose: For<'_>,
    screen: &mut Screen,
) -> Result<usize, Failure> {
    let folder = Folder::of(&which.agent);
    let mut waiting = inbox::all(&folder).map_err(|error| cannot(&error))?;
    waiting.retain(|(_, kept)| matches!(Lane::of_file(&kept.path), Ok(Lane::Parcels)));
    let (mut taken, mut stay) = (0_usize, Vec::new());
    loop {
        let before = taken;
        stay.clear();
        let mut rest = Vec::new();
        for (name, kept) in waiting {
            match one(opened, which, purpose, (&name, kept.id, &kept.path), screen)? {
                Ended::Taken => {
                    inbox::take(&folder, &name, &kept).map_err(|error| cannot(&error))?;
                    taken = taken.saturating_add(1);
                }
                Ended::Stays(why) => {
                    stay.push(format!("stays in the inbox: {} from {name}: {why}", kept.id));
                    rest.push((name, kept));
                }
            }
        }
        waiting = rest;
        if taken == before || waiting.is_empty() {
            break;
        }
    }
    for line in stay.iter().filter(|_| tells(purpose)) {
        screen.line(line)?;
    }
    Ok(taken)
}

fn tells(purpose: For<'_>) -> bool {
    !matches!(purpose, For::Reading(Tells::No))
}

fn one(
    opened: &mut Opened,
    which: &Which,
    purpose: For<'_>,
    (name, id, path): (&Name, Id, &Path),
    screen: &mut Screen,
) -> Result<Ended, Failure> {
    // What cannot be read, or is too long, stays: a partner that sends such things holds up nobody else's.
    let bytes = read_bytes(path, MAX_PARCEL_BYTES).ok();
    let Some(parcel) = bytes.and_then(|bytes| Parcel::read(&bytes).ok()) else {
        return Ok(Ended::Stays("no parcel of a compartment; `quorate carrier take` takes it out".into()));
    };
    let accepts = matches!(purpose, For::Changes(_));
    let place = match purpose {
        For::Changes(out) => out.place(which)?,
        For::Reading(_) => None,
    };
    let taken = opened.act(|vault, now| match vault.take(&parcel, accepts, now) {
        Err(Refusal::NoSuch) => Ok(None),
        taken => taken.map(Some),
    })?;
    let Some(taken) = taken else {
        return Ok(Ended::Stays("of no compartment held here; take it out and join by it".into()));
    };
    let refusal = taken.told.iter().find_map(|told| match told {
        Told::Refused(refusal) => Some(refusal.to_string()),
        _ => None,
    });
    let is_new = taken.told.iter().any(|told| !matches!(told, Told::Refused(_) | Told::Known));
    let is_change = taken.told.iter().any(|told| matches!(told, Told::Change { .. } | Told::Known));
    if is_new || !taken.parcel.is_empty() {
        opened.keep_with(&taken.parcel, place.as_ref().map(super::out::Place::path))?;
        if tells(purpose) {
            screen.line(&format!("from {name}, {id}:"))?;
            tell(&taken.told, screen)?;
        }
        if let Some(place) = place.filter(|_| !taken.parcel.is_empty()) {
            place.done(which, "carry it to everyone who is in and who comes", screen)?;
        }
    }
    match refusal {
        Some(refusal) => Ok(Ended::Stays(refusal)),
        None if is_change && !accepts => Ok(Ended::Stays("there is a change in it".into())),
        None => Ok(Ended::Taken),
    }
}
