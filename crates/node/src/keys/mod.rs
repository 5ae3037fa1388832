//! Keys of representatives, a file a post. Kept beside the node for now: an agent of the delegation's own is
//! still to come, and with it encryption at rest.

mod founder;
mod node;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ed25519_dalek::{Signer, SigningKey};
use quorate_charter::MemberCode;
use quorate_partnership::{Basis, Command, Moment, PartnershipId, Post, PublicKey, Unsigned};
use quorate_records::proof::Checkpoint;
use sha2::{Digest, Sha256};

use crate::engine::NodeKey;
pub use founder::{FounderFile, FounderFileError, MAX_FOUNDER_BYTES, is_address};

/// A key that signs for a post.
pub struct Key {
    key: SigningKey,
}

/// Why a key cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// No such file.
    #[error("there is no key for `{post}` at {}", path.display())]
    None {
        /// The post.
        post: Post,
        /// Where its key would be.
        path: PathBuf,
    },
    /// There is one already.
    #[error("there is a key for this post already at {}", .0.display())]
    Exists(PathBuf),
    /// The file is not a key.
    #[error("{} is not a key: it holds 64 hexadecimal digits and nothing else", .0.display())]
    Form(PathBuf),
    /// The file cannot be read or written.
    #[error("{}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The machine gives no random bytes.
    #[error("the machine gives no random bytes: {0}")]
    Random(getrandom::Error),
}

impl Key {
    /// A new key from the machine's random bytes.
    ///
    /// # Errors
    /// [`KeyError::Random`].
    pub fn new() -> Result<Key, KeyError> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(KeyError::Random)?;
        Ok(Key { key: SigningKey::from_bytes(&seed) })
    }

    /// The key of a post in an exercise: anyone can make it again from the exercise's name. It protects nothing.
    #[must_use]
    pub fn of_exercise(exercise: &str, post: Post) -> Key {
        Key::of_exercise_named(exercise, &post.to_string())
    }

    /// The key of a member's node in an exercise; it protects nothing either.
    #[must_use]
    pub fn of_exercise_node(exercise: &str, member: MemberCode) -> Key {
        Key::of_exercise_named(exercise, &format!("{member}/node"))
    }

    fn of_exercise_named(exercise: &str, name: &str) -> Key {
        let mut seed = Sha256::new();
        seed.update(b"quorate/exercise-key/1\0");
        seed.update(exercise.as_bytes());
        seed.update([0]);
        seed.update(name.as_bytes());
        Key { key: SigningKey::from_bytes(&seed.finalize().into()) }
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.key.verifying_key().to_bytes())
    }

    /// The key with which a member's node takes part in the orders of a partnership.
    pub(crate) fn for_node(&self, partnership: PartnershipId) -> NodeKey {
        NodeKey::new(self.key.clone(), partnership)
    }

    /// The key by which a member's node is known on links.
    pub(crate) fn signing(&self) -> SigningKey {
        self.key.clone()
    }

    /// Signs the text of a checkpoint, for the member's node.
    #[must_use]
    pub fn sign_checkpoint(&self, checkpoint: &Checkpoint) -> [u8; 64] {
        self.key.sign(checkpoint.text().as_bytes()).to_bytes()
    }

    /// Signs a command of this post.
    #[must_use]
    pub fn sign(&self, basis: Basis, post: Post, expires: Moment, nonce: u64, command: Command) -> Vec<u8> {
        let unsigned = Unsigned::prepare(basis, post, self.public(), expires, nonce, command);
        let signature = self.key.sign(unsigned.to_be_signed());
        unsigned.with_signature(&signature.to_bytes())
    }
}

/// A folder of keys.
#[derive(Clone, Debug)]
pub struct KeyRing {
    folder: PathBuf,
}

impl KeyRing {
    /// The keys kept in a partnership's directory.
    #[must_use]
    pub fn of(directory: &Path) -> KeyRing {
        KeyRing { folder: directory.join("keys") }
    }

