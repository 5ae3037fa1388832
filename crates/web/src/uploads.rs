//! The files that are taken in: so many at a time, as each takes memory, and not all of them from one address.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use crate::limits::Peer;

/// How many files are taken in at once: as much memory as that may take.
const ALL: usize = 4;
/// How many of them from one address: whoever sends slowly leaves places to others.
const OF_ADDRESS: usize = 2;

/// The places, as far as they are taken, each by whom.
#[derive(Clone, Default)]
pub(crate) struct Uploads(Arc<Mutex<Vec<Option<IpAddr>>>>);

/// A place that is taken, until it is dropped.
pub(crate) struct Place {
    of: Uploads,
    by: Option<IpAddr>,
}

impl Uploads {
    /// Takes a place for whoever asks from an address, if there is one for them.
    pub(crate) fn take(&self, peer: Option<Peer>) -> Option<Place> {
        let by = peer.and_then(Peer::told_apart);
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = taken.iter().filter(|one| by.is_some() && **one == by).count();
        if taken.len() >= ALL || own >= OF_ADDRESS {
            return None;
        }
        taken.push(by);
        Some(Place { of: self.clone(), by })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.of.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = taken.iter().position(|one| *one == self.by) {
            taken.swap_remove(at);
        }
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
