//! What a carrier keeps on the disk, and how it is written so that no moment at which it may be killed loses or doubles anything.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::SystemTime;

/// What a sealed product begins with; all else goes before products.
const PRODUCT: &[u8] = b"quorate/product1";

/// What is carried, by its contents: their SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(pub [u8; 32]);

impl Id {
    /// Reads 64 hexadecimal digits in lower case.
    #[must_use]
    pub fn read(text: &str) -> Option<Id> {
        let mut bytes = [0; 32];
        (text.len() == 64).then_some(())?;
        base16ct::lower::decode(text, &mut bytes).ok()?;
        Some(Id(bytes))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base16ct::lower::encode_string(&self.0))
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

/// What an agent calls a partner: 1 to 32 letters, digits, `-` and `_` of ASCII, and not `all`, which is everyone. It is a
/// folder's name, too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Name {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Name, &'static str> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if text.eq_ignore_ascii_case("all") {
            return Err("`all` is everyone, and nobody's name");
        }
        match (1..=32).contains(&text.len()) && text.bytes().all(is_plain) && !text.starts_with('-') {
            true => Ok(Name(text.into())),
            false => Err("a partner's name is 1 to 32 letters, digits, - and _"),
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// In which of two rows something goes: a large product does not hold up what is said beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// Parcels, cards, and whatever else is no product; in order.
    Parcels,
    /// Sealed products.
    Products,
}

impl Lane {
    pub(crate) const ALL: [Lane; 2] = [Lane::Parcels, Lane::Products];

    pub(crate) fn number(self) -> u8 {
        match self {
            Lane::Parcels => 0,
            Lane::Products => 1,
        }
    }

    pub(crate) fn of(number: u8) -> Option<Lane> {
        Lane::ALL.into_iter().find(|lane| lane.number() == number)
    }

    /// The row of a file, by its first bytes.
    ///
    /// # Errors
    /// What the disk says.
    pub fn of_file(path: &Path) -> io::Result<Lane> {
        let mut first = Vec::new();
        File::open(path)?.take(16).read_to_end(&mut first)?;
        Ok(if first == PRODUCT { Lane::Products } else { Lane::Parcels })
    }
}

/// A file that waits or that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its place in the order in which things were put there.
    pub number: u64,
    /// What it is.
    pub id: Id,
    /// How long it is, in bytes.
    pub bytes: u64,
    /// When it was put there, by this machine's clock.
    pub since: SystemTime,
    /// Where it is.
    pub path: PathBuf,
}

/// An agent's folder of things that are carried.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder beside this agent's store.
    #[must_use]
    pub fn of(agent: &Path) -> Folder {
        Folder(agent.join("carrier"))
    }

    /// Makes it, for its owner alone.
    ///
    /// # Errors
    /// What the disk says.
    pub fn make(&self) -> io::Result<()> {
        make(&self.0)
    }

    pub(crate) fn at(&self, part: &str) -> PathBuf {
        self.0.join(part)
    }

    pub(crate) fn of_partner(&self, part: &str, name: &Name) -> PathBuf {
        self.0.join(part).join(name.as_str())
    }

    /// Holds the lock under which the key is made and partners and the outbox are changed, until what is given back is
    /// dropped. Two commands at once wait for one another.
    pub(crate) fn alone(&self) -> io::Result<File> {
        self.lock("changes.lock", true)?.ok_or_else(|| io::ErrorKind::WouldBlock.into())
    }

    /// Holds one of its locks until what is given back is dropped; nothing if another process holds it.
    pub(crate) fn lock(&self, name: &str, waits: bool) -> io::Result<Option<File>> {
        make(&self.0)?;
        let file = private(OpenOptions::new().create(true).append(true)).open(self.0.join(name))?;
        if waits {
            file.lock()?;
            return Ok(Some(file));
        }
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }
}

/// How a kept file is named: so that names in order are files in order.
pub(crate) fn named(number: u64, id: Id) -> String {
    format!("{number:012}-{id}")
}

/// The files of a folder that are named so, in order. Other files are not looked at.
pub(crate) fn kept(folder: &Path) -> io::Result<Vec<Kept>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut kept = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let Some((number, id)) = name.to_str().and_then(|name| name.split_once('-')) else { continue };
        let (Ok(number), Some(id)) = (number.parse(), Id::read(id)) else { continue };
        // It may have been taken away since the folder was read.
        let Ok(found) = entry.metadata() else { continue };
        let since = found.modified()?;
        kept.push(Kept { number, id, bytes: found.len(), since, path: entry.path() });
    }
    kept.sort_by_key(|kept| (kept.number, kept.id));
    Ok(kept)
}

/// Makes a folder and those above it, for their owner alone.
pub(crate) fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// The names in a folder are on the disk when this returns.
pub(crate) fn settle(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Writes a file where none is, whole or not at all, and on the disk when this returns.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_whole(path, bytes, |beside| {
        fs::hard_link(beside, path)?;
        fs::remove_file(beside)
    })
}

/// The same in the place of what was there.
pub(crate) fn write_over(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_whole(path, bytes, |beside| fs::rename(beside, path))
}

fn write_whole(path: &Path, bytes: &[u8], put: impl Fn(&Path) -> io::Result<()>) -> io::Result<()> {
    let beside = path.with_extension("new");
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = private(OpenOptions::new().write(true).create_new(true)).open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    put(&beside)?;
    settle(path.parent().unwrap_or(Path::new(".")))
}

#[cfg(unix)]
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

#[cfg(not(unix))]
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folders_names_and_nothing_more() {
        for good in ["CAN", "can-1", "a_b", &"x".repeat(32)] {
            assert!(Name::from_str(good).is_ok(), "{good}");
        }
        for bad in ["", ".", "..", "a/b", "-a", "a b", "é", "a.b", "all", "ALL", &"x".repeat(33)] {
            assert!(Name::from_str(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_kept_is_read_in_order_and_other_files_are_not_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        assert!(kept(&folder.path().join("none")).unwrap().is_empty());
        for (number, byte) in [(10, 1), (9, 2), (1_000_000_000_000, 3)] {
            fs::write(folder.path().join(named(number, Id([byte; 32]))), [byte]).unwrap();
        }
        for other in ["lock", "1-ab", "x-y", "..-..", &format!("1-{}", "G".repeat(64))] {
            fs::write(folder.path().join(other), "x").unwrap();
        }
        let numbers: Vec<u64> = kept(folder.path()).unwrap().iter().map(|kept| kept.number).collect();
        assert_eq!(numbers, [9, 10, 1_000_000_000_000]);
    }

    #[test]
    fn a_lock_is_one_process_s() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let held = folder.lock("lock", false).unwrap();
        assert!(held.is_some() && folder.lock("lock", false).unwrap().is_none());
        drop(held);
        assert!(folder.lock("lock", false).unwrap().is_some());
    }
}
