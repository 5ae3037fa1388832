//! The door of a member's pages: a view of its node, kept up with the record by a thread of its own.

mod acts;
mod checked;
mod follow;
mod prepare;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread;

use quorate_charter::MemberCode;
use quorate_foresight::Assurance;
use quorate_node::Node;
use quorate_node::run::{Client, SILENT};
use quorate_partnership::{Post, PublicKey};
use quorate_records::Records;
use quorate_web::{Act, Author, Doorway, Given, NodeSeen, NotPrepared, Prepared};
use tokio::sync::watch;

use crate::failure::Failure;

/// A view of a node that pages ask.
pub(crate) struct Door {
    directory: PathBuf,
    member: Option<MemberCode>,
    shown: RwLock<Shown>,
    heights: watch::Sender<u64>,
    acts: Arc<[Act]>,
    asks: Mutex<Sender<Ask>>,
}

/// What is asked of the view itself, by whoever waits for the answer.
type Ask = Box<dyn FnOnce(&mut Node) + Send>;

/// What is shown, as of one block.
struct Shown {
    records: Arc<Records>,
    text: Arc<str>,
    assurance: Option<Arc<Assurance>>,
}

impl Door {
    /// Opens the view of a directory's node, and keeps it up with the record while the door is held.
    pub(crate) fn open(directory: &Path) -> Result<Arc<Door>, Failure> {
        let node = Node::open(directory)?;
        let standing = Client::connect(directory).and_then(|client| client.standing()).ok();
        let own = standing.and_then(|standing| standing.nodes.into_iter().find(|node| node.is_self));
        let records = node.records_now();
        let (heights, _) = watch::channel(records.height());
        let shown = Shown { records, text: text(&node), assurance: None };
        let member = own.map(|own| own.member);
        let (asks, asked) = channel();
        let door = Arc::new(Door {
            directory: directory.into(),
            member,
            shown: RwLock::new(shown),
            heights,
            acts: acts::acts(),
            asks: Mutex::new(asks),
        });
        let held = Arc::downgrade(&door);
        thread::Builder::new().name("view".into()).spawn(move || follow::follow(node, &held, &asked))?;
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

    /// Asks the view itself, and waits for its answer.
    fn ask<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Node) -> Result<T, NotPrepared> + Send + 'static,
    ) -> Result<T, NotPrepared> {
        let (answer, answered) = channel();
        let ask: Ask = Box::new(move |node| {
            // Whoever asked may have gone.
            let _ = answer.send(ask(node));
        });
        let asks = self.asks.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let gone =
            || NotPrepared { what: "this view has ended".into(), help: "start the pages again".into() };
        asks.send(ask).map_err(|_| gone())?;
        answered.recv().map_err(|_| gone())?
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
        let key = *key;
        let holds = self.ask(move |node| {
            let members = node.partnership().members();
            Ok(members.holds(post, &key, node.moment()))
        });
        holds.unwrap_or_default()
    }

    fn prepare(&self, by: Author, words: &[String]) -> Result<Prepared, NotPrepared> {
        let words = words.to_vec();
        self.ask(move |node| prepare::prepare(node, by, &words))
    }

    fn give(&self, signed: Vec<u8>) -> Result<Given, NotPrepared> {
        self.ask(move |node| prepare::give(node, signed))
    }
}
