//! Record files: made from the demo, checked, and bent in every way that a check is there for.
//!
//! The files stand in `conformance/records`, where a verifier of another make judges them too. `BLESS=1` records them
//! anew.

mod bent;
mod chain;
mod form;
mod world;

use std::fs;

use quorate_node::Node;
use quorate_records::proof::{Check, Compared, Expected, Fault, Note, compare, is_consistency_file, verify};

use crate::quorate::{Folder, root, snapshot};

fn exported() -> (Folder, Vec<u8>) {
    let folder = Folder::after_demo();
    folder.done("record export --decision 1 --dir D");
    let bytes = fs::read(folder.path("decision-1.record")).unwrap();
    (folder, bytes)
}

#[test]
fn what_a_file_proves_is_told_and_the_genesis_can_be_pinned() {
    let (folder, good) = exported();
    snapshot("snapshots", "verify", &folder.run("verify decision-1.record").shown());
    snapshot("snapshots", "verify-json", &folder.run("verify decision-1.record --format json").shown());
    snapshot("snapshots", "verify-checkpoint", &folder.run("record checkpoint --dir D").shown());
    snapshot(
        "snapshots",
        "verify-checkpoint-paper",
        &folder.run("record checkpoint --paper --dir D").shown(),
    );
    snapshot("snapshots", "verify-genesis", &folder.run("record genesis --out genesis.cbor --dir D").shown());
    let pinned = folder.done("verify decision-1.record --genesis genesis.cbor");
    assert!(pinned.contains("It is the genesis that you gave."));
    let charter = root().join("charters/partnership.toml");
    folder.done(&format!("new \"{}\" --rehearsal --dir E", charter.display()));
    folder.done("record genesis --out other.cbor --dir E");
    snapshot(
        "snapshots",
        "verify-error-other-genesis",
        &folder.run("verify decision-1.record --genesis other.cbor").shown(),
    );
    let mut bent = good;
    let last = bent.len() - 1;
    bent[last] ^= 1;
    folder.write("bent.record", bent);
    let run = folder.run("verify bent.record");
    assert_eq!(run.code, 7);
    snapshot("snapshots", "verify-error-bent", &run.shown());
    snapshot(
        "snapshots",
        "verify-error-no-outcome",
        &folder.run("record export --decision 9 --dir D").shown(),
    );
    fs::remove_file(folder.path("D/keys/CAN-node.key")).unwrap();
    fs::remove_file(folder.path("D/keys/DEU-node.key")).unwrap();
    folder.done("record checkpoint --dir D");
    fs::remove_file(folder.path("D/keys/FRA-node.key")).unwrap();
    snapshot("snapshots", "verify-error-too-few-nodes", &folder.run("record checkpoint --dir D").shown());
}

#[test]
fn every_decision_of_the_demo_is_proven() {
    let (folder, _) = exported();
    folder.done("record export --decision 2 --out other.record --dir D");
    assert!(folder.done("verify other.record").contains("decision 2: \"Replenish the fund\""));
}

/// What enters into force by instruments is recorded by other commands than a ratification.
#[test]
fn decisions_under_a_treaty_and_under_an_arrangement_are_proven() {
    let folder = Folder::new();
    for story in ["article", "arrangement"] {
        let text = root().join(format!("stories/{story}.story"));
        folder.done(&format!("play \"{}\" --dir {story}", text.display()));
        folder.done(&format!("record export --decision 1 --out {story}.record --dir {story}"));
        assert!(folder.done(&format!("verify {story}.record")).contains("decision 1: "));
    }
}

#[test]
fn a_file_with_any_byte_changed_proves_nothing() {
    let (_, good) = exported();
    let expected = Expected::default();
    assert!(verify(&good, expected).is_ok());
    // A step that is prime to the length of hashes, keys and signatures, so that all their places are met.
    let step = if std::env::var_os("QUORATE_EVERY_BYTE").is_some() { 1 } else { 13 };
    for at in (0..good.len()).step_by(step) {
        let mut bent = good.clone();
        bent[at] ^= 1 << (at % 8);
        assert!(verify(&bent, expected).is_err(), "byte {at}");
    }
    for shorter in [0, 1, good.len() / 2, good.len() - 1] {
        assert_eq!(verify(&good[..shorter], expected).map_err(|fault| fault.check).err(), Some(Check::Form));
    }
}

/// What a file shows, of whichever kind it is: nothing more to tell, or two records.
fn shown(bytes: &[u8], held: Option<&Note>) -> Result<Option<Compared>, Fault> {
    let expected = Expected { genesis: None, held };
    if is_consistency_file(bytes) {
        compare(bytes, expected).map(Some)
    } else {
        verify(bytes, expected).map(|_| None)
    }
}

