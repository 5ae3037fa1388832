//! Carriers as processes of their own: partners that exchange, are killed at any time, and lose and double nothing.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::compartments::agents;
use crate::quorate::Folder;

const LONG: Duration = Duration::from_secs(120);
const WITH: &str = "--dir D --passphrase-file pass";

/// A carrier that runs, and is killed at the end as a machine kills it.
struct Running {
    child: Child,
    address: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
        self.child.wait().unwrap();
    }
}

fn run(folder: &Folder, agent: &str, listen: &str, more: &str) -> Running {
    let mut command = folder.command(&format!("carrier run --agent {agent} --listen {listen} {more}"));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    // What else it says is read away, so that it never waits for somebody to read it.
    std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
    let address = line.split_once(" at ").unwrap_or_else(|| panic!("{line}")).1;
    let address = address.split(' ').next().unwrap().to_owned();
    Running { child, address }
}

fn knows(folder: &Folder, agent: &str, partner: &str, address: &str) {
    let key = folder.done(&format!("carrier key --agent {partner}"));
    folder.done(&format!("carrier partner {partner} --at {address} --key {} --agent {agent}", key.trim()));
}

/// Carriers of these agents, each of which knows all others.
fn partners(folder: &Folder, agents: &[&str]) -> Vec<Running> {
    let running: Vec<Running> = agents.iter().map(|agent| run(folder, agent, "127.0.0.1:0", "")).collect();
    for agent in agents {
        for (partner, there) in agents.iter().zip(&running).filter(|(partner, _)| *partner != agent) {
            knows(folder, agent, partner, &there.address);
        }
    }
    running
}

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < LONG, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn came(folder: &Folder, agent: &str) -> Vec<String> {
    let listed = folder.done(&format!("carrier list --agent {agent}"));
    let inbox = listed.split_once("in the inbox: ").unwrap().1;
    inbox.lines().skip(1).map(|line| line.rsplit(", ").next().unwrap().to_owned()).collect()
}

/// Waits until so many things are in the inbox: their ids.
fn until_came(folder: &Folder, agent: &str, many: usize) -> Vec<String> {
    let mut ids = Vec::new();
    until(&format!("{many} come to {agent}"), || {
        ids = came(folder, agent);
        ids.len() >= many
    });
    assert_eq!(ids.len(), many);
    ids
}

#[test]
fn a_compartment_lives_by_its_carriers_alone() {
    let folder = agents(&["CAN", "FRA", "GBR"]);
    let _running = partners(&folder, &["CAN", "FRA", "GBR"]);
    folder.done(&format!("compartment create Watch --agent CAN {WITH}"));
    for member in ["FRA", "GBR"] {
        let told = folder.done(&format!("compartment card --agent {member} --send CAN {WITH}"));
        assert!(told.contains("waits for CAN"), "{told}");
    }
    for (id, card) in until_came(&folder, "CAN", 2).iter().zip(["one.card", "two.card"]) {
        folder.done(&format!("carrier take {id:.8} --out {card} --agent CAN"));
    }
    folder.done(&format!("compartment invite Watch one.card two.card --agent CAN --send all {WITH}"));
    for member in ["FRA", "GBR"] {
        let id = until_came(&folder, member, 1).remove(0);
        let told = folder.done(&format!("compartment accept --agent {member} {WITH}"));
        assert!(told.contains("of no compartment held here"), "{told}");
        folder.done(&format!("carrier take {id} --out {member}.parcel --agent {member}"));
        folder.done(&format!("compartment join Watch {member}.parcel --agent {member} {WITH}"));
    }
    folder.done(&format!("room say Watch \"What is our position?\" --agent CAN --send all {WITH}"));
    for member in ["FRA", "GBR"] {
        until_came(&folder, member, 1);
        let read = folder.done(&format!("room read Watch --agent {member} {WITH}"));
        assert!(read.contains("CAN/representative: What is our position?"), "{read}");
        assert!(came(&folder, member).is_empty(), "what was read is in the inbox no more");
    }
    // One is removed; the message of the next epoch comes before the acceptance that begins it.
    folder.done(&format!("compartment remove Watch GBR --agent CAN --send all {WITH}"));
    until_came(&folder, "FRA", 1);
    let read = folder.done(&format!("room read Watch --agent FRA {WITH}"));
    assert!(read.contains("our position"), "{read}");
    until_came(&folder, "FRA", 1);
    let told = folder.done(&format!("compartment accept --agent FRA --send CAN,GBR {WITH}"));
    assert!(told.contains("it is in force: epoch 2 begins") && told.contains("1 taken"), "{told}");
    // What is no parcel, and longer than any, holds up none.
    folder.write("long", vec![1; 17 * 1024 * 1024]);
    folder.done("carrier send long --as-it-is --to CAN --agent GBR");
    until_came(&folder, "CAN", 2);
    let told = folder.done(&format!("compartment accept --agent CAN {WITH}"));
    assert!(told.contains("epoch 2 begins") && told.contains("from GBR: no parcel"), "{told}");
    assert_eq!(came(&folder, "CAN").len(), 1);
    // The removal, and FRA's acceptance of it.
    until_came(&folder, "GBR", 2);
    let told = folder.run(&format!("compartment accept --agent GBR {WITH}"));
    assert!(told.out.contains("this agent was removed"), "{}", told.shown());
    assert!(
        fs::read_dir(folder.path("FRA/carrier/going")).unwrap().next().is_none(),
        "nothing is left lying"
    );
}

