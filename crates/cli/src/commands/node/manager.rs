//! What is told to whoever manages this process, if that is systemd or speaks as it does: a datagram to the socket that it
//! names. Nothing here waits: one that does not listen must not stop a node.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::sync::Arc;

/// Whoever manages this process, or nobody.
#[derive(Clone)]
pub(super) struct Manager {
    socket: Option<Arc<UnixDatagram>>,
    /// Whether it wants to hear again and again that the process goes on.
    is_watching: bool,
}

impl Manager {
    /// Whoever says in the environment that it manages this process.
    pub(super) fn of_this_process() -> Manager {
        let socket = env::var_os("NOTIFY_SOCKET").and_then(|name| connected(&name).ok());
        Manager { socket: socket.map(Arc::new), is_watching: env::var_os("WATCHDOG_USEC").is_some() }
    }

    /// Tells it this.
    pub(super) fn tell(&self, what: &str) {
        if let Some(socket) = &self.socket {
            // One that does not listen needs not hear it.
            let _ = socket.send(what.as_bytes());
        }
    }

    /// Tells it that the process goes on, if it wants to hear that.
    pub(super) fn goes_on(&self) {
        if self.is_watching {
            self.tell("WATCHDOG=1");
        }
    }
}

fn connected(name: &OsStr) -> io::Result<UnixDatagram> {
    let socket = UnixDatagram::unbound()?;
    socket.set_nonblocking(true)?;
    socket.connect_addr(&address(name)?)?;
    Ok(socket)
}

fn address(name: &OsStr) -> io::Result<SocketAddr> {
    match name.as_bytes().split_first() {
        // A name that is in no folder.
        #[cfg(target_os = "linux")]
        Some((b'@', rest)) => {
            use std::os::linux::net::SocketAddrExt as _;
            SocketAddr::from_abstract_name(rest)
        }
        _ => SocketAddr::from_pathname(name),
    }
}
