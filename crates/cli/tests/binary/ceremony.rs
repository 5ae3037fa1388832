//! Members set up a partnership on nodes of their own, with one file each.

use std::fs;

use quorate_node::links::free_addresses;
use quorate_node::{FounderFile, Key};
use quorate_partnership::Founder;

use crate::nodes::{run, until};
use crate::quorate::{Folder, Run, root, snapshot};

const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

fn charter() -> String {
    format!("\"{}\"", root().join("charters/partnership.toml").display())
}

/// Four directories in which `init` was run, each with the files of all.
fn introduced() -> Folder {
    let folder = Folder::new();
    for (member, address) in MEMBERS.iter().zip(free_addresses(MEMBERS.len()).unwrap()) {
        folder.done(&format!(
            "init --plain-keys --member {member} --address {address} --listen {address} --dir D/{member}"
        ));
        copy(&folder, &format!("D/{member}/{member}.founder"), &format!("{member}.founder"));
    }
    folder
}

fn network(folder: &Folder, member: &str, files: &[&str], options: &str) -> Run {
    begun(folder, member, files, &format!("--begins 2026-01-01T00:00:00Z {options}"))
}

fn begun(folder: &Folder, member: &str, files: &[&str], options: &str) -> Run {
    let files: Vec<String> = files.iter().map(|file| format!("{file}.founder")).collect();
    let (charter, files) = (charter(), files.join(" "));
    folder.run(&format!("network new {charter} {options} {files} --dir D/{member}"))
}

fn copy(folder: &Folder, from: &str, to: &str) {
    fs::copy(folder.path(from), folder.path(to)).unwrap();
}

