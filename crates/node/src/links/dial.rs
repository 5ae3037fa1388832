//! The link on which this node speaks to another: dialled again and again until it holds.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use rustls::AlertDescription;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncReadExt, split};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};
use tokio_rustls::TlsConnector;

use super::frames::{BEAT, SILENCE, within, write};
use super::queue::Queue;
use super::state::States;
use super::tls::{ELSEWHERE, Identity, agreed_on};
use crate::engine::Seat;

/// How long a connection may take to be made.
const PATIENCE: Duration = Duration::from_secs(5);
/// The shortest and the longest pause before it is tried again, in milliseconds.
const PAUSES: (u64, u64) = (100, 5_000);
/// How long a link has to have held for the pauses to begin anew.
const HELD: Duration = Duration::from_secs(10);
/// Who says more often that it is there is read no more often.
const MIN_BETWEEN_BEATS: Duration = Duration::from_millis(500);
/// The frames that still matter when a link is up again.
const KEPT: usize = 256;

/// Dials, speaks until the link breaks, and dials again.
pub(super) async fn dial(address: String, seat: Seat, queue: Arc<Queue>, identity: Identity, states: States) {
    if address.is_empty() {
        return states.is_down(seat, "no address of it is known".into());
    }
    let mut pause = PAUSES.0;
    loop {
        match connected(&address, seat, &identity).await {
            Ok(stream) => {
                let begun = Instant::now();
                states.is_up(seat);
                queue.forget_but(KEPT);
                let broke = speak(stream, &queue).await;
                states.is_down(seat, broke.map_or_else(|error| in_words(&error), |()| "it broke off".into()));
                if begun.elapsed() >= HELD {
                    pause = PAUSES.0;
                }
            }
            Err(error) => states.is_down(seat, in_words(&error)),
        }
        // Not all at once, after a failure that all saw.
        let jitter = fastrand::u64(0..=pause / 2);
        sleep(Duration::from_millis(pause.saturating_add(jitter))).await;
        pause = pause.saturating_mul(2).min(PAUSES.1);
    }
}

fn in_words(error: &io::Error) -> String {
    if let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return match error {
            rustls::Error::InvalidCertificate(_) => "who answers there has another key".into(),
            rustls::Error::AlertReceived(AlertDescription::AccessDenied) => {
                "it takes this node's key for a stranger's".into()
            }
            rustls::Error::AlertReceived(AlertDescription::NoApplicationProtocol) => ELSEWHERE.into(),
            rustls::Error::InvalidMessage(_) => "who answers there is no node".into(),
            _ => error.to_string(),
        };
    }
    match error.kind() {
        io::ErrorKind::ConnectionRefused => "nobody listens there".into(),
        io::ErrorKind::TimedOut => "it does not answer".into(),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe => {
            "it broke off".into()
        }
        _ => error.to_string(),
    }
}

type Stream = tokio_rustls::client::TlsStream<TcpStream>;

async fn connected(address: &str, seat: Seat, identity: &Identity) -> io::Result<Stream> {
    let connect = async {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let connector = TlsConnector::from(Arc::new(identity.towards(seat).map_err(io::Error::other)?));
        // Who is there is told by its key alone; the name is not looked at.
        let name = ServerName::try_from("node").map_err(io::Error::other)?;
        let mut stream = connector.connect(name, stream).await?;
        agreed_on(stream.get_ref().1.alpn_protocol(), identity)?;
        // Whether the other end takes this key is known once it says something.
        beat(&mut stream).await?;
        Ok(stream)
    };
    within(PATIENCE, connect).await
}

/// Hears that the other end is there. On a link that this node dialled it has nothing else to say.
async fn beat(from: &mut (impl AsyncRead + Unpin)) -> io::Result<()> {
    let mut beats = [0; 64];
    match from.read(&mut beats).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ if beats == [0; 64] => Ok(()),
        _ => Err(io::Error::new(io::ErrorKind::InvalidData, "it says what no node says")),
    }
}

/// Says what waits, and that it is there; ends when the other end says nothing any more.
async fn speak(stream: Stream, queue: &Queue) -> io::Result<()> {
    let (mut from, mut to) = split(stream);
    let listen = async {
        loop {
            within(SILENCE, beat(&mut from)).await?;
            sleep(MIN_BETWEEN_BEATS).await;
        }
    };
    let say = async {
        loop {
            let frame = timeout(BEAT, queue.next()).await;
            write(&mut to, frame.as_deref().unwrap_or_default()).await?;
        }
    };
    tokio::select! {
        broke = listen => broke,
        broke = say => broke,
    }
}