#[test]
fn whoever_is_killed_loses_nothing_and_doubles_nothing() {
    let folder = Folder::new();
    for agent in ["A", "B"] {
        fs::create_dir(folder.path(agent)).unwrap();
    }
    let (mut first, mut second) =
        (run(&folder, "A", "127.0.0.1:0", ""), run(&folder, "B", "127.0.0.1:0", ""));
    let (here, there) = (first.address.clone(), second.address.clone());
    knows(&folder, "A", "B", &there);
    knows(&folder, "B", "A", &here);
    let noise = |seed: usize| {
        (0..400_000).map(|at: usize| (at.wrapping_mul(seed + 7) >> 3).to_le_bytes()[0]).collect()
    };
    let files: Vec<Vec<u8>> = (0..12).map(noise).collect();
    for (number, bytes) in files.iter().enumerate() {
        folder.write("file", bytes);
        folder.done("carrier send file --as-it-is --to B --agent A");
        std::thread::sleep(Duration::from_millis(u64::try_from(number * 37 % 90).unwrap()));
        // Killed, and started again at the same address.
        if number % 2 == 0 {
            drop(second);
            second = run(&folder, "B", &there, "");
        } else {
            drop(first);
            first = run(&folder, "A", &here, "");
        }
    }
    until_came(&folder, "B", files.len());
    until("nothing waits", || !folder.done("carrier list --agent A").contains("waits since"));
    let mut names: Vec<_> = inbox(&folder.path("B"));
    names.sort();
    let got: Vec<Vec<u8>> = names.iter().map(|path| fs::read(path).unwrap()).collect();
    assert!(got == files, "all of them, once, in their order");
}

fn inbox(agent: &Path) -> Vec<std::path::PathBuf> {
    let inbox = fs::read_dir(agent.join("carrier/inbox/A")).unwrap().map(|entry| entry.unwrap().path());
    inbox.filter(|path| path.is_file()).collect()
}

#[test]
fn a_product_of_20_mb_whose_carrier_is_killed_half_way_goes_on_from_there() {
    let folder = Folder::new();
    for agent in ["A", "B"] {
        fs::create_dir(folder.path(agent)).unwrap();
    }
    // At so many cells it takes long enough to be killed in the middle.
    let (first, second) =
        (run(&folder, "A", "127.0.0.1:0", "--cells 64"), run(&folder, "B", "127.0.0.1:0", ""));
    let there = second.address.clone();
    knows(&folder, "B", "A", &first.address);
    knows(&folder, "A", "B", &there);
    let product = [b"quorate/product1".to_vec(), vec![7; 20_000_000]].concat();
    folder.write("report.sealed", &product);
    folder.done("carrier send report.sealed --as-it-is --to B --agent A");
    let parts = folder.path("B/carrier/inbox/A/parts");
    let half = || fs::read_dir(&parts).ok()?.next()?.ok()?.metadata().ok().map(|found| found.len());
    until("some of it comes", || half().is_some_and(|bytes| bytes > 3_000_000));
    drop(second);
    let before = half().unwrap();
    // Killed at both ends; the second time without cells, so that the rest is quick.
    drop(first);
    let second = run(&folder, "B", &there, "");
    assert_eq!(half(), Some(before));
    let first = run(&folder, "A", "127.0.0.1:0", "");
    knows(&folder, "B", "A", &first.address);
    let listed = folder.done("carrier list --agent B");
    assert!(
        listed.contains(&format!("of {} bytes", product.len())) || listed.contains("in the inbox: 1"),
        "{listed}"
    );
    let id = until_came(&folder, "B", 1).remove(0);
    folder.done(&format!("carrier take {id:.12} --out got --agent B"));
    assert!(fs::read(folder.path("got")).unwrap() == product);
    assert!(folder.run(&format!("carrier take {id} --out again --agent B")).code == 2, "it is taken once");
    drop((first, second));
}

#[test]
fn strangers_that_hold_the_line_do_not_hold_up_partners() {
    let folder = Folder::new();
    for agent in ["A", "B"] {
        fs::create_dir(folder.path(agent)).unwrap();
    }
    let running = partners(&folder, &["A", "B"]);
    let mut strangers = Vec::new();
    for _ in 0..60 {
        let mut stranger = TcpStream::connect(&running[1].address).unwrap();
        stranger.write_all(b"G").unwrap();
        strangers.push(stranger);
    }
    folder.write("file", "in time");
    folder.done("carrier send file --as-it-is --to all --agent A");
    until_came(&folder, "B", 1);
}
