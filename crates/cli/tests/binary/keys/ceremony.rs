//! A partnership whose keys are all encrypted, whose root is never where the node is, and whose every key is replaced.

use std::fs;

use quorate_node::KeyRing;
use quorate_node::links::free_addresses;

use super::folder;
use crate::nodes::{Running, started, until};
use crate::quorate::{Folder, root};

const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

/// Keys are made in `K/MEMBER`, which is on no network; `D/MEMBER` gets what the node needs.
fn founded() -> Folder {
    let folder = folder();
    for (member, address) in MEMBERS.iter().zip(free_addresses(MEMBERS.len()).unwrap()) {
        folder.done(&format!(
            "init --member {member} --address {address} --listen {address} --passphrase-file words --dir K/{member}"
        ));
        fs::create_dir_all(folder.path(&format!("D/{member}/keys"))).unwrap();
        for name in [format!("keys/{member}-node.key"), format!("{member}.founder"), "node.toml".into()] {
            let (from, to) = (format!("K/{member}/{name}"), format!("D/{member}/{name}"));
            fs::rename(folder.path(&from), folder.path(&to)).unwrap();
        }
    }
    let charter = root().join("charters/partnership.toml");
    let files = MEMBERS.map(|member| format!("D/{member}/{member}.founder")).join(" ");
    for member in MEMBERS {
        folder.done(&format!(
            "network new \"{}\" --begins 2026-01-01T00:00:00Z {files} --dir D/{member}",
            charter.display()
        ));
    }
    folder.done("record genesis --out genesis.cbor --dir D/FRA");
    folder
}

fn run(folder: &Folder, members: &[&str]) -> Running {
    let directories: Vec<String> = members.iter().map(|member| format!("D/{member}")).collect();
    started(folder, &format!("node run {} --passphrase-file words", directories.join(" ")))
}

/// Signs on the machine of the root, carries it to the node's, and gives it there.
fn signed(folder: &Folder, by: &str, command: &str) -> String {
    // A file that is there is not written over.
    for earlier in ["today.basis", "x.cose"] {
        fs::remove_file(folder.path(earlier)).ok();
    }
    folder.done("record basis --out today.basis --dir D/FRA");
    let with = "--genesis genesis.cbor --basis today.basis --passphrase-file words --dir K/FRA";
    let told = folder.done(&format!("sign x.cose {with} --as FRA/{by} -- {command}"));
    assert!(told.contains(&format!("signed for FRA/{by}")), "{told}");
    let given = folder.done("submit x.cose --dir D/FRA");
    assert!(given.contains("recorded at height"), "{given}");
    told
}

fn public(folder: &Folder, directory: &str, post: &str) -> String {
    KeyRing::of(&folder.path(directory)).public(post.parse().unwrap()).unwrap().to_string()
}

