//! Make a key of a post or a node, its first or its next.

use std::path::Path;

use clap::Args;
use quorate_node::{Holder, Node, NodeError, StoreError};

use crate::args::At;
use crate::failure::Failure;
use crate::keeper;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Make a key of a post or a node, its first or its next", long_about = include_str!("new.md").trim_end())]
pub(super) struct New {
    /// Whose: a post such as GBR/treasurer, or GBR/node.
    holder: Holder,
    /// Keep it as it is, readable by whoever reads the disk.
    #[arg(long)]
    plain_keys: bool,
}

impl New {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name the directory to make it in: `--dir DIRECTORY`";
        let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("where?", help))?;
        let holder = self.holder;
        let ring = keeper::ring(at, dir).keeping(keeper::for_new(at, self.plain_keys)?);
        if let Some(public) = ring.first(holder)? {
            return screen.line(&format!("the key of {holder} is {public}"));
        }
        let next = ring.next(holder)?;
        screen.line(&format!("the next key of {holder} is {}", next.public()))?;
        let Holder::Node(member) = holder else {
            return screen
                .line(&format!("once it is on record: quorate key adopt {holder} --dir {}", shell(dir)));
        };
        let Some(node) = recorded(dir)? else { return Ok(()) };
        let ready = next.sign_ready(node.basis(), member).map_err(quorate_node::KeyError::from)?;
        screen.line("It has come to the last block. Within seven days the member's root names it:")?;
        screen.line(&format!("  quorate member name-node {ready} --dir {} --as {member}/root", shell(dir)))
    }
}

/// The partnership of the directory, if there is one.
fn recorded(dir: &Path) -> Result<Option<Node>, Failure> {
    match Node::open(dir) {
        Err(NodeError::Store(StoreError::None(_))) => Ok(None),
        opened => Ok(Some(opened?)),
    }
}
