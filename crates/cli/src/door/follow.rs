//! Keeping up with a node: its blocks as they come, and the node again after it was away.

use std::sync::Weak;
use std::thread::{self, sleep};
use std::time::Duration;

use quorate_node::Node;

use super::Door;
use super::checked::{Checking, check};

/// How often the node is asked whether it has more.
const PAUSE: Duration = Duration::from_millis(50);
/// How long a node that is away is left alone.
const AWAY: Duration = Duration::from_millis(500);

/// Follows until the door is dropped.
pub(super) fn follow(held: &Weak<Door>) {
    let mut checking = Checking::default();
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
        drop(node);
        drop(door);
        sleep(PAUSE);
    }
}
