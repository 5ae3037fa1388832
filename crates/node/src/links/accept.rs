//! The links on which this node listens: those that others dialled.

use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncWriteExt, split};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;
use tokio::time::{Instant, interval, sleep};
use tokio_rustls::TlsAcceptor;

use super::Heard;
use super::frames::{BEAT, STALL, read, within};
use super::hearing::{Ear, Hearing};
use super::lobby::Lobby;
use super::state::States;
use super::tls::{Identity, agreed_on, seat_of};
use crate::engine::Seat;

/// How long it may take to say who one is.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a connection needs to become a link.
#[derive(Clone)]
struct Reception {
    identity: Identity,
    states: States,
    heard: Heard,
    hearing: Hearing,
    lobby: Arc<Mutex<Lobby<AbortHandle>>>,
}

pub(super) async fn accept(listener: TcpListener, identity: Identity, states: States, heard: Heard) {
    let hearing = Hearing::new(states.clone());
    let reception = Reception { identity, states, heard, hearing, lobby: Arc::default() };
    loop {
        match listener.accept().await {
            Ok((stream, from)) => reception.enters(stream, from.ip()),
            // There are no more sockets: some will be free.
            Err(_) => sleep(Duration::from_millis(100)).await,
        }
    }
}

impl Reception {
    fn lobby(&self) -> MutexGuard<'_, Lobby<AbortHandle>> {
        self.lobby.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody comes. It is asked who it is, unless too many are.
    fn enters(&self, stream: TcpStream, from: IpAddr) {
        let entered = self.lobby().enter(from, Instant::now());
        let Some((number, instead)) = entered else { return self.states.is_strange() };
        if let Some(instead) = instead {
            instead.abort();
            self.states.is_strange();
        }
        let here = self.clone();
        let asked = tokio::spawn(async move {
            let known = within(PATIENCE, introduced(stream, &here.identity)).await;
            here.lobby().leave(number);
            match known {
                Ok((stream, seat)) => here.admit(stream, seat, from),
                Err(_) => here.states.is_strange(),
            }
        });
        self.lobby().began(number, asked.abort_handle());
    }

    /// It is a node: from now on it is heard on this link.
    fn admit(self, stream: Stream, seat: Seat, from: IpAddr) {
        self.lobby().is_home(seat, from, |seat| self.identity.knows(seat));
        let (number, ear) = self.hearing.begin(seat, |seat| self.identity.knows(seat));
        let hearing = self.hearing.clone();
        let link = tokio::spawn(async move {
            // However it ended, the node dials again.
            let _ = listen(stream, seat, &self, &ear).await;
            self.hearing.end(seat, number);
        });
        hearing.began(seat, number, link.abort_handle());
    }
}

type Stream = tokio_rustls::server::TlsStream<TcpStream>;

async fn introduced(stream: TcpStream, identity: &Identity) -> io::Result<(Stream, Seat)> {
    stream.set_nodelay(true)?;
    let stream = TlsAcceptor::from(identity.server()).accept(stream).await?;
    let session = stream.get_ref().1;
    agreed_on(session.alpn_protocol(), identity)?;
    let seat = session.peer_certificates().and_then(|keys| seat_of(keys.first()?));
    let seat = seat.ok_or(io::ErrorKind::PermissionDenied)?;
    Ok((stream, seat))
}

/// Hears what the node says, as fast as it may say it, and tells it now and then that it is heard.
async fn listen(stream: Stream, seat: Seat, here: &Reception, ear: &Ear) -> io::Result<()> {
    let (mut from, mut to) = split(stream);
    let hear = async {
        loop {
            ear.may_hear().await;
            let bytes = read(&mut from).await?;
            let is_beat = bytes.is_empty();
            let frame = ear.take(bytes).await.ok_or(io::ErrorKind::BrokenPipe)?;
            if !is_beat && here.identity.knows(seat) {
                (here.heard)(seat, frame);
            }
        }
    };
    let answer = async {
        let mut beats = interval(BEAT);
        loop {
            beats.tick().await;
            if !here.identity.knows(seat) {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            within(STALL, to.write_all(&[0])).await?;
            within(STALL, to.flush()).await?;
        }
    };
    tokio::select! {
        broke = hear => broke,
        broke = answer => broke,
    }
}
