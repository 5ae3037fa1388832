//! Links over real sockets.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::*;
use crate::keys::Key;
use crate::keys::testing::FailsAfter;

mod attacker;
mod members;
mod proxy;
mod strangers;

const ID: PartnershipId = PartnershipId([1; 32]);
const LONG: Duration = Duration::from_secs(20);

fn key(node: u8) -> Arc<dyn Signer> {
    Arc::new(Key::from_seed(&[node; 32]))
}

fn seat(node: u8) -> Seat {
    Seat(key(node).public())
}

struct Here {
    links: Links,
    heard: Receiver<(Seat, Vec<u8>)>,
}

fn open(node: u8, id: PartnershipId) -> Here {
    signed_by(&key(node), id)
}

fn signed_by(signer: &Arc<dyn Signer>, id: PartnershipId) -> Here {
    let (say, heard) = channel();
    let say = Mutex::new(say);
    let hear = move |from, frame: Frame| {
        say.lock().unwrap().send((from, frame.bytes().to_vec())).unwrap_or_default();
    };
    let links = Links::open(signer, id, "127.0.0.1:0".parse().unwrap(), Vec::new(), hear).unwrap();
    Here { links, heard }
}

fn other(node: u8, here: &Here) -> Other {
    Other { seat: seat(node), address: here.links.listens().to_string() }
}

/// Nodes 1 to n, each of which knows all others.
fn nodes(count: u8) -> Vec<Here> {
    let mut nodes: Vec<Here> = (1..=count).map(|node| open(node, ID)).collect();
    let all: Vec<Other> = (1..=count).zip(&nodes).map(|(node, here)| other(node, here)).collect();
    for (node, here) in (1..=count).zip(&mut nodes) {
        here.links.set_others(all.iter().filter(|other| other.seat != seat(node)).cloned().collect());
    }
    nodes
}

#[test]
fn a_key_that_does_not_sign_opens_no_link_and_nothing_breaks() {
    let fails = Arc::new(FailsAfter::new(Key::from_seed(&[1; 32]), 0));
    let signer: Arc<dyn Signer> = Arc::<FailsAfter>::clone(&fails);
    let (mut first, mut second) = (signed_by(&signer, ID), open(2, ID));
    let others = (other(1, &first), other(2, &second));
    first.links.set_others(vec![others.1]);
    second.links.set_others(vec![others.0]);
    // It is asked when it dials and when it is dialled.
    until("it is asked", || fails.asked() > 2);
    assert!(!first.links.state(seat(2)).unwrap().is_up && !second.links.state(seat(1)).unwrap().is_up);
    assert!(first.heard.try_recv().is_err() && second.heard.try_recv().is_err());
}

fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = std::time::Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < LONG, "{what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn four_nodes_tell_one_another_and_know_who_said_what() {
    let nodes = nodes(4);
    for (node, here) in (1..=4_u8).zip(&nodes) {
        here.links.tell(None, &vec![node; 3].into());
    }
    for (node, here) in (1..=4).zip(&nodes) {
        let mut heard: Vec<_> = (0..3).map(|_| here.heard.recv_timeout(LONG).unwrap()).collect();
        heard.sort();
        let mut told: Vec<_> =
            (1..=4).filter(|other| *other != node).map(|other| (seat(other), vec![other; 3])).collect();
        told.sort();
        assert_eq!(heard, told);
    }
    nodes[0].links.tell(Some(seat(3)), &vec![9].into());
    assert_eq!(nodes[2].heard.recv_timeout(LONG).unwrap(), (seat(1), vec![9]));
    assert!(nodes[1].heard.try_recv().is_err());
}

#[test]
fn a_frame_as_long_as_a_block_goes_through() {
    let nodes = nodes(2);
    let long: Arc<[u8]> = vec![7; 8 * 1024 * 1024].into();
    nodes[0].links.tell(None, &long);
    assert_eq!(nodes[1].heard.recv_timeout(LONG).unwrap(), (seat(1), long.to_vec()));
}

#[test]
fn a_stranger_is_not_heard_and_hears_nothing() {
    let nodes = nodes(2);
    let mut stranger = open(9, ID);
    stranger.links.set_others(vec![other(1, &nodes[0])]);
    stranger.links.tell(None, &vec![1].into());
    until("turned away", || nodes[0].links.strangers() > 0);
    until("told so", || stranger.links.state(seat(1)).is_some_and(|state| state.why_not.is_some()));
    nodes[1].links.tell(None, &vec![2].into());
    assert_eq!(nodes[0].heard.recv_timeout(LONG).unwrap(), (seat(2), vec![2]));
    assert!(nodes[0].heard.try_recv().is_err());
}

#[test]
fn a_node_of_another_partnership_is_a_stranger() {
    let mut nodes = nodes(2);
    let mut elsewhere = open(2, PartnershipId([2; 32]));
    elsewhere.links.set_others(vec![other(1, &nodes[0])]);
    until("turned away", || nodes[0].links.strangers() > 0);
    assert!(!elsewhere.links.state(seat(1)).unwrap().is_up);
    let there = other(2, &elsewhere);
    nodes[0].links.set_others(vec![there]);
    until("seen to be another", || {
        nodes[0].links.state(seat(2)).is_some_and(|state| !state.is_up && state.why_not.is_some())
    });
}

#[test]
fn whoever_answers_with_another_key_is_not_spoken_to() {
    let mut nodes = nodes(2);
    let impostor = open(9, ID);
    nodes[0].links.set_others(vec![other(2, &impostor)]);
    nodes[0].links.tell(None, &vec![1].into());
    until("seen through", || nodes[0].links.state(seat(2)).is_some_and(|state| state.why_not.is_some()));
    assert!(impostor.heard.try_recv().is_err());
}

#[test]
fn a_link_that_broke_is_made_again() {
    let mut nodes = nodes(2);
    nodes[0].links.tell(None, &vec![1].into());
    assert_eq!(nodes[1].heard.recv_timeout(LONG).unwrap().1, [1]);
    let second = nodes.pop().unwrap();
    let address = second.links.listens();
    drop(second);
    until("seen to be gone", || !nodes[0].links.state(seat(2)).unwrap().is_up);
    let (say, heard) = channel();
    let say = Mutex::new(say);
    let hear = move |_, frame: Frame| say.lock().unwrap().send(frame.bytes().to_vec()).unwrap_or_default();
    let there = vec![other(1, &nodes[0])];
    let mut again = None;
    until("its address is free", || TcpListener::bind(address).is_ok());
    again.get_or_insert_with(|| Links::open(&key(2), ID, address, there, hear).unwrap());
    until("up again", || nodes[0].links.state(seat(2)).unwrap().is_up);
    nodes[0].links.tell(None, &vec![2].into());
    assert_eq!(heard.recv_timeout(LONG).unwrap(), [2]);
}

#[test]
fn an_address_that_is_taken_is_named() {
    let nodes = nodes(1);
    let address = nodes[0].links.listens();
    let error = Links::open(&key(2), ID, address, Vec::new(), |_, _| ()).err().unwrap();
    assert_eq!(error.to_string(), format!("{address} cannot be listened on"));
}
