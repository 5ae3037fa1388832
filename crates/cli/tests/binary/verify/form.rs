//! The forms of files, written down a second time.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{Booked, Event};

#[derive(Clone, Encode, Decode)]
pub(super) struct File {
    #[n(0)]
    pub(super) version: u8,
    #[n(1)]
    pub(super) genesis: ByteVec,
    #[n(2)]
    pub(super) changes: Vec<Change>,
    #[n(3)]
    pub(super) note: String,
    #[n(4)]
    pub(super) decision: u32,
    #[n(5)]
    pub(super) items: Vec<Item>,
    #[n(6)]
    pub(super) commands: Vec<ByteVec>,
}

#[derive(Clone, Encode, Decode)]
pub(super) struct Consistency {
    #[n(0)]
    pub(super) kind: String,
    #[n(1)]
    pub(super) version: u8,
    #[n(2)]
    pub(super) genesis: ByteVec,
    #[n(3)]
    pub(super) changes: Vec<Change>,
    #[n(4)]
    pub(super) first: String,
    #[n(5)]
    pub(super) second: String,
    #[n(6)]
    pub(super) root: ByteVec,
    #[n(7)]
    pub(super) proof: ByteVec,
}

#[derive(Clone, Encode, Decode)]
pub(super) struct Change {
    #[n(0)]
    pub(super) item: Item,
    #[n(1)]
    pub(super) note: String,
}

#[derive(Clone, Encode, Decode)]
pub(super) struct Item {
    #[n(0)]
    pub(super) index: u64,
    #[n(1)]
    pub(super) leaf: ByteVec,
    #[n(2)]
    pub(super) path: ByteVec,
}

impl File {
    pub(super) fn read(bytes: &[u8]) -> File {
        minicbor::decode(bytes).unwrap()
    }

    pub(super) fn at(&self, is: impl Fn(&Event) -> bool) -> usize {
        self.items.iter().position(|item| is(&Booked::from_bytes(&item.leaf).unwrap().event)).unwrap()
    }

    /// Leaves an event out, and its command if it brought nothing else here.
    pub(super) fn leave_out(&mut self, is: impl Fn(&Event) -> bool) {
        let by = |item: &Item| Booked::from_bytes(&item.leaf).unwrap().by.map(|by| by.command);
        let at = self.at(is);
        let mut named = Vec::new();
        for command in self.items.iter().filter_map(by) {
            if !named.contains(&command) {
                named.push(command);
            }
        }
        let gone = by(&self.items.remove(at));
        if let Some(gone) = gone.filter(|gone| !self.items.iter().any(|item| by(item) == Some(*gone))) {
            self.commands.remove(named.iter().position(|command| *command == gone).unwrap());
        }
    }
}

/// The note with the lines of signatures for which this is so.
pub(super) fn keep(note: &str, is_kept: impl Fn(usize, &str) -> bool) -> String {
    let mut signature = 0;
    let lines = note.split_inclusive('\n').filter(|line| {
        if !line.starts_with('\u{2014}') {
            return true;
        }
        signature += 1;
        is_kept(signature - 1, line)
    });
    lines.collect()
}
