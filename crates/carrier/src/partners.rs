//! Partners: with whom this carrier exchanges, by whose keys, and where they are.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::folder::{Folder, Name, write_over};
use crate::key::Pin;
use crate::outbox;

/// The most partners of a carrier.
pub const MAX_PARTNERS: usize = 64;
/// The longest address, in bytes: a name of 253 (RFC 1035), and a port.
const MAX_ADDRESS_BYTES: usize = 260;
/// A list of partners is no longer than this.
const MAX_FILE_BYTES: u64 = 64 * 1024;

/// A partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// What this agent calls it.
    pub name: Name,
    /// Where its carrier listens, such as `carrier.example:7430`.
    pub address: String,
    /// Its carrier's key.
    pub key: Pin,
}

/// Why partners cannot be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum PartnersError {
    /// The list is not as this writes it.
    #[error("{} is no list of partners: {why}", path.display())]
    Form {
        /// The list.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// Not an address.
    #[error("`{0}` is no address: write it as carrier.example:7430")]
    Address(String),
    /// One key, two names: it would not be clear for whom something is.
    #[error("the key is that of the partner {0} already")]
    SameKey(Name),
    /// One name, another key: whether it is the same partner is for people to say.
    #[error("{0} is a partner already, with another key")]
    OtherKey(Name),
    /// Nobody has this key.
    #[error("{0} is nobody's key: a digit of it is wrong, or it is made up")]
    NoKey(Pin),
    /// The key of this carrier itself.
    #[error("this is the key of this carrier itself")]
    OwnKey,
    /// There is no such partner.
    #[error("{0} is no partner")]
    NoSuch(Name),
    /// Too many.
    #[error("there are {MAX_PARTNERS} partners already, and no more are kept")]
    TooMany,
    /// The disk.
    #[error("the partners in {} cannot be kept: {source}", path.display())]
    Disk {
        /// The list.
        path: PathBuf,
        /// What the disk says.
        source: io::Error,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(default)]
    partner: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    name: String,
    address: String,
    key: String,
}

/// Whether this is a host and a port.
fn is_address(text: &str) -> bool {
    let host = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]%_".contains(&byte);
    let Some((name, port)) = text.rsplit_once(':') else { return false };
    let is_port =
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    text.len() <= MAX_ADDRESS_BYTES && !name.is_empty() && name.bytes().all(host) && is_port
}

impl Partner {
    /// A partner as it is typed.
    ///
    /// # Errors
    /// [`PartnersError::Address`], [`PartnersError::NoKey`].
    pub fn new(name: Name, address: String, key: Pin) -> Result<Partner, PartnersError> {
        if !key.is_a_key() {
            return Err(PartnersError::NoKey(key));
        }
        match is_address(&address) {
            true => Ok(Partner { name, address, key }),
            false => Err(PartnersError::Address(address)),
        }
    }
}

fn list(folder: &Folder) -> PathBuf {
    folder.at("partners.toml")
}

/// The partners, by name in order.
///
/// # Errors
/// [`PartnersError::Form`] and what the disk says.
pub fn read(folder: &Folder) -> Result<Vec<Partner>, PartnersError> {
    let path = list(folder);
    let disk = |source| PartnersError::Disk { path: path.clone(), source };
    let form = |why: String| PartnersError::Form { path: path.clone(), why };
    match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(disk(error)),
        Ok(found) if found.len() > MAX_FILE_BYTES => return Err(form("it is too long".into())),
        Ok(_) => {}
    }
    let text = fs::read_to_string(&path).map_err(disk)?;
    let read: Read = toml::from_str(&text).map_err(|error| form(error.message().into()))?;
    let mut partners = Vec::new();
    for line in read.partner {
        let name: Name = line.name.parse().map_err(|why: &str| form(why.into()))?;
        let key = Pin::read(&line.key).ok_or_else(|| form(format!("the key of {name} is no key")))?;
        let partner = Partner::new(name, line.address, key).map_err(|error| form(error.to_string()))?;
        check(&partners, &partner).map_err(|error| form(error.to_string()))?;
        partners.push(partner);
    }
    partners.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(partners)
}

