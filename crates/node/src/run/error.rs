//! Why a node does not run.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use quorate_partnership::GenesisError;

use super::config::ConfigError;
use crate::keys::KeyError;
use crate::links::LinkError;
use crate::node::NodeError;
use crate::store::StoreError;

/// Why a node does not run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Its configuration says nothing useful.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Its store does not serve.
    #[error(transparent)]
    Node(#[from] NodeError),
    /// A key cannot be had.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// No key of a node that agrees is in the directory.
    #[error("{} holds no key of a node of this partnership: MEMBER-node.key belongs into its folder keys", .0.display())]
    NoKey(PathBuf),
    /// Its links cannot be opened.
    #[error(transparent)]
    Links(#[from] LinkError),
    /// Its door cannot be opened.
    #[error("the socket {} cannot be opened", path.display())]
    Door {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The address for its operations cannot be opened.
    #[error("{address} cannot be listened on for operations")]
    Operations {
        /// Which.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// It was to step through blocks whose bodies went.
    #[error("blocks 1 to {last} of {} are pruned, and cannot be stepped through", directory.display())]
    Pruned {
        /// Where.
        directory: PathBuf,
        /// The last of them.
        last: u64,
    },
    /// No thread for it.
    #[error("no thread can be begun")]
    Thread(#[source] io::Error),
    /// It has stopped by itself.
    #[error("the node has stopped: {0}")]
    Stopped(String),
}

impl From<StoreError> for RunError {
    fn from(error: StoreError) -> RunError {
        RunError::Node(error.into())
    }
}

impl From<GenesisError> for RunError {
    fn from(error: GenesisError) -> RunError {
        RunError::Node(error.into())
    }
}
