//! A node among nodes, from its directory to its end.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use arc_malachitebft_core_types::LinearTimeouts;
use quorate_charter::MemberCode;
use quorate_partnership::{GenesisError, PartnershipId};

use super::config::{Config, ConfigError};
use super::control::{self, Door, Shelf};
use super::opening::{self, Keeper, Opened, Opening};
use super::roads::Roads;
use super::worker::{Event, Worker};
use crate::clock::Clock;
use crate::engine::{Disk as _, Replica, Seat, Validator, Validators};
use crate::keys::{Key, KeyError, KeyRing};
use crate::links::{Frame, LinkError, Links, Other};
use crate::node::NodeError;
use crate::store::{NodeDisk, Store, StoreError};

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

/// How long a node waits for the others, in each part of a round.
pub(crate) fn timeouts() -> LinearTimeouts {
    let millis = Duration::from_millis;
    LinearTimeouts {
        propose: millis(800),
        propose_delta: millis(200),
        prevote: millis(300),
        prevote_delta: millis(200),
        precommit: millis(300),
        precommit_delta: millis(200),
        rebroadcast: millis(1_500),
        max_timeout: millis(10_000),
    }
}

/// A node that runs.
pub struct Running {
    member: MemberCode,
    partnership: PartnershipId,
    height: u64,
    listens: SocketAddr,
    events: Sender<Event>,
    worker: JoinHandle<Result<(), String>>,
    /// Closed at the end.
    _door: Door,
    _shelf: Arc<DiskShelf>,
}

/// Ends a node from elsewhere.
#[derive(Clone)]
pub struct Stopper(Sender<Event>);

impl Stopper {
    /// The node ends once it has finished with what it is at.
    pub fn stop(&self) {
        // A node that has ended needs no telling.
        let _ = self.0.send(Event::Stop);
    }
}

struct DiskShelf {
    genesis: Vec<u8>,
    disk: NodeDisk,
}

impl Shelf for DiskShelf {
    fn genesis(&self) -> Vec<u8> {
        self.genesis.clone()
    }

    fn blocks(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, String> {
        let rows = self.disk.kept(from, most).map_err(|error| error.to_string())?;
        Ok(rows.into_iter().map(|(block, _)| block).collect())
    }
}

impl Running {
    /// Runs the node of a directory: opens its store and steps through its blocks, from its newest sound snapshot on unless
    /// it is to begin with the first, opens its links and its door, and
    /// goes on where it was.
    ///
    /// # Errors
    /// [`RunError`]; damage is named with file and place.
    pub fn begin(directory: &Path, opening: Opening) -> Result<Running, RunError> {
        let config = Config::read(directory)?;
        let (store, genesis) = Store::open(directory)?;
        let Opened { partnership, blocks, bytes } = opening::open(directory, (&store, &genesis), opening)?;
        let keeper = Keeper::new(directory, blocks, bytes);
        let nodes = Validators::of(&partnership).ok_or_else(|| RunError::NoKey(directory.into()))?;
        let (member, key) = own_key(directory, &nodes)?;
        let key = Arc::new(key);
        let disk = NodeDisk::new(store)?;
        let (events, happened) = channel();
        let links = open_links(&config, (partnership.id(), &nodes), &key, &events)?;
        let listens = links.listens();
        let clock = Clock::new(genesis.nature(), partnership.moment());
        let (id, height) = (partnership.id(), partnership.height());
        let shelf = Arc::new(DiskShelf { genesis: genesis.to_bytes(), disk: disk.clone() });
        let (node_key, place) = (key.for_node(id), directory.to_path_buf());
        let worker = thread::Builder::new().name(format!("node {member}")).spawn(move || {
            let replica = Replica::new(partnership, node_key, disk, timeouts());
            let replica = replica.ok_or("nobody is left to agree")?;
            let roads = Roads::new(place, config, links);
            Worker::new(replica, (member, key), clock, (roads, keeper)).work(&happened)
        });
        let worker = worker.map_err(RunError::Thread)?;
        let door = control::open(directory, &events, &shelf)
            .map_err(|source| RunError::Door { path: directory.join(control::DOOR), source })?;
        Ok(Running { member, partnership: id, height, listens, events, worker, _door: door, _shelf: shelf })
    }

    /// Whose node it is.
    #[must_use]
    pub fn member(&self) -> MemberCode {
        self.member
    }

    /// Of which partnership.
    #[must_use]
    pub fn partnership(&self) -> PartnershipId {
        self.partnership
    }

    /// Where it listens for the other nodes.
    #[must_use]
    pub fn listens(&self) -> SocketAddr {
        self.listens
    }

    /// The height at which it began.
    #[must_use]
    pub fn height(&self) -> u64 {
        self.height
    }

    /// A way to end it from elsewhere.
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        Stopper(self.events.clone())
    }

    /// Waits until it ends.
    ///
    /// # Errors
    /// [`RunError::Stopped`] if it ended by itself, and why.
    pub fn wait(self) -> Result<(), RunError> {
        drop(self.events);
        match self.worker.join() {
            Ok(ended) => ended.map_err(RunError::Stopped),
            Err(_) => Err(RunError::Stopped("its thread broke; the lines above say where".into())),
        }
    }
}

/// The key of the one node that is this directory's.
fn own_key(directory: &Path, nodes: &Validators) -> Result<(MemberCode, Key), RunError> {
    let ring = KeyRing::of(directory);
    for Validator { member, seat } in nodes.each() {
        if let Some(key) = ring.node(*member)?.filter(|key| key.public() == seat.0) {
            return Ok((*member, key));
        }
    }
    // A node that the record does not name yet follows.
    if let [member] = ring.nodes()?.as_slice()
        && let Some(key) = ring.node(*member)?
    {
        return Ok((*member, key));
    }
    Err(RunError::NoKey(directory.into()))
}

/// The nodes of the others, and where they are found.
pub(crate) fn others(config: &Config, nodes: &Validators, own: Seat) -> Vec<Other> {
    let other = |node: &Validator| Other { seat: node.seat, address: config.address(node.member) };
    let named = nodes.each().filter(|node| node.seat != own).map(other);
    let followers = config
        .followers
        .values()
        .map(|follower| Other { seat: Seat(follower.key), address: follower.address.clone() });
    let is_new = |other: &Other| other.seat != own && nodes.each().all(|node| node.seat != other.seat);
    named.chain(followers.filter(is_new)).collect()
}

fn open_links(
    config: &Config,
    (partnership, nodes): (PartnershipId, &Validators),
    key: &Key,
    events: &Sender<Event>,
) -> Result<Links, RunError> {
    let others = others(config, nodes, Seat(key.public()));
    let events = events.clone();
    let heard = move |from: Seat, frame: Frame| {
        // A node that ends hears nothing any more.
        let _ = events.send(Event::Heard { from, frame });
    };
    Ok(Links::open(&key.signing(), partnership, config.listen, others, heard)?)
}
