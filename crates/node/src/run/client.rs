//! Somebody at a node's door.

use std::io;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};

use minicbor::bytes::ByteVec;
use quorate_partnership::{MAX_SNAPSHOT_BYTES, Moment, Phrase};
use quorate_records::proof::Note;

use super::control::DOOR;
use super::status::Standing;
use super::talk::{Place, Reply, Request, read, write};
use crate::documents::{Deposit, Media};
use crate::sealed::Sealed;

/// A connection to a node that runs, in another process or in this one.
#[derive(Debug)]
pub struct Client {
    stream: UnixStream,
    directory: PathBuf,
}

/// Why a node did not answer.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// Nobody is there.
    #[error("no node runs in {}", .0.display())]
    NotRunning(PathBuf),
    /// The connection broke.
    #[error("the node in {} does not answer", directory.display())]
    Broke {
        /// Where.
        directory: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// What was given waits, and is not ordered.
    #[error(
        "not ordered yet: the node holds it, and it is ordered when more than two thirds of the nodes agree"
    )]
    NotYet,
    /// The node says no.
    #[error("the node says: {0}")]
    Failed(String),
}

impl Client {
    /// Goes to the door of a directory.
    ///
    /// # Errors
    /// [`ClientError::NotRunning`].
    pub fn connect(directory: &Path) -> Result<Client, ClientError> {
        let stream = UnixStream::connect(directory.join(DOOR));
        let stream = stream.map_err(|_| ClientError::NotRunning(directory.into()))?;
        Ok(Client { stream, directory: directory.into() })
    }

    fn ask(&self, request: &Request) -> Result<Reply, ClientError> {
        let broke = |source| ClientError::Broke { directory: self.directory.clone(), source };
        write(&mut &self.stream, request).map_err(broke)?;
        match read(&mut &self.stream).map_err(broke)? {
            Reply::Failed(why) => Err(ClientError::Failed(why)),
            Reply::NotYet => Err(ClientError::NotYet),
            reply => Ok(reply),
        }
    }

    fn otherwise<T>(&self) -> Result<T, ClientError> {
        let source = io::Error::new(io::ErrorKind::InvalidData, "it answers what was not asked");
        Err(ClientError::Broke { directory: self.directory.clone(), source })
    }

    /// Where the partnership begins, in bytes.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn genesis(&self) -> Result<Vec<u8>, ClientError> {
        match self.ask(&Request::Genesis)? {
            Reply::Genesis(bytes) => Ok(bytes.into()),
            _ => self.otherwise(),
        }
    }

    /// How the node stands, and what it knows of the others.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn standing(&self) -> Result<Standing, ClientError> {
        match self.ask(&Request::Standing)? {
            Reply::Standing(standing) => Ok(*standing),
            _ => self.otherwise(),
        }
    }

    /// Gives signed commands; where each stands, once all are ordered.
    ///
    /// # Errors
    /// [`ClientError::NotYet`] if that takes too long: giving them again is safe.
    pub fn submit(&self, commands: &[Vec<u8>]) -> Result<Vec<Place>, ClientError> {
        let commands = commands.iter().cloned().map(ByteVec::from).collect();
        match self.ask(&Request::Submit(commands))? {
            Reply::Ordered(places) => Ok(places),
            _ => self.otherwise(),
        }
    }

    /// Final blocks from a height on, some of them; none if there are none yet.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn blocks(&self, from: u64) -> Result<Vec<Vec<u8>>, ClientError> {
        match self.ask(&Request::Blocks(from))? {
            Reply::Blocks(blocks) => Ok(blocks.into_iter().map(Vec::from).collect()),
            _ => self.otherwise(),
        }
    }

    /// What is left of blocks from a height on whose bodies went, some of them; none if there is nothing more.
    pub(crate) fn left(&self, from: u64) -> Result<Vec<Vec<u8>>, ClientError> {
        match self.ask(&Request::Left(from))? {
            Reply::Left(left) => Ok(left.into_iter().map(Vec::from).collect()),
            _ => self.otherwise(),
        }
    }

    /// What was true after the last block whose body went; nothing if all are whole.
    pub(crate) fn base(&self) -> Result<Vec<u8>, ClientError> {
        let mut bytes = Vec::new();
        while bytes.len() <= MAX_SNAPSHOT_BYTES {
            let from = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            match self.ask(&Request::Base(from))? {
                Reply::Base(more) if more.is_empty() => return Ok(bytes),
                Reply::Base(more) => bytes.extend(Vec::from(more)),
                _ => return self.otherwise(),
            }
        }
        self.otherwise()
    }

    /// Lets the time of a rehearsal pass at all nodes; it has passed once a block says so.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn pass(&self, until: Moment) -> Result<(), ClientError> {
        match self.ask(&Request::Pass(until))? {
            Reply::Done => Ok(()),
            _ => self.otherwise(),
        }
    }

    /// Gives a document to be kept by all nodes, and gives its deposit, signed by this node.
    ///
    /// # Errors
    /// [`ClientError::Failed`] if the node does not take it, and what to do.
    pub fn deposit(&self, title: Phrase, media: Media, document: Vec<u8>) -> Result<Deposit, ClientError> {
        match self.ask(&Request::Deposit(title, media, document.into()))? {
            Reply::Deposited(deposit) => Ok(*deposit),
            _ => self.otherwise(),
        }
    }

    /// Changes of the nodes from a height on, some of them, each with the signatures that it has by now; none if there are none.
    ///
    /// # Errors
    /// [`ClientError`].
    pub(crate) fn changes(&self, from: u64) -> Result<Vec<Sealed>, ClientError> {
        match self.ask(&Request::Changes(from))? {
            Reply::Changes(rows) => {
                let read: Option<Vec<Sealed>> = rows.iter().map(|row| Sealed::from_bytes(row)).collect();
                read.map_or_else(|| self.otherwise(), Ok)
            }
            _ => self.otherwise(),
        }
    }

    /// The last checkpoint that as many nodes signed as it takes.
    ///
    /// # Errors
    /// [`ClientError::NotYet`] if there is none yet.
    pub fn note(&self) -> Result<Note, ClientError> {
        match self.ask(&Request::Note)? {
            Reply::Note(text) => Note::read(&text).or_else(|_| self.otherwise()),
            _ => self.otherwise(),
        }
    }
}
