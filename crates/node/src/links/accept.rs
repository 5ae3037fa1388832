//! The links on which this node listens: those that others dialled.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncWriteExt, split};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::AbortHandle;
use tokio::time::{interval, sleep, timeout};
use tokio_rustls::TlsAcceptor;

use super::Heard;
use super::frames::{BEAT, Quota, SILENCE, read};
use super::state::States;
use super::tls::{Identity, agreed_on, seat_of};
use crate::engine::Seat;

/// The most connections of whom it is not yet known who they are.
const MAX_UNKNOWN: usize = 64;
/// How long it may take to say who one is.
const PATIENCE: Duration = Duration::from_secs(5);

/// The link of each node on which it is heard: the newest counts.
type Hearing = Arc<Mutex<BTreeMap<Seat, AbortHandle>>>;

pub(super) async fn accept(listener: TcpListener, identity: Identity, states: States, heard: Heard) {
    let unknown = Arc::new(Semaphore::new(MAX_UNKNOWN));
    let hearing = Hearing::default();
    let acceptor = TlsAcceptor::from(identity.server());
    loop {
        // Who comes when too many are unknown waits in the system's own queue.
        let Ok(place) = Arc::clone(&unknown).acquire_owned().await else { return };
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(_) => {
                sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let (identity, states, heard) = (identity.clone(), states.clone(), Arc::clone(&heard));
        let (acceptor, hearing) = (acceptor.clone(), Arc::clone(&hearing));
        tokio::spawn(async move {
            let known = timeout(PATIENCE, introduced(stream, &acceptor, &identity)).await;
            drop(place);
            match known {
                Ok(Ok((stream, seat))) => {
                    let listening = tokio::spawn({
                        let states = states.clone();
                        async move {
                            states.is_heard(seat, true);
                            // However it ended, the node dials again.
                            let _ = listen(stream, seat, &identity, &heard).await;
                            states.is_heard(seat, false);
                        }
                    });
                    let mut hearing = hearing.lock().unwrap_or_else(PoisonError::into_inner);
                    if let Some(older) = hearing.insert(seat, listening.abort_handle()) {
                        older.abort();
                    }
                }
                Ok(Err(_)) | Err(_) => states.is_strange(),
            }
        });
    }
}

type Stream = tokio_rustls::server::TlsStream<TcpStream>;

async fn introduced(
    stream: TcpStream,
    acceptor: &TlsAcceptor,
    identity: &Identity,
) -> io::Result<(Stream, Seat)> {
    stream.set_nodelay(true)?;
    let stream = acceptor.accept(stream).await?;
    let session = stream.get_ref().1;
    agreed_on(session.alpn_protocol(), identity)?;
    let seat = session.peer_certificates().and_then(|keys| seat_of(keys.first()?));
    let seat = seat.ok_or(io::ErrorKind::PermissionDenied)?;
    Ok((stream, seat))
}

/// Hears what the node says, as fast as it may say it, and tells it now and then that it is heard.
async fn listen(stream: Stream, seat: Seat, identity: &Identity, heard: &Heard) -> io::Result<()> {
    let (mut from, mut to) = split(stream);
    let hear = async {
        let mut quota = Quota::new();
        loop {
            let frame = timeout(SILENCE, read(&mut from)).await;
            let frame = frame.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
            quota.spend(frame.len()).await;
            if !identity.knows(seat) {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            if !frame.is_empty() {
                heard(seat, frame);
            }
        }
    };
    let answer = async {
        let mut beats = interval(BEAT);
        loop {
            beats.tick().await;
            to.write_all(&[0]).await?;
            to.flush().await?;
        }
    };
    tokio::select! {
        broke = hear => broke,
        broke = answer => broke,
    }
}
