//! What a member's node that keeps no rules can do to links: hold up its own.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::time::sleep;

use super::attacker::{Dialled, answerer, dial, dialler, listen, protocol, runtime};
use super::*;

/// The third node, in the hands of an attacker, on a link with this one.
async fn false_node(to: &Here) -> Dialled {
    let mut stream =
        dial(to.links.listens(), dialler(seat(3), &key(3), vec![protocol()])).await.expect("it is a node's");
    assert_eq!(stream.read(&mut [0; 1]).await.unwrap(), 1, "it is heard");
    stream
}

/// Two nodes that also know a third, which is found there.
fn with_third(address: &str) -> Vec<Here> {
    let mut nodes = nodes(2);
    let (first, second) = (other(1, &nodes[0]), other(2, &nodes[1]));
    let third = Other { seat: seat(3), address: address.into() };
    nodes[0].links.set_others(vec![second, third.clone()]);
    nodes[1].links.set_others(vec![first, third]);
    nodes
}

async fn has_ended(mut stream: Dialled) {
    while !matches!(stream.read(&mut [0; 64]).await, Ok(0) | Err(_)) {}
}

#[test]
fn a_frame_that_is_too_long_ends_the_link_and_half_a_frame_holds_up_nobody() {
    let nodes = with_third("");
    let runtime = runtime();
    runtime.block_on(async {
        let mut stream = false_node(&nodes[0]).await;
        stream.write_all(&[0xff; 2000]).await.unwrap();
        has_ended(stream).await;
    });
    let half = runtime.block_on(async {
        let mut stream = false_node(&nodes[0]).await;
        stream.write_all(&[0, 0x80, 0, 0, 1, 2, 3]).await.unwrap();
        stream.flush().await.unwrap();
        stream
    });
    nodes[1].links.tell(None, &vec![2].into());
    assert_eq!(nodes[0].heard.recv_timeout(LONG).unwrap(), (seat(2), vec![2]));
    drop(half);
}

#[test]
fn who_says_more_than_is_dealt_with_is_read_no_further_and_the_others_are() {
    let (say, heard) = channel();
    let say = Mutex::new(say);
    let hear = move |from, frame: Frame| say.lock().unwrap().send((from, frame)).unwrap_or_default();
    let mut links = Links::open(&key(1), ID, "127.0.0.1:0".parse().unwrap(), Vec::new(), hear).unwrap();
    let mut second = open(2, ID);
    second.links.set_others(vec![Other { seat: seat(1), address: links.listens().to_string() }]);
    let third = Other { seat: seat(3), address: String::new() };
    links.set_others(vec![other(2, &second), third]);
    let runtime = runtime();
    let to = links.listens();
    let flood = runtime.spawn(async move {
        let mut stream = dial(to, dialler(seat(3), &key(3), vec![protocol()])).await.unwrap();
        while stream.write_all(&[0, 0, 0, 1, 9].repeat(1000)).await.is_ok() {}
    });
    let mut kept = Vec::new();
    while kept.len() < 128 {
        kept.push(heard.recv_timeout(LONG).unwrap());
    }
    assert!(kept.iter().all(|(from, frame)| *from == seat(3) && frame.bytes() == [9]));
    second.links.tell(None, &vec![2].into());
    let (from, frame) = heard.recv_timeout(LONG).unwrap();
    assert_eq!((from, frame.bytes()), (seat(2), [2].as_slice()), "no room is taken from the second");
    kept.clear();
    assert_eq!(heard.recv_timeout(LONG).unwrap().0, seat(3), "once dealt with, it is read again");
    flood.abort();
}

#[test]
fn a_node_that_reads_nothing_makes_nobody_wait() {
    let runtime = runtime();
    let (listener, address) = listen(&runtime);
    runtime.spawn(beating(listener, &[0]));
    let nodes = with_third(&address.to_string());
    until("linked", || nodes[0].links.state(seat(3)).unwrap().is_up);
    for number in 0..100_u8 {
        nodes[0].links.tell(None, &vec![number; 1024 * 1024].into());
        assert_eq!(nodes[1].heard.recv_timeout(LONG).unwrap().1.first(), Some(&number));
    }
    until("no more is kept than fits", || nodes[0].links.state(seat(3)).unwrap().dropped > 20);
    assert_eq!(nodes[0].links.state(seat(2)).unwrap().dropped, 0);
}

/// Answers with the third node's key, says these bytes again and again, and reads nothing.
async fn beating(listener: TcpListener, says: &'static [u8]) {
    let acceptor = answerer(seat(3), &key(3));
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let Ok(mut stream) = acceptor.accept(stream).await else { continue };
        tokio::spawn(async move {
            while stream.write_all(says).await.is_ok() && stream.flush().await.is_ok() {
                sleep(Duration::from_millis(20)).await;
            }
        });
    }
}

#[test]
fn a_node_that_talks_where_it_is_to_listen_is_not_listened_to() {
    let runtime = runtime();
    let (listener, address) = listen(&runtime);
    runtime.spawn(beating(listener, &[0, 7]));
    let nodes = with_third(&address.to_string());
    until("cut off", || {
        let state = nodes[0].links.state(seat(3)).unwrap();
        state.why_not.as_deref() == Some("it says what no node says")
    });
    nodes[1].links.tell(None, &vec![2].into());
    assert_eq!(nodes[0].heard.recv_timeout(LONG).unwrap(), (seat(2), vec![2]));
}

#[test]
fn of_many_links_the_newest_is_heard_and_the_others_end() {
    let nodes = with_third("");
    runtime().block_on(async {
        let mut older = Vec::new();
        for _ in 0..20 {
            older.push(false_node(&nodes[0]).await);
        }
        let mut newest = older.pop().unwrap();
        for stream in older {
            has_ended(stream).await;
        }
        newest.write_all(&[0, 0, 0, 1, 7]).await.unwrap();
        newest.flush().await.unwrap();
        assert_eq!(nodes[0].heard.recv_timeout(LONG).unwrap(), (seat(3), vec![7]));
        assert!(nodes[0].links.state(seat(3)).unwrap().is_heard);
    });
    until("gone", || !nodes[0].links.state(seat(3)).unwrap().is_heard);
}

#[test]
fn whoever_is_no_node_any_more_is_cut_off_even_in_the_middle_of_a_frame() {
    let mut nodes = with_third("");
    let runtime = runtime();
    let mut stream = runtime.block_on(false_node(&nodes[0]));
    let second = other(2, &nodes[1]);
    runtime.block_on(async {
        stream.write_all(&[0, 0, 1, 0]).await.unwrap();
        stream.flush().await.unwrap();
    });
    nodes[0].links.set_others(vec![second]);
    assert!(nodes[0].links.state(seat(3)).is_none());
    runtime.block_on(async {
        let (mut from, mut to) = tokio::io::split(stream);
        // Byte by byte, so that it is never silent.
        let drip = tokio::spawn(async move {
            while to.write_all(&[1]).await.is_ok() && to.flush().await.is_ok() {
                sleep(Duration::from_millis(100)).await;
            }
        });
        tokio::time::timeout(LONG, async {
            while !matches!(from.read(&mut [0; 64]).await, Ok(0) | Err(_)) {}
        })
        .await
        .expect("cut off");
        drip.abort();
    });
}
