//! What came, taken in: one parcel that somebody brought, or all that the carrier did.

use std::collections::BTreeMap;
use std::io;

use quorate_vault::compartment::{Parcel, Refusal};
use quorate_web::agent::compartments::{Came, Stop};

use super::folder::Folder;
use super::told::{came, stop};
use super::{begun, kept};
use crate::commands::carrier::incoming::each;
use crate::commands::compartment::opened::Opened;

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
            kept(opened, vec![begun(&folder.path(&name), &taken.parcel.bytes())?])?;
        }
        true if is_new => kept(opened, Vec::new())?,
        true => {}
    }
    Ok(told)
}

/// Takes in all parcels in the inbox, those that need another one first again after it. What holds a change stays there, and
/// whatever was refused.
pub(super) fn take_inbox(opened: &mut Opened, folder: &Folder) -> Result<Vec<(String, Vec<Came>)>, Stop> {
    let disk = |error: &io::Error| Stop::Other(error.to_string());
    let (mut told, mut stay) = (Vec::new(), BTreeMap::new());
    each(&folder.carrier(), disk, |name, kept, parcel| {
        let came = parcel.ok_or(Stop::NoParcel).and_then(|parcel| take(opened, &parcel, folder));
        let mut came = came.unwrap_or_else(|stop| vec![Came::Refused(stop)]);
        let stays = |one: &Came| matches!(one, Came::Refused(_) | Came::Change(_) | Came::Known);
        let name = name.as_str().to_owned();
        if !came.iter().any(stays) {
            stay.remove(&kept.path);
            told.push((name, came));
            return Ok(true);
        }
        if came.iter().all(|one| !matches!(one, Came::Refused(_))) {
            came.retain(|one| *one != Came::Known);
            came.push(Came::Stays);
        }
        stay.insert(kept.path.clone(), (name, came));
        Ok(false)
    })?;
    told.extend(stay.into_values());
    Ok(told)
}
