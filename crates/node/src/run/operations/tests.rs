//! Asked over a real socket, with a worker that answers, that hangs and that has ended.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::mpsc::{Receiver, channel};

use quorate_partnership::{Digest, Moment};

use super::super::pulse::Doing;
use super::super::status::{Measures, Standing};
use super::super::talk::Reply;
use super::*;
use crate::links::free_addresses;

struct Here {
    address: SocketAddr,
    pulse: Pulse,
    _operations: Operations,
}

fn here() -> (Here, Receiver<Event>) {
    let address = free_addresses(1).unwrap()[0];
    let (events, happened) = channel();
    let pulse = Pulse::new("FRA".parse().unwrap());
    let operations = open(address, &events, &pulse).unwrap();
    (Here { address, pulse, _operations: operations }, happened)
}

/// Answers each question, and counts them.
fn answering(happened: Receiver<Event>) -> thread::JoinHandle<usize> {
    thread::spawn(move || {
        let mut asked: usize = 0;
        while let Ok(Event::Asked { reply, .. }) = happened.recv() {
            asked = asked.saturating_add(1);
            let standing = Standing {
                height: 7,
                moment: Moment(1_000),
                digest: Digest([0; 32]),
                waiting: 2,
                nodes: Vec::new(),
                may_fail: 0,
                strangers: 0,
                ready: Some("signature".into()),
                set_back: None,
                whole_from: None,
                last_stranger: Some("key".into()),
                measures: Measures { blocks: 3, ..Measures::default() },
            };
            reply.send(Reply::Standing(Box::new(standing))).unwrap();
        }
        asked
    })
}

/// What is answered to these bytes; nothing if the connection is closed without a word.
fn said(address: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    // Who is refused may be cut off while it still speaks.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap()
}

fn get(address: SocketAddr, path: &str) -> String {
    said(address, format!("GET {path} HTTP/1.1\r\nhost: node.example\r\n\r\n").as_bytes())
}

#[test]
fn a_node_that_answers_is_alive_and_measured_and_ready_or_not() {
    let (here, happened) = here();
    let worker = answering(happened);
    let health = get(here.address, "/healthz");
    assert!(health.starts_with("HTTP/1.1 200"), "{health}");
    assert!(health.ends_with("height 7, 0 of 0 nodes are up, 2 commands wait\n"), "{health}");
    let ready = get(here.address, "/readyz?now");
    assert!(ready.starts_with("HTTP/1.1 503") && ready.contains("does not name this node"), "{ready}");
    let measures = get(here.address, "/metrics");
    assert!(measures.contains("content-type: text/plain; version=0.0.4"), "{measures}");
    for line in ["quorate_height 7", "quorate_blocks_total 3", "quorate_ready 0"] {
        assert!(measures.lines().any(|measure| measure == line), "{line}: {measures}");
    }
    // What it says for its member's root, and whose key a stranger showed, is for those at the door.
    assert!(!measures.contains("signature") && !measures.contains("key\n"), "{measures}");
    drop(here);
    assert!((1..=3).contains(&worker.join().unwrap()));
}

#[test]
fn whoever_asks_often_makes_no_more_work() {
    let (here, happened) = here();
    let worker = answering(happened);
    let begun = std::time::Instant::now();
    for _ in 0..200 {
        assert!(get(here.address, "/metrics").starts_with("HTTP/1.1 200"));
    }
    let seconds = usize::try_from(begun.elapsed().as_secs()).unwrap();
    drop(here);
    assert!(worker.join().unwrap() <= seconds + 2);
}

#[test]
fn a_node_that_hangs_is_not_alive_and_it_is_said_what_it_hangs_in() {
    let (here, happened) = here();
    here.pulse.does(Doing::Answers("a submission"));
    let health = get(here.address, "/healthz");
    assert!(health.starts_with("HTTP/1.1 503"), "{health}");
    assert!(health.contains("it has been answering a submission"), "{health}");
    here.pulse.ends(Some("the disk is full".into()));
    drop(happened);
    sleep_until(|| get(here.address, "/metrics").contains("the node has stopped: the disk is full"));
}

/// An answer is given again for a second.
fn sleep_until(is_so: impl Fn() -> bool) {
    for _ in 0..600 {
        if is_so() {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("it did not come to be so");
}

#[test]
fn one_can_only_ask_and_only_for_what_there_is_and_shortly() {
    let (here, happened) = here();
    let worker = answering(happened);
    for method in ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "CONNECT"] {
        let asked = format!("{method} /metrics HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n");
        let answer = said(here.address, asked.as_bytes());
        assert!(
            answer.starts_with("HTTP/1.1 405") || answer.starts_with("HTTP/1.1 400"),
            "{method}: {answer}"
        );
    }
    for path in ["/", "/metrics/", "/door", "/../healthz", "http://node.example/genesis"] {
        assert!(get(here.address, path).starts_with("HTTP/1.1 404"), "{path}");
    }
    let fields: String = (0..MAX_FIELDS).map(|number| format!("a{number}: b\r\n")).collect();
    let many = format!("GET /healthz HTTP/1.1\r\nhost: a\r\n{fields}\r\n");
    assert!(said(here.address, many.as_bytes()).starts_with("HTTP/1.1 431"));
    let long = format!("GET /healthz HTTP/1.1\r\nhost: {}\r\n\r\n", "a".repeat(2 * MAX_HEAD_BYTES));
    let answer = said(here.address, long.as_bytes());
    assert!(!answer.starts_with("HTTP/1.1 200"), "{answer}");
    for nonsense in
        [b"\0\x01\x02\r\n\r\n".as_slice(), b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"]
    {
        assert!(!said(here.address, nonsense).starts_with("HTTP/1.1 200"));
    }
    drop(here);
    assert_eq!(worker.join().unwrap(), 0, "none of these came as far as the node");
}

#[test]
fn those_who_say_nothing_keep_nobody_else_out_for_ever() {
    let (here, happened) = here();
    let _worker = answering(happened);
    let silent: Vec<TcpStream> =
        (0..2 * MAX_CONNECTIONS).map(|_| TcpStream::connect(here.address).unwrap()).collect();
    assert!(get(here.address, "/healthz").starts_with("HTTP/1.1 200"));
    drop(silent);
}
