//! Links between members' nodes: TLS 1.3 over TCP, both ends known by their node keys and by nothing else.
//!
//! Every node dials every other and speaks on the links that it dialled; on those that others dialled it listens. A link
//! carries frames in order while it holds; what is not delivered when it breaks is lost, and whoever needs it tells it again.

mod accept;
mod dial;
mod frames;
mod free;
mod hearing;
mod lobby;
mod queue;
mod signs;
mod state;
mod tls;

use std::collections::BTreeMap;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, RwLock};

use quorate_partnership::PartnershipId;
use tokio::runtime::{Builder, Runtime};

use crate::engine::Seat;
use crate::keys::Signer;
pub use free::free_addresses;
pub use hearing::Frame;
use queue::Queue;
pub use state::LinkState;
use state::States;
use tls::Identity;

/// Another node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Its key.
    pub seat: Seat,
    /// Where it listens, such as `node.example:7420`.
    pub address: String,
}

/// Why links cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The address cannot be listened on.
    #[error("{address} cannot be listened on")]
    Listen {
        /// Which address.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// The node's key does not serve for TLS.
    #[error("the node's key does not serve for links: {0}")]
    Key(#[from] rustls::Error),
    /// There are no threads for links.
    #[error("links cannot be opened")]
    Threads(#[source] io::Error),
}

/// What is done with what other nodes say.
pub(super) type Heard = Arc<dyn Fn(Seat, Frame) + Send + Sync>;

/// The other nodes, as links know them; shared with the tasks that accept.
pub(super) type Seats = Arc<RwLock<BTreeMap<Seat, Speaking>>>;

/// The link on which this node speaks to another.
pub(super) struct Speaking {
    address: String,
    queue: Arc<Queue>,
    dialling: tokio::task::AbortHandle,
}

/// The links of a node in one partnership.
pub struct Links {
    runtime: Option<Runtime>,
    own: Seat,
    identity: Identity,
    seats: Seats,
    states: States,
    listens: SocketAddr,
}

impl Links {
    /// Listens, and dials the other nodes until each answers; `heard` is called with what they say, and must not block.
    /// A node is read no further while what it said before is kept and fills its room.
    ///
    /// # Errors
    /// [`LinkError`].
    pub fn open(
        key: &Arc<dyn Signer>,
        partnership: PartnershipId,
        listen: SocketAddr,
        others: Vec<Other>,
        heard: impl Fn(Seat, Frame) + Send + Sync + 'static,
    ) -> Result<Links, LinkError> {
        let seats = Seats::default();
        let states = States::default();
        let identity = Identity::new(key, partnership, &seats, &states)?;
        let wrong = |source| LinkError::Listen { address: listen, source };
        let listener = TcpListener::bind(listen).map_err(wrong)?;
        listener.set_nonblocking(true).map_err(wrong)?;
        let listens = listener.local_addr().map_err(wrong)?;
        let runtime = Builder::new_multi_thread().worker_threads(1).thread_name("links").enable_all().build();
        let runtime = runtime.map_err(LinkError::Threads)?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener).map_err(wrong)?
        };
        runtime.spawn(accept::accept(listener, identity.clone(), states.clone(), Arc::new(heard)));
        let own = Seat(key.public());
        let mut links = Links { runtime: Some(runtime), own, identity, seats, states, listens };
        links.set_others(others);
        Ok(links)
    }

    /// The address at which this node listens.
    #[must_use]
    pub fn listens(&self) -> SocketAddr {
        self.listens
    }

    /// These are the other nodes from now on: links with all else are ended, those on which they are heard within a second.
    /// This node itself is none of them.
    pub fn set_others(&mut self, mut others: Vec<Other>) {
        let Some(runtime) = &self.runtime else { return };
        others.retain(|other| other.seat != self.own);
        let mut seats = state::write(&self.seats);
        let is_same = |seat: &Seat, speaking: &Speaking| {
            others.iter().any(|other| other.seat == *seat && other.address == speaking.address)
        };
        seats.retain(|seat, speaking| {
            let kept = is_same(seat, speaking);
            if !kept {
                speaking.dialling.abort();
                self.states.forget(*seat);
            }
            kept
        });
        for Other { seat, address } in others {
            seats.entry(seat).or_insert_with(|| {
                let queue = Arc::new(Queue::default());
                let (identity, states) = (self.identity.clone(), self.states.clone());
                let dialled = dial::dial(address.clone(), seat, Arc::clone(&queue), identity, states);
                Speaking { address, queue, dialling: runtime.spawn(dialled).abort_handle() }
            });
        }
    }

    /// Tells one node, or all others. Never waits: what does not fit the queue of a link pushes out what is oldest there.
    pub fn tell(&self, to: Option<Seat>, bytes: &Arc<[u8]>) {
        let seats = state::read(&self.seats);
        for (_, speaking) in seats.iter().filter(|(seat, _)| to.is_none_or(|to| to == **seat)) {
            speaking.queue.push(Arc::clone(bytes));
        }
    }

    /// How the link to a node is.
    #[must_use]
    pub fn state(&self, seat: Seat) -> Option<LinkState> {
        let dropped = state::read(&self.seats).get(&seat)?.queue.dropped();
        Some(LinkState { dropped, ..self.states.of(seat) })
    }

    /// How many were turned away: because their key is not a node's, because they did not say in time who they are, or
    /// because too many came.
    #[must_use]
    pub fn strangers(&self) -> u64 {
        self.states.strangers()
    }

    /// The key that the last stranger showed who showed one. It need not hold it.
    #[must_use]
    pub fn last_stranger(&self) -> Option<Seat> {
        self.states.stranger()
    }
}

impl Drop for Links {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

#[cfg(test)]
mod tests;
