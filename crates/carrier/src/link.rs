//! One link with one partner: knocking, TLS, and the two workers that read and write the disk beside it.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use tokio::io::{AsyncReadExt, AsyncWriteExt, split};
use tokio::net::TcpStream;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Receiver, Sender, channel, error::TryRecvError};
use tokio::task::spawn_blocking;
use tokio::time::{sleep, timeout};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use crate::hear::Hearing;
use crate::key::{OwnKey, Pin};
use crate::knock::{KNOCK_BYTES, knock};
use crate::message::{Answer, Said};
use crate::pace::{self, Pace, within};
use crate::speak::{Done, LOOK, Speaking};
use crate::tls;

/// How long each step may take until a link is there.
const PATIENCE: Duration = Duration::from_secs(5);
/// Whoever says only that it is there, or offers and offers, is read no faster than this allows.
const PAUSE: Duration = Duration::from_millis(5);
/// What waits to be written while the line is slow.
const AHEAD: usize = 16;

type Dialled = tokio_rustls::client::TlsStream<TcpStream>;
type Accepted = tokio_rustls::server::TlsStream<TcpStream>;

/// Dials a partner, until it says that it takes this carrier for a partner.
pub(crate) async fn dial(own: &OwnKey, key: Pin, address: &str, pace: Pace) -> io::Result<Dialled> {
    let mut stream = within(PATIENCE, TcpStream::connect(address)).await?;
    stream.set_nodelay(true)?;
    let knock =
        knock(own.pin(), key).ok_or_else(|| io::Error::other("the system gives no random numbers"))?;
    let config = tls::dialling(own, key).map_err(io::Error::other)?;
    // Who is there is told by its key alone; the name is not looked at, and not said.
    let name = ServerName::try_from("carrier").map_err(io::Error::other)?;
    let connect = async {
        stream.write_all(&knock).await?;
        TlsConnector::from(Arc::new(config)).connect(name, stream).await
    };
    let mut stream = within(PATIENCE, connect).await?;
    tls::is_as_it_has_to_be(stream.get_ref().1)?;
    stream.write_all(&pace.hello()).await?;
    stream.flush().await?;
    match within(PATIENCE, pace::answered(&mut stream, pace)).await? {
        Answer::Beat => Ok(stream),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Reads the knock of whoever came.
pub(crate) async fn knocked(stream: &mut TcpStream) -> io::Result<[u8; KNOCK_BYTES]> {
    let mut bytes = [0; KNOCK_BYTES];
    within(PATIENCE, stream.read_exact(&mut bytes)).await?;
    Ok(bytes)
}

/// Answers a partner that knocked.
pub(crate) async fn accept(own: &OwnKey, key: Pin, stream: TcpStream) -> io::Result<Accepted> {
    stream.set_nodelay(true)?;
    let config = tls::answering(own, key).map_err(io::Error::other)?;
    let stream = within(PATIENCE, TlsAcceptor::from(Arc::new(config)).accept(stream)).await?;
    tls::is_as_it_has_to_be(stream.get_ref().1)?;
    Ok(stream)
}

/// Speaks on a link that this carrier dialled, until it breaks. Whatever a worker does is done when this returns.
pub(crate) async fn speak(
    stream: Dialled,
    speaking: Speaking,
    pace: Pace,
    done: impl Fn(Done) + Send + 'static,
) -> io::Result<()> {
    let (mut from, mut to) = split(stream);
    let (say, said) = channel(if pace == Pace::AsItComes { AHEAD } else { 1 });
    let (heard, answers) = channel(AHEAD);
    let worker = spawn_blocking(move || says(speaking, &say, answers, &done));
    let hear = async {
        loop {
            match pace::answered(&mut from, pace).await? {
                Answer::Beat => sleep(PAUSE).await,
                answer => heard.send(answer).await.map_err(|_| io::ErrorKind::BrokenPipe)?,
            }
        }
    };
    let broke = tokio::select! {
        broke = hear => broke,
        broke = pace::say(&mut to, pace, said) => broke,
    };
    drop(heard);
    // What the worker found wrong says more than that it went.
    match worker.await.map_err(io::Error::other)? {
        Err(why) => Err(why),
        Ok(()) => broke,
    }
}

/// The worker beside a link on which this carrier speaks.
fn says(
    mut speaking: Speaking,
    say: &Sender<Said>,
    mut answers: Receiver<Answer>,
    done: &(impl Fn(Done) + Send),
) -> io::Result<()> {
    let here = Handle::current();
    loop {
        loop {
            match answers.try_recv() {
                Ok(answer) => speaking.answered(answer, Instant::now())?.into_iter().for_each(done),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => return Ok(()),
            }
        }
        if let Some(said) = speaking.next(Instant::now())? {
            if say.blocking_send(said).is_err() {
                return Ok(());
            }
            continue;
        }
        match here.block_on(async { timeout(LOOK, answers.recv()).await }) {
            Ok(Some(answer)) => speaking.answered(answer, Instant::now())?.into_iter().for_each(done),
            Ok(None) => return Ok(()),
            Err(_) => {}
        }
    }
}

/// Hears a partner on a link that it dialled, until it breaks. One worker writes at a time: the one of the link before has to
/// have ended, which it does when its link does.
pub(crate) async fn hear(
    stream: Accepted,
    hearing: Hearing,
    alone: Arc<Mutex<()>>,
    came: impl Fn(Answer) + Send + 'static,
) -> io::Result<()> {
    let (mut from, mut to) = split(stream);
    let pace = pace::hello(&mut from).await?;
    let (hear, said) = channel(AHEAD);
    let (say, answers) = channel(AHEAD);
    let worker = spawn_blocking(move || {
        let _alone = alone.lock().unwrap_or_else(PoisonError::into_inner);
        hears(hearing, said, &say, &came)
    });
    let listen = async {
        loop {
            match pace::said(&mut from, pace).await? {
                Said::Beat => sleep(PAUSE).await,
                said => hear.send(said).await.map_err(|_| io::ErrorKind::BrokenPipe)?,
            }
        }
    };
    let broke = tokio::select! {
        broke = listen => broke,
        broke = pace::answer(&mut to, pace, answers) => broke,
    };
    drop(hear);
    match worker.await.map_err(io::Error::other)? {
        Err(why) => Err(why),
        Ok(()) => broke,
    }
}

/// The worker beside a link on which this carrier hears.
fn hears(
    mut hearing: Hearing,
    mut said: Receiver<Said>,
    say: &Sender<Answer>,
    came: &(impl Fn(Answer) + Send),
) -> io::Result<()> {
    while let Some(said) = said.blocking_recv() {
        if say.is_closed() {
            break;
        }
        let is_offer = matches!(said, Said::Offer { .. });
        let Some(answer) = hearing.hear(said)? else { continue };
        came(answer);
        if is_offer {
            std::thread::sleep(PAUSE);
        }
        if say.blocking_send(answer).is_err() {
            break;
        }
    }
    Ok(())
}

/// Why there is no link, in words.
pub(crate) fn in_words(error: &io::Error) -> String {
    use rustls::AlertDescription::{AccessDenied, HandshakeFailure};
    if let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return match error {
            rustls::Error::InvalidCertificate(_) => "who answers there has another key".into(),
            rustls::Error::AlertReceived(AccessDenied) => "it pins another key for this carrier".into(),
            rustls::Error::AlertReceived(HandshakeFailure) | rustls::Error::PeerIncompatible(_) => {
                "it does not agree on keys by X25519MLKEM768".into()
            }
            rustls::Error::InvalidMessage(_) => "who answers there is no carrier".into(),
            _ => error.to_string(),
        };
    }
    match error.kind() {
        io::ErrorKind::ConnectionRefused => "nobody listens there".into(),
        io::ErrorKind::TimedOut => "it does not answer".into(),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe => {
            "it broke off; does it have this carrier's key?".into()
        }
        _ => error.to_string(),
    }
}

/// How a listening address is bound.
pub(crate) fn bind(address: SocketAddr) -> io::Result<std::net::TcpListener> {
    let listener = std::net::TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}
