//! A fifth State accedes and its node becomes one of those that agree; then a member leaves, and its node with it.

use std::fs;

use quorate_node::links::free_addresses;

use crate::clerk::Clerk;
use crate::partners::{MEMBERS, Partners, until};
use crate::recorded::record;

/// The newcomer's keys, on which the members decide.
fn invite(partners: &Partners, key: impl Fn(&str) -> String) {
    let folder = &partners.folder;
    let (root, recovery) = (key("root"), key("recovery"));
    folder.done(&format!(
        "decision table \"Invite XAA\" --admit XAA --name-en \"A State\" --name-fr \"Un État\" --weight population=50000000 \
         --root {root} --recovery {recovery} --dir D/FRA --as FRA/representative"
    ));
    folder.done("decision open 1 --dir D/FRA --as FRA/representative");
    for member in MEMBERS {
        until("the vote is open everywhere", || {
            folder.done(&format!("record decisions --dir D/{member}")).contains("Invite XAA")
        });
        folder.done(&format!("decision vote 1 in-favour --dir D/{member} --as {member}/representative"));
    }
    folder.done("wait 240h --dir D/FRA");
    folder.done("decision execute 1 --dir D/FRA --as FRA/representative");
}

/// The newcomer's node is set up, and each member lets it follow: docs/operating.md, step by step.
fn introduce(partners: &Partners) {
    let folder = &partners.folder;
    let address = free_addresses(1).unwrap()[0];
    folder
        .done(&format!("init --member XAA --address {address} --listen {address} --plain-keys --dir D/XAA"));
    let founder = fs::read_to_string(folder.path("D/XAA/XAA.founder")).unwrap();
    let key = |which: &str| {
        founder.lines().find_map(|line| line.strip_prefix(&format!("{which} "))).unwrap().to_owned()
    };
    invite(partners, key);
    folder.done("record genesis --out genesis.cbor --dir D/FRA");
    folder.done("network join genesis.cbor --dir D/XAA");
    let mut others = String::new();
    for member in MEMBERS {
        let path = folder.path(&format!("D/{member}/node.toml"));
        let config = fs::read_to_string(&path).unwrap();
        let listen = config.lines().find_map(|line| line.strip_prefix("listen = ")).unwrap();
        others.push_str(&format!("{member} = {listen}\n"));
        fs::write(&path, format!("{config}\n[followers]\nXAA = \"{}@{address}\"\n", key("node"))).unwrap();
    }
    folder.write("D/XAA/node.toml", format!("listen = \"{address}\"\n[others]\n{others}"));
}

#[test]
fn a_fifth_comes_one_goes_and_the_rest_go_on() {
    let mut partners = Partners::new();
    partners.run_all();
    introduce(&partners);
    partners.run("XAA");
    partners.wait_for_one_record(&["FRA", "XAA"]);
    partners.folder.done("member accede --dir D/XAA --as XAA/root");
    let mut told = String::new();
    until("it is ready", || {
        told = partners.folder.done("node status --dir D/XAA");
        told.contains("name-node ")
    });
    let line = told.lines().find(|line| line.contains("name-node")).unwrap().trim();
    let line = line.trim_start_matches("quorate ").trim_end_matches(" --as MEMBER/root");
    partners.folder.done(&format!("{line} --dir D/XAA --as XAA/root"));
    partners.wait_for_up(&["CAN", "DEU", "FRA", "GBR", "XAA"], 5);

    partners.folder.done("member withdraw --dir D/GBR --as GBR/root");
    partners.folder.done("wait 365d --dir D/FRA");
    partners.wait_for_up(&["CAN", "DEU", "FRA", "XAA"], 4);
    assert!(partners.standing("FRA").nodes.iter().all(|node| node.member.to_string() != "GBR"));
    until("the node of GBR is told that it is out", || {
        partners.asked("GBR", "/readyz")
            == Some((503, "the record names this node no more: it signs nothing\n".into()))
    });
    // Of the four that agree now one may fail, and the newcomer counts.
    partners.kill("CAN");
    let mut clerk = Clerk::of(&partners, "FRA");
    (0..3).for_each(|_| clerk.give(&partners, "XAA"));
    partners.run("CAN");
    let blocks = partners.wait_for_one_record(&["CAN", "DEU", "FRA", "XAA"]);
    clerk.is_kept(&partners, &blocks);
    let out = partners.blocks("GBR");
    assert!(
        out.len() < blocks.len() && out[..] == blocks[..out.len()],
        "it has nothing else, and nothing after"
    );
    partners.end("XAA");
    record("changes", &partners.directory("XAA"));
}
