//! An address at which pages are served.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{Semaphore, oneshot};
use tokio::time::sleep;
use tower::util::MapRequest;

use crate::limits::Peer;
use crate::paced::{Pace, Paced, USUAL};
use crate::places::Places;

/// The most connections at once; who comes then waits. Slow ones cost little: none holds a thread.
const MAX_CONNECTIONS: usize = 4096;
/// The most of one address: the other places are for others.
const MOST_OF_ADDRESS: usize = 512;
/// The longest head of a question, in bytes, and the most fields in it.
const MAX_HEAD_BYTES: usize = 16 * 1024;
const MAX_FIELDS: usize = 64;
/// How long the head of a question may take.
const HEAD: Duration = Duration::from_secs(10);
/// How long it is waited after a connection could not be taken, as when there are too many files.
const PAUSE: Duration = Duration::from_millis(100);
/// How many may wait to be taken: whoever is beyond that comes again after a second, and after a block all listeners come at
/// once.
const BACKLOG: u32 = 4096;
/// How many threads serve.
const THREADS: usize = 2;

/// An address that serves; it is closed when this is dropped.
#[derive(Debug)]
pub struct Open {
    address: SocketAddr,
    /// Whoever holds the other end ends with this one.
    _open: oneshot::Sender<()>,
    /// What else nobody takes until then.
    _beside: Option<TcpSocket>,
}

impl Open {
    /// Where: with the port that was free, if any was asked for.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// What `localhost` may also lead to is held, and nothing served there: nobody else on this machine answers in our place.
fn beside(address: SocketAddr) -> io::Result<Option<TcpSocket>> {
    if address.ip() != IpAddr::V4(Ipv4Addr::LOCALHOST) {
        return Ok(None);
    }
    let Ok(socket) = TcpSocket::new_v6() else { return Ok(None) };
    match socket.bind(SocketAddr::from((Ipv6Addr::LOCALHOST, address.port()))) {
        Ok(()) => Ok(Some(socket)),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(error),
        // There is no such address on this machine.
        Err(_) => Ok(None),
    }
}

/// An address that is taken, at which nothing is served yet.
#[derive(Debug)]
pub struct Bound {
    runtime: Runtime,
    listener: TcpListener,
    address: SocketAddr,
    beside: Option<TcpSocket>,
}

/// Takes an address; port 0 is one that is free.
///
/// # Errors
/// The address cannot be had, or no threads.
pub fn bind(address: SocketAddr) -> io::Result<Bound> {
    let runtime = Builder::new_multi_thread().worker_threads(THREADS).enable_all().build()?;
    let within = runtime.enter();
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    let listener = socket.listen(BACKLOG)?;
    let address = listener.local_addr()?;
    let beside = beside(address)?;
    drop(within);
    Ok(Bound { runtime, listener, address, beside })
}

impl Bound {
    /// Where: with the port that was free, if any was asked for.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves routes there, from threads of their own.
    ///
    /// # Errors
    /// No threads can be had.
    pub fn serve(self, routes: Router) -> io::Result<Open> {
        let Bound { runtime, listener, address, beside } = self;
        let (open, closed) = oneshot::channel::<()>();
        thread::Builder::new().name("pages".into()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = accept(listener, routes, USUAL) => {}
                    _ = closed => {}
                }
            });
            // Whoever listens for what is new would hold it open.
            runtime.shutdown_background();
        })?;
        Ok(Open { address, _open: open, _beside: beside })
    }
}

/// Serves routes at an address, from threads of their own.
///
/// # Errors
/// The address cannot be had.
pub fn open(address: SocketAddr, routes: Router) -> io::Result<Open> {
    bind(address)?.serve(routes)
}

async fn accept(listener: TcpListener, routes: Router, pace: Pace) {
    let of_addresses = Places::default();
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, peer)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        // Who has too many is let go at once, and takes no place.
        let Some(own) = of_addresses.take(peer.ip(), MOST_OF_ADDRESS) else { continue };
        let routes = routes.clone();
        tokio::spawn(async move {
            // Who is too slow, or talks nonsense, has no answer.
            let _ = serve(stream, Peer(peer.ip()), routes, pace).await;
            drop((place, own));
        });
    }
}

async fn serve(stream: TcpStream, peer: Peer, routes: Router, pace: Pace) -> Result<(), hyper::Error> {
    // A page is many small pieces on the way; none waits for the next.
    let _ = stream.set_nodelay(true);
    let routes = MapRequest::new(routes, move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        request.map(|body| Paced::new(body, pace))
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(MAX_HEAD_BYTES)
        .max_headers(MAX_FIELDS)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes))
        .await
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener as Listener;

    use super::*;

    /// What a server that has little patience answers to a body that comes in pieces, one each 50 ms; and how long that takes.
    fn answered(pieces: &[&[u8]], length: usize) -> (String, Duration) {
        let bound = bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).unwrap();
        let Bound { runtime, listener, address, .. } = bound;
        let routes =
            Router::new().route("/", axum::routing::post(async |body: String| body.len().to_string()));
        let pace = Pace { patience: Duration::from_millis(400), bytes_a_second: 10 };
        runtime.spawn(accept(listener, routes, pace));
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let head = format!("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        let began = std::time::Instant::now();
        for piece in pieces {
            // Who is no longer listened to is told so by the answer.
            let _ = stream.write_all(piece);
            thread::sleep(Duration::from_millis(50));
        }
        let mut answer = vec![0; 4096];
        let read = stream.read(&mut answer).unwrap_or_default();
        answer.truncate(read);
        (String::from_utf8(answer).unwrap(), began.elapsed())
    }

    #[test]
    fn a_body_that_comes_slowly_is_not_waited_for() {
        let (answer, _) = answered(&[b"all at once"], 11);
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("11"), "{answer}");
        for slow in [&[][..], &[b"a".as_slice(); 9]] {
            let (answer, after) = answered(slow, 1000);
            assert!(!answer.contains(" 200 ") && after < Duration::from_secs(10), "{after:?}: {answer}");
        }
        // Longer than half a second in all, and never slower than it may be.
        let (answer, after) = answered(&[b"twenty bytes a piece".as_slice(); 20], 400);
        assert!(
            answer.starts_with("HTTP/1.1 200") && after > Duration::from_millis(500),
            "{after:?}: {answer}"
        );
    }

    #[test]
    fn nobody_else_answers_where_localhost_may_also_lead() {
        if Listener::bind((Ipv6Addr::LOCALHOST, 0)).is_err() {
            return;
        }
        let bound = bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).unwrap();
        let beside = (Ipv6Addr::LOCALHOST, bound.address().port());
        assert!(Listener::bind(beside).is_err() && std::net::TcpStream::connect(beside).is_err());
        // Whoever is there already is told of, not passed over.
        let other = Listener::bind((Ipv6Addr::LOCALHOST, 0)).unwrap();
        let port = other.local_addr().unwrap().port();
        assert!(bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).is_err());
        drop(bound);
        assert!(Listener::bind(beside).is_ok());
    }
}
