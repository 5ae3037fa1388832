//! Links through a wire that can be cut, and that can fall silent.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::watch;

use super::attacker::{listen, runtime};
use super::*;

struct Wire {
    _runtime: Runtime,
    address: SocketAddr,
    /// Counts up when it is cut.
    cut: watch::Sender<u32>,
    is_silent: Arc<AtomicBool>,
}

impl Wire {
    fn towards(to: SocketAddr) -> Wire {
        let runtime = runtime();
        let (listener, address) = listen(&runtime);
        let (cut, cuts) = watch::channel(0);
        let is_silent = Arc::new(AtomicBool::new(false));
        runtime.spawn(carry(listener, to, cuts, Arc::clone(&is_silent)));
        Wire { _runtime: runtime, address, cut, is_silent }
    }

    fn cut(&self) {
        self.cut.send_modify(|times| *times = times.wrapping_add(1));
    }
}

async fn carry(listener: TcpListener, to: SocketAddr, cuts: watch::Receiver<u32>, silent: Arc<AtomicBool>) {
    loop {
        let (mut from, _) = listener.accept().await.unwrap();
        let (mut cuts, silent) = (cuts.clone(), Arc::clone(&silent));
        cuts.mark_unchanged();
        tokio::spawn(async move {
            let Ok(mut to) = TcpStream::connect(to).await else { return };
            tokio::select! {
                _ = cuts.changed() => {}
                () = slow_or_silent(&mut from, &mut to, &silent) => {}
            }
        });
    }
}

/// Carries on as long as it is not silent; then keeps both ends open and passes nothing on.
async fn slow_or_silent(from: &mut TcpStream, to: &mut TcpStream, silent: &AtomicBool) {
    let fell_silent = async {
        while !silent.load(Ordering::Relaxed) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::select! {
        _ = copy_bidirectional(from, to) => return,
        () = fell_silent => {}
    }
    std::future::pending::<()>().await;
}

/// The first node speaks to the second over the wire.
fn over_wire() -> (Vec<Here>, Wire) {
    let mut nodes = nodes(2);
    let wire = Wire::towards(nodes[1].links.listens());
    nodes[0].links.set_others(vec![Other { seat: seat(2), address: wire.address.to_string() }]);
    nodes[0].links.tell(None, &vec![1].into());
    assert_eq!(nodes[1].heard.recv_timeout(LONG).unwrap(), (seat(1), vec![1]));
    (nodes, wire)
}

/// Told until it is heard, as the engine does.
fn is_heard_again(nodes: &[Here], what: u8) {
    until("heard again", || {
        nodes[0].links.tell(None, &vec![what].into());
        nodes[1].heard.recv_timeout(Duration::from_millis(100)).is_ok_and(|(_, bytes)| bytes == [what])
    });
}

#[test]
fn a_link_that_is_cut_again_and_again_comes_back() {
    let (nodes, wire) = over_wire();
    for what in 2..5 {
        wire.cut();
        is_heard_again(&nodes, what);
    }
    for number in 0..10 {
        nodes[0].links.tell(None, &vec![number; 8 * 1024 * 1024].into());
        wire.cut();
    }
    is_heard_again(&nodes, 9);
}

#[test]
fn a_link_that_falls_silent_is_given_up_and_made_anew() {
    let (nodes, wire) = over_wire();
    wire.is_silent.store(true, Ordering::Relaxed);
    until("given up", || !nodes[0].links.state(seat(2)).unwrap().is_up);
    assert_eq!(nodes[0].links.state(seat(2)).unwrap().why_not.as_deref(), Some("it does not answer"));
    wire.is_silent.store(false, Ordering::Relaxed);
    is_heard_again(&nodes, 2);
}

#[test]
fn long_frames_arrive_whole_and_in_order_over_a_wire_that_gives_a_little_at_a_time() {
    let mut nodes = nodes(2);
    let to = nodes[1].links.listens();
    let runtime = runtime();
    let (listener, address) = listen(&runtime);
    runtime.spawn(async move {
        let (mut from, _) = listener.accept().await.unwrap();
        let mut to = TcpStream::connect(to).await.unwrap();
        let ((mut here, mut there), (mut yonder, mut hither)) = (from.split(), to.split());
        let out = async {
            let mut piece = [0; 999];
            while let Ok(many @ 1..) = here.read(&mut piece).await {
                hither.write_all(&piece[..many]).await.unwrap();
            }
        };
        tokio::join!(out, tokio::io::copy(&mut yonder, &mut there))
    });
    nodes[0].links.set_others(vec![Other { seat: seat(2), address: address.to_string() }]);
    for number in 1..=3 {
        let long: Arc<[u8]> = vec![number; 8 * 1024 * 1024].into();
        nodes[0].links.tell(None, &long);
        assert!(nodes[1].heard.recv_timeout(LONG).unwrap() == (seat(1), long.to_vec()));
    }
}
