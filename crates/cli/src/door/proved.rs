//! What shows to outsiders that the record is what pages say: signed checkpoints, files of proof, comparisons.

use std::sync::{Mutex, TryLockError};

use quorate_node::run::{Client, ClientError};
use quorate_node::{CameTo, KeyRing, Node, NodeError};
use quorate_partnership::DecisionNo;
use quorate_records::proof::{
    Begun, Compared, ConsistencyFile, Expected, Note, RecordFile, Unprovable, Whole, compare, verify,
};
use quorate_web::{Cosigned, NoProof};

use super::Door;

/// The most blocks that are gone through for one file.
const MOST: u64 = 100_000;

/// The file that was last made, and of what: whoever downloads it again has the same.
#[derive(Default)]
pub(super) struct Proofs {
    last: Mutex<Option<Made>>,
}

struct Made {
    /// The decision, and the height of the checkpoint under which it is proved.
    of: (DecisionNo, u64),
    bytes: Vec<u8>,
}

/// The newest checkpoint that enough nodes signed; none if that is not known now.
pub(super) fn cosigned(node: &Node) -> Option<Cosigned> {
    let came_to = node.came_to();
    let note = if node.is_alone() {
        signed_here(node.directory(), &came_to)?
    } else {
        Client::connect(node.directory()).and_then(|client| client.note()).ok()?
    };
    // The nodes of the last block judge it; where they changed since, who signed is not told.
    let signers = note.signers(note.checkpoint().partnership, &came_to.judges).unwrap_or_default();
    Some(Cosigned { note, signers, nodes: came_to.judges.len() })
}

/// The checkpoint signed with the nodes' keys that are in the directory and open without a passphrase.
fn signed_here(directory: &std::path::Path, came_to: &CameTo) -> Option<Note> {
    let keys = KeyRing::of(directory);
    let mut signatures = Vec::new();
    for (member, public) in &came_to.judges {
        if let Ok(Some(key)) = keys.node_with(*member, public) {
            signatures.push((*member, *public, key.sign_checkpoint(&came_to.checkpoint).ok()?));
        }
    }
    (signatures.len() >= came_to.needed()).then(|| Note::new(came_to.checkpoint, &signatures))
}

/// The file that proves a decision, under the newest checkpoint.
pub(super) fn proof(door: &Door, decision: DecisionNo) -> Result<Vec<u8>, NoProof> {
    let mut last = match door.proofs.last.try_lock() {
        Ok(last) => last,
        Err(TryLockError::Poisoned(broken)) => broken.into_inner(),
        Err(TryLockError::WouldBlock) => return Err(NoProof::Busy),
    };
    let note = door.newest().ok_or_else(unsigned)?;
    let of = (decision, note.checkpoint().height);
    if let Some(made) = last.as_ref().filter(|made| made.of == of) {
        return Ok(made.bytes.clone());
    }
    let bytes = beside(door, &note, |node, whole, changes| {
        let file = RecordFile::new(node.genesis(), (&note, changes), decision, whole);
        match file {
            Err(Unprovable::Unsigned(_)) if node.pruned().map_err(failed)? > 0 => {
                let what = "this node keeps the old blocks without their commands; ask another member's";
                Err(NoProof::None(what.into()))
            }
            file => Ok(file.map_err(|why| NoProof::None(why.to_string()))?.to_bytes()),
        }
    })?;
    // Nobody is handed a file that proves nothing.
    verify(&bytes, Expected::default()).map_err(|fault| NoProof::None(fault.to_string()))?;
    *last = Some(Made { of, bytes: bytes.clone() });
    Ok(bytes)
}

/// What the record came to at a height, and what leads from there to the newest checkpoint.
pub(super) fn begun(door: &Door, height: u64) -> Result<Begun, NoProof> {
    let _one = match door.proofs.last.try_lock() {
        Err(TryLockError::WouldBlock) => return Err(NoProof::Busy),
        one => one,
    };
    let newest = door.newest().ok_or_else(unsigned)?;
    if height > newest.checkpoint().height {
        let what = format!(
            "the newest checkpoint is of height {}; one of height {height} or later is not signed yet",
            newest.checkpoint().height
        );
        return Err(NoProof::None(what));
    }
    beside(door, &newest, |_, whole, _| {
        let other = || NoProof::None("the newest checkpoint is not of the record here".into());
        Begun::of(whole, &newest, height).ok_or_else(other)
    })
}

/// A checkpoint that somebody holds, beside the newest one here.
pub(super) fn compared(door: &Door, held: &Note) -> Result<Compared, NoProof> {
    let _one = match door.proofs.last.try_lock() {
        Err(TryLockError::WouldBlock) => return Err(NoProof::Busy),
        one => one,
    };
    let newest = door.newest().ok_or_else(unsigned)?;
    let (mine, its) = (held.checkpoint(), newest.checkpoint());
    if mine.partnership != its.partnership {
        return Err(NoProof::None("it is a checkpoint of another partnership".into()));
    }
    if mine.height > its.height {
        let what = format!(
            "the checkpoint is of height {}, and the record here of height {}; ask a node that is further",
            mine.height, its.height
        );
        return Err(NoProof::None(what));
    }
    beside(door, &newest, |node, whole, changes| {
        let file = ConsistencyFile::new(node.genesis(), (held, &newest), changes, whole);
        let bytes = file.map_err(|why| NoProof::None(why.to_string()))?.to_bytes();
        let expected = Expected { genesis: Some(node.genesis()), held: None };
        compare(&bytes, expected).map_err(|fault| NoProof::None(fault.to_string()))
    })
}

/// Makes something from the whole record up to a checkpoint, beside the view where that can be.
fn beside<T>(
    door: &Door,
    note: &Note,
    make: impl FnOnce(&Node, &Whole, &[Note]) -> Result<T, NoProof>,
) -> Result<T, NoProof> {
    let beside = door.node().beside().map_err(failed)?;
    let held;
    let node = match &beside {
        Some(node) => node,
        None => {
            held = door.node();
            &*held
        }
    };
    let (height, pruned) = (note.checkpoint().height, node.pruned().map_err(failed)?);
    if height.saturating_sub(pruned) > MOST {
        return Err(NoProof::TooMuch(MOST));
    }
    let whole = node.whole(height).map_err(failed)?;
    let changes = of_changes(node, &whole)?;
    make(node, &whole, &changes)
}

/// The checkpoints of the changes of the nodes, each signed by those before it.
fn of_changes(node: &Node, whole: &Whole) -> Result<Vec<Note>, NoProof> {
    if !node.is_alone() {
        return node.notes(&whole.changes).map_err(failed);
    }
    let signed = |of: &quorate_records::proof::NodeChange| {
        let came_to = CameTo { checkpoint: of.checkpoint, judges: of.judges.clone() };
        signed_here(node.directory(), &came_to).ok_or_else(unsigned)
    };
    whole.changes.iter().map(signed).collect()
}

fn unsigned() -> NoProof {
    NoProof::None("no checkpoint is signed by enough of the members' nodes".into())
}

fn failed(error: NodeError) -> NoProof {
    match error {
        NodeError::Asleep(_) | NodeError::Served(ClientError::NotRunning(_) | ClientError::Broke { .. }) => {
            NoProof::Away
        }
        other => NoProof::None(other.to_string()),
    }
}