/// The small files of which every byte is turned, by another verifier too.
const FLIPS: [&str; 3] = ["small.record", "changes.record", "consistency.record"];

#[test]
fn a_small_file_with_any_one_byte_changed_shows_nothing() {
    let good = chain::all();
    for name in FLIPS {
        let is_it = |judged: &&chain::Judged| format!("{}.record", judged.file.name) == name;
        let good = &good.iter().find(is_it).unwrap().file.bytes;
        assert!(shown(good, None).is_ok());
        for at in 0..good.len() {
            let mut bent = good.clone();
            bent[at] ^= 1 << (at % 8);
            assert!(shown(&bent, None).is_err(), "{name}, byte {at}");
        }
    }
}

#[test]
fn each_bent_file_is_refused_by_the_check_that_it_is_for_and_is_as_recorded() {
    let (folder, good) = exported();
    folder.done("record export --decision 2 --dir D");
    let second = fs::read(folder.path("decision-2.record")).unwrap();
    let node = Node::open(&folder.path("D")).unwrap();
    let plain = |file| chain::Judged { file, held: None, signed_both: None };
    let files: Vec<chain::Judged> =
        bent::all(&good, &second, &node).into_iter().map(plain).chain(chain::all()).collect();
    let notes = chain::notes(&chain::honest());
    let mut index = Vec::new();
    for chain::Judged { file, held, signed_both } in &files {
        let against = notes.iter().find(|(name, _)| Some(*name) == *held).map(|(_, note)| note);
        let judged = shown(&file.bytes, against);
        assert_eq!(
            judged.as_ref().map_err(|fault| fault.check).err(),
            file.check.as_ref().copied(),
            "{}: {judged:?}",
            file.name
        );
        let fork = judged.ok().flatten().and_then(|compared| compared.fork);
        let both =
            fork.map(|fork| fork.both.iter().map(|(member, _)| member.to_string()).collect::<Vec<_>>());
        assert_eq!(
            both,
            signed_both.as_ref().map(|both| both.iter().map(|code| (*code).into()).collect()),
            "{}",
            file.name
        );
        let name = format!("{}.record", file.name);
        recorded(&name, &file.bytes);
        index.push(serde_json::json!({
            "file": name, "held": held, "valid": file.check.is_none(), "check": file.check.map(Check::name),
            "signed_both": both, "why": file.why,
        }));
    }
    for (name, note) in notes {
        recorded(name, note.text().as_bytes());
    }
    recorded("index.json", format!("{:#}\n", serde_json::Value::from(index)).as_bytes());
    recorded("flips.json", format!("{:#}\n", serde_json::Value::from(FLIPS.as_slice())).as_bytes());
}

/// The file is as it was recorded.
fn recorded(name: &str, bytes: &[u8]) {
    let path = root().join("conformance/records").join(name);
    if std::env::var_os("BLESS").is_some_and(|bless| bless == "1") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
    }
    assert!(fs::read(&path).unwrap() == bytes, "{name} differs; BLESS=1 records it anew");
}

/// What people are told of a record in which nodes got other keys, and of two records.
#[test]
fn changes_of_nodes_and_forks_are_told() {
    let folder = Folder::new();
    for judged in chain::all() {
        folder.write(&format!("{}.record", judged.file.name), &judged.file.bytes);
    }
    for (name, note) in chain::notes(&chain::honest()) {
        folder.write(name, note.text());
    }
    for (name, line, code) in [
        ("changes", "verify changes.record", 0),
        ("changes-held", "verify changes.record --checkpoint early.note", 0),
        ("error-change-left-out", "verify change-left-out.record", 7),
        ("error-change-by-one", "verify change-by-one.record", 7),
        ("error-held", "verify replaced-keys-rewrite.record --checkpoint held.note", 7),
        ("error-held-older", "verify older.record --checkpoint held.note", 7),
        ("error-held-no-note", "verify changes.record --checkpoint changes.record", 1),
        ("consistency", "verify consistency.record", 0),
        ("consistency-json", "verify consistency.record --format json", 0),
        ("error-consistency", "verify consistency-hash.record", 7),
        ("error-fork", "verify fork.record", 7),
        ("error-fork-json", "verify fork.record --format json", 7),
        ("error-fork-of-two-halves", "verify fork-of-two-halves.record", 7),
    ] {
        let run = folder.run(line);
        assert_eq!(run.code, code, "{}", run.shown());
        snapshot("snapshots", &format!("verify-{name}"), &run.shown());
    }
}
