//! What is made and waits to be carried: files in the agent's folder `made`, or in the outbox of its carrier.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use quorate_carrier::partners::{self, Partner};
use quorate_carrier::{Name, outbox};
use quorate_web::agent::compartments::{Made, MadeFile, Stop};

use crate::failure::Failure;

/// How many names are tried for a new file.
const TRIES: usize = 8;

/// The folders of an agent.
pub(super) struct Folder {
    pub(super) agent: PathBuf,
}

fn disk(error: &io::Error) -> Stop {
    Stop::Other(error.to_string())
}

impl Folder {
    pub(super) fn of(agent: PathBuf) -> Result<Folder, Failure> {
        let folder = Folder { agent };
        let made = folder.made();
        match DirBuilder::new().recursive(true).mode(0o700).create(&made) {
            Ok(()) => Ok(folder),
            Err(source) => Err(Failure::File { path: made, to_be: "written", source }),
        }
    }

    pub(super) fn made(&self) -> PathBuf {
        self.agent.join("made")
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.made().join(name)
    }

    pub(super) fn carrier(&self) -> quorate_carrier::Folder {
        quorate_carrier::Folder::of(&self.agent)
    }

    /// A name that nothing has, and that tells the kind of what is in it alone, as every parcel does.
    pub(super) fn new_name(&self, kind: &str, ending: &str) -> Result<String, Stop> {
        for _ in 0..TRIES {
            let mut chance = [0; 4];
            getrandom::fill(&mut chance).map_err(|error| Stop::Other(error.to_string()))?;
            let name = format!("{kind}-{:08x}.{ending}", u32::from_be_bytes(chance));
            if !self.path(&name).exists() {
                return Ok(name);
            }
        }
        Err(Stop::Other("no name is free for a new file".into()))
    }

    /// The carrier's partners; none where there is no carrier, or its list cannot be read.
    pub(super) fn partners(&self) -> Vec<Name> {
        self.known().into_iter().map(|partner| partner.name).collect()
    }

    fn known(&self) -> Vec<Partner> {
        partners::read(&self.carrier()).unwrap_or_default()
    }

    /// The partners of these names: known before anything is sealed.
    pub(super) fn named(&self, names: &[String]) -> Result<Vec<Partner>, Stop> {
        let known = self.known();
        let of = |name: &String| known.iter().find(|one| one.name.as_str() == name).cloned();
        names.iter().map(|name| of(name).ok_or_else(|| Stop::NoPartner(name.clone()))).collect()
    }

    /// Puts files into the outbox for these partners. What cannot be put there, and everything where nobody is named, stays to be
    /// carried by hand.
    pub(super) fn send(&self, files: Vec<String>, to: &[Partner]) -> Result<Made, Stop> {
        let mut made = Made::default();
        for name in files {
            let path = self.path(&name);
            let put = || -> io::Result<()> {
                outbox::put(&self.carrier(), &mut File::open(&path)?, to)?;
                fs::remove_file(&path)
            };
            if to.is_empty() || put().is_err() {
                made.files.push(name);
            } else {
                made.sent = to.iter().map(|partner| partner.name.as_str().to_owned()).collect();
            }
        }
        Ok(made)
    }

    /// Every file that waits to be carried by hand.
    pub(super) fn files(&self) -> Result<Vec<MadeFile>, Stop> {
        let mut files = Vec::new();
        for entry in fs::read_dir(self.made()).map_err(|error| disk(&error))? {
            let entry = entry.map_err(|error| disk(&error))?;
            let name = entry.file_name().to_str().filter(|name| is_name(name)).map(str::to_owned);
            if let (Some(name), Ok(found)) = (name, entry.metadata())
                && found.is_file()
            {
                files.push(MadeFile { name, bytes: found.len() });
            }
        }
        files.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(files)
    }

    pub(super) fn file(&self, name: &str) -> Result<(u64, File), Stop> {
        let path = self.found(name)?;
        let file = File::open(path).map_err(|error| disk(&error))?;
        Ok((file.metadata().map_err(|error| disk(&error))?.len(), file))
    }

    pub(super) fn remove(&self, name: &str) -> Result<(), Stop> {
        fs::remove_file(self.found(name)?).map_err(|error| disk(&error))
    }

    /// Where one of these files is. A name that leads elsewhere, or through a link, is none.
    fn found(&self, name: &str) -> Result<PathBuf, Stop> {
        let path = self.path(name);
        let is_file = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
        if is_name(name) && is_file(&path) { Ok(path) } else { Err(Stop::NoSuch) }
    }
}

/// Whether it is a name as this gives them: `notice-0a1b2c3d.parcel`.
fn is_name(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    let ends = name.ends_with(".parcel") || name.ends_with(".sealed");
    ends && name.chars().all(is_plain) && !name.starts_with('.') && !name.contains("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_made_is_given_and_removed() {
        let scratch = tempfile::tempdir().unwrap();
        fs::write(scratch.path().join("agent.sealed"), "store").unwrap();
        let folder = Folder::of(scratch.path().into()).unwrap();
        let name = folder.new_name("notice", "parcel").unwrap();
        fs::write(folder.path(&name), "parcel").unwrap();
        fs::write(folder.path("notice-00000000.parcel.new"), "half").unwrap();
        std::os::unix::fs::symlink("../agent.sealed", folder.path("a.sealed")).unwrap();
        let files = folder.files().unwrap();
        assert_eq!(files, [MadeFile { name: name.clone(), bytes: 6 }]);
        for other in ["../agent.sealed", "a.sealed", "notice-00000000.parcel.new", "", ".parcel", "b.parcel"]
        {
            assert!(folder.file(other).is_err() && folder.remove(other).is_err(), "{other}");
        }
        folder.remove(&name).unwrap();
        assert!(folder.files().unwrap().is_empty() && scratch.path().join("agent.sealed").exists());
    }

    #[test]
    fn a_partner_that_is_not_known_stops_it_before_anything_is_made() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = Folder::of(scratch.path().into()).unwrap();
        assert_eq!(folder.named(&["FRA".into()]), Err(Stop::NoPartner("FRA".into())));
        assert_eq!(folder.named(&[]).map(|named| named.len()), Ok(0));
    }
}
