//! A node's door: a socket in its directory, for those who may open the directory.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, sync_channel};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, Instant};

use minicbor::bytes::ByteVec;

use super::talk::{Reply, Request, read, write};
use super::worker::Event;

/// The socket's name in the directory.
pub(super) const DOOR: &str = "door";
/// The most who are served at once.
const MAX_GUESTS: usize = 64;
/// How long an answer is waited for before it is said that there is none yet.
const PATIENCE: Duration = Duration::from_secs(30);
/// The most bytes of blocks in one answer.
const MAX_BLOCK_BYTES: usize = 4 * 1024 * 1024;

/// What is read at the door without asking the worker.
pub(super) trait Shelf: Send + Sync + 'static {
    /// The genesis in bytes.
    fn genesis(&self) -> Vec<u8>;

    /// The changes of the nodes from a height on, as they are kept; or why not.
    fn changes(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, String>;

    /// What is left of blocks from a height on whose bodies went, up to so many bytes; or why not.
    fn left(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, String>;

    /// What was true after the last block whose body went: up to so many bytes of it, from one of them on; or why not.
    fn base(&self, from: u64, most: usize) -> Result<Vec<u8>, String>;

    /// Final blocks from a height on, up to so many bytes and at least one if there is one; or why not.
    fn blocks(&self, from: u64, most: usize) -> Result<Vec<Vec<u8>>, String>;
}

/// How long those are waited for, at the end, who are about to be given an answer.
const FAREWELL: Duration = Duration::from_secs(2);
/// How often it is looked whether they have it.
const PAUSE: Duration = Duration::from_millis(5);

/// An open door. It is closed when this is dropped; who has asked by then is still answered.
pub(super) struct Door {
    path: PathBuf,
    is_closed: Arc<AtomicBool>,
    asking: Arc<AtomicUsize>,
}

impl Drop for Door {
    fn drop(&mut self) {
        self.is_closed.store(true, Ordering::Relaxed);
        // Whoever opens the door next sees that it is closed, and ends.
        let _ = UnixStream::connect(&self.path);
        // What is left behind is replaced by the next door.
        let _ = fs::remove_file(&self.path);
        let begun = Instant::now();
        while self.asking.load(Ordering::Acquire) > 0 && begun.elapsed() < FAREWELL {
            thread::sleep(PAUSE);
        }
    }
}

/// Opens the door of a directory whose store this process has open, so that nobody else serves there.
pub(super) fn open(directory: &Path, events: &Sender<Event>, shelf: &Arc<impl Shelf>) -> io::Result<Door> {
    let path = directory.join(DOOR);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(&path)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
    let (guests, is_closed) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    // The store is let go of when the node ends, whoever is still at the door.
    let (events, shelf) = (events.clone(), Arc::downgrade(shelf));
    let (closed, asking) = (Arc::clone(&is_closed), Arc::new(AtomicUsize::new(0)));
    let all_asking = Arc::clone(&asking);
    thread::Builder::new().name("door".into()).spawn(move || {
        for guest in listener.incoming().map_while(Result::ok) {
            if closed.load(Ordering::Relaxed) {
                return;
            }
            if guests.load(Ordering::Relaxed) >= MAX_GUESTS {
                continue;
            }
            guests.fetch_add(1, Ordering::Relaxed);
            let (events, shelf, guests) = (events.clone(), Weak::clone(&shelf), Arc::clone(&guests));
            let asking = Arc::clone(&all_asking);
            let served = thread::Builder::new().name("guest".into()).spawn({
                let guests = Arc::clone(&guests);
                move || {
                    // A guest that leaves or talks nonsense is served no longer.
                    let _ = serve(guest, &events, &shelf, &asking);
                    guests.fetch_sub(1, Ordering::Relaxed);
                }
            });
            if served.is_err() {
                guests.fetch_sub(1, Ordering::Relaxed);
            }
        }
    })?;
    Ok(Door { path, is_closed, asking })
}

/// One who has asked and has no answer yet.
struct Asking<'a>(&'a AtomicUsize);

impl<'a> Asking<'a> {
    fn new(all: &'a AtomicUsize) -> Asking<'a> {
        all.fetch_add(1, Ordering::AcqRel);
        Asking(all)
    }
}

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

fn serve(
    mut guest: UnixStream,
    events: &Sender<Event>,
    shelf: &Weak<impl Shelf>,
    asking: &AtomicUsize,
) -> io::Result<()> {
    loop {
        let request = read::<Request>(&mut guest)?;
        let _asking = Asking::new(asking);
        let reply = match request {
            Request::Genesis => read_off(shelf, |shelf| Reply::Genesis(shelf.genesis().into())),
            Request::Blocks(from) => read_off(shelf, |shelf| match shelf.blocks(from, MAX_BLOCK_BYTES) {
                Ok(blocks) => Reply::Blocks(blocks.into_iter().map(ByteVec::from).collect()),
                Err(why) => Reply::Failed(why),
            }),
            Request::Changes(from) => read_off(shelf, |shelf| match shelf.changes(from, MAX_BLOCK_BYTES) {
                Ok(changes) => Reply::Changes(changes.into_iter().map(ByteVec::from).collect()),
                Err(why) => Reply::Failed(why),
            }),
            Request::Left(from) => read_off(shelf, |shelf| match shelf.left(from, MAX_BLOCK_BYTES) {
                Ok(left) => Reply::Left(left.into_iter().map(ByteVec::from).collect()),
                Err(why) => Reply::Failed(why),
            }),
            Request::Base(from) => read_off(shelf, |shelf| match shelf.base(from, MAX_BLOCK_BYTES) {
                Ok(bytes) => Reply::Base(bytes.into()),
                Err(why) => Reply::Failed(why),
            }),
            request => ask(request, events),
        };
        write(&mut guest, &reply)?;
    }
}

fn read_off<S: Shelf>(shelf: &Weak<S>, read: impl FnOnce(&S) -> Reply) -> Reply {
    shelf.upgrade().map_or_else(ended, |shelf| read(&shelf))
}

fn ended() -> Reply {
    Reply::Failed("the node is ending".into())
}

fn ask(request: Request, events: &Sender<Event>) -> Reply {
    let (reply, answer) = sync_channel(1);
    if events.send(Event::Asked { request, reply }).is_err() {
        return ended();
    }
    match answer.recv_timeout(PATIENCE) {
        Ok(reply) => reply,
        Err(std::sync::mpsc::RecvTimeoutError::Timeout) => Reply::NotYet,
        Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => ended(),
    }
}
