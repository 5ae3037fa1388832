//! The keys of members' nodes, a file a member.

use std::path::{Path, PathBuf};
use std::{fs, io};

use ed25519_dalek::Signer;
use quorate_charter::MemberCode;
use quorate_partnership::members::Ready;
use quorate_partnership::{Basis, PublicKey};

use super::{Key, KeyError, KeyRing, parse};

impl Key {
    /// Signs, as the node of a member, that it has come to the last block of a partnership.
    #[must_use]
    pub fn sign_ready(&self, basis: Basis, member: MemberCode) -> Ready {
        let Basis { partnership, tip } = basis;
        let seal = self.key.sign(&Ready::to_be_signed(partnership, member, tip)).to_bytes();
        Ready { node: self.public(), tip, seal }
    }
}

impl KeyRing {
    /// The key of a member's node; none if it is not kept here.
    ///
    /// # Errors
    /// [`KeyError::Form`] or [`KeyError::File`].
    pub fn node(&self, member: MemberCode) -> Result<Option<Key>, KeyError> {
        read_if_there(&self.node_path(member))
    }

    /// The key of a member's node that has this public key, in use or set aside; none if it is not kept here.
    ///
    /// # Errors
    /// As [`KeyRing::node`].
    pub fn node_with(&self, member: MemberCode, public: &PublicKey) -> Result<Option<Key>, KeyError> {
        for path in [self.node_path(member), self.aside_path(member, public)] {
            if let Some(key) = read_if_there(&path)?.filter(|key| key.public() == *public) {
                return Ok(Some(key));
            }
        }
        Ok(None)
    }

    fn aside_path(&self, member: MemberCode, public: &PublicKey) -> PathBuf {
        self.folder.join(format!("{member}-node.old-{}.key", public.short()))
    }

    /// The members of whose nodes keys are kept here, in the order of their codes; none where there is no folder of keys.
    ///
    /// # Errors
    /// [`KeyError::File`].
    pub fn nodes(&self) -> Result<Vec<MemberCode>, KeyError> {
        let file = |source| KeyError::File { path: self.folder.clone(), source };
        let mut members = Vec::new();
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(members),
            entries => entries.map_err(file)?,
        };
        for entry in entries {
            let name = entry.map_err(file)?.file_name();
            let member: Option<MemberCode> =
                name.to_str().and_then(|name| name.strip_suffix("-node.key")?.parse().ok());
            members.extend(member);
        }
        members.sort();
        Ok(members)
    }

    /// Keeps the key of a member's node, as [`KeyRing::keep`] does.
    ///
    /// # Errors
    /// As [`KeyRing::keep`].
    pub fn keep_node(&self, member: MemberCode, key: &Key) -> Result<(), KeyError> {
        self.write(&self.node_path(member), key)
    }

    fn node_path(&self, member: MemberCode) -> PathBuf {
        self.folder.join(format!("{member}-node.key"))
    }

    fn next_node_path(&self, member: MemberCode) -> PathBuf {
        self.folder.join(format!("{member}-node.next.key"))
    }

    /// A new key for a member's node that is not in use yet: made once, and the same until [`KeyRing::adopt_node`].
    ///
    /// # Errors
    /// As [`KeyRing::node`] and [`KeyRing::keep`], and [`KeyError::Random`].
    pub fn next_node(&self, member: MemberCode) -> Result<Key, KeyError> {
        let path = self.next_node_path(member);
        if let Some(key) = read_if_there(&path)? {
            return Ok(key);
        }
        let key = Key::new()?;
        self.write(&path, &key)?;
        Ok(key)
    }

    /// Puts the new key of a member's node in the place of the one in use, which is set aside under its own name.
    ///
    /// # Errors
    /// [`KeyError::File`] or [`KeyError::Form`].
    pub fn adopt_node(&self, member: MemberCode) -> Result<(), KeyError> {
        let path = self.node_path(member);
        let file = |source| KeyError::File { path: path.clone(), source };
        if let Some(old) = read_if_there(&path)? {
            fs::rename(&path, self.aside_path(member, &old.public())).map_err(file)?;
        }
        fs::rename(self.next_node_path(member), &path).map_err(file)
    }
}

fn read_if_there(path: &Path) -> Result<Option<Key>, KeyError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(parse(&text).ok_or_else(|| KeyError::Form(path.into()))?)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(KeyError::File { path: path.into(), source }),
    }
}
