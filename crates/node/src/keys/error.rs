//! Why a key cannot be had.

use std::io;
use std::path::PathBuf;

use quorate_partnership::Post;

use super::signer::SignError;

/// Why a key cannot be had, or is not kept.
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
    /// No such file, and no post is asked for.
    #[error("there is no key at {}", .0.display())]
    Missing(PathBuf),
    /// There is one already.
    #[error("there is a key for this post already at {}", .0.display())]
    Exists(PathBuf),
    /// The file is not a key.
    #[error("{} is no key: {what}", path.display())]
    Form {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: &'static str,
    },
    /// The key is encrypted, and nobody says its passphrase.
    #[error("the key in {} is encrypted, and no passphrase is given", .0.display())]
    Locked(PathBuf),
    /// Another passphrase, or not the file that was written.
    #[error("the passphrase does not open {}: it is that of another file, or this file was damaged", .0.display())]
    Wrong(PathBuf),
    /// The file says another public key than that of the secret in it.
    #[error("{} holds another key than it says: it was changed", .0.display())]
    Changed(PathBuf),
    /// There is no passphrase in a file.
    #[error("{} holds no passphrase: {what}", path.display())]
    Passphrase {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: &'static str,
    },
    /// A new passphrase is too short.
    #[error("this passphrase is too short: whoever has the file can try many")]
    Short,
    /// The file cannot be read or written.
    #[error("{}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Nobody can be asked.
    #[error("no passphrase can be read from the terminal")]
    Terminal(#[source] io::Error),
    /// The machine gives no random bytes.
    #[error("the machine gives no random bytes: {0}")]
    Random(getrandom::Error),
    /// What was just encrypted is not what was to be.
    #[error("encryption does not work on this machine")]
    Encryption,
    /// The key does not sign.
    #[error(transparent)]
    Sign(#[from] SignError),
}
