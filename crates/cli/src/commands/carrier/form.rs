//! What may be sent: what is sealed, or tells nobody more than its name.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use quorate_vault::compartment::{MAX_CARD_BYTES, MAX_PARCEL_BYTES, Parcel, whose_card};
use quorate_vault::product::Product;
use quorate_vault::release::{Handed, MAX_RELEASE_BYTES, Release};

use crate::commands::files::read_bytes;
use crate::failure::Failure;
use crate::present::shell;

/// Whether it is a file at all: a pipe gives nothing and has no end.
pub(super) fn is_file(path: &Path) -> Result<(), Failure> {
    let found = fs::metadata(path).map_err(|source| unread(path, source))?;
    match found.is_file() {
        true => Ok(()),
        false => {
            let what = format!("{} is no file: a folder, a pipe or a device", shell(path));
            Err(Failure::usage(what, "name a file; nothing was sent"))
        }
    }
}

/// Whether it is, by its form, what goes from agent to agent: a key, a passphrase or a text is none, and would leave unsealed.
pub(super) fn is_carried(path: &Path) -> Result<(), Failure> {
    let file = File::open(path).map_err(|source| unread(path, source))?;
    if Product::read(file).is_ok() || is_small_form(path) {
        return Ok(());
    }
    let what = format!(
        "{} is no product, parcel, card, release, or share that was handed over, whole and in its time",
        shell(path)
    );
    let help = "seal it first: `quorate product share`, `quorate room say`; or `--as-it-is`: then whoever has the other carrier \
                reads it. Nothing was sent";
    Err(Failure::usage(what, help))
}

fn is_small_form(path: &Path) -> bool {
    let Ok(bytes) = read_bytes(path, MAX_PARCEL_BYTES) else { return false };
    let within = |most: usize| bytes.len() <= most;
    Parcel::read(&bytes).is_ok_and(|parcel| !parcel.is_empty())
        || within(MAX_CARD_BYTES) && whose_card(&bytes).is_ok()
        || within(MAX_RELEASE_BYTES) && (Release::is_one(&bytes) || Handed::is_one(&bytes))
}

pub(super) fn unread(path: &Path, source: io::Error) -> Failure {
    Failure::File { path: path.into(), to_be: "sent", source }
}
