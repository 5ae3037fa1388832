//! A node whose old blocks went, among three that have them.

use std::fs;

use quorate_records::proof::{ConsistencyFile, Expected, Note, compare};

use super::*;
use crate::store::{Snapshots, Store};

fn end(node: Running) {
    node.stopper().stop();
    node.wait().unwrap();
}

fn reaches(scratch: &Path, at: &str, far: u64) {
    let begun = Instant::now();
    while height(scratch, at) < far {
        assert!(begun.elapsed() < LONG, "{at} does not come to {far}");
        sleep(Duration::from_millis(10));
    }
}

/// Gives so many commands at a member's node, and waits until this one has them; a snapshot there of what is true then.
fn order_some(scratch: &Path, nonces: std::ops::Range<u64>, at: &str) {
    let ordered = nonces.fold(0, |_, nonce| order(scratch, "FRA", nonce));
    reaches(scratch, at, ordered);
    let view = Node::open(&scratch.join(at)).unwrap();
    Snapshots::of(&scratch.join(at)).keep(view.partnership()).unwrap();
}

/// The record of a directory, the registers in words, and whether all commands are there.
fn read(directory: &Path) -> (Vec<quorate_partnership::Booked>, String, usize) {
    let node = Node::open(directory).unwrap();
    let whole = node.whole(node.partnership().height()).unwrap();
    assert_eq!(whole.root_at(node.partnership().extent().size), Some(node.partnership().extent().root));
    (whole.events, format!("{:?}", node.records()), whole.commands.len())
}

fn compares(directory: &Path, old: &Note) {
    let mut node = Node::open(directory).unwrap();
    let new = node.cosigned().unwrap().unwrap();
    let whole = node.whole(new.checkpoint().height).unwrap();
    let file = ConsistencyFile::new(node.genesis(), (old, &new), &[], &whole).unwrap();
    let found = compare(&file.to_bytes(), Expected { genesis: Some(node.genesis()), held: None }).unwrap();
    assert!(found.fork.is_none());
}

#[test]
fn a_pruned_node_has_the_record_goes_on_and_holds_up_no_newcomer() {
    let scratch = tempfile::tempdir().unwrap();
    let scratch = scratch.path();
    directories(scratch);
    let begin = |member: &str| begin(scratch, member, Arc::new(key(member)));
    let [can, deu, fra, gbr] = MEMBERS.map(begin);
    order_some(scratch, 1..5, "GBR");
    let old = Node::open(&scratch.join("GBR")).unwrap().cosigned().unwrap().unwrap();
    order_some(scratch, 5..8, "GBR");
    order_some(scratch, 8..9, "DEU");
    order_some(scratch, 9..10, "DEU");
    let far = order(scratch, "FRA", 10);
    let running = prune(&scratch.join("GBR"), 1).unwrap_err();
    assert!(matches!(running, PruneError::Runs(_)), "{running}");
    ["DEU", "GBR"].into_iter().for_each(|member| reaches(scratch, member, far));
    end(gbr);
    end(deu);
    let directory = scratch.join("GBR");
    let before = read(&directory);
    let kept_more = prune(&directory, far).unwrap();
    assert_eq!((kept_more.last, kept_more.height), (0, far), "so many are to stay");
    let pruned = prune(&directory, 2).unwrap();
    assert!(pruned.last >= 4 && pruned.last <= far - 2, "{pruned:?}");
    let after = read(&directory);
    assert_eq!((&after.0, &after.1), (&before.0, &before.1));
    assert!(after.2 < before.2, "the commands of pruned blocks are gone");
    assert_eq!(prune(&directory, 2).unwrap().before, pruned.last, "once more, and nothing more");
    prune(&scratch.join("DEU"), 1).unwrap();
    let error = Running::begin_with(&directory, Opening::First, |_| {
        Err(RunError::Stopped("it was not asked".into()))
    })
    .err()
    .unwrap();
    assert!(matches!(error, RunError::Pruned { .. }), "{error}");

    let (deu, gbr) = (begin("DEU"), begin("GBR"));
    let whole_from = Client::connect(&directory).unwrap().standing().unwrap().whole_from;
    assert_eq!(whole_from, Some(pruned.last + 1));
    order_some(scratch, 11..13, "GBR");
    compares(&directory, &old);
    assert_eq!(read(&directory).1, read(&scratch.join("FRA")).1);
    // A node that has lost everything asks two that are pruned, and one that is not.
    end(can);
    let lost = scratch.join("CAN");
    for name in ["blocks.redb", "acknowledged"] {
        fs::remove_file(lost.join(name)).unwrap();
    }
    let genesis = Node::open(&directory).unwrap().genesis().clone();
    drop(Store::create(&lost, &genesis).unwrap());
    let can = begin("CAN");
    let far = order(scratch, "FRA", 20);
    reaches(scratch, "CAN", far);
    reaches(scratch, "GBR", far);
    [can, deu, fra].into_iter().for_each(end);
    end(gbr);
    bent_snapshots_stop_the_next(&directory);
    end(begin("GBR"));
}

/// What was true was kept with the rows: the snapshots are only faster. Bent ones stop the next pruning.
fn bent_snapshots_stop_the_next(directory: &Path) {
    let files = Snapshots::of(directory).files();
    fs::write(&files[1], b"bent").unwrap();
    let bent = prune(directory, 1).unwrap_err().to_string();
    assert!(bent.contains("is damaged at its bytes"), "{bent}");
    fs::remove_dir_all(directory.join("snapshots")).unwrap();
    let none = prune(directory, 1).unwrap_err();
    assert!(matches!(none, PruneError::NoSnapshots(_)), "{none}");
}

#[test]
fn a_node_alone_is_not_pruned() {
    let scratch = tempfile::tempdir().unwrap();
    assert!(matches!(prune(scratch.path(), 1), Err(PruneError::Alone(_))));
}
