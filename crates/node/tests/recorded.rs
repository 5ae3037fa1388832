//! Every history in `conformance/blocks`, as four nodes of some version wrote it, is followed by a node of this one, which
//! takes nothing on trust: what proves each block final, every signature, every rule.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use arc_malachitebft_core_types::LinearTimeouts;
use minicbor::bytes::ByteVec;
use quorate_node::Key;
use quorate_node::engine::{
    Disk, DiskError, Final, Message, NodeKey, Output, Replica, Row, Seat, Validators,
};
use quorate_partnership::{Digest, Extent, Genesis, Moment, Partnership, TreeRoot};

/// A disk in memory that keeps blocks.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<Row>>>);

impl Disk for Kept {
    fn log(&mut self, _: u64, _: &[u8]) -> Result<(), DiskError> {
        Ok(())
    }

    fn force(&mut self) -> Result<(), DiskError> {
        Ok(())
    }

    fn keep(&mut self, _: u64, block: &[u8], seals: &[u8]) -> Result<(), DiskError> {
        self.0.borrow_mut().push((block.to_vec(), seals.to_vec()));
        Ok(())
    }

    fn kept(&self, _: u64, _: usize) -> Result<Vec<Row>, DiskError> {
        Ok(Vec::new())
    }

    fn logged(&self, _: u64) -> Result<Vec<Vec<u8>>, DiskError> {
        Ok(Vec::new())
    }
}

/// A history as it was recorded.
struct History {
    name: String,
    genesis: Genesis,
    rows: Vec<Row>,
    height: u64,
    extent: Extent,
}

impl History {
    fn read(path: &Path) -> History {
        type Form = (u8, ByteVec, Vec<(ByteVec, ByteVec)>, (u64, Digest, u64, TreeRoot));
        let bytes = fs::read(path).unwrap();
        let mut decoder = minicbor::Decoder::new(&bytes);
        let (version, genesis, rows, (height, digest, size, root)): Form = decoder.decode().unwrap();
        assert_eq!((version, decoder.position()), (1, bytes.len()));
        History {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            genesis: Genesis::from_bytes(&genesis).unwrap(),
            rows: rows.into_iter().map(|(block, seals)| (block.into(), seals.into())).collect(),
            height,
            extent: Extent { size, root, digest },
        }
    }

    /// How far a new node comes that is told these blocks by one of those that agree at the end.
    fn followed(&self) -> (Partnership, usize) {
        let partnership = Partnership::begin(&self.genesis).unwrap();
        let key = NodeKey::new(
            Arc::new(Key::of_exercise_node("recorded", "XAA".parse().unwrap())),
            self.genesis.id(),
        );
        let disk = Kept::default();
        let mut replica = Replica::new(partnership, key, disk.clone(), timeouts()).unwrap();
        replica.start(Moment(0));
        let mut faults = 0_usize;
        for rows in self.rows.chunks(7) {
            let blocks = rows.iter().map(|(block, seals)| Final {
                block: ByteVec::from(block.clone()),
                seals: minicbor::decode(seals).unwrap(),
            });
            let from = first(replica.nodes());
            let outputs = replica.hear(Moment(0), from, Message::Final(blocks.collect()));
            let found = outputs.iter().filter(|output| matches!(output, Output::Fault { .. })).count();
            faults = faults.saturating_add(found);
        }
        assert_eq!(disk.0.borrow().len(), usize::try_from(replica.partnership().height()).unwrap());
        (replica.partnership().clone(), faults)
    }
}

fn first(nodes: &Validators) -> Seat {
    nodes.each().next().unwrap().seat
}

fn timeouts() -> LinearTimeouts {
    let second = Duration::from_secs(1);
    LinearTimeouts {
        propose: second,
        propose_delta: second,
        prevote: second,
        prevote_delta: second,
        precommit: second,
        precommit_delta: second,
        rebroadcast: second,
        max_timeout: second,
    }
}

fn histories() -> Vec<History> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/blocks");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "blocks"));
    files.sort();
    assert!(!files.is_empty(), "there are no recorded histories");
    files.iter().map(|path| History::read(path)).collect()
}

#[test]
fn every_recorded_history_comes_to_what_it_came_to() {
    for history in histories() {
        let (end, faults) = history.followed();
        assert_eq!((end.height(), faults), (history.height, 0), "{}", history.name);
        assert_eq!(end.extent(), history.extent, "{}", history.name);
        assert_eq!(usize::try_from(history.height).unwrap(), history.rows.len());
    }
}

#[test]
fn a_history_with_a_byte_changed_is_followed_up_to_there_and_no_further() {
    for mut history in histories() {
        let middle = history.rows.len() / 2;
        let (block, seals) = history.rows[middle].clone();
        // The last byte of a block is a command's, or of the root before it; of what proves it final, a signature's.
        let mut bent = block.clone();
        *bent.last_mut().unwrap() ^= 1;
        history.rows[middle].0 = bent;
        assert_stops(&history, middle);
        let mut bent = seals.clone();
        *bent.last_mut().unwrap() ^= 1;
        history.rows[middle] = (block, bent);
        assert_stops(&history, middle);
    }
}

fn assert_stops(history: &History, after: usize) {
    let (end, faults) = history.followed();
    assert_eq!(usize::try_from(end.height()).unwrap(), after, "{}", history.name);
    assert!(faults > 0, "{}", history.name);
}
