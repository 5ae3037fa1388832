//! Damage is named with file and place, and never silently repaired.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test")]
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "a test")]

mod founding;

use std::fs;
use std::path::{Path, PathBuf};

use founding::{indication, representative};
use quorate_node::{Node, NodeError, StoreError};
use quorate_partnership::Digest;

/// A partnership of some blocks in a folder, closed, and its digest.
fn written(folder: &Path, blocks: u64) -> (PathBuf, Digest) {
    let directory = folder.join("partnership");
    let mut node = founding::begin(&directory);
    for nonce in 0..blocks {
        let signed = indication(&node, representative("GBR"), nonce);
        node.submit(&[signed]).unwrap();
    }
    (directory, node.digest())
}

fn opened(directory: &Path) -> Result<Digest, String> {
    Node::open(directory).map(|node| node.digest()).map_err(|error| error.to_string())
}

/// I-11: a flipped bit never opens as another record.
#[test]
fn i_11_a_flipped_bit_is_named_or_changes_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let (directory, digest) = written(scratch.path(), 12);
    let file = directory.join("blocks.redb");
    let sound = fs::read(&file).unwrap();
    let mut named = 0;
    // Every 311th byte, a different bit each time: hundreds of places all over the file.
    for (turn, place) in (0..sound.len()).step_by(311).enumerate() {
        let mut bytes = sound.clone();
        bytes[place] ^= 1 << (turn % 8);
        fs::write(&file, &bytes).unwrap();
        match opened(&directory) {
            Ok(found) => assert_eq!(found, digest, "byte {place}: opened with another record"),
            Err(error) => {
                assert!(error.contains("blocks.redb"), "byte {place}: the file is not named: {error}");
                named += 1;
            }
        }
    }
    assert!(named > 10, "only {named} flips were noticed");
    fs::write(&file, &sound).unwrap();
    assert_eq!(opened(&directory), Ok(digest));
}

/// I-11: a store without its end is not taken for a shorter record. It is named, not cut back to its last whole block.
#[test]
fn i_11_a_store_cut_short_is_named() {
    let scratch = tempfile::tempdir().unwrap();
    let (directory, _) = written(scratch.path(), 4);
    let file = directory.join("blocks.redb");
    let sound = fs::read(&file).unwrap();
    for length in [0, 1, 100, 4096, sound.len() / 2, sound.len() - 4096] {
        fs::write(&file, &sound[..length]).unwrap();
        let error = opened(&directory).expect_err("a file cut short does not open");
        assert!(error.contains("blocks.redb"), "cut to {length}: {error}");
    }
}

#[test]
fn an_old_copy_of_the_rows_is_not_taken_for_the_record() {
    let scratch = tempfile::tempdir().unwrap();
    let (directory, _) = written(scratch.path(), 4);
    let file = directory.join("blocks.redb");
    let old = fs::read(&file).unwrap();
    let mut node = Node::open(&directory).unwrap();
    let signed = indication(&node, representative("GBR"), 99);
    node.submit(&[signed]).unwrap();
    drop(node);
    fs::write(&file, old).unwrap();
    let error = opened(&directory).expect_err("an acknowledged block is missing");
    assert!(error.contains("blocks.redb") && error.contains("block 9"), "{error}");
    assert!(error.contains("acknowledged and is missing"), "{error}");
}

#[test]
fn a_damaged_or_missing_mark_is_named() {
    let scratch = tempfile::tempdir().unwrap();
    let (directory, digest) = written(scratch.path(), 2);
    let mark = directory.join("acknowledged");
    let sound = fs::read(&mark).unwrap();
    let mut other = sound.clone();
    other[30] = if other[30] == b'0' { b'1' } else { b'0' };
    for damaged in [b"x".to_vec(), sound[..40].to_vec(), other, [sound.clone(), b"x".to_vec()].concat()] {
        fs::write(&mark, &damaged).unwrap();
        assert!(opened(&directory).is_err(), "{}", String::from_utf8_lossy(&damaged));
    }
    fs::remove_file(&mark).unwrap();
    assert!(opened(&directory).unwrap_err().contains("acknowledged"));
    // What a loss of power can leave: no mark on the disk yet, or an older one.
    fs::write(&mark, b"").unwrap();
    assert_eq!(opened(&directory), Ok(digest));
    fs::write(&mark, [0; 86]).unwrap();
    assert_eq!(opened(&directory), Ok(digest));
}

#[test]
fn one_process_at_a_time() {
    let scratch = tempfile::tempdir().unwrap();
    let directory = scratch.path().join("partnership");
    let node = founding::begin(&directory);
    let second = Node::open(&directory).err().expect("it is in use");
    assert!(matches!(second, NodeError::Store(StoreError::InUse(_))), "{second}");
    drop(node);
    assert!(Node::open(&directory).is_ok());
}

#[test]
fn a_directory_holds_one_partnership() {
    let scratch = tempfile::tempdir().unwrap();
    let missing = Node::open(scratch.path()).err().expect("nothing there");
    assert!(matches!(missing, NodeError::Store(StoreError::None(_))), "{missing}");
    let directory = scratch.path().join("partnership");
    drop(founding::begin(&directory));
    let genesis = founding::genesis(quorate_partnership::Nature::Real);
    let again = Node::create(&directory, &genesis).err().expect("one is there");
    assert!(matches!(again, NodeError::Store(StoreError::Exists(_))), "{again}");
}
