//! What an operator sets: where a node listens, and where the others are found. It is agreed with nobody.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::net::SocketAddr;
use std::ops::Range;
use std::path::{Path, PathBuf};

use quorate_charter::MemberCode;
use quorate_partnership::PublicKey;
use serde::Deserialize;
use toml::Spanned;

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
    /// Where it tells a monitoring system how it is; nowhere if nothing is said.
    pub operations: Option<SocketAddr>,
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
    operations: Option<SocketAddr>,
    #[serde(default)]
    others: Table,
    #[serde(default)]
    followers: Table,
}

type Table = BTreeMap<Spanned<String>, Spanned<String>>;

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
        let text = match read_text(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(ConfigError::None(directory.into()));
            }
            Err(source) => return Err(ConfigError::File { path, source }),
        };
        Config::parse(&text).map_err(|(at, what)| ConfigError::Form { path, what: placed(&text, at, &what) })
    }

    fn parse(text: &str) -> Result<Config, Wrong> {
        let form: Form = toml::from_str(text)
            .map_err(|error| (error.span().unwrap_or_default(), error.message().trim_end().to_owned()))?;
        let mut others = BTreeMap::new();
        for (member, address) in form.others {
            others.insert(code(&member, "others")?, checked(&member, &address, address.get_ref())?);
        }
        let mut followers = BTreeMap::new();
        for (member, place) in form.followers {
            let parts = place.get_ref().split_once('@');
            let parts = parts.and_then(|(key, address)| Some((key.parse().ok()?, address)));
            let (key, address) = parts.ok_or_else(|| {
                let (what, of) = (place.get_ref(), member.get_ref());
                let what = format!("`{what}` of {of} is not the key of a node, an @ and its address");
                (place.span(), what)
            })?;
            let address = checked(&member, &place, address)?;
            followers.insert(code(&member, "followers")?, Follower { key, address });
        }
        Ok(Config { listen: form.listen, others, followers, operations: form.operations })
    }

    /// Writes the configuration into a directory that exists: whole or not at all, also for a node that reads it meanwhile.
    ///
    /// # Errors
    /// [`ConfigError::File`].
    pub fn write(&self, directory: &Path) -> Result<(), ConfigError> {
        let path = directory.join(NAME);
        let beside = directory.join(format!("{NAME}.new"));
        let write = || -> io::Result<()> {
            let mut file = File::create(&beside)?;
            file.write_all(self.text().as_bytes())?;
            file.sync_all()?;
            fs::rename(&beside, &path)
        };
        write().map_err(|source| ConfigError::File { path, source })
    }

    fn text(&self) -> String {
        let mut text = format!(
            "# Where this node listens for the other members' nodes, and where it finds theirs. Nobody else reads this file.\n\
             listen = \"{}\"\n",
            self.listen
        );
        if let Some(operations) = self.operations {
            // Writing to a string does not fail.
            let _ = writeln!(text, "operations = \"{operations}\"");
        }
        text.push_str("\n[others]\n");
        for (member, address) in &self.others {
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

/// The bytes at which something is wrong, and what.
type Wrong = (Range<usize>, String);

fn read_text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(MAX_BYTES.saturating_add(1)).read_to_string(&mut text)?;
    match u64::try_from(text.len()) {
        Ok(long) if long <= MAX_BYTES => Ok(text),
        _ => {
            let what = format!("it has more than {MAX_BYTES} bytes");
            Err(io::Error::new(io::ErrorKind::FileTooLarge, what))
        }
    }
}

/// What is wrong, with line and column, both from 1.
fn placed(text: &str, at: Range<usize>, what: &str) -> String {
    let before = text.get(..at.start).unwrap_or(text);
    let line = before.matches('\n').count().saturating_add(1);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
    format!("line {line}, column {column}: {what}")
}

fn code(member: &Spanned<String>, table: &str) -> Result<MemberCode, Wrong> {
    let of = member.get_ref();
    of.parse().map_err(|error| (member.span(), format!("`{of}` under [{table}]: {error}")))
}

fn checked(member: &Spanned<String>, place: &Spanned<String>, address: &str) -> Result<String, Wrong> {
    if is_address(address) {
        Ok(address.to_owned())
    } else {
        let what =
            format!("`{address}` of {} is no address: it has a host, a colon and a port", member.get_ref());
        Err((place.span(), what))
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
        let listen = "127.0.0.1:7400".parse().unwrap();
        let config = Config { listen, others, followers: BTreeMap::new(), operations: None };
        let follower = Follower { key: PublicKey([7; 32]), address: "node.example:7422".into() };
        let followers = BTreeMap::from([("XAA".parse().unwrap(), follower)]);
        let operations = Some("127.0.0.1:9464".parse().unwrap());
        let all = Config { followers, operations, ..config.clone() };
        for config in [config.clone(), all] {
            config.write(scratch.path()).unwrap();
            assert_eq!(Config::read(scratch.path()).unwrap(), config);
        }
        config.write(scratch.path()).unwrap();
        assert!(Config::is_in(scratch.path()));
        assert_eq!(Config::read(scratch.path()).unwrap(), config);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        let head = "listen = \"127.0.0.1:1\"\n";
        let wrong = [
            ("".into(), "line 1, column 1: missing field `listen`"),
            ("listen = \"here\"".into(), "line 1, column 10: invalid socket address"),
            ("listen = ".into(), "line 1, column 10: "),
            (format!("{head}operations = \":1\""), "line 2, column 14: invalid socket address"),
            (format!("{head}peers = 1"), "line 2, column 1: unknown field `peers`"),
            (format!("{head}[others]\nFR = \"a:1\""), "line 3, column 1: `FR` under [others]"),
            (format!("{head}[others]\nFRA = 1"), "line 3, column 7: invalid type"),
            (format!("{head}[others]\nFRA = \"a:1\"\nFRA = \"b:1\""), "line 4, column 1: duplicate key"),
            (format!("{head}[others]\nFRA = \"a\""), "line 3, column 7: `a` of FRA is no address"),
            (
                format!("{head}[followers]\nXAA = \"00@a:1\""),
                "line 3, column 7: `00@a:1` of XAA is not the key",
            ),
            (
                format!("{head}# \u{e9}\n[others]\nFRA = \":1\""),
                "line 4, column 7: `:1` of FRA is no address",
            ),
        ];
        let scratch = tempfile::tempdir().unwrap();
        for (text, expected) in wrong {
            fs::write(scratch.path().join(NAME), &text).unwrap();
            let what = Config::read(scratch.path()).unwrap_err().to_string();
            assert!(what.contains(expected), "{text}: {what}");
        }
    }

    #[test]
    fn a_configuration_of_any_length_is_read_to_its_limit() {
        let scratch = tempfile::tempdir().unwrap();
        let text = "listen = \"127.0.0.1:1\"\n#".to_owned();
        let limit = usize::try_from(MAX_BYTES).unwrap();
        let filled = |long: usize| text.clone() + &"x".repeat(long - text.len());
        fs::write(scratch.path().join(NAME), filled(limit)).unwrap();
        Config::read(scratch.path()).unwrap();
        fs::write(scratch.path().join(NAME), filled(limit + 1)).unwrap();
        let error = Config::read(scratch.path()).unwrap_err();
        assert!(
            matches!(error, ConfigError::File { source, .. } if source.kind() == io::ErrorKind::FileTooLarge)
        );
    }
}
