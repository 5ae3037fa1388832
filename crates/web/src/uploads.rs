//! The files that are taken in: so many at a time, as each takes memory, and not all of them from one address.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::limits::Peer;
use crate::places::{self, Places};

/// How many files are taken in at once: as much memory as that may take.
const ALL: usize = 4;
/// How many of them from one address: whoever sends slowly leaves places to others.
const OF_ADDRESS: usize = 2;

/// The places, as far as they are taken.
#[derive(Clone)]
pub(crate) struct Uploads {
    all: Arc<Semaphore>,
    of_addresses: Places,
}

/// A place that is taken, until it is dropped.
pub(crate) struct Place {
    _of_all: OwnedSemaphorePermit,
    _of_address: Option<places::Place>,
}

impl Default for Uploads {
    fn default() -> Uploads {
        Uploads { all: Arc::new(Semaphore::new(ALL)), of_addresses: Places::default() }
    }
}

impl Uploads {
    /// Takes a place for whoever asks from an address, if there is one for them.
    pub(crate) fn take(&self, peer: Option<Peer>) -> Option<Place> {
        let own = peer.map(|Peer(address)| self.of_addresses.take(address, OF_ADDRESS).ok_or(()));
        let _of_address = own.transpose().ok()?;
        Some(Place { _of_all: Arc::clone(&self.all).try_acquire_owned().ok()?, _of_address })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_leaves_places_to_others() {
        let uploads = Uploads::default();
        let take = |address: &str| uploads.take(Some(Peer(address.parse().unwrap())));
        let (one, other) = (take("192.0.2.1").unwrap(), take("192.0.2.1").unwrap());
        assert!(take("192.0.2.1").is_none());
        let here = [take("127.0.0.1").unwrap(), take("127.0.0.1").unwrap()];
        assert!(take("192.0.2.2").is_none());
        drop((one, here));
        assert!(take("192.0.2.1").is_some());
        let _others = [take("192.0.2.2").unwrap(), take("192.0.2.2").unwrap()];
        assert!(take("192.0.2.2").is_none());
        drop(other);
    }
}