/// Whether this one fits beside the others.
fn check(others: &[Partner], partner: &Partner) -> Result<(), PartnersError> {
    if others.len() >= MAX_PARTNERS {
        return Err(PartnersError::TooMany);
    }
    if let Some(other) = others.iter().find(|other| other.key == partner.key) {
        return Err(PartnersError::SameKey(other.name.clone()));
    }
    match others.iter().any(|other| other.name == partner.name) {
        true => Err(PartnersError::OtherKey(partner.name.clone())),
        false => Ok(()),
    }
}

fn write(folder: &Folder, partners: &[Partner]) -> Result<(), PartnersError> {
    let path = list(folder);
    let mut text = String::new();
    for Partner { name, address, key } in partners {
        text.push_str(&format!("[[partner]]\nname = \"{name}\"\naddress = \"{address}\"\nkey = \"{key}\"\n"));
    }
    let written = folder.make().and_then(|()| write_over(&path, text.as_bytes()));
    written.map_err(|source| PartnersError::Disk { path, source })
}

/// Adds a partner, or changes the address of one. Another key under a name that stands there is refused: people know the partner
/// by its name, and would send to whoever has the other key. Nothing waits for one that is new, whatever lies there of before.
///
/// # Errors
/// [`PartnersError`].
pub fn add(folder: &Folder, own: Pin, partner: Partner) -> Result<(), PartnersError> {
    if partner.key == own {
        return Err(PartnersError::OwnKey);
    }
    let _alone = alone(folder)?;
    let mut partners = read(folder)?;
    let before = partners.len();
    partners.retain(|other| (&other.name, other.key) != (&partner.name, partner.key));
    let is_new = partners.len() == before;
    check(&partners, &partner)?;
    if is_new {
        forget(folder, partner.key)?;
    }
    partners.push(partner);
    write(folder, &partners)
}

/// The list is read and written by one at a time: of two who add a partner at once, both are there after.
fn alone(folder: &Folder) -> Result<File, PartnersError> {
    folder.alone().map_err(|source| PartnersError::Disk { path: list(folder), source })
}

fn forget(folder: &Folder, key: Pin) -> Result<usize, PartnersError> {
    outbox::forget(folder, key)
        .map_err(|source| PartnersError::Disk { path: outbox::of(folder, key), source })
}

/// Removes a partner, and what waits for it: how many files that were. What came from it stays.
///
/// # Errors
/// [`PartnersError`].
pub fn remove(folder: &Folder, name: &Name) -> Result<usize, PartnersError> {
    let _alone = alone(folder)?;
    let mut partners = read(folder)?;
    let place = partners.iter().position(|partner| partner.name == *name);
    let gone =
        place.map(|place| partners.remove(place)).ok_or_else(|| PartnersError::NoSuch(name.clone()))?;
    // The outbox first: if this ends between the two it is a partner still, and is forgotten by the same command again.
    let many = forget(folder, gone.key)?;
    write(folder, &partners)?;
    Ok(many)
}

/// When the list was written last, and how long it is: whether it has to be read again.
pub(crate) fn stamp(folder: &Folder) -> Option<(std::time::SystemTime, u64)> {
    let found = fs::metadata(Path::new(&list(folder))).ok()?;
    Some((found.modified().ok()?, found.len()))
}

#[cfg(test)]
pub(crate) mod testing {
    use ed25519_dalek::SigningKey;

    use super::*;

    /// A partner with the key of this seed.
    pub(crate) fn partner(name: &str, seed: u8) -> Partner {
        let key = Pin(SigningKey::from_bytes(&[seed; 32]).verifying_key().to_bytes());
        Partner::new(name.parse().unwrap(), "carrier.example:7430".into(), key).unwrap()
    }
}

#[cfg(test)]
mod tests;
