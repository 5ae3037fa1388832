//! The record file of one decision: its form, how it is made, and its limits.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{Booked, DecisionNo, Event, Genesis, decisions};

use super::fault::{Check, Fault};
use super::item::Item;
use super::nodes::{Change, MAX_NODE_CHANGES};
use super::note::Note;
use super::select::concerns;
use super::whole::{Grown, Whole, item};

/// The longest record file that is read, in bytes.
pub const MAX_RECORD_FILE_BYTES: usize = 16 * 1024 * 1024;
/// The most events in a record file.
pub const MAX_RECORD_FILE_EVENTS: usize = 16 * 1024;

const VERSION: u8 = 2;

/// The file that proves one decision.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RecordFile {
    #[n(0)]
    version: u8,
    /// The genesis' bytes.
    #[n(1)]
    pub(super) genesis: ByteVec,
    /// The changes of the nodes from the genesis to the checkpoint, in order.
    #[n(2)]
    pub(super) changes: Vec<Change>,
    /// The checkpoint, as a signed note.
    #[n(3)]
    pub(super) note: String,
    #[n(4)]
    pub(super) decision: DecisionNo,
    /// In the order of the record.
    #[n(5)]
    pub(super) items: Vec<Item>,
    /// The signed commands that brought the items, in the order in which the items first name them.
    #[n(6)]
    pub(super) commands: Vec<ByteVec>,
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
    /// The chain of the nodes has a hole.
    #[error("the change of the nodes at height {0} is not signed by enough of the nodes before it")]
    Unchained(u64),
}

impl RecordFile {
    /// The file that proves a decision: what concerns it in this record, under this checkpoint of it. Every change of the
    /// nodes comes with its own.
    ///
    /// # Errors
    /// [`Unprovable`].
    pub fn new(
        genesis: &Genesis,
        (note, of_changes): (&Note, &[Note]),
        decision: DecisionNo,
        whole: &Whole,
    ) -> Result<RecordFile, Unprovable> {
        let Grown { tree, changes, .. } = Grown::of(whole, of_changes, 0)?;
        let (mut items, mut commands, mut named) = (Vec::new(), Vec::new(), BTreeSet::new());
        let concerned = whole.events.iter().zip(concerns(&whole.events, decision));
        for (at, (booked, concerns)) in concerned.enumerate() {
            if !concerns {
                continue;
            }
            items.extend(item(&tree, at, booked));
            if let Some(by) = booked.by.filter(|by| named.insert(by.command)) {
                let command = whole.commands.get(&by.command).ok_or(Unprovable::Unsigned(decision))?;
                commands.push(command.clone().into());
            }
        }
        if !whole.events.iter().any(|booked| is_outcome(booked, decision)) {
            return Err(Unprovable::NoOutcome(decision));
        }
        let (genesis, note) = (genesis.to_bytes().into(), note.text());
        let file = RecordFile { version: VERSION, genesis, changes, note, decision, items, commands };
        if file.counts().is_err() || file.to_bytes().len() > MAX_RECORD_FILE_BYTES {
            return Err(Unprovable::TooLong(decision));
        }
        Ok(file)
    }

    fn counts(&self) -> Result<(), String> {
        if self.items.len() > MAX_RECORD_FILE_EVENTS {
            return Err(format!("a record file has at most {MAX_RECORD_FILE_EVENTS} events"));
        }
        if self.changes.len() > MAX_NODE_CHANGES {
            return Err(format!("a file has at most {MAX_NODE_CHANGES} changes of the nodes"));
        }
        Ok(())
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
            return fault(format!("a record file has at most {MAX_RECORD_FILE_BYTES} bytes"));
        }
        let file: RecordFile = match minicbor::decode(bytes) {
            Ok(file) => file,
            Err(error) => return fault(format!("these bytes are not a record file: {error}")),
        };
        if file.version != VERSION {
            return fault(format!("version {} is not known here", file.version));
        }
        file.counts().map_err(|what| Fault::new(Check::Form, what))?;
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
