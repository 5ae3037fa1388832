//! Addresses of this machine at which nobody listens: for demonstrations and tests.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicU16, Ordering};

/// Below the ports that systems give to connections that go out: there, what is free now may be a connection's own end
/// before a node listens at it.
const FIRST: u16 = 10_000;
const MANY: u16 = 20_000;
/// So far apart two processes begin, as their numbers follow one another.
const APART: u32 = 61;

static TAKEN: AtomicU16 = AtomicU16::new(0);

/// So many different addresses of the loopback interface, none of which was given before in this process.
///
/// # Errors
/// If there are not so many.
///
/// ```
/// let addresses = quorate_node::links::free_addresses(2)?;
/// assert_ne!(addresses[0], addresses[1]);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn free_addresses(many: usize) -> io::Result<Vec<SocketAddr>> {
    let mut free = Vec::new();
    for _ in 0..MANY {
        if free.len() == many {
            return Ok(free);
        }
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, next()));
        if TcpListener::bind(address).is_ok() {
            free.push(address);
        }
    }
    Err(io::Error::new(
        io::ErrorKind::AddrInUse,
        "this machine has no free ports left between 10000 and 29999",
    ))
}

fn next() -> u16 {
    let begin = std::process::id().wrapping_mul(APART);
    let place = begin.wrapping_add(u32::from(TAKEN.fetch_add(1, Ordering::Relaxed)));
    let place = place.checked_rem(u32::from(MANY)).and_then(|place| u16::try_from(place).ok());
    FIRST.saturating_add(place.unwrap_or_default())
}
