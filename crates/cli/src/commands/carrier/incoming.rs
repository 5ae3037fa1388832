//! What came by the carrier, taken in by the agent: in the order in which it came, and again and again while that goes on.

use std::collections::BTreeMap;
use std::io;

use quorate_carrier::{Folder, Id, Kept, Lane, Name, inbox};
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
pub(crate) struct Purpose<'a> {
    /// Whether the changes in it are accepted. If not, they stay in the inbox.
    pub(crate) accepts: bool,
    /// Whether it is told what came.
    pub(crate) tells: bool,
    /// Where goes what is then to be carried.
    pub(crate) out: &'a Out,
}

/// How it ended with one.
enum Ended {
    /// It was taken in, and is in the inbox no more.
    Taken,
    /// It stays, for this reason.
    Stays(String),
}

/// Goes through the parcels in an inbox, in the order in which they came; what cannot be read, or is too long, is none. One that
/// `one` does not take is tried again after each that it took, and stays if nothing helps.
pub(crate) fn each<E>(
    folder: &Folder,
    disk: impl Fn(&io::Error) -> E,
    mut one: impl FnMut(&Name, &Kept, Option<Parcel>) -> Result<bool, E>,
) -> Result<(), E> {
    let mut waiting = inbox::all(folder).map_err(|error| disk(&error))?;
    waiting.retain(|(_, kept)| matches!(Lane::of_file(&kept.path), Ok(Lane::Parcels)));
    loop {
        let before = waiting.len();
        let mut rest = Vec::new();
        for (name, kept) in waiting {
            let bytes = read_bytes(&kept.path, MAX_PARCEL_BYTES).ok();
            let parcel = bytes.and_then(|bytes| Parcel::read(&bytes).ok());
            match one(&name, &kept, parcel)? {
                true => inbox::take(folder, &name, &kept).map_err(|error| disk(&error))?,
                false => rest.push((name, kept)),
            }
        }
        waiting = rest;
        if waiting.len() == before || waiting.is_empty() {
            return Ok(());
        }
    }
}

/// Takes in all parcels in the agent's inbox. How many could be.
pub(crate) fn take_in(
    opened: &mut Opened,
    which: &Which,
    purpose: Purpose<'_>,
    screen: &mut Screen,
) -> Result<usize, Failure> {
    let (mut taken, mut stay) = (0_usize, BTreeMap::new());
    each(
        &Folder::of(&which.agent),
        |error| cannot(error),
        |name, kept, parcel| match one(opened, which, purpose, (name, kept.id, parcel), screen)? {
            Ended::Taken => {
                taken = taken.saturating_add(1);
                stay.remove(&kept.path);
                Ok(true)
            }
            Ended::Stays(why) => {
                let told = format!("stays in the inbox: {} from {name}: {why}", kept.id);
                stay.insert(kept.path.clone(), told);
                Ok(false)
            }
        },
    )?;
    for line in stay.values().filter(|_| purpose.tells) {
        screen.line(line)?;
    }
    Ok(taken)
}

fn one(
    opened: &mut Opened,
    which: &Which,
    Purpose { accepts, tells, out }: Purpose<'_>,
    (name, id, parcel): (&Name, Id, Option<Parcel>),
    screen: &mut Screen,
) -> Result<Ended, Failure> {
    // A partner that sends what is none holds up nobody else's.
    let Some(parcel) = parcel else {
        return Ok(Ended::Stays("no parcel of a compartment; `quorate carrier take` takes it out".into()));
    };
    let place = out.place(which)?;
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
        if tells {
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
