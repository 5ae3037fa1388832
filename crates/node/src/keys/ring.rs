//! A folder of keys, a file each.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::{fmt, fs, io};

use quorate_charter::MemberCode;
use quorate_partnership::{Post, PublicKey};

use super::file::{KeyFile, force_folder};
use super::holder::{Holder, Turn, file_name, read_file_name};
use super::passphrase::{Keeper, Keeping, NoKeeper};
use super::signer::Signer;
use super::{Key, KeyError};

/// A folder of keys.
#[derive(Clone)]
pub struct KeyRing {
    folder: PathBuf,
    keeper: Arc<dyn Keeper>,
    /// How the key that was opened last is kept, and new ones are.
    keeping: Arc<Mutex<Option<Keeping>>>,
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the keys in {}", self.folder.display())
    }
}

impl KeyRing {
    /// The keys kept in a partnership's directory. Without a keeper only plain ones are opened.
    #[must_use]
    pub fn of(directory: &Path) -> KeyRing {
        KeyRing { folder: directory.join("keys"), keeper: Arc::new(NoKeeper), keeping: Arc::default() }
    }

    /// The same, opened with the passphrases that this keeper knows.
    #[must_use]
    pub fn with_keeper(self, keeper: Arc<dyn Keeper>) -> KeyRing {
        KeyRing { keeper, ..self }
    }

    /// The same, in which new keys are kept in this way.
    #[must_use]
    pub fn keeping(self, keeping: Keeping) -> KeyRing {
        KeyRing { keeping: Arc::new(Mutex::new(Some(keeping))), ..self }
    }

    pub(super) fn path(&self, holder: Holder, turn: &Turn) -> PathBuf {
        self.folder.join(file_name(holder, turn))
    }

    /// The key of a post.
    ///
    /// # Errors
    /// [`KeyError::None`], and why it cannot be read or opened.
    pub fn get(&self, post: Post) -> Result<Arc<dyn Signer>, KeyError> {
        self.open(&self.file_of(post)?)
    }

    /// The public key of a post, which needs no passphrase.
    ///
    /// # Errors
    /// [`KeyError::None`], and why it cannot be read.
    pub fn public(&self, post: Post) -> Result<PublicKey, KeyError> {
        Ok(self.file_of(post)?.public())
    }

    fn file_of(&self, post: Post) -> Result<KeyFile, KeyError> {
        let path = self.path(post.into(), &Turn::InUse);
        read(&path)?.ok_or(KeyError::None { post, path })
    }

