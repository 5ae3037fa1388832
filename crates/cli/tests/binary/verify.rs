//! Record files: made from the demo, checked, and bent in every way that a check is there for.
//!
//! The files stand in `conformance/records`, where a verifier of another make judges them too. `BLESS=1` records them
//! anew.

mod bent;

use std::fs;

use quorate_node::Node;
use quorate_partnership::Genesis;
use quorate_records::proof::{Check, verify};

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

#[test]
fn a_file_with_any_byte_changed_proves_nothing() {
    let (_, good) = exported();
    let pinned: Option<&Genesis> = None;
    assert!(verify(&good, pinned).is_ok());
    // A step that is prime to the length of hashes, keys and signatures, so that all their places are met.
    let step = if std::env::var_os("QUORATE_EVERY_BYTE").is_some() { 1 } else { 13 };
    for at in (0..good.len()).step_by(step) {
        let mut bent = good.clone();
        bent[at] ^= 1 << (at % 8);
        assert!(verify(&bent, pinned).is_err(), "byte {at}");
    }
    for shorter in [0, 1, good.len() / 2, good.len() - 1] {
        assert_eq!(verify(&good[..shorter], pinned).map_err(|fault| fault.check).err(), Some(Check::Form));
    }
}

#[test]
fn each_bent_file_is_refused_by_the_check_that_it_is_for_and_is_as_recorded() {
    let (folder, good) = exported();
    folder.done("record export --decision 2 --dir D");
    let second = fs::read(folder.path("decision-2.record")).unwrap();
    let node = Node::open(&folder.path("D")).unwrap();
    let files = bent::all(&good, &second, &node);
    let recorded = root().join("conformance/records");
    let bless = std::env::var_os("BLESS").is_some_and(|bless| bless == "1");
    let mut index = Vec::new();
    for file in &files {
        let judged = verify(&file.bytes, None).map_err(|fault| fault.check).err();
        assert_eq!(judged, file.check, "{}", file.name);
        let name = format!("{}.record", file.name);
        if bless {
            fs::create_dir_all(&recorded).unwrap();
            fs::write(recorded.join(&name), &file.bytes).unwrap();
        }
        assert!(
            fs::read(recorded.join(&name)).unwrap() == file.bytes,
            "{name} differs; BLESS=1 records it anew"
        );
        index.push(serde_json::json!({
            "file": name, "valid": file.check.is_none(), "check": file.check.map(Check::name), "why": file.why,
        }));
    }
    let text = format!("{:#}\n", serde_json::Value::from(index));
    if bless {
        fs::write(recorded.join("index.json"), &text).unwrap();
    }
    assert_eq!(fs::read_to_string(recorded.join("index.json")).unwrap(), text);
}
