//! What an outsider can do to links: nothing.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::attacker::{answerer, dial, dial_from, dialler, listen, nobody, protocol, runtime};
use super::*;

#[test]
fn a_key_is_shown_by_whoever_likes_and_used_only_by_its_holder() {
    let nodes = nodes(2);
    let to = nodes[0].links.listens();
    let runtime = runtime();
    let refused = [
        ("shows another's key", dialler(seat(2), &key(9), vec![protocol()])),
        ("shows its own", dialler(seat(9), &key(9), vec![protocol()])),
        ("shows none", nobody()),
        ("names no partnership", dialler(seat(2), &key(2), Vec::new())),
    ];
    for (who, config) in refused {
        let before = nodes[0].links.strangers();
        runtime.block_on(async {
            // The one who dials may think that all is well until it hears.
            let Ok(mut stream) = dial(to, config).await else { return };
            let _ = stream.write_all(&[0, 0, 0, 1, 7]).await;
            let heard = stream.read(&mut [0; 1]).await;
            assert!(!matches!(heard, Ok(1)), "who {who} was let in");
        });
        until(who, || nodes[0].links.strangers() > before);
    }
    assert_eq!(nodes[0].links.last_stranger(), Some(seat(9)));
    nodes[1].links.tell(None, &vec![2].into());
    assert_eq!(nodes[0].heard.recv_timeout(LONG).unwrap(), (seat(2), vec![2]), "and nothing else was heard");
}

#[test]
fn whoever_answers_showing_the_right_key_without_holding_it_is_not_spoken_to() {
    let mut here = open(1, ID);
    let runtime = runtime();
    let (listener, address) = listen(&runtime);
    let acceptor = answerer(seat(2), &key(9));
    let was_told = runtime.spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        acceptor.accept(stream).await.is_ok()
    });
    here.links.set_others(vec![Other { seat: seat(2), address: address.to_string() }]);
    here.links.tell(None, &vec![1].into());
    assert!(!runtime.block_on(was_told).unwrap());
    until("seen through", || {
        here.links.state(seat(2)).and_then(|state| state.why_not).is_some_and(|why| !why.is_empty())
    });
    assert!(!here.links.state(seat(2)).unwrap().is_up);
}

#[test]
fn strangers_who_say_nothing_or_rubbish_do_not_keep_nodes_out() {
    let nodes = nodes(1);
    let to = nodes[0].links.listens();
    let runtime = runtime();
    // From two addresses, thrice as many as there are places for.
    let crowd = runtime.block_on(async {
        let mut crowd = Vec::new();
        for number in 0..200_u8 {
            let from = if number % 2 == 0 { "127.0.0.2" } else { "127.0.0.3" };
            let mut stream = dial_from(from, to).await.unwrap();
            let said: &[u8] = match number % 4 {
                0 => b"GET / HTTP/1.1\r\n\r\n",
                1 => &[22, 3, 1, 2, 0, 1],
                _ => &[],
            };
            let _ = stream.write_all(said).await;
            crowd.push(stream);
        }
        crowd
    });
    let late = open(2, ID);
    let mut nodes = nodes;
    let (first, second) = (other(1, &nodes[0]), other(2, &late));
    nodes[0].links.set_others(vec![second]);
    let mut late = late;
    late.links.set_others(vec![first]);
    late.links.tell(None, &vec![2].into());
    assert_eq!(nodes[0].heard.recv_timeout(LONG).unwrap(), (seat(2), vec![2]));
    assert!(nodes[0].links.strangers() > 0);
    drop(crowd);
}

#[test]
fn a_node_behind_the_same_address_as_a_crowd_comes_back() {
    let mut nodes = nodes(2);
    nodes[1].links.tell(None, &vec![1].into());
    assert_eq!(nodes[0].heard.recv_timeout(LONG).unwrap().1, [1]);
    let to = nodes[0].links.listens();
    let runtime = runtime();
    let crowd = runtime.block_on(async {
        let mut crowd = Vec::new();
        for _ in 0..200 {
            crowd.push(dial_from("127.0.0.1", to).await.unwrap());
        }
        crowd
    });
    let first = other(1, &nodes[0]);
    nodes[1] = open(2, ID);
    nodes[1].links.set_others(vec![first]);
    nodes[1].links.tell(None, &vec![2].into());
    assert_eq!(nodes[0].heard.recv_timeout(LONG).unwrap(), (seat(2), vec![2]));
    drop(crowd);
}

#[test]
fn what_is_wrong_is_said_in_words() {
    let mut here = open(1, ID);
    let (impostor, elsewhere, unknown) = (open(9, ID), open(2, PartnershipId([2; 32])), open(3, ID));
    let no_node = TcpListener::bind("127.0.0.1:0").unwrap();
    let no_nodes = Other { seat: seat(5), address: no_node.local_addr().unwrap().to_string() };
    std::thread::spawn(move || {
        while let Ok((mut stream, _)) = no_node.accept() {
            let _ = io::Write::write_all(&mut stream, b"220 ready\r\n");
        }
    });
    here.links.set_others(vec![
        Other { seat: seat(8), address: impostor.links.listens().to_string() },
        other(2, &elsewhere),
        other(3, &unknown),
        Other { seat: seat(4), address: String::new() },
        no_nodes,
        other(1, &impostor),
    ]);
    let expected = [
        (8, "who answers there has another key"),
        (2, "it is of another partnership"),
        (3, "it takes this node's key for a stranger's"),
        (4, "no address of it is known"),
        (5, "who answers there is no node"),
    ];
    for (node, why) in expected {
        let said = || here.links.state(seat(node)).unwrap().why_not;
        until(why, || said().is_some());
        assert_eq!(said().unwrap(), why);
        assert!(!here.links.state(seat(node)).unwrap().is_up);
    }
    assert!(here.links.state(seat(1)).is_none(), "a node does not dial itself");
}
