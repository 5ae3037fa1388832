//! Partners: with whom this carrier exchanges, by whose keys, and where they are.

use std::fs;
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
    /// [`PartnersError::Address`].
    pub fn new(name: Name, address: String, key: Pin) -> Result<Partner, PartnersError> {
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
    if let Some(other) = others.iter().find(|other| other.key == partner.key || other.name == partner.name) {
        return Err(PartnersError::SameKey(other.name.clone()));
    }
    Ok(())
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

/// Adds a partner, or changes the address of one. Another key under a name that stands there is refused: what waits for the one
/// would go to the other.
///
/// # Errors
/// [`PartnersError`].
pub fn add(folder: &Folder, own: Pin, partner: Partner) -> Result<(), PartnersError> {
    if partner.key == own {
        return Err(PartnersError::OwnKey);
    }
    let mut partners = read(folder)?;
    partners.retain(|other| (&other.name, other.key) != (&partner.name, partner.key));
    check(&partners, &partner)?;
    partners.push(partner);
    write(folder, &partners)
}

/// Removes a partner, and what waits for it: how many files that were. What came from it stays.
///
/// # Errors
/// [`PartnersError`].
pub fn remove(folder: &Folder, name: &Name) -> Result<usize, PartnersError> {
    let mut partners = read(folder)?;
    let before = partners.len();
    partners.retain(|partner| partner.name != *name);
    if partners.len() == before {
        return Err(PartnersError::NoSuch(name.clone()));
    }
    write(folder, &partners)?;
    outbox::forget(folder, name)
        .map_err(|source| PartnersError::Disk { path: outbox_of(folder, name), source })
}

fn outbox_of(folder: &Folder, name: &Name) -> PathBuf {
    folder.of_partner("outbox", name)
}

/// When the list was written last, and how long it is: whether it has to be read again.
pub(crate) fn stamp(folder: &Folder) -> Option<(std::time::SystemTime, u64)> {
    let found = fs::metadata(Path::new(&list(folder))).ok()?;
    Some((found.modified().ok()?, found.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partner(name: &str, key: u8) -> Partner {
        Partner::new(name.parse().unwrap(), "carrier.example:7430".into(), Pin([key; 32])).unwrap()
    }

    #[test]
    fn partners_are_kept_as_they_were_given() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let own = Pin([9; 32]);
        assert!(read(&folder).unwrap().is_empty());
        add(&folder, own, partner("FRA", 2)).unwrap();
        add(&folder, own, partner("CAN", 1)).unwrap();
        let moved = Partner { address: "[::1]:7".into(), ..partner("FRA", 2) };
        add(&folder, own, moved.clone()).unwrap();
        assert_eq!(read(&folder).unwrap(), [partner("CAN", 1), moved]);
        let said = |result: Result<(), PartnersError>| result.unwrap_err().to_string();
        assert!(said(add(&folder, own, partner("FRA", 3))).contains("already"), "another key under its name");
        assert!(said(add(&folder, own, partner("GBR", 2))).contains("FRA"), "its key under another name");
        assert!(said(add(&folder, own, partner("GBR", 9))).contains("itself"));
        assert_eq!(remove(&folder, &"FRA".parse().unwrap()).unwrap(), 0);
        assert!(remove(&folder, &"FRA".parse().unwrap()).is_err());
        assert_eq!(read(&folder).unwrap(), [partner("CAN", 1)]);
    }

    #[test]
    fn there_are_no_more_partners_than_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        for number in 0..64 {
            add(&folder, Pin([99; 32]), partner(&format!("P{number}"), number)).unwrap();
        }
        assert!(matches!(add(&folder, Pin([99; 32]), partner("P64", 64)), Err(PartnersError::TooMany)));
    }

    #[test]
    fn what_is_no_list_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        folder.make().unwrap();
        let key = "00".repeat(32);
        for bad in [
            "x".into(),
            "[[partner]]\nname = \"A\"\naddress = \"a:1\"\nkey = \"00\"\n".into(),
            format!("[[partner]]\nname = \"../A\"\naddress = \"a:1\"\nkey = \"{key}\"\n"),
            format!("[[partner]]\nname = \"A\"\naddress = \"a\"\nkey = \"{key}\"\n"),
            format!("[[partner]]\nname = \"A\"\naddress = \"a:1\"\nkey = \"{key}\"\nmore = 1\n"),
            " ".repeat(64 * 1024 + 1),
        ] {
            fs::write(list(&folder), &bad).unwrap();
            assert!(matches!(read(&folder), Err(PartnersError::Form { .. })), "{bad:.80}");
        }
    }

    #[test]
    fn an_address_is_a_host_and_a_port() {
        for good in ["a:1", "carrier.example:65535", "127.0.0.1:7430", "[::1]:7430"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "a",
            ":1",
            "a:",
            "a:0",
            "a:65536",
            "a:+1",
            "a b:1",
            "a\":1",
            "a\n:1",
            &format!("{}:1", "a".repeat(259)),
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
