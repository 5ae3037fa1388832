//! The members' nodes as processes of their own.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use quorate_node::links::free_addresses;

use crate::quorate::Folder;

const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

/// A process that is killed at the end.
pub(crate) struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().unwrap_or_default();
        self.0.wait().unwrap();
    }
}

pub(crate) fn run(folder: &Folder, members: &[&str]) -> Running {
    let directories: Vec<String> = members.iter().map(|member| format!("D/{member}")).collect();
    started(folder, &format!("node run {}", directories.join(" ")))
}

/// A process that runs this until the end.
pub(crate) fn started(folder: &Folder, line: &str) -> Running {
    let mut command = folder.command(line);
    Running(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
}

/// What this says, once it says this.
pub(crate) fn until(folder: &Folder, line: &str, expected: &str) -> String {
    let begun = Instant::now();
    loop {
        let run = folder.run(line);
        if run.out.contains(expected) {
            return run.out;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{line}: no `{expected}` in {}", run.shown());
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn digest(told: &str) -> &str {
    told.lines().find(|line| line.starts_with("digest")).unwrap()
}

#[test]
fn the_demo_is_the_same_among_four_nodes_of_which_one_is_killed_and_one_is_false() {
    let folder = Folder::new();
    let told = folder.done("demo --exit --dir D");
    let (story, nodes) = told.split_once("6. The nodes").unwrap();
    let alone = folder.done("demo --alone --dir A");
    assert_eq!(story.trim_end(), alone.split_once("\nThe record").unwrap().0.trim_end());
    assert!(nodes.contains("The node of CAN was killed"), "{nodes}");
    for by in ["CAN", "FRA", "GBR"] {
        assert!(nodes.contains(&format!("{by}: DEU, at height ")), "{by} does not name DEU: {nodes}");
    }
    let charter = crate::quorate::root().join("charters/partnership.toml");
    let checked = folder.done(&format!("check \"{}\" --dir D/FRA", charter.display()));
    assert!(checked.contains("nodes: condition: 4 nodes survive 1 loss"), "{checked}");
    let standings = MEMBERS.map(|member| folder.done(&format!("status --dir D/{member}")));
    for standing in &standings {
        assert_eq!(digest(standing), digest(&standings[0]));
        assert!(
            nodes.replace("\n   ", " ").contains(digest(standing).trim_start_matches("digest").trim()),
            "{nodes}"
        );
    }
}

#[test]
fn three_of_four_nodes_go_on_and_the_fourth_catches_up() {
    let folder = Folder::new();
    folder.done("demo --exit --dir D");
    let given = "decision table \"Call again\" --call 500000000.00 --dir D/FRA --as FRA/representative";
    let asleep = folder.run(given);
    assert_eq!(asleep.code, 1);
    assert!(asleep.err.contains("does not run"), "{}", asleep.err);
    assert!(folder.run("node status --dir D/FRA").err.contains("no node runs in D/FRA"));
    let _three = run(&folder, &["CAN", "DEU", "FRA"]);
    until(&folder, "node status --dir D/FRA", "3 of 4 nodes are up");
    assert!(folder.done(given).contains("recorded at height"));
    let standing = until(&folder, "node status --dir D/FRA", "GBR ");
    let of_gbr = standing.lines().find(|line| line.starts_with("GBR")).unwrap();
    assert!(of_gbr.contains("no link: nobody listens there"), "{of_gbr}");
    let measured = folder.done("node status --dir D/FRA --format prometheus --check");
    for line in ["quorate_nodes_up 3", "quorate_nodes_needed 3", "quorate_node_up{member=\"GBR\"} 0"] {
        assert!(measured.lines().any(|measure| measure == line), "{line}: {measured}");
    }
    let _fourth = run(&folder, &["GBR"]);
    let there = digest(&standing).to_owned();
    until(&folder, "node status --dir D/GBR", &there);
    assert!(until(&folder, "record decisions --dir D/GBR", "Call again").contains("draft"));
    folder.done("record export --decision 1 --dir D/GBR");
    assert!(folder.done("verify decision-1.record").contains("signed by the nodes of"));
}

/// The members invite XAA, with these keys.
fn invite(folder: &Folder, root: &str, recovery: &str) {
    let table = format!(
        "decision table \"Invite XAA\" --admit XAA --name-en \"A State\" --name-fr \"Un État\" --weight population=50000000 \
         --root {root} --recovery {recovery} --dir D/FRA --as FRA/representative"
    );
    folder.done(&table);
    folder.done("decision open 3 --dir D/FRA --as FRA/representative");
    for member in ["FRA", "GBR", "CAN", "DEU"] {
        until(folder, &format!("record decisions --dir D/{member}"), "Invite XAA");
        folder.done(&format!("decision vote 3 in-favour --dir D/{member} --as {member}/representative"));
    }
    folder.done("wait 240h --dir D/FRA");
    folder.done("decision execute 3 --dir D/FRA --as FRA/representative");
}

/// A State accedes to a partnership of four, and its node is the fifth.
#[test]
fn a_fifth_node_follows_and_then_agrees() {
    let folder = Folder::new();
    folder.done("demo --exit --dir D");
    let three = run(&folder, &["CAN", "FRA", "GBR"]);
    let fourth = run(&folder, &["DEU"]);
    until(&folder, "node status --dir D/FRA", "4 of 4 nodes are up");
    folder.write("before.note", folder.done("record checkpoint --dir D/FRA"));
    let address = free_addresses(1).unwrap()[0];
    folder
        .done(&format!("init --plain-keys --member XAA --address {address} --listen {address} --dir D/XAA"));
    let founder = std::fs::read_to_string(folder.path("D/XAA/XAA.founder")).unwrap();
    let key = |which: &str| {
        founder.lines().find_map(|line| line.strip_prefix(&format!("{which} "))).unwrap().to_owned()
    };
    invite(&folder, &key("root"), &key("recovery"));
    folder.done("record genesis --out genesis.cbor --dir D/FRA");
    folder.done("network join genesis.cbor --dir D/XAA");
    lead_to_one_another(&folder, &address.to_string(), &key("node"));
    let fifth = run(&folder, &["XAA"]);
    until(&folder, "node status --dir D/XAA", "The record does not name this node");
    let there = digest(&folder.done("node status --dir D/FRA")).to_owned();
    until(&folder, "node status --dir D/XAA", &there);
    folder.done("member accede --dir D/XAA --as XAA/root");
    let standing = until(&folder, "node status --dir D/XAA", "name-node ");
    let line = standing.lines().find(|line| line.contains("name-node")).unwrap().trim();
    let line = line.trim_start_matches("quorate ").trim_end_matches(" --as MEMBER/root");
    // While one of the first is away, and long over when it is back.
    drop(fourth);
    folder.done(&format!("{line} --dir D/XAA --as XAA/root"));
    until(&folder, "node status --dir D/XAA", "4 of 5 nodes are up");
    folder.done("member accredit representative --for 365d --dir D/XAA --as XAA/root");
    let fourth = run(&folder, &["DEU"]);
    let all = until(&folder, "node status --dir D/XAA", "5 of 5 nodes are up; it takes 4");
    assert!(all.contains("this node"), "{all}");
    for member in ["FRA", "XAA", "DEU"] {
        proves_the_change(&folder, member);
    }
    // Four of the five go on without one of the first.
    drop((three, fourth));
    let _three = run(&folder, &["CAN", "DEU", "FRA"]);
    until(&folder, "node status --dir D/XAA", "4 of 5 nodes are up");
    folder.done("member accredit treasurer --for 365d --dir D/XAA --as XAA/root");
    proves_the_change(&folder, "CAN");
    folder.done("record consistency --from before.note --out since.record --dir D/CAN");
    assert!(folder.done("verify since.record").contains("is the beginning of"));
    drop(fifth);
}

/// The four follow the fifth with this key, and it finds them.
fn lead_to_one_another(folder: &Folder, address: &str, node: &str) {
    for member in MEMBERS {
        let path = folder.path(&format!("D/{member}/node.toml"));
        let config = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, format!("{config}\n[followers]\nXAA = \"{node}@{address}\"\n")).unwrap();
    }
    let others: String = MEMBERS
        .iter()
        .map(|member| {
            let config = std::fs::read_to_string(folder.path(&format!("D/{member}/node.toml"))).unwrap();
            let listen = config.lines().find_map(|line| line.strip_prefix("listen = ")).unwrap().to_owned();
            format!("{member} = {listen}\n")
        })
        .collect();
    folder.write("D/XAA/node.toml", format!("listen = \"{address}\"\n[others]\n{others}"));
}

/// What the node of a member exports leads through the naming of the fifth.
fn proves_the_change(folder: &Folder, member: &str) {
    folder.done(&format!("record export --decision 1 --out {member}.record --dir D/{member}"));
    let told = folder.done(&format!("verify {member}.record --checkpoint before.note"));
    assert!(told.contains("XAA names its node") && told.contains(" of 5)"), "{told}");
}
