//! Begin a partnership in the directory of one node among nodes.

use std::path::Path;

use quorate_charter::MemberCode;
use quorate_node::run::{Config, ConfigError};
use quorate_node::{Node, NodeError, StoreError};
use quorate_partnership::Genesis;
use quorate_records::proof::{grouped_hex, words_of};

use super::founders::Founders;
use crate::failure::Failure;
use crate::present::{Screen, shell};

/// Makes the store, and tells the node where the others are found. What the operator set stays as it is.
///
/// Whether anything was begun: in a directory that holds the same partnership already nothing is changed.
pub(super) fn begin(
    dir: &Path,
    genesis: &Genesis,
    own: MemberCode,
    founders: &Founders,
) -> Result<bool, Failure> {
    match Node::open(dir) {
        Ok(node) if node.genesis() == genesis => return Ok(false),
        Ok(_) => return Err(StoreError::Exists(dir.into()).into()),
        Err(NodeError::Store(StoreError::None(_))) => {}
        Err(error) => return Err(error.into()),
    }
    let before = settings(dir)?;
    let mut after = before.clone();
    for (member, file) in founders.files().filter(|(member, _)| *member != own) {
        after.others.entry(member).or_insert_with(|| file.address.clone());
    }
    // The addresses first: a store without them would be taken for one that was begun whole.
    if after != before {
        after.write(dir)?;
    }
    Node::create(dir, genesis)?;
    Ok(true)
}

/// The settings that `init` wrote.
pub(super) fn settings(dir: &Path) -> Result<Config, Failure> {
    match Config::read(dir) {
        Err(ConfigError::None(_)) => Err(Failure::usage(
            format!("there is no node.toml in {}", shell(dir)),
            "`quorate init` writes it; the line `listen = \"0.0.0.0:7420\"`, with the node's own port, is enough",
        )),
        read => Ok(read?),
    }
}

/// Tells what was begun, or that nothing was, and by what to compare it with the others.
pub(super) fn tell(dir: &Path, genesis: &Genesis, is_new: bool, screen: &mut Screen) -> Result<(), Failure> {
    if !is_new {
        screen.line(&format!("{} holds this partnership already; nothing was changed.", shell(dir)))?;
    }
    screen.line(&format!("partnership {}", genesis.id()))?;
    screen.line("The fingerprint of its genesis, to compare by voice before the node runs:")?;
    screen.paragraph("  ", &grouped_hex(&genesis.id().0))?;
    screen.paragraph("  ", &words_of(&genesis.id().0).join(" "))
}
