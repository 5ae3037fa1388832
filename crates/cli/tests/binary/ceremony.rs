//! Members set up a partnership on nodes of their own, with one file each.

use std::fs;
use std::net::TcpListener;

use crate::nodes::{run, until};
use crate::quorate::{Folder, root, snapshot};

const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

fn charter() -> String {
    format!("\"{}\"", root().join("charters/partnership.toml").display())
}

/// Four directories in which `init` was run, each with the files of all.
fn introduced() -> Folder {
    let folder = Folder::new();
    let held = MEMBERS.map(|_| TcpListener::bind("127.0.0.1:0").unwrap());
    for (member, held) in MEMBERS.iter().zip(&held) {
        let address = held.local_addr().unwrap();
        folder
            .done(&format!("init --member {member} --address {address} --listen {address} --dir D/{member}"));
        fs::copy(
            folder.path(&format!("D/{member}/{member}.founder")),
            folder.path(&format!("{member}.founder")),
        )
        .unwrap();
    }
    folder
}

fn network(folder: &Folder, member: &str, files: &[&str], options: &str) -> crate::quorate::Run {
    let files: Vec<String> = files.iter().map(|file| format!("{file}.founder")).collect();
    let charter = charter();
    folder.run(&format!(
        "network new {charter} --begins 2026-01-01T00:00:00Z {options} {} --dir D/{member}",
        files.join(" ")
    ))
}

#[test]
fn the_same_genesis_everywhere_and_nodes_that_agree() {
    let folder = introduced();
    let orders = [["DEU", "FRA", "GBR"], ["GBR", "FRA", "CAN"], ["CAN", "GBR", "DEU"], ["DEU", "FRA", "CAN"]];
    let mut told = Vec::new();
    for (member, files) in MEMBERS.iter().zip(&orders) {
        let run = network(&folder, member, files, "");
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
        told.push(run.out.replace(&format!("D/{member}"), "D"));
    }
    assert!(told.iter().all(|one| *one == told[0]), "{told:#?}");
    let again = network(&folder, "FRA", &["CAN", "DEU", "FRA", "GBR"], "");
    assert_eq!((again.code, again.out.replace("D/FRA", "D")), (0, told[0].clone()));
    let other = network(&folder, "FRA", &["CAN", "DEU", "GBR"], "--rehearsal");
    assert!(other.err.contains("there is a partnership in"), "{}", other.shown());
    let _all = run(&folder, &MEMBERS);
    until(&folder, "node status --dir D/FRA", "4 of 4 nodes are up");
    folder.done("member accredit representative --for 365d --dir D/FRA --as FRA/root");
    until(&folder, "record credentials --dir D/GBR", "FRA");
}

#[test]
fn what_does_not_fit_is_named() {
    let folder = introduced();
    let says = |name: &str, run: &crate::quorate::Run| {
        let shown = run.shown().replace(&charter(), "charters/partnership.toml");
        snapshot("snapshots", &format!("network-{name}"), &shown);
        assert_eq!(run.code, 2, "{shown}");
    };
    says("one-missing", &network(&folder, "FRA", &["CAN", "DEU"], ""));
    let text = fs::read_to_string(folder.path("DEU.founder")).unwrap();
    folder.write("bent.founder", text.replace("address 127", "address 128"));
    says("bent", &network(&folder, "FRA", &["CAN", "bent", "GBR"], ""));
    folder.write("short.founder", text.lines().take(4).collect::<Vec<_>>().join("\n"));
    says("short", &network(&folder, "FRA", &["CAN", "short", "GBR"], ""));
    folder.done("init --member DEU --address node.example:1 --dir E");
    fs::copy(folder.path("E/DEU.founder"), folder.path("other.founder")).unwrap();
    says("two-of-one", &network(&folder, "FRA", &["CAN", "DEU", "other", "GBR"], ""));
    folder.done("init --member ITA --address node.example:1 --dir G");
    fs::copy(folder.path("G/ITA.founder"), folder.path("stranger.founder")).unwrap();
    says("stranger", &network(&folder, "FRA", &["CAN", "DEU", "GBR", "stranger"], ""));
    says("no-key", &folder.run(&format!(
        "network new {} --begins 2026-01-01T00:00:00Z CAN.founder DEU.founder FRA.founder GBR.founder --dir H",
        charter()
    )));
    let twice = folder.run("init --member FRA --address node.example:1 --dir D/FRA");
    assert!(twice.err.contains("there is a key for this post already"), "{}", twice.shown());
    says("address", &folder.run("init --member FRA --address node.example --dir I"));
}
