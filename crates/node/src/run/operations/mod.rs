//! What a node tells a monitoring system: whether it lives, whether it takes part, and its measures, over HTTP/1.1 at an
//! address of the operator's choice. Nothing can be asked for here that changes anything, and nothing secret is told.

mod desk;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{sleep, timeout};

use super::pulse::Pulse;
use super::worker::Event;
use desk::Desk;

/// The most connections at once; who comes then waits.
const MAX_CONNECTIONS: usize = 16;
/// The longest head of a question, in bytes, and the most fields in it.
const MAX_HEAD_BYTES: usize = 8 * 1024;
const MAX_FIELDS: usize = 32;
/// How long the head of a question may take.
const HEAD: Duration = Duration::from_secs(5);
/// How long a connection may take in all: a question, and its answer.
const WHOLE: Duration = Duration::from_secs(15);
/// How long it is waited after a connection could not be taken, as when there are too many files.
const PAUSE: Duration = Duration::from_millis(100);

/// An address at which a node tells how it is. It is closed when this is dropped.
pub(super) struct Operations {
    /// Whoever holds the other end ends with this one.
    _open: oneshot::Sender<()>,
}

/// Tells at an address how the node is.
pub(super) fn open(address: SocketAddr, events: &Sender<Event>, pulse: &Pulse) -> io::Result<Operations> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let (open, closed) = oneshot::channel::<()>();
    let desk = Arc::new(Desk::new(events.clone(), pulse.clone()));
    thread::Builder::new().name("operations".into()).spawn(move || {
        runtime.block_on(async {
            tokio::select! {
                () = accept(listener, desk) => {}
                _ = closed => {}
            }
        });
        // An answer of the worker may still be waited for; nobody is there for it.
        runtime.shutdown_background();
    })?;
    Ok(Operations { _open: open })
}

async fn accept(listener: TcpListener, desk: Arc<Desk>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        let desk = Arc::clone(&desk);
        tokio::spawn(async move {
            // Who is too slow, or talks nonsense, has no answer.
            let _ = timeout(WHOLE, serve(stream, desk)).await;
            drop(place);
        });
    }
}

async fn serve(stream: TcpStream, desk: Arc<Desk>) -> Result<(), hyper::Error> {
    let answer = service_fn(move |asked| {
        let desk = Arc::clone(&desk);
        async move { Ok::<_, std::convert::Infallible>(desk.answer(&asked).await) }
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(MAX_HEAD_BYTES)
        .max_headers(MAX_FIELDS)
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), answer)
        .await
}

#[cfg(test)]
mod tests;