#[test]
fn every_key_is_encrypted_and_replaced_and_the_root_stays_elsewhere() {
    let folder = founded();
    let _others = run(&folder, &["CAN", "DEU", "GBR"]);
    let refused = folder.run("node run D/FRA");
    assert!(refused.code == 1 && refused.err.contains("is encrypted"), "{}", refused.shown());
    let node = run(&folder, &["FRA"]);
    until(&folder, "node status --dir D/FRA", "4 of 4 nodes are up");

    // A representative makes its own key; the root sees the public half of it.
    folder.done("key new FRA/representative --passphrase-file others --dir D/FRA");
    let first = public(&folder, "D/FRA", "FRA/representative");
    signed(&folder, "root", &format!("member accredit representative --for 365d --key {first}"));
    let indicate = "fund indicate FRA announced --source \"a note\" --dir D/FRA --as FRA/representative";
    let locked = folder.run(&format!("{indicate} --passphrase-file words"));
    assert!(locked.err.contains("does not open"), "{}", locked.shown());
    folder.done(&format!("{indicate} --passphrase-file others"));

    // Its next one takes its place as soon as the record names it, and the one before is ended.
    folder.done("key new FRA/representative --passphrase-file others --dir D/FRA");
    let listed = folder.done("key list --dir D/FRA");
    let next = listed.lines().find(|line| line.contains("representative") && line.contains("next"));
    let next = next.unwrap().split_whitespace().last().unwrap().to_owned();
    signed(&folder, "root", &format!("member accredit representative --for 365d --key {next}"));
    signed(&folder, "root", &format!("member revoke representative --key {first}"));
    assert_eq!(public(&folder, "D/FRA", "FRA/representative"), next);
    folder.done(&format!("{indicate} --passphrase-file others"));

    // The node's.
    let told = folder.done("key new FRA/node --passphrase-file words --dir D/FRA");
    let line = told.lines().find(|line| line.contains("name-node")).unwrap();
    let ready = line.split_whitespace().nth(3).unwrap();
    signed(&folder, "root", &format!("member name-node {ready}"));
    drop(node);
    let _node = run(&folder, &["FRA"]);
    let standing = until(&folder, "node status --dir D/FRA", "4 of 4 nodes are up");
    assert!(!standing.contains("does not name this node"), "{standing}");

    // The root, on the word of the recovery key: made and kept where that is.
    let before = public(&folder, "K/FRA", "FRA/root");
    let told = signed(&folder, "recovery", "member replace-root");
    assert!(told.contains("key adopt FRA/root --dir K/FRA"), "{told}");
    folder.done("record basis --out later.basis --dir D/FRA");
    folder.done("key adopt FRA/root --dir K/FRA");
    assert_ne!(public(&folder, "K/FRA", "FRA/root"), before);
    signed(&folder, "root", &format!("member accredit treasurer --for 365d --key {next}"));
    let listed = folder.done("key list --dir K/FRA");
    assert!(!listed.contains("plain") && listed.contains("set aside"), "{listed}");
}

#[test]
fn nothing_is_signed_on_another_partnership_nor_by_a_representative_nor_twice() {
    let folder = founded();
    let with = "--genesis genesis.cbor --passphrase-file words --dir K/FRA";
    folder.done("record basis --out today.basis --dir D/FRA");
    let text = fs::read_to_string(folder.path("today.basis")).unwrap();
    let id = text.lines().nth(1).unwrap();
    folder.write("other.basis", text.replace(id, &format!("partnership {}", "0a".repeat(32))));
    let other = folder.run(&format!("sign x.cose --basis other.basis {with} --as FRA/root -- member ratify"));
    assert!(other.code == 2 && other.err.contains("another partnership"), "{}", other.shown());
    folder.write("short.basis", text.get(..text.len() - 2).unwrap());
    let short = folder.run(&format!("sign x.cose --basis short.basis {with} --as FRA/root -- member ratify"));
    assert!(short.code == 2 && short.err.contains("does not say what to sign on"), "{}", short.shown());
    let today = format!("sign x.cose --basis today.basis {with}");
    let post = folder.run(&format!("{today} --as FRA/treasurer -- member ratify"));
    assert!(post.code == 2 && post.err.contains("without the record"), "{}", post.shown());
    let words = folder.run(&format!("{today} --as FRA/root -- member nod"));
    assert!(words.code == 2 && words.err.contains("not a command"), "{}", words.shown());
    let shown = folder.run(&format!("{today} --as FRA/root -- decision show 1"));
    assert!(shown.code == 2 && shown.err.contains("is only read"), "{}", shown.shown());
    assert!(!folder.path("x.cose").exists());
    folder.done(&format!("{today} --as FRA/root -- member withdraw"));
    let asleep = folder.run("submit x.cose --dir D/FRA");
    assert!(asleep.err.contains("does not run"), "{}", asleep.shown());
    let _all = run(&folder, &MEMBERS);
    until(&folder, "node status --dir D/FRA", "4 of 4 nodes are up");
    let given = folder.done("submit x.cose --dir D/FRA");
    let again = folder.done("submit x.cose --dir D/FRA");
    assert_eq!(given.lines().last(), again.lines().last(), "it is ordered once");
}
