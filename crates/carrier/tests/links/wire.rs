//! A wire between two carriers: what goes over it is counted and looked at, and it can be cut.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// What a carrier says before TLS.
const KNOCK: usize = 64;

/// A record of TLS, as whoever watches the wire sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    /// Its kind, which it shows.
    pub(crate) kind: u8,
    /// How long it is, with its head.
    pub(crate) bytes: usize,
    /// When its last byte passed, since the wire was laid.
    pub(crate) at: Duration,
}

/// When it passed, and what.
type Pieces = Vec<(Duration, Vec<u8>)>;

#[derive(Default)]
struct State {
    carried: usize,
    cut_after: Option<usize>,
    cuts: usize,
    streams: Vec<TcpStream>,
    /// Of each connection, what went to the far end, and what came back.
    went: Vec<[Pieces; 2]>,
}

/// A wire that leads to an address.
#[derive(Clone)]
pub(crate) struct Wire {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    laid: Instant,
}

impl Wire {
    pub(crate) fn to(target: SocketAddr) -> Wire {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let wire =
            Wire { address: listener.local_addr().unwrap(), state: Arc::default(), laid: Instant::now() };
        let here = wire.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (Ok(near), Ok(far)) = (stream, TcpStream::connect(target)) else { continue };
                near.set_nodelay(true).unwrap();
                far.set_nodelay(true).unwrap();
                let ends = [near.try_clone().unwrap(), far.try_clone().unwrap()];
                let number = {
                    let mut state = here.state.lock().unwrap();
                    state.streams.extend(ends);
                    state.went.push(Default::default());
                    state.went.len() - 1
                };
                here.carries(near.try_clone().unwrap(), far.try_clone().unwrap(), (number, 0));
                here.carries(far, near, (number, 1));
            }
        });
        wire
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    fn carries(&self, mut from: TcpStream, mut to: TcpStream, (number, side): (usize, usize)) {
        let here = self.clone();
        thread::spawn(move || {
            let mut piece = vec![0; 64 * 1024];
            loop {
                let read = from.read(&mut piece).unwrap_or(0);
                if read == 0 || to.write_all(&piece[..read]).is_err() {
                    break;
                }
                let mut state = here.state.lock().unwrap();
                state.went[number][side].push((here.laid.elapsed(), piece[..read].to_vec()));
                if side == 0 {
                    state.carried += read;
                }
                if state.cut_after.is_some_and(|most| state.carried >= most) {
                    state.cut_after = None;
                    cut(&mut state);
                }
            }
            let _ = from.shutdown(Shutdown::Both);
            let _ = to.shutdown(Shutdown::Both);
        });
    }

    /// Cuts it once so many bytes went to the far end.
    pub(crate) fn cut_after(&self, bytes: usize) {
        self.state.lock().unwrap().cut_after = Some(bytes);
    }

    pub(crate) fn cut_now(&self) {
        cut(&mut self.state.lock().unwrap());
    }

    pub(crate) fn cuts(&self) -> usize {
        self.state.lock().unwrap().cuts
    }

    /// How many bytes went to the far end.
    pub(crate) fn carried(&self) -> usize {
        self.state.lock().unwrap().carried
    }

    /// The records of the last connection that went to the far end and back.
    pub(crate) fn records(&self) -> (Vec<Record>, Vec<Record>) {
        let state = self.state.lock().unwrap();
        let [there, back] = state.went.last().unwrap();
        (records(there, KNOCK), records(back, 0))
    }

    /// How many connections there were.
    pub(crate) fn connections(&self) -> usize {
        self.state.lock().unwrap().went.len()
    }
}

fn cut(state: &mut State) {
    state.cuts += 1;
    for stream in state.streams.drain(..) {
        let _ = stream.shutdown(Shutdown::Both);
    }
}

fn records(pieces: &[(Duration, Vec<u8>)], skip: usize) -> Vec<Record> {
    let (mut records, mut bytes) = (Vec::new(), Vec::new());
    let mut skipped = 0;
    for (at, piece) in pieces {
        let here = (skip - skipped).min(piece.len());
        skipped += here;
        bytes.extend_from_slice(&piece[here..]);
        while let [kind, _, _, high, low, ..] = *bytes {
            let long = 5 + usize::from(u16::from_be_bytes([high, low]));
            if bytes.len() < long {
                break;
            }
            records.push(Record { kind, bytes: long, at: *at });
            bytes.drain(..long);
        }
    }
    records
}
