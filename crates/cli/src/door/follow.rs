//! Keeping up with a node: its blocks as they come, and the node again after it was away.

use std::sync::Weak;
use std::thread::{self, sleep};
use std::time::Duration;

use quorate_node::Node;
use quorate_web::Cosigned;

use super::Door;
use super::checked::{Checking, check};
use super::proved::cosigned;

/// How often the node is asked whether it has more.
const PAUSE: Duration = Duration::from_millis(50);
/// How long a node that is away is left alone.
const AWAY: Duration = Duration::from_millis(500);
/// For how many rounds a checkpoint is asked for in each.
const SOON: u32 = 20;

/// Follows until the door is dropped.
pub(super) fn follow(held: &Weak<Door>) {
    let (mut checking, mut signing) = (Checking::default(), Signing::default());
    loop {
        let Some(door) = held.upgrade() else { return };
        let mut node = door.node();
        match node.catch_up() {
            Ok(_) if node.records().height() != door.height() => door.show(&node),
            Ok(_) => {}
            // The node has ended: whoever looks sees what it had, and what it has when it is back.
            Err(_) => {
                drop(node);
                sleep(AWAY);
                let again = Node::open(&door.directory);
                node = door.node();
                if let Ok(again) = again {
                    *node = again;
                    door.show(&node);
                }
            }
        }
        if checking.is_due(&node) {
            let (partnership, records) = (node.partnership().clone(), node.records_now());
            let (alone, held) = (node.is_alone(), held.clone());
            let text = super::text(&node);
            let checked = thread::Builder::new().name("check".into()).spawn(move || {
                let found = check(&partnership, &records, &text, alone);
                if let Some(door) = held.upgrade() {
                    door.has_found(found);
                }
            });
            checking.began(checked.ok());
        }
        if let Some(cosigned) = signing.heard(&node) {
            door.is_signed(cosigned);
        }
        drop(node);
        drop(door);
        sleep(PAUSE);
    }
}

/// The checkpoints as the nodes sign them: asked for until that of the last block is there.
#[derive(Default)]
struct Signing {
    /// The height of the newest one that was heard.
    newest: Option<u64>,
    /// The height of the last block, and how many rounds passed since it came.
    height: u64,
    rounds: u32,
}

impl Signing {
    /// A checkpoint that was not heard before. Soon after a block it is asked for each round, then once a second.
    fn heard(&mut self, node: &Node) -> Option<Cosigned> {
        let height = node.records().height();
        if height != self.height {
            (self.height, self.rounds) = (height, 0);
        }
        self.rounds = self.rounds.saturating_add(1);
        let is_due = self.rounds < SOON || self.rounds.is_multiple_of(SOON);
        if self.newest.is_some_and(|newest| newest >= height) || !is_due {
            return None;
        }
        let cosigned = cosigned(node)?;
        let of = cosigned.note.checkpoint().height;
        if self.newest == Some(of) {
            return None;
        }
        self.newest = Some(of);
        Some(cosigned)
    }
}