/// Every order of these.
fn orders(of: &[&'static str]) -> Vec<Vec<&'static str>> {
    if of.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for first in of {
        let rest: Vec<_> = of.iter().copied().filter(|one| one != first).collect();
        all.extend(orders(&rest).into_iter().map(|rest| [vec![*first], rest].concat()));
    }
    all
}

#[test]
fn the_same_genesis_everywhere_and_nodes_that_agree() {
    let folder = introduced();
    let files = [["DEU", "FRA", "GBR"], ["GBR", "FRA", "CAN"], ["CAN", "GBR", "DEU"], ["DEU", "FRA", "CAN"]];
    let (mut told, mut geneses) = (Vec::new(), Vec::new());
    for (member, files) in MEMBERS.iter().zip(&files) {
        let run = network(&folder, member, files, "");
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
        told.push(run.out.replace(&format!("D/{member}"), "D"));
        folder.done(&format!("record genesis --out {member}.genesis --dir D/{member}"));
        geneses.push(fs::read(folder.path(&format!("{member}.genesis"))).unwrap());
    }
    assert!(told.iter().all(|one| *one == told[0]), "{told:#?}");
    assert!(geneses.iter().all(|one| *one == geneses[0]));
    let _all = run(&folder, &MEMBERS);
    until(&folder, "node status --dir D/FRA", "4 of 4 nodes are up");
    folder.done("member accredit representative --for 365d --dir D/FRA --as FRA/root");
    until(&folder, "record credentials --dir D/GBR", "FRA");
}

#[test]
fn begun_again_with_the_same_nothing_changes_and_with_other_it_is_refused() {
    let folder = introduced();
    let first = network(&folder, "FRA", &MEMBERS, "");
    let settings = folder.path("D/FRA/node.toml");
    let edited = fs::read_to_string(&settings).unwrap() + "# moved on Monday\n";
    fs::write(&settings, &edited).unwrap();
    let said = format!("D/FRA holds this partnership already; nothing was changed.\n{}", first.out);
    assert_eq!(orders(&MEMBERS).len(), 24);
    for order in orders(&MEMBERS) {
        let again = network(&folder, "FRA", &order, "");
        assert_eq!((again.code, &again.out), (0, &said), "{}", again.err);
    }
    let refused = |run: &Run| {
        assert_eq!(run.code, 1, "{}", run.shown());
        assert!(run.err.contains("there is a partnership in"), "{}", run.shown());
    };
    refused(&network(&folder, "FRA", &MEMBERS, "--rehearsal"));
    refused(&begun(&folder, "FRA", &MEMBERS, "--begins 2026-01-01T00:00:00.001Z"));
    folder.done("init --plain-keys --member DEU --address node.example:1 --dir E");
    copy(&folder, "E/DEU.founder", "other.founder");
    refused(&network(&folder, "FRA", &["CAN", "other", "GBR"], ""));
    assert_eq!(fs::read_to_string(&settings).unwrap(), edited);
}

#[test]
fn nothing_is_begun_by_halves() {
    let folder = introduced();
    let settings = folder.path("D/FRA/node.toml");
    let listen = fs::read_to_string(&settings).unwrap().replace("[others]", "").trim().to_owned();
    fs::remove_file(&settings).unwrap();
    said(&folder, "no-settings", &network(&folder, "FRA", &MEMBERS, ""), 2);
    fs::write(&settings, format!("{listen}\n[others]\nGBR = \"elsewhere\"\n")).unwrap();
    let wrong = network(&folder, "FRA", &MEMBERS, "");
    assert!(wrong.err.contains("`elsewhere` of GBR is no address"), "{}", wrong.shown());
    assert!(!folder.path("D/FRA/blocks.redb").exists());
    fs::write(&settings, format!("{listen}\n[others]\nGBR = \"elsewhere:7\"\n")).unwrap();
    assert_eq!(network(&folder, "FRA", &MEMBERS, "").code, 0);
    let whole = fs::read_to_string(&settings).unwrap();
    for line in ["GBR = \"elsewhere:7\"", "CAN = \"127.0.0.1:", "DEU = \"127.0.0.1:"] {
        assert!(whole.contains(line), "{whole}");
    }
    assert!(!whole.contains("FRA = "), "{whole}");
}

#[test]
fn the_words_of_a_file_are_those_that_its_member_was_told() {
    let folder = Folder::new();
    let told = folder.done("init --plain-keys --member FRA --address node.example:7420 --dir D");
    let words = |told: &str| -> Vec<String> {
        let plain = |word: &&str| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let lines = told
            .lines()
            .filter(|line| line.starts_with("  ") && line.split_whitespace().all(|word| plain(&word)));
        lines.flat_map(str::split_whitespace).map(str::to_owned).collect()
    };
    assert_eq!(words(&told).len(), 24, "{told}");
    let shown = folder.done("network show D/FRA.founder");
    assert_eq!(words(&shown), words(&told), "{shown}");
    let text = fs::read_to_string(folder.path("D/FRA.founder")).unwrap();
    folder.write("bent.founder", text.replace("node.example", "nope.example"));
    assert!(folder.run("network show bent.founder").err.contains("does not verify"));
    folder.write("FRA.founder", exercise("FRA"));
    snapshot("snapshots", "network-show", &folder.run("network show FRA.founder").shown());
}

/// A founder file with keys that anyone can make again.
fn exercise(member: &str) -> String {
    let [root, recovery, node] =
        ["root", "recovery", "node"].map(|name| Key::of_exercise(name, "FRA/root".parse().unwrap()));
    let member = member.parse().unwrap();
    let founder = Founder { member, root: root.public(), recovery: recovery.public(), node: node.public() };
    FounderFile { founder, address: "node.example:7420".into() }.signed([&root, &recovery, &node]).unwrap()
}

fn said(folder: &Folder, name: &str, run: &Run, code: i32) {
    let folder = folder.path("").display().to_string();
    let shown = run.shown().replace(&charter(), "charters/partnership.toml").replace(&folder, "");
    snapshot("snapshots", &format!("network-{name}"), &shown);
    assert_eq!(run.code, code, "{shown}");
}

#[test]
fn what_does_not_fit_is_named() {
    let folder = introduced();
    let says = |name: &str, run: &Run| said(&folder, name, run, 2);
    says("one-missing", &network(&folder, "FRA", &["CAN", "DEU"], ""));
    says("two-missing", &network(&folder, "FRA", &["CAN"], ""));
    let text = fs::read_to_string(folder.path("DEU.founder")).unwrap();
    folder.write("bent.founder", text.replace("address 127", "address 128"));
    says("bent", &network(&folder, "FRA", &["CAN", "bent", "GBR"], ""));
    folder.write("short.founder", text.lines().take(4).collect::<Vec<_>>().join("\n"));
    says("short", &network(&folder, "FRA", &["CAN", "short", "GBR"], ""));
    folder.done("init --plain-keys --member DEU --address node.example:1 --dir E");
    copy(&folder, "E/DEU.founder", "other.founder");
    says("two-of-one", &network(&folder, "FRA", &["CAN", "DEU", "other", "GBR"], ""));
    folder.done("init --plain-keys --member ITA --address node.example:1 --dir G");
    copy(&folder, "G/ITA.founder", "stranger.founder");
    says("stranger", &network(&folder, "FRA", &["CAN", "DEU", "GBR", "stranger"], ""));
    folder.write("one.founder", exercise("CAN"));
    folder.write("two.founder", exercise("DEU"));
    says("key-of-two", &network(&folder, "FRA", &["one", "two", "GBR"], ""));
    says("no-key", &folder.run(&format!(
        "network new {} --begins 2026-01-01T00:00:00Z CAN.founder DEU.founder FRA.founder GBR.founder --dir H",
        charter()
    )));
    copy(&folder, "D/GBR/keys/GBR-node.key", "D/FRA/keys/GBR-node.key");
    says("keys-of-two", &network(&folder, "FRA", &MEMBERS, ""));
    says("address", &folder.run("init --plain-keys --member FRA --address node.example --dir I"));
    folder.write("long.founder", "x".repeat(2049));
    said(&folder, "long", &network(&folder, "FRA", &["CAN", "DEU", "long"], ""), 1);
}

#[test]
fn keys_are_made_once() {
    let folder = Folder::new();
    folder.done("init --plain-keys --member FRA --address node.example:7420 --dir D");
    let kept = || {
        let names = ["keys/FRA-node.key", "FRA.founder", "node.toml"];
        names.map(|name| fs::read(folder.path(&format!("D/{name}"))).unwrap())
    };
    let before = kept();
    // As the ceremony has it: these two are kept elsewhere.
    for key in ["root", "recovery"] {
        fs::remove_file(folder.path(&format!("D/keys/FRA-{key}.key"))).unwrap();
    }
    let twice = folder.run("init --plain-keys --member FRA --address node.example:7420 --dir D");
    said(&folder, "keys-held", &twice, 2);
    let other = folder.run("init --plain-keys --member DEU --address node.example:7420 --dir D");
    assert!(other.err.contains("holds the node key of FRA already"), "{}", other.shown());
    assert_eq!(kept(), before);
    assert_eq!(fs::read_dir(folder.path("D/keys")).unwrap().count(), 1);
    fs::remove_file(folder.path("D/keys/FRA-node.key")).unwrap();
    let settings = folder.run("init --plain-keys --member FRA --address node.example:7420 --dir D");
    assert!(settings.err.contains("holds the settings of a node already"), "{}", settings.shown());
    assert_eq!(fs::read_dir(folder.path("D/keys")).unwrap().count(), 0);
}