    /// The key of a post or node, if it is here.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn file(&self, holder: Holder) -> Result<Option<KeyFile>, KeyError> {
        read(&self.path(holder, &Turn::InUse))
    }

    /// Opens a key, with the passphrase that opened another before, or with one that the keeper knows.
    pub(super) fn open(&self, file: &KeyFile) -> Result<Arc<dyn Signer>, KeyError> {
        Ok(Arc::new(self.unlock(file)?))
    }

    /// The key in a file, opened so.
    ///
    /// # Errors
    /// [`KeyError::Locked`], [`KeyError::Wrong`] or [`KeyError::Changed`], or what the keeper says.
    pub fn unlock(&self, file: &KeyFile) -> Result<Key, KeyError> {
        let Some(cost) = file.cost() else { return file.open(None) };
        if let Some(Keeping::Encrypted(passphrase, _)) = self.last()
            && let Ok(key) = file.open(Some(&passphrase))
        {
            return Ok(key);
        }
        let mut wrong = 0_u32;
        loop {
            let path = || file.path().to_path_buf();
            let none = || if wrong == 0 { KeyError::Locked(path()) } else { KeyError::Wrong(path()) };
            let passphrase = self.keeper.passphrase(file.path(), wrong)?.ok_or_else(none)?;
            match file.open(Some(&passphrase)) {
                Err(KeyError::Wrong(_)) => wrong = wrong.saturating_add(1),
                Err(error) => return Err(error),
                Ok(key) => {
                    self.remember(Keeping::Encrypted(passphrase, cost.or_usual()));
                    return Ok(key);
                }
            }
        }
    }

    fn last(&self) -> Option<Keeping> {
        self.keeping.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn remember(&self, keeping: Keeping) {
        *self.keeping.lock().unwrap_or_else(PoisonError::into_inner) = Some(keeping);
    }

    /// Keeps the key of a post, readable by its owner alone; never over another.
    ///
    /// # Errors
    /// [`KeyError::Exists`], [`KeyError::File`] or what the keeper says.
    pub fn keep(&self, post: Post, key: &Key) -> Result<(), KeyError> {
        self.make(post.into(), &Turn::InUse, key)
    }

    pub(super) fn make(&self, holder: Holder, turn: &Turn, key: &Key) -> Result<(), KeyError> {
        let said = self.keeper.keeping()?;
        let keeping = said.or_else(|| self.last()).unwrap_or(Keeping::Plain);
        KeyFile::make(&self.path(holder, turn), key, &keeping)
    }

    /// A key for a post or node, made and in use; `None` if there is one already.
    ///
    /// # Errors
    /// As [`KeyRing::keep`], and [`KeyError::Random`].
    pub fn first(&self, holder: Holder) -> Result<Option<PublicKey>, KeyError> {
        if self.file(holder)?.is_some() {
            return Ok(None);
        }
        let key = Key::new()?;
        self.make(holder, &Turn::InUse, &key)?;
        Ok(Some(key.public()))
    }

    /// A new key of a post or node that is not in use yet: made once, and the same until [`KeyRing::adopt`].
    ///
    /// # Errors
    /// Why it cannot be read, opened or made.
    pub fn next(&self, holder: Holder) -> Result<Arc<dyn Signer>, KeyError> {
        match read(&self.path(holder, &Turn::Next))? {
            Some(file) => self.open(&file),
            None => {
                let key = Key::new()?;
                self.make(holder, &Turn::Next, &key)?;
                Ok(Arc::new(key))
            }
        }
    }

    /// Puts the new key of a post or node in the place of the one in use, which is set aside under its own name.
    ///
    /// # Errors
    /// [`KeyError::Missing`] if there is none, [`KeyError::File`] or [`KeyError::Form`].
    pub fn adopt(&self, holder: Holder) -> Result<(), KeyError> {
        let (path, next) = (self.path(holder, &Turn::InUse), self.path(holder, &Turn::Next));
        KeyFile::read(&next)?;
        let file = |source| KeyError::File { path: path.clone(), source };
        if let Some(old) = read(&path)? {
            let aside = self.path(holder, &Turn::SetAside(old.public().short()));
            fs::rename(&path, aside).map_err(file)?;
        }
        fs::rename(next, &path).and_then(|()| force_folder(&path)).map_err(file)
    }

    /// Adopts the new key of a post or node if there is one here and it is this one: the other members may have given the
    /// post a key that is kept elsewhere.
    ///
    /// # Errors
    /// As [`KeyRing::adopt`].
    pub fn adopt_this(&self, holder: Holder, public: &PublicKey) -> Result<(), KeyError> {
        match read(&self.path(holder, &Turn::Next))? {
            Some(next) if next.public() == *public => self.adopt(holder),
            _ => Ok(()),
        }
    }

    /// The key of a member's node; none if it is not kept here.
    ///
    /// # Errors
    /// Why it cannot be read or opened.
    pub fn node(&self, member: MemberCode) -> Result<Option<Arc<dyn Signer>>, KeyError> {
        self.file(Holder::Node(member))?.map(|file| self.open(&file)).transpose()
    }

    /// The key of a member's node that has this public key, in use or set aside; none if it is not kept here.
    ///
    /// # Errors
    /// As [`KeyRing::node`].
    pub fn node_with(
        &self,
        member: MemberCode,
        public: &PublicKey,
    ) -> Result<Option<Arc<dyn Signer>>, KeyError> {
        for turn in [Turn::InUse, Turn::SetAside(public.short())] {
            if let Some(file) = read(&self.path(Holder::Node(member), &turn))?
                && file.public() == *public
            {
                return Ok(Some(self.open(&file)?));
            }
        }
        Ok(None)
    }

    /// The public key of a member's node, which needs no passphrase; none if it is not kept here.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn node_public(&self, member: MemberCode) -> Result<Option<PublicKey>, KeyError> {
        Ok(self.file(Holder::Node(member))?.map(|file| file.public()))
    }

    /// Keeps the key of a member's node, as [`KeyRing::keep`] does.
    ///
    /// # Errors
    /// As [`KeyRing::keep`].
    pub fn keep_node(&self, member: MemberCode, key: &Key) -> Result<(), KeyError> {
        self.make(Holder::Node(member), &Turn::InUse, key)
    }

    /// The members of whose nodes keys are kept here, in the order of their codes; none where there is no folder of keys.
    ///
    /// # Errors
    /// [`KeyError::File`].
    pub fn nodes(&self) -> Result<Vec<MemberCode>, KeyError> {
        let nodes = self.names()?.into_iter().filter_map(|name| match read_file_name(&name) {
            Some((Holder::Node(member), Turn::InUse)) => Some(member),
            _ => None,
        });
        Ok(nodes.collect())
    }

    /// The names of the files in the folder, in order.
    pub(super) fn names(&self) -> Result<Vec<String>, KeyError> {
        let file = |source| KeyError::File { path: self.folder.clone(), source };
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(file)?,
        };
        let mut names = Vec::new();
        for entry in entries {
            names.push(entry.map_err(file)?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }
}

/// The file, if there is one.
pub(super) fn read(path: &Path) -> Result<Option<KeyFile>, KeyError> {
    match KeyFile::read(path) {
        Err(KeyError::Missing(_)) => Ok(None),
        read => read.map(Some),
    }
}

#[cfg(test)]
mod tests;
