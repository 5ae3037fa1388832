//! What came, taken in: one parcel that somebody brought, or all that the carrier did.

use quorate_carrier::{Lane, inbox};
use quorate_vault::compartment::{MAX_PARCEL_BYTES, Parcel, Refusal};
use quorate_web::agent::compartments::{Came, Stop};

use super::folder::Folder;
use super::kept;
use super::told::{came, stop};
use crate::commands::compartment::opened::Opened;
use crate::commands::files::read_bytes;

/// Takes in a parcel. What it lets this agent send, such as what lets newcomers in, waits to be carried.
pub(super) fn take(opened: &mut Opened, parcel: &Parcel, folder: &Folder) -> Result<Vec<Came>, Stop> {
    let taken =
        opened.attempt(|vault, now| vault.take(parcel, false, now)).map_err(|refusal| match refusal {
            Refusal::NoSuch => Stop::Elsewhere,
            other => stop(other),
        })?;
    let told: Vec<Came> = taken.told.into_iter().map(came).collect();
    let is_new = told.iter().any(|one| !matches!(one, Came::Known | Came::Refused(_)));
    match taken.parcel.is_empty() {
        false => {
            let name = folder.new_name("welcome", "parcel")?;
            kept(opened, Some((&folder.path(&name), &taken.parcel)))?;
        }
        true if is_new => kept(opened, None)?,
        true => {}
    }
    Ok(told)
}

/// Takes in all parcels in the inbox, those that need another one first again after it. What holds a change stays there, and
/// whatever was refused.
pub(super) fn take_inbox(opened: &mut Opened, folder: &Folder) -> Result<Vec<(String, Vec<Came>)>, Stop> {
    let disk = |error: std::io::Error| Stop::Other(error.to_string());
    let carrier = folder.carrier();
    let mut waiting = inbox::all(&carrier).map_err(disk)?;
    waiting.retain(|(_, kept)| matches!(Lane::of_file(&kept.path), Ok(Lane::Parcels)));
    let (mut told, mut stay) = (Vec::new(), Vec::new());
    loop {
        let before = told.len();
        stay.clear();
        for (name, kept) in std::mem::take(&mut waiting) {
            let bytes = read_bytes(&kept.path, MAX_PARCEL_BYTES).ok();
            let parcel = bytes.and_then(|bytes| Parcel::read(&bytes).ok()).ok_or(Stop::NoParcel);
            let came = parcel.and_then(|parcel| take(opened, &parcel, folder));
            let mut came = came.unwrap_or_else(|stop| vec![Came::Refused(stop)]);
            let stays = |one: &Came| matches!(one, Came::Refused(_) | Came::Change(_) | Came::Known);
            if !came.iter().any(stays) {
                inbox::take(&carrier, &name, &kept).map_err(disk)?;
                told.push((name.as_str().to_owned(), came));
                continue;
            }
            let is_change = came.iter().all(|one| !matches!(one, Came::Refused(_)));
            if is_change {
                came.retain(|one| *one != Came::Known);
                came.push(Came::Stays);
            }
            stay.push((name.as_str().to_owned(), came));
            waiting.push((name, kept));
        }
        if told.len() == before || waiting.is_empty() {
            break;
        }
    }
    told.append(&mut stay);
    Ok(told)
}
