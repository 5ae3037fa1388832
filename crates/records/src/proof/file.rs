//! The record file of one decision: its form, how it is made, and its limits.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{Booked, CommandId, DecisionNo, Event, Genesis, decisions};
use sha2::Sha256;

use super::fault::{Check, Fault};
use super::note::Note;
use super::select::concerns;

/// The longest record file that is read, in bytes.
pub const MAX_RECORD_FILE_BYTES: usize = 16 * 1024 * 1024;
/// The most events in a record file.
pub const MAX_RECORD_FILE_EVENTS: usize = 16 * 1024;

const VERSION: u8 = 1;

/// The file that proves one decision.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RecordFile {
    #[n(0)]
    version: u8,
    /// The genesis' bytes.
    #[n(1)]
    pub(super) genesis: ByteVec,
    /// The checkpoint, as a signed note.
    #[n(2)]
    pub(super) note: String,
    #[n(3)]
    pub(super) decision: DecisionNo,
    /// In the order of the record.
    #[n(4)]
    pub(super) items: Vec<Item>,
    /// The signed commands that brought the items, in the order in which the items first name them.
    #[n(5)]
    pub(super) commands: Vec<ByteVec>,
}

/// One event with the proof that it is in the record.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Item {
    /// Its place in the record, from 0.
    #[n(0)]
    pub(super) index: u64,
    /// Its bytes: a leaf of the tree.
    #[n(1)]
    pub(super) leaf: ByteVec,
    /// The hashes beside the way from the leaf to the root, one after the other.
    #[n(2)]
    pub(super) path: ByteVec,
}

/// The whole record, from which files are made.
#[derive(Clone, Debug, Default)]
pub struct Whole {
    /// Every event, in order.
    pub events: Vec<Booked>,
    /// Every command that was ordered, as it was signed.
    pub commands: BTreeMap<CommandId, Vec<u8>>,
}

/// Why there is no record file of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unprovable {
    /// No such decision, or its vote goes on.
    #[error("{0} has no outcome yet, or there is no such decision")]
    NoOutcome(DecisionNo),
    /// Something about it was presumed.
    #[error("some of what concerns {0} was given without a signature")]
    Unsigned(DecisionNo),
    /// Larger than any file.
    #[error("what concerns {0} is more than a record file holds")]
    TooLong(DecisionNo),
}

impl RecordFile {
    /// The file that proves a decision: what concerns it in this record, under this checkpoint of it.
    ///
    /// # Errors
    /// [`Unprovable`].
    pub fn new(
        genesis: &Genesis,
        note: &Note,
        decision: DecisionNo,
        whole: &Whole,
    ) -> Result<RecordFile, Unprovable> {
        let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
        whole.events.iter().for_each(|booked| tree.push(booked.to_bytes()));
        let (mut items, mut commands, mut named) = (Vec::new(), Vec::new(), BTreeSet::new());
        let concerned = whole.events.iter().zip(concerns(&whole.events, decision));
        for (at, (booked, concerns)) in concerned.enumerate() {
            let Ok(index) = u64::try_from(at) else { break };
            if !concerns {
                continue;
            }
            let path = tree.prove_inclusion(at).as_bytes().to_vec();
            items.push(Item { index, leaf: booked.to_bytes().into(), path: path.into() });
            if let Some(by) = booked.by.filter(|by| named.insert(by.command)) {
                let command = whole.commands.get(&by.command).ok_or(Unprovable::Unsigned(decision))?;
                commands.push(command.clone().into());
            }
        }
        if !whole.events.iter().any(|booked| is_outcome(booked, decision)) {
            return Err(Unprovable::NoOutcome(decision));
        }
        let (genesis, note) = (genesis.to_bytes().into(), note.text());
        let file = RecordFile { version: VERSION, genesis, note, decision, items, commands };
        if file.items.len() > MAX_RECORD_FILE_EVENTS || file.to_bytes().len() > MAX_RECORD_FILE_BYTES {
            return Err(Unprovable::TooLong(decision));
        }
        Ok(file)
    }

    /// The file's bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory cannot fail, and no encoder here refuses a value.
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Reads a file in its one form. That it was read says nothing about what is in it.
    ///
    /// # Errors
    /// [`Check::Form`].
    pub fn read(bytes: &[u8]) -> Result<RecordFile, Fault> {
        let fault = |what: String| Err(Fault::new(Check::Form, what));
        if bytes.len() > MAX_RECORD_FILE_BYTES {
            return fault(alloc::format!("a record file has at most {MAX_RECORD_FILE_BYTES} bytes"));
        }
        let file: RecordFile = match minicbor::decode(bytes) {
            Ok(file) => file,
            Err(error) => return fault(alloc::format!("these bytes are not a record file: {error}")),
        };
        if file.version != VERSION {
            return fault(alloc::format!("version {} is not known here", file.version));
        }
        if file.items.len() > MAX_RECORD_FILE_EVENTS {
            return fault(alloc::format!("a record file has at most {MAX_RECORD_FILE_EVENTS} events"));
        }
        if file.to_bytes() != bytes {
            return fault("written again, the bytes differ".to_string());
        }
        Ok(file)
    }
}

/// Whether this is the end of a decision's vote, or of the draft.
fn is_outcome(booked: &Booked, of: DecisionNo) -> bool {
    use decisions::Event as E;
    match &booked.event {
        Event::Decisions(E::Closed { decision, .. } | E::Withdrawn { decision }) => *decision == of,
        _ => false,
    }
}
