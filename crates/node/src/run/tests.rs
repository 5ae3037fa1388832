//! Nodes on real links, whose keys are elsewhere or do not sign.

mod pruning;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use quorate_charter::Office;
use quorate_partnership::{Founder, Genesis, Moment, Nature, Post, members};

use super::*;
use crate::documents::{Deposit, Documents, Media};
use crate::keys::testing::{Elsewhere, FailsAfter};
use crate::keys::{Key, Signer};
use crate::links::free_addresses;
use crate::node::Node;

const CHARTER: &str = include_str!("../../../../charters/partnership.toml");
const BEGINS: Moment = Moment(1_796_115_600_000);
const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
const LONG: Duration = Duration::from_secs(60);

fn key(of: &str) -> Key {
    Key::of_exercise(of, "GBR/root".parse().unwrap())
}

/// The directories of four nodes, and how each is found.
fn directories(scratch: &Path) {
    let founder = |member: &str| Founder {
        member: member.parse().unwrap(),
        root: key(&format!("{member} root")).public(),
        recovery: key(&format!("{member} recovery")).public(),
        node: key(member).public(),
    };
    let founders = MEMBERS.map(founder).to_vec();
    let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, CHARTER, founders).unwrap();
    let free = free_addresses(MEMBERS.len()).unwrap();
    let places: BTreeMap<&str, _> = MEMBERS.into_iter().zip(free).collect();
    for member in MEMBERS {
        let directory = scratch.join(member);
        drop(Node::create(&directory, &genesis).unwrap());
        let others = places.iter().filter(|(other, _)| **other != member);
        let others = others.map(|(other, place)| (other.parse().unwrap(), place.to_string())).collect();
        Config { listen: places[member], others, followers: BTreeMap::new(), operations: None }
            .write(&directory)
            .unwrap();
    }
}

fn begin(scratch: &Path, member: &str, signer: Arc<dyn Signer>) -> Running {
    let member_code = member.parse().unwrap();
    Running::begin_with(&scratch.join(member), Opening::Snapshot, |_| Ok((member_code, signer))).unwrap()
}

/// Gives a command at a member's node, and gives its height.
fn order(scratch: &Path, at: &str, nonce: u64) -> u64 {
    let mut node = Node::open(&scratch.join(at)).unwrap();
    let root = Post { member: at.parse().unwrap(), office: Office::Root };
    let (key_of, office) = (key(&format!("{nonce}")).public(), Office::Representative);
    let until = Moment(BEGINS.0 + 86_400_000);
    let accredit = members::Accredit { key: key_of, office, from: BEGINS, until };
    let command = members::Command::Accredit(accredit).into();
    let by = key(&format!("{at} root"));
    let signed = by.sign_command(node.basis(), root, until, nonce, command).unwrap();
    let answer = node.submit(&[signed]).unwrap().answers.remove(0).unwrap();
    assert_eq!(answer.refusal, None);
    answer.height
}

fn height(scratch: &Path, at: &str) -> u64 {
    Client::connect(&scratch.join(at)).unwrap().standing().unwrap().height
}

#[test]
fn nothing_but_the_signer_needs_the_secret_of_a_node() {
    let scratch = tempfile::tempdir().unwrap();
    directories(scratch.path());
    let begin = |member: &str| begin(scratch.path(), member, Arc::new(Elsewhere::new(key(member))));
    let nodes = MEMBERS.map(begin);
    let ordered = order(scratch.path(), "FRA", 1);
    for member in MEMBERS {
        let begun = Instant::now();
        while height(scratch.path(), member) < ordered {
            assert!(begun.elapsed() < LONG, "{member} does not come to {ordered}");
            sleep(Duration::from_millis(10));
        }
    }
    let mut node = Node::open(&scratch.path().join("GBR")).unwrap();
    assert!(node.cosigned().unwrap().is_some(), "checkpoints are signed as well");
    for node in nodes {
        node.stopper().stop();
        node.wait().unwrap();
    }
}

#[test]
fn a_node_whose_key_does_not_sign_stops_cleanly_and_the_others_go_on() {
    let scratch = tempfile::tempdir().unwrap();
    directories(scratch.path());
    let others = ["CAN", "DEU", "FRA"].map(|member| begin(scratch.path(), member, Arc::new(key(member))));
    // Enough for a few links, or for none: whoever asks for the signature that fails, the node stops.
    for times in [0, 1, 6, 12] {
        let fails = Arc::new(FailsAfter::new(key("GBR"), times));
        let node = begin(scratch.path(), "GBR", Arc::<FailsAfter>::clone(&fails));
        order(scratch.path(), "FRA", u64::from(times) + 100);
        order(scratch.path(), "FRA", u64::from(times) + 200);
        let why = node.wait().unwrap_err().to_string();
        let short = key("GBR").public().short();
        assert_eq!(why, format!("the node has stopped: the key {short} does not sign: the token is gone"));
        assert_eq!(fails.asked(), times + 1);
    }
    let node = begin(scratch.path(), "GBR", Arc::new(key("GBR")));
    let ordered = order(scratch.path(), "FRA", 1);
    let begun = Instant::now();
    while height(scratch.path(), "GBR") < ordered {
        assert!(begun.elapsed() < LONG, "it does not go on");
        sleep(Duration::from_millis(10));
    }
    for node in others.into_iter().chain([node]) {
        node.stopper().stop();
        node.wait().unwrap();
    }
}

/// Waits until a document is at a member's node, whole.
fn has(scratch: &Path, at: &str, deposit: &Deposit, text: &[u8]) {
    let begun = Instant::now();
    while !Documents::of(&scratch.join(at)).read(deposit).is_ok_and(|read| read == text) {
        assert!(begun.elapsed() < LONG, "{at} does not get the document");
        sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_document_given_at_one_node_comes_to_all_also_to_one_that_was_away_or_whose_file_is_bent() {
    let scratch = tempfile::tempdir().unwrap();
    directories(scratch.path());
    let begin = |member: &str| begin(scratch.path(), member, Arc::new(key(member)));
    let others = ["CAN", "DEU", "FRA"].map(begin);
    let text: Vec<u8> = (0..300_000_u32).flat_map(u32::to_be_bytes).collect();
    let client = Client::connect(&scratch.path().join("CAN")).unwrap();
    let deposit = client.deposit("A text in force".parse().unwrap(), Media::Plain, text.clone()).unwrap();
    assert_eq!((deposit.member().as_str(), deposit.length()), ("CAN", 1_200_000));
    for member in ["CAN", "DEU", "FRA"] {
        has(scratch.path(), member, &deposit, &text);
    }
    let away = begin("GBR");
    has(scratch.path(), "GBR", &deposit, &text);
    away.stopper().stop();
    away.wait().unwrap();
    let path = Documents::of(&scratch.path().join("GBR")).path(deposit.document());
    let mut bent = text.clone();
    bent[700_000] ^= 1;
    std::fs::write(path, bent).unwrap();
    let back = begin("GBR");
    has(scratch.path(), "GBR", &deposit, &text);
    let why = client.deposit("Nothing".parse().unwrap(), Media::Plain, Vec::new()).unwrap_err().to_string();
    assert_eq!(why, "the node says: a document has 1 to 4194304 bytes, not 0");
    for member in MEMBERS {
        let standing = Client::connect(&scratch.path().join(member)).unwrap().standing().unwrap();
        assert!(standing.nodes.iter().all(|node| node.faults == 0), "{member} calls somebody faulty");
    }
    for node in others.into_iter().chain([back]) {
        node.stopper().stop();
        node.wait().unwrap();
    }
}
