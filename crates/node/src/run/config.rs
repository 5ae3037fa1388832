//! What an operator sets: where a node listens, and where the others are found. It is agreed with nobody.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use quorate_charter::MemberCode;
use quorate_partnership::PublicKey;
use serde::Deserialize;

use crate::keys::is_address;

/// The file's name in the directory.
const NAME: &str = "node.toml";
/// The longest file that is read, in bytes.
const MAX_BYTES: u64 = 64 * 1024;

/// The configuration of a node among nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Where it listens for the other nodes.
    pub listen: SocketAddr,
    /// Where each of the others is found, such as `node.example:7420`.
    pub others: BTreeMap<MemberCode, String>,
    /// Nodes that the record does not name yet, and that may follow it: of a State that was invited, or a new one of a
    /// member.
    pub followers: BTreeMap<MemberCode, Follower>,
}

/// A node that follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follower {
    /// Its key.
    pub key: PublicKey,
    /// Where it is found.
    pub address: String,
}

/// Why a configuration does not serve.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// There is none.
    #[error("there is no {NAME} in {}: it is no node among nodes", .0.display())]
    None(PathBuf),
    /// The file cannot be read or written.
    #[error("{}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It says something else than a configuration.
    #[error("{}: {what}", path.display())]
    Form {
        /// Which.
        path: PathBuf,
        /// What is wrong, and where.
        what: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    listen: SocketAddr,
    #[serde(default)]
    others: BTreeMap<String, String>,
    #[serde(default)]
    followers: BTreeMap<String, String>,
}

impl Config {
    /// Whether the directory is that of a node among nodes.
    #[must_use]
    pub fn is_in(directory: &Path) -> bool {
        directory.join(NAME).exists()
    }

    /// Where the node of a member is found; nowhere if nothing is said of it.
    #[must_use]
    pub fn address(&self, member: MemberCode) -> String {
        let follows = || self.followers.get(&member).map(|follower| follower.address.clone());
        self.others.get(&member).cloned().or_else(follows).unwrap_or_default()
    }

    /// Reads the configuration in a directory.
    ///
    /// # Errors
    /// [`ConfigError`].
    pub fn read(directory: &Path) -> Result<Config, ConfigError> {
        let path = directory.join(NAME);
        let text = match fs::metadata(&path).and_then(|about| match about.len() <= MAX_BYTES {
            true => fs::read_to_string(&path),
            false => Err(io::Error::new(io::ErrorKind::InvalidData, "it is too long")),
        }) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(ConfigError::None(directory.into()));
            }
            Err(source) => return Err(ConfigError::File { path, source }),
        };
        Config::parse(&text).map_err(|what| ConfigError::Form { path, what })
    }

    fn parse(text: &str) -> Result<Config, String> {
        let form: Form = toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())?;
        let mut others = BTreeMap::new();
        for (member, address) in form.others {
            others.insert(code(&member, "others")?, checked(&member, address)?);
        }
        let mut followers = BTreeMap::new();
        for (member, place) in form.followers {
            let parts = place.split_once('@').and_then(|(key, address)| Some((key.parse().ok()?, address)));
            let (key, address) = parts.ok_or_else(|| {
                format!("`{place}` of {member} is not the key of a node, an @ and its address")
            })?;
            let address = checked(&member, address.to_owned())?;
            followers.insert(code(&member, "followers")?, Follower { key, address });
        }
        Ok(Config { listen: form.listen, others, followers })
    }

    /// Writes the configuration into a directory that exists.
    ///
    /// # Errors
    /// [`ConfigError::File`].
    pub fn write(&self, directory: &Path) -> Result<(), ConfigError> {
        let path = directory.join(NAME);
        fs::write(&path, self.text()).map_err(|source| ConfigError::File { path, source })
    }

    fn text(&self) -> String {
        let mut text = format!(
            "# Where this node listens for the other members' nodes, and where it finds theirs. Nobody else reads this file.\n\
             listen = \"{}\"\n\n[others]\n",
            self.listen
        );
        for (member, address) in &self.others {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{member} = \"{address}\"");
        }
        if !self.followers.is_empty() {
            text.push_str("\n[followers]\n");
        }
        for (member, Follower { key, address }) in &self.followers {
            let _ = writeln!(text, "{member} = \"{key}@{address}\"");
        }
        text
    }
}

fn code(member: &str, table: &str) -> Result<MemberCode, String> {
    member.parse().map_err(|error| format!("`{member}` under [{table}]: {error}"))
}

fn checked(member: &str, address: String) -> Result<String, String> {
    if is_address(&address) {
        Ok(address)
    } else {
        Err(format!("`{address}` of {member} is no address: it has a host, a colon and a port"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let scratch = tempfile::tempdir().unwrap();
        assert!(matches!(Config::read(scratch.path()), Err(ConfigError::None(_))));
        let others = [("FRA", "node.example:7420"), ("GBR", "[::1]:7421")];
        let others = others.map(|(member, address)| (member.parse().unwrap(), address.to_owned())).into();
        let config = Config { listen: "127.0.0.1:7400".parse().unwrap(), others, followers: BTreeMap::new() };
        let follower = Follower { key: PublicKey([7; 32]), address: "node.example:7422".into() };
        let followers = BTreeMap::from([("XAA".parse().unwrap(), follower)]);
        for config in [config.clone(), Config { followers, ..config.clone() }] {
            config.write(scratch.path()).unwrap();
            assert_eq!(Config::read(scratch.path()).unwrap(), config);
        }
        config.write(scratch.path()).unwrap();
        assert!(Config::is_in(scratch.path()));
        assert_eq!(Config::read(scratch.path()).unwrap(), config);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let wrong = [
            ("listen = \"here\"", "invalid socket address"),
            ("listen = \"127.0.0.1:1\"\npeers = 1", "unknown field `peers`"),
            ("listen = \"127.0.0.1:1\"\n[others]\nFR = \"a:1\"", "`FR` under [others]"),
            ("listen = \"127.0.0.1:1\"\n[others]\nFRA = \"a\"", "`a` of FRA is no address"),
            ("listen = \"127.0.0.1:1\"\n[others]\nFRA = \":1\"", "`:1` of FRA is no address"),
            ("listen = \"127.0.0.1:1\"\n[followers]\nXAA = \"00@a:1\"", "`00@a:1` of XAA is not the key"),
            ("listen = \"127.0.0.1:1\"\n[others]\nFRA = \"a:70000\"", "`a:70000` of FRA is no address"),
        ];
        for (text, expected) in wrong {
            let what = Config::parse(text).unwrap_err();
            assert!(what.contains(expected), "{text}: {what}");
        }
    }
}
