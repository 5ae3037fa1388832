#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]
#![allow(clippy::arithmetic_side_effects, reason = "a test")]

use std::fs;
use std::path::PathBuf;

use quorate_charter::Office;
use quorate_partnership::{Digest, Founder, Moment, Nature, Post, members};

use super::*;
use crate::store::Store;
use crate::{Key, Node, Signer as _};

const CHARTER: &str = include_str!("../../../../../charters/partnership.toml");

fn key(post: Post) -> Key {
    Key::of_exercise("opening", post)
}

fn post(member: &str, office: Office) -> Post {
    Post { member: member.parse().unwrap(), office }
}

/// A partnership of nine blocks in a directory, closed, and its digest; a snapshot of what it was after each of these.
fn written(directory: &Path, snapshots: &[u64]) -> Digest {
    let founder = |member| Founder {
        member: post(member, Office::Root).member,
        root: key(post(member, Office::Root)).public(),
        recovery: key(post(member, Office::Recovery)).public(),
        node: Key::of_exercise_node("opening", member.parse().unwrap()).public(),
    };
    let founders = ["CAN", "DEU", "FRA", "GBR"].map(founder).to_vec();
    let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, Moment(0), CHARTER, founders).unwrap();
    let mut node = Node::create(directory, &genesis).unwrap();
    for nonce in 1..=9 {
        let root = post("FRA", Office::Root);
        let key_of = key(post("FRA", Office::Representative)).public();
        let until = Moment(1_000_000_000 + nonce);
        let accredit =
            members::Accredit { key: key_of, office: Office::Representative, from: Moment(0), until };
        let command = members::Command::Accredit(accredit).into();
        let signed = key(root).sign_command(node.basis(), root, Moment(80_000_000), nonce, command).unwrap();
        assert_eq!(node.submit(&[signed]).unwrap().answers[0].as_ref().unwrap().refusal, None);
        if snapshots.contains(&nonce) {
            Snapshots::of(directory).keep(node.partnership()).unwrap();
        }
    }
    node.digest()
}

/// Opens it; the blocks that were stepped through.
fn opened(directory: &Path, opening: Opening, digest: Digest) -> u64 {
    let (store, genesis) = Store::open(directory).unwrap();
    let opened = open(directory, (&store, &genesis), opening).unwrap();
    assert_eq!((opened.partnership.height(), opened.partnership.digest()), (9, digest));
    opened.blocks
}

#[test]
fn a_start_steps_through_the_blocks_since_the_newest_snapshot() {
    let scratch = tempfile::tempdir().unwrap();
    let digest = written(scratch.path(), &[3, 5, 7]);
    let names: Vec<PathBuf> = Snapshots::of(scratch.path()).files();
    assert_eq!(names.len(), 2, "the two newest are kept: {names:?}");
    assert_eq!(opened(scratch.path(), Opening::Snapshot, digest), 2);
    assert_eq!(opened(scratch.path(), Opening::First, digest), 9);
}

#[test]
fn a_snapshot_that_is_bent_anywhere_is_not_used_and_the_one_before_is() {
    let scratch = tempfile::tempdir().unwrap();
    let digest = written(scratch.path(), &[5, 7]);
    let files = Snapshots::of(scratch.path()).files();
    let sound = fs::read(&files[0]).unwrap();
    for place in (0..sound.len()).step_by(sound.len() / 60) {
        let mut bent = sound.clone();
        bent[place] ^= 1 << (place % 8);
        fs::write(&files[0], &bent).unwrap();
        assert_eq!(opened(scratch.path(), Opening::Snapshot, digest), 4, "byte {place}");
    }
    for long in [0, 1, sound.len() / 2, sound.len() - 1] {
        fs::write(&files[0], &sound[..long]).unwrap();
        assert_eq!(opened(scratch.path(), Opening::Snapshot, digest), 4, "{long} bytes");
    }
    fs::write(&files[1], b"").unwrap();
    assert_eq!(opened(scratch.path(), Opening::Snapshot, digest), 9, "without a sound one");
    let (store, genesis) = Store::open(scratch.path()).unwrap();
    let error = Snapshots::read(&files[1], &genesis, |height| store.id(height)).unwrap_err().to_string();
    assert!(error.contains("00000000000000000005.cbor") && error.contains("damaged at its bytes"), "{error}");
}

#[test]
fn a_snapshot_of_other_blocks_is_not_used() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let digest = written(one.path(), &[]);
    written(other.path(), &[7]);
    // The rows hold another seventh block, or none.
    let file = Snapshots::of(other.path()).files().remove(0);
    let (_, genesis) = Store::open(one.path()).unwrap();
    let is_other = Snapshots::read(&file, &genesis, |_| Some([7; 32])).unwrap_err();
    assert!(is_other.to_string().contains("the rows do not hold"), "{is_other}");
    let is_ahead = Snapshots::read(&file, &genesis, |_| None).unwrap_err();
    assert!(is_ahead.to_string().contains("the rows do not hold"), "{is_ahead}");
    assert_eq!(opened(one.path(), Opening::Snapshot, digest), 9);
}

#[test]
fn a_snapshot_is_kept_when_enough_was_ordered_since_the_last() {
    let scratch = tempfile::tempdir().unwrap();
    written(scratch.path(), &[]);
    let (store, genesis) = Store::open(scratch.path()).unwrap();
    let Opened { partnership, blocks, bytes, .. } =
        open(scratch.path(), (&store, &genesis), Opening::Snapshot).unwrap();
    let files = || Snapshots::of(scratch.path()).files().len();
    let mut keeper = Keeper::new(scratch.path(), blocks, bytes);
    keeper.ordered(BYTES_APART - bytes - 1);
    keeper.keep_if_due(&partnership);
    assert_eq!(files(), 0);
    keeper.ordered(1);
    keeper.keep_if_due(&partnership);
    assert_eq!(files(), 1);
    let mut keeper = Keeper::new(scratch.path(), BLOCKS_APART - 1, 0);
    fs::remove_dir_all(scratch.path().join("snapshots")).unwrap();
    keeper.keep_if_due(&partnership);
    assert_eq!(files(), 0);
    keeper.ordered(1);
    // What cannot be written stops nothing: a file stands where the folder would.
    fs::write(scratch.path().join("snapshots"), b"").unwrap();
    keeper.keep_if_due(&partnership);
    assert_eq!(files(), 0);
    fs::remove_file(scratch.path().join("snapshots")).unwrap();
    // What a killed node left half written is not read, and goes.
    let half = scratch.path().join("snapshots/00000000000000000004.new");
    fs::create_dir(scratch.path().join("snapshots")).unwrap();
    fs::write(&half, b"").unwrap();
    assert_eq!(files(), 0);
    keeper.ordered(BYTES_APART);
    keeper.keep_if_due(&partnership);
    assert_eq!((files(), half.exists()), (1, false));
}
