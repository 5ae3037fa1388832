//! How a carrier is started, and what it tells whoever started it.

use std::io;
use std::net::SocketAddr;

use crate::folder::{Id, Name};
use crate::pace::Pace;
use crate::partners::PartnersError;

/// How a carrier runs.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Where it listens; port 0 is one that is free.
    pub listen: SocketAddr,
    /// How fast it speaks, and whether that shows anything.
    pub pace: Pace,
    /// How many bytes of each partner may lie in its inbox, and come to it.
    pub room: u64,
}

/// What happens, for whoever looks on. Nothing is told of strangers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The link to a partner is there.
    Up(Name),
    /// There is none, and why.
    Down(Name, String),
    /// A partner has this on its disk: so many bytes.
    Sent(Name, Id, u64),
    /// A partner never takes this: it has no room for so many bytes.
    Refused(Name, Id, u64),
    /// This came from a partner.
    Came(Name, Id),
    /// The list of partners cannot be read: it is gone on with the one before.
    List(String),
}

/// Why a carrier does not run.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// There is one.
    #[error("another carrier runs for this agent")]
    Runs,
    /// The address cannot be listened on.
    #[error("{address} cannot be listened on: {source}")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// What is kept cannot be read or written.
    #[error("what is carried cannot be kept: {0}")]
    Disk(#[from] io::Error),
    /// The list of partners.
    #[error(transparent)]
    Partners(#[from] PartnersError),
}
