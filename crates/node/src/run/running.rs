//! A node among nodes, from its directory to its end.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use arc_malachitebft_core_types::LinearTimeouts;
use quorate_charter::MemberCode;
use quorate_partnership::PartnershipId;

use super::config::Config;
use super::control::{self, Door, Shelf};
use super::error::RunError;
use super::opening::{self, Keeper, Opened, Opening};
use super::operations::{self, Operations};
use super::pulse::{Pulse, Watched};
use super::roads::Roads;
use super::worker::{Event, Worker};
use crate::clock::Clock;
use crate::engine::{Disk as _, NodeKey, Replica, Seat, Validator, Validators};
use crate::keys::{KeyRing, Signer, Watched as WatchedKey};
use crate::links::{Frame, Links, Other};
use crate::store::{NodeDisk, Store};

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
    is_to_end: Arc<AtomicBool>,
    pulse: Pulse,
    worker: JoinHandle<Result<(), String>>,
    /// Closed at the end.
    _door: Door,
    _operations: Option<Operations>,
    _shelf: Arc<DiskShelf>,
}

/// Ends a node from elsewhere.
#[derive(Clone)]
pub struct Stopper {
    events: Sender<Event>,
    is_to_end: Arc<AtomicBool>,
}

impl Stopper {
    /// The node ends once it has finished with what it is at, however much it was told before this.
    pub fn stop(&self) {
        self.is_to_end.store(true, Ordering::Relaxed);
        // It may be waiting. A node that has ended needs no telling.
        let _ = self.events.send(Event::Stop);
    }
}

/// Tells the pulse of a worker that it has ended, also when its thread breaks.
struct End(Pulse);

impl Drop for End {
    fn drop(&mut self) {
        self.0.ends(Some("its thread broke".into()));
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

    fn changes(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, String> {
        let rows = self.disk.changes(from, most).map_err(|error| error.to_string())?;
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    fn left(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, String> {
        self.disk.left(from, most).map_err(|error| error.to_string())
    }

    fn base(&self, from: u64, most: usize) -> Result<Vec<u8>, String> {
        let base = self.disk.base().map_err(|error| error.to_string())?;
        let bytes = base.map(|(_, bytes)| bytes).unwrap_or_default();
        let skipped = usize::try_from(from).unwrap_or(usize::MAX);
        Ok(bytes.into_iter().skip(skipped).take(most).collect())
    }

    fn blocks(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, String> {
        let rows = self.disk.kept(from, most).map_err(|error| error.to_string())?;
        Ok(rows.into_iter().map(|(block, _)| block).collect())
    }
}

impl Running {
    /// Runs the node of a directory, with its key among these: opens its store and steps through its blocks, from its newest
    /// sound snapshot on unless it is to begin with the first, opens its links and its door, and goes on where it was.
    ///
    /// # Errors
    /// [`RunError`]; damage is named with file and place.
    pub fn begin(directory: &Path, keys: &KeyRing, opening: Opening) -> Result<Running, RunError> {
        Running::begin_with(directory, opening, |nodes| own_key(directory, keys, nodes))
    }

    /// The same, with the member and what signs for its node chosen among the nodes that agree.
    pub(super) fn begin_with(
        directory: &Path,
        opening: Opening,
        own: impl FnOnce(&Validators) -> Result<Own, RunError>,
    ) -> Result<Running, RunError> {
        let config = Config::read(directory)?;
        let (store, genesis) = Store::open(directory)?;
        let Opened { partnership, changes, blocks, bytes } =
            opening::open(directory, (&store, &genesis), opening)?;
        let keeper = Keeper::new(directory, blocks, bytes);
        let nodes = Validators::of(&partnership).ok_or_else(|| RunError::NoKey(directory.into()))?;
        let (member, signer) = own(&nodes)?;
        let watched = Arc::new(WatchedKey::new(signer));
        let key: Arc<dyn Signer> = Arc::<WatchedKey>::clone(&watched);
        let disk = NodeDisk::new(store)?;
        let (events, happened) = channel();
        let links = open_links(&config, (partnership.id(), &nodes), &key, &events)?;
        let listens = links.listens();
        let clock = Clock::new(genesis.nature(), partnership.moment());
        let (id, height) = (partnership.id(), partnership.height());
        let kept = disk.clone();
        let shelf = Arc::new(DiskShelf { genesis: genesis.to_bytes(), disk: disk.clone() });
        let (pulse, is_to_end) = (Pulse::new(member), Arc::new(AtomicBool::new(false)));
        let operations = open_operations(&config, &events, &pulse)?;
        let (node_key, roads) = (NodeKey::new(key, id), Roads::new(directory.to_path_buf(), config, links));
        let (own, to_end) = (pulse.clone(), Arc::clone(&is_to_end));
        let worker = thread::Builder::new().name(format!("node {member}")).spawn(move || {
            let end = End(own.clone());
            let disk = Watched::new(disk, own.clone());
            let replica = Replica::new(partnership, node_key, disk, timeouts());
            let worked = replica.ok_or("nobody is left to agree".to_owned()).and_then(|replica| {
                let worker = Worker::new(replica, (member, watched), clock, (roads, keeper), (own, kept));
                worker.map_err(|error| error.to_string())?.work(&happened, &to_end, changes)
            });
            end.0.ends(worked.as_ref().err().cloned());
            worked
        });
        let worker = worker.map_err(RunError::Thread)?;
        let door = control::open(directory, &events, &shelf)
            .map_err(|source| RunError::Door { path: directory.join(control::DOOR), source })?;
        let (partnership, _operations) = (id, operations);
        Ok(Running {
            member,
            partnership,
            height,
            listens,
            events,
            is_to_end,
            pulse,
            worker,
            _door: door,
            _operations,
            _shelf: shelf,
        })
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
        Stopper { events: self.events.clone(), is_to_end: Arc::clone(&self.is_to_end) }
    }

    /// What it is at, for a watchdog.
    #[must_use]
    pub fn pulse(&self) -> Pulse {
        self.pulse.clone()
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

/// A member, and what signs for its node.
pub(super) type Own = (MemberCode, Arc<dyn Signer>);

/// The key of the one node that is this directory's.
fn own_key(directory: &Path, ring: &KeyRing, nodes: &Validators) -> Result<Own, RunError> {
    for Validator { member, seat } in nodes.each() {
        if ring.node_public(*member)? == Some(seat.0)
            && let Some(key) = ring.node(*member)?
        {
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

fn open_operations(
    config: &Config,
    events: &Sender<Event>,
    pulse: &Pulse,
) -> Result<Option<Operations>, RunError> {
    let Some(address) = config.operations else { return Ok(None) };
    let open = operations::open(address, events, pulse);
    open.map(Some).map_err(|source| RunError::Operations { address, source })
}

fn open_links(
    config: &Config,
    (partnership, nodes): (PartnershipId, &Validators),
    key: &Arc<dyn Signer>,
    events: &Sender<Event>,
) -> Result<Links, RunError> {
    let others = others(config, nodes, Seat(key.public()));
    let events = events.clone();
    let heard = move |from: Seat, frame: Frame| {
        // A node that ends hears nothing any more.
        let _ = events.send(Event::Heard { from, frame });
    };
    Ok(Links::open(key, partnership, config.listen, others, heard)?)
}
