//! The keys that an agent signs with: of one or several partnerships, each in its directory.

use std::fs::{DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use quorate_charter::Office;
use quorate_node::run::Client;
use quorate_node::{Holder, Keeper, Keeping, KeyError, KeyRing, Passphrase, Store, StoreError, Turn};
use quorate_partnership::Genesis;
use quorate_web::agent::{Held, Signatory};

use crate::commands::files::{read_bytes, write_whole};
use crate::door::desk;
use crate::failure::Failure;

/// The most bytes of a file of passkeys.
const MOST: usize = 4 * 1024 * 1024;

/// Keys in directories of partnerships.
pub(crate) struct Keys {
    places: Vec<(PathBuf, Held)>,
    exercise: bool,
}

impl Keys {
    /// The keys of representatives in these directories. In an exercise anybody is signed in with them.
    pub(crate) fn of(directories: &[PathBuf], exercise: bool) -> Result<Keys, Failure> {
        let mut places = Vec::new();
        for directory in directories {
            let genesis = genesis(directory)?;
            let title = genesis.read_charter().map(|charter| charter.title().en.clone()).unwrap_or_default();
            for listed in KeyRing::of(directory).list()? {
                let (Some((Holder::Post(post), Turn::InUse)), Some(Ok(file))) = (listed.named, listed.file)
                else {
                    continue;
                };
                if !matches!(post.office, Office::Root | Office::Recovery) {
                    let (partnership, title) = (genesis.id(), title.clone());
                    let (key, encrypted) = (file.public(), file.is_encrypted());
                    places.push((directory.clone(), Held { partnership, title, post, key, encrypted }));
                }
            }
        }
        Ok(Keys { places, exercise })
    }
}

impl Keys {
    /// The file of the passkeys of the directory in which a key is.
    fn passkeys_of(&self, held: &Held) -> Result<PathBuf, String> {
        let place = self.places.iter().find(|(_, one)| one == held);
        let (directory, _) = place.ok_or("there is no such key here")?;
        Ok(directory.join("agent").join("passkeys"))
    }
}

/// The partnership of a directory, whether its node runs or not.
fn genesis(directory: &Path) -> Result<Genesis, Failure> {
    if let Ok(client) = Client::connect(directory) {
        let genesis = Genesis::from_bytes(&client.genesis()?);
        return genesis.map_err(|error| Failure::usage(error.to_string(), "start its node again"));
    }
    match (Store::open(directory), desk::genesis(directory)) {
        // Pages have the record for themselves where no node runs: they leave there whose it is.
        (Err(StoreError::InUse(_)), Some(genesis)) => Ok(genesis),
        (opened, _) => Ok(opened?.1),
    }
}

/// A passphrase that was typed for one signature.
struct Typed(Option<Passphrase>);

impl Keeper for Typed {
    fn passphrase(&self, _: &Path, wrong: u32) -> Result<Option<Passphrase>, KeyError> {
        Ok(self.0.clone().filter(|_| wrong == 0))
    }

    fn keeping(&self) -> Result<Option<Keeping>, KeyError> {
        Ok(None)
    }
}

impl Signatory for Keys {
    fn held(&self) -> Vec<Held> {
        self.places.iter().map(|(_, held)| held.clone()).collect()
    }

    fn sign(&self, held: &Held, bytes: &[u8], passphrase: Option<&str>) -> Result<[u8; 64], String> {
        let place = self.places.iter().find(|(_, one)| one == held);
        let (directory, _) = place.ok_or("there is no such key here")?;
        let keeper = Arc::new(Typed(passphrase.map(Passphrase::typed)));
        let ring = KeyRing::of(directory).with_keeper(keeper);
        let key = ring.get(held.post).map_err(|error| error.to_string())?;
        if key.public() != held.key {
            return Err("the key of this post was replaced: start the agent again".into());
        }
        key.sign(bytes).map_err(|error| error.to_string())
    }

    fn passkeys(&self, held: &Held) -> Result<Option<Vec<u8>>, String> {
        let path = self.passkeys_of(held)?;
        match read_bytes(&path, MOST) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Failure::File { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(failure) => Err(failure.to_string()),
        }
    }

    fn keep_passkeys(&self, held: &Held, bytes: &[u8]) -> Result<(), String> {
        let path = self.passkeys_of(held)?;
        let write = || -> io::Result<()> {
            let folder = path.parent().unwrap_or(Path::new("."));
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
            write_whole(&path, &path.with_extension("new"), bytes, Some(Permissions::from_mode(0o600)))
        };
        write().map_err(|error| format!("{} cannot be written: {error}", path.display()))
    }

    fn is_exercise(&self) -> bool {
        self.exercise
    }
}
