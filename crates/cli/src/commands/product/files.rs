//! The files of a product: markings, archive keys, and second halves.

use std::path::Path;

use quorate_partnership::Phrase;
use quorate_vault::marking::{MAX_MARKING_BYTES, Marking};
use quorate_vault::product::{ArchiveKey, CompartmentId, ProductId, SecondHalf, Secret};
use serde::Deserialize;
use zeroize::Zeroizing;

use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::shell;

/// The longest file with a key, in bytes.
const MAX_KEY_FILE: usize = 4096;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchiveFile {
    compartment: String,
    epoch: u64,
    class: String,
    key: Zeroizing<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HalfFile {
    product: String,
    half: Zeroizing<String>,
}

/// A marking in JSON or XML, whichever it is.
pub(super) fn marking(path: &Path) -> Result<Marking, Failure> {
    let (name, text) = read_text(path, MAX_MARKING_BYTES)?;
    let read = if text.trim_start().starts_with('<') { Marking::from_xml } else { Marking::from_json };
    let help = "`quorate product mark` writes one; the form is in docs/vault.md";
    read(&text).map_err(|error| Failure::Absent { what: format!("{name}: {error}"), help: help.into() })
}

pub(super) fn archive_key(path: &Path) -> Result<ArchiveKey, Failure> {
    let what = || format!("{} is no archive key", shell(path));
    let help = "`quorate product new-key` makes one; nothing was read beyond it";
    let wrong = || Failure::Absent { what: what(), help: help.into() };
    let (_, text) = read_text(path, MAX_KEY_FILE)?;
    // What a parser would say of it could show the key.
    let file: ArchiveFile = toml::from_str(&Zeroizing::new(text)).map_err(|_| wrong())?;
    let compartment: CompartmentId = file.compartment.parse().map_err(|_| wrong())?;
    let class: Phrase = file.class.parse().map_err(|_| wrong())?;
    Ok(ArchiveKey::of(compartment, file.epoch, class, secret(&file.key).ok_or_else(wrong)?))
}

pub(super) fn archive_text(key: &ArchiveKey) -> Zeroizing<String> {
    Zeroizing::new(format!(
        "# The key of a compartment's archive: whoever reads this file opens what was sealed under it.\n\
         compartment = \"{}\"\nepoch = {}\nclass = \"{}\"\nkey = \"{}\"\n",
        key.compartment,
        key.epoch,
        key.class.as_str().replace('\\', "\\\\").replace('"', "\\\""),
        *digits(key.key())
    ))
}

pub(super) fn second_half(path: &Path) -> Result<SecondHalf, Failure> {
    let what = || format!("{} is no second half of a product's key", shell(path));
    let help = "the originator's release agent has it, if it lets you read";
    let wrong = || Failure::Absent { what: what(), help: help.into() };
    let (_, text) = read_text(path, MAX_KEY_FILE)?;
    let file: HalfFile = toml::from_str(&Zeroizing::new(text)).map_err(|_| wrong())?;
    let product: ProductId = file.product.parse().map_err(|_| wrong())?;
    Ok(SecondHalf::of(product, secret(&file.half).ok_or_else(wrong)?))
}

pub(super) fn half_text(half: &SecondHalf) -> Zeroizing<String> {
    Zeroizing::new(format!(
        "# The second half of a product's key. Whoever has it and the archive's key opens the product.\n\
         product = \"{}\"\nhalf = \"{}\"\n",
        half.product(),
        *digits(half.secret())
    ))
}

/// 64 digits, from the form in which hashes are read: it is strict.
fn secret(text: &str) -> Option<Secret> {
    text.parse::<ProductId>().ok().map(|bytes| Secret::of(&bytes.0))
}

fn digits(secret: &Secret) -> Zeroizing<String> {
    Zeroizing::new(ProductId(*secret.expose()).to_string())
}
