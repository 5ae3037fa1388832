//! Wires between nodes that can be cut, and that can fall silent: TCP carried on by this process.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How a wire is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Whole,
    /// Nothing is carried, and whoever comes is turned away.
    Cut,
    /// Nothing is carried, and nobody is told.
    Silent,
}

pub(crate) struct Wire {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    to: SocketAddr,
    how: Mutex<How>,
    open: Mutex<Vec<TcpStream>>,
}

impl Wire {
    pub(crate) fn towards(to: SocketAddr) -> Wire {
        // Listened on from the moment at which it is chosen: nobody comes between.
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared { to, how: Mutex::new(How::Whole), open: Mutex::default() });
        let carried = Arc::clone(&shared);
        thread::spawn(move || {
            for from in listener.incoming().map_while(Result::ok) {
                carried.carry(&from);
            }
        });
        Wire { address, shared }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// From now on it is so. What was carried until now ends where it is cut.
    pub(crate) fn is(&self, how: How) {
        *self.shared.how.lock().unwrap() = how;
        if how == How::Cut {
            for stream in self.shared.open.lock().unwrap().drain(..) {
                // It may have ended by itself.
                let _ = stream.shutdown(Shutdown::Both);
            }
        }
    }
}

impl Shared {
    fn is(&self, how: How) -> bool {
        *self.how.lock().unwrap() == how
    }

    fn carry(self: &Arc<Shared>, from: &TcpStream) {
        if self.is(How::Cut) {
            return;
        }
        let Ok(to) = TcpStream::connect(self.to) else { return };
        let mut open = self.open.lock().unwrap();
        for (from, to) in [(from, &to), (&to, from)] {
            open.push(from.try_clone().unwrap());
            let (from, to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
            let shared = Arc::clone(self);
            thread::spawn(move || shared.pass_on(from, to));
        }
    }

    fn pass_on(&self, mut from: TcpStream, mut to: TcpStream) {
        let mut bytes = vec![0; 64 * 1024];
        while let Ok(many @ 1..) = from.read(&mut bytes) {
            while self.is(How::Silent) {
                thread::sleep(Duration::from_millis(20));
            }
            if self.is(How::Cut) || to.write_all(&bytes[..many]).is_err() {
                break;
            }
        }
        // The other may have ended it.
        let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
    }
}
