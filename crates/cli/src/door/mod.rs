//! The door of a member's pages: a view of its node, kept up with the record by a thread of its own.

mod acts;
mod checked;
pub(crate) mod desk;
mod earlier;
mod follow;
mod given;
mod prepare;
mod proved;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread;

use quorate_charter::MemberCode;
use quorate_foresight::Assurance;
use quorate_node::run::{Client, SILENT};
use quorate_node::{Clock, Node, Store};
use quorate_partnership::{CommandId, DecisionNo, Moment, Nature, Post, PublicKey};
use quorate_records::Records;
use quorate_records::proof::{Begun, Compared, Note};
use quorate_web::{
    Acceptance, Act, Author, Cosigned, Doorway, Drawer, NoProof, NoRecords, NodeSeen, NotPrepared, NotTaken,
    Prepared,
};
use tokio::sync::watch;

use crate::failure::Failure;

/// A view of a node that pages ask.
pub(crate) struct Door {
    directory: PathBuf,
    /// One process at a time has the desk: two would write over what the other keeps.
    _lock: Option<File>,
    member: Option<MemberCode>,
    shown: RwLock<Shown>,
    heights: watch::Sender<u64>,
    acts: Arc<[Act]>,
    /// The view itself: whoever holds it holds up what is new, and gives it back soon.
    node: Mutex<Node>,
    earlier: earlier::Earlier,
    proofs: proved::Proofs,
}

/// What is shown, as of one block.
struct Shown {
    records: Arc<Records>,
    text: Arc<str>,
    assurance: Option<Arc<Assurance>>,
    cosigned: Option<Arc<Cosigned>>,
}

impl Door {
    /// Opens the view of a directory's node, and keeps it up with the record while the door is held.
    pub(crate) fn open(directory: &Path) -> Result<Arc<Door>, Failure> {
        let is_there = Store::bytes(directory).is_some();
        let lock = is_there.then(|| desk::take(directory)).transpose()?;
        let node = Node::open(directory)?;
        desk::keep_genesis(directory, node.genesis())?;
        let standing = Client::connect(directory).and_then(|client| client.standing()).ok();
        let own = standing.and_then(|standing| standing.nodes.into_iter().find(|node| node.is_self));
        let records = node.records_now();
        let (heights, _) = watch::channel(records.height());
        let shown = Shown { records, text: text(&node), assurance: None, cosigned: None };
        let member = own.map(|own| own.member);
        let door = Arc::new(Door {
            directory: directory.into(),
            _lock: lock,
            member,
            shown: RwLock::new(shown),
            heights,
            acts: acts::acts(),
            node: Mutex::new(node),
            earlier: earlier::Earlier::default(),
            proofs: proved::Proofs::default(),
        });
        let held = Arc::downgrade(&door);
        thread::Builder::new().name("view".into()).spawn(move || follow::follow(&held))?;
        Ok(door)
    }

    /// Shows what the node has come to.
    fn show(&self, node: &Node) {
        let (records, text) = (node.records_now(), text(node));
        let height = records.height();
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        (shown.records, shown.text) = (records, text);
        drop(shown);
        self.heights.send_replace(height);
    }

    /// The height of what is shown.
    fn height(&self) -> u64 {
        *self.heights.borrow()
    }

    /// Shows what was found of the charter.
    fn has_found(&self, assurance: Assurance) {
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        shown.assurance = Some(Arc::new(assurance));
        drop(shown);
        self.heights.send_modify(|_| ());
    }

    /// Shows a checkpoint that was signed since.
    fn is_signed(&self, cosigned: Cosigned) {
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        shown.cosigned = Some(Arc::new(cosigned));
        drop(shown);
        self.heights.send_modify(|_| ());
    }

    /// The newest checkpoint, as it was signed.
    fn newest(&self) -> Option<Note> {
        self.with(|shown| shown.cosigned.as_ref().map(|cosigned| cosigned.note.clone()))
    }

    fn node(&self) -> MutexGuard<'_, Node> {
        self.node.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, read: impl FnOnce(&Shown) -> T) -> T {
        read(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The text of the charter in force.
fn text(node: &Node) -> Arc<str> {
    let amended = node.partnership().members().text_in_force();
    amended.map_or_else(|| node.genesis().charter_text(), |text| text.as_str()).into()
}

impl Doorway for Door {
    fn member(&self) -> Option<MemberCode> {
        self.member
    }

    fn records(&self) -> Arc<Records> {
        self.with(|shown| Arc::clone(&shown.records))
    }

    fn clock(&self) -> Moment {
        Clock::new(Nature::Real, Moment(0)).now()
    }

    fn watch(&self) -> watch::Receiver<u64> {
        self.heights.subscribe()
    }

    fn assurance(&self) -> Option<Arc<Assurance>> {
        self.with(|shown| shown.assurance.clone())
    }

    fn charter_text(&self) -> Arc<str> {
        self.with(|shown| Arc::clone(&shown.text))
    }

    fn nodes(&self) -> Vec<NodeSeen> {
        let Ok(standing) = Client::connect(&self.directory).and_then(|client| client.standing()) else {
            return Vec::new();
        };
        let seen = |node: quorate_node::run::NodeStanding| NodeSeen {
            member: node.member,
            this: node.is_self,
            heard: node.silent.is_some_and(|silent| silent < SILENT),
            height: if node.is_self { Some(standing.height) } else { node.height },
            named: node
                .named
                .into_iter()
                .map(|named| format!("height {}: {}", named.height, named.what))
                .collect(),
        };
        standing.nodes.into_iter().map(seen).collect()
    }

    fn acts(&self) -> Arc<[Act]> {
        Arc::clone(&self.acts)
    }

    fn holds(&self, post: Post, key: &PublicKey) -> bool {
        let node = self.node();
        node.partnership().members().holds(post, key, node.moment())
    }

    fn prepare(&self, by: Author, words: &[String]) -> Result<Prepared, NotPrepared> {
        prepare::prepare(&self.node(), by, words)
    }

    fn records_at(&self, height: u64) -> Result<Arc<Records>, NoRecords> {
        let now = self.records();
        if height == now.height() { Ok(now) } else { self.earlier.records(self, height, now.height()) }
    }

    fn submit(&self, signed: &[u8]) -> Result<Acceptance, NotTaken> {
        given::submit(self, signed)
    }

    fn command(&self, id: CommandId) -> Option<Acceptance> {
        given::remembered(&self.node(), id)
    }

    fn now(&self) -> Moment {
        let node = self.node();
        // The next block's moment is the clock's, and never before what is recorded.
        node.next_moment()
    }

    fn checkpoint(&self) -> Option<Arc<Cosigned>> {
        self.with(|shown| shown.cosigned.clone())
    }

    fn proof(&self, decision: DecisionNo) -> Result<Vec<u8>, NoProof> {
        proved::proof(self, decision)
    }

    fn begun(&self, height: u64) -> Result<Begun, NoProof> {
        proved::begun(self, height)
    }

    fn compared(&self, held: &Note) -> Result<Compared, NoProof> {
        proved::compared(self, held)
    }

    fn kept(&self, drawer: Drawer) -> Result<Option<Vec<u8>>, String> {
        desk::kept(&self.directory, drawer)
    }

    fn keep(&self, drawer: Drawer, bytes: &[u8]) -> Result<(), String> {
        desk::keep(&self.directory, drawer, bytes)
    }

    fn put_aside(&self, drawer: Drawer, why: &str) -> Result<(), String> {
        desk::put_aside(&self.directory, drawer, why)
    }
}