    fn path(&self, post: Post) -> PathBuf {
        self.named(post, "")
    }

    fn named(&self, post: Post, which: &str) -> PathBuf {
        self.folder.join(format!("{}-{}{which}.key", post.member, post.office))
    }

    /// The key of a post.
    ///
    /// # Errors
    /// [`KeyError::None`], [`KeyError::Form`] or [`KeyError::File`].
    pub fn get(&self, post: Post) -> Result<Key, KeyError> {
        read(post, &self.path(post))
    }

    /// A new key of a post that is not in use yet: made once, and the same until [`KeyRing::adopt`].
    ///
    /// # Errors
    /// As [`KeyRing::get`] and [`KeyRing::keep`], and [`KeyError::Random`].
    pub fn next(&self, post: Post) -> Result<Key, KeyError> {
        let next = self.named(post, ".next");
        match read(post, &next) {
            Err(KeyError::None { .. }) => {
                let key = Key::new()?;
                self.write(&next, &key)?;
                Ok(key)
            }
            found => found,
        }
    }

    /// Puts the new key of a post in the place of the one in use, which is set aside under its own name.
    ///
    /// # Errors
    /// [`KeyError::File`] or [`KeyError::Form`].
    pub fn adopt(&self, post: Post) -> Result<(), KeyError> {
        let (path, next) = (self.path(post), self.named(post, ".next"));
        let file = |source| KeyError::File { path: path.clone(), source };
        match read(post, &path) {
            Ok(old) => {
                let aside = self.named(post, &format!(".old-{}", old.public().short()));
                fs::rename(&path, aside).map_err(file)?;
            }
            Err(KeyError::None { .. }) => {}
            Err(error) => return Err(error),
        }
        fs::rename(next, &path).map_err(file)
    }

    /// Adopts the new key of a post if there is one here and it is this one: the other members may have given the post
    /// a key that is kept elsewhere.
    ///
    /// # Errors
    /// As [`KeyRing::adopt`].
    pub fn adopt_this(&self, post: Post, public: &PublicKey) -> Result<(), KeyError> {
        match read(post, &self.named(post, ".next")) {
            Ok(next) if next.public() == *public => self.adopt(post),
            Ok(_) | Err(KeyError::None { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Keeps the key of a post, readable by its owner alone; never over another.
    ///
    /// # Errors
    /// [`KeyError::Exists`] or [`KeyError::File`].
    pub fn keep(&self, post: Post, key: &Key) -> Result<(), KeyError> {
        self.write(&self.path(post), key)
    }

    fn write(&self, path: &Path, key: &Key) -> Result<(), KeyError> {
        let write = || -> io::Result<()> {
            fs::create_dir_all(&self.folder)?;
            let mut file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
            file.write_all(hex(key.key.as_bytes()).as_bytes())?;
            file.write_all(b"\n")?;
            file.sync_all()
        };
        write().map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => KeyError::Exists(path.into()),
            _ => KeyError::File { path: path.into(), source },
        })
    }
}

fn read(post: Post, path: &Path) -> Result<Key, KeyError> {
    let path = path.to_path_buf();
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(KeyError::None { post, path }),
        Err(source) => return Err(KeyError::File { path, source }),
    };
    parse(&text).ok_or(KeyError::Form(path))
}

fn parse(text: &str) -> Option<Key> {
    bytes(text.trim_end()).map(|seed| Key { key: SigningKey::from_bytes(&seed) })
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Exactly 64 hexadecimal digits.
fn bytes(digits: &str) -> Option<[u8; 32]> {
    let mut seed = [0; 32];
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (at, byte) in seed.iter_mut().enumerate() {
        let from = at.checked_mul(2)?;
        *byte = u8::from_str_radix(digits.get(from..from.checked_add(2)?)?, 16).ok()?;
    }
    Some(seed)
}
