//! How many connections each address has, so that one stranger does not take the places of all others.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::limits::Peer;

/// The connections of each address. An address of the sixth version counts with its network.
#[derive(Clone, Default)]
pub(crate) struct Places(Arc<Mutex<BTreeMap<IpAddr, usize>>>);

/// One connection's; it is given back when this is dropped.
pub(crate) struct Place {
    of: Places,
    address: Option<IpAddr>,
}

impl Places {
    fn all(&self) -> MutexGuard<'_, BTreeMap<IpAddr, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a connection from an address; none if that has so many. This machine's own are not counted: a proxy before the
    /// pages stands for all whom it lets through.
    pub(crate) fn take(&self, address: IpAddr, most: usize) -> Option<Place> {
        let Some(address) = Peer(address).told_apart() else {
            return Some(Place { of: self.clone(), address: None });
        };
        let mut all = self.all();
        let has = all.get(&address).copied().unwrap_or_default();
        if has >= most {
            return None;
        }
        all.insert(address, has.saturating_add(1));
        Some(Place { of: self.clone(), address: Some(address) })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some(address) = self.address else { return };
        let mut all = self.of.all();
        let left = all.get(&address).copied().unwrap_or_default().saturating_sub(1);
        match left {
            0 => drop(all.remove(&address)),
            left => drop(all.insert(address, left)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_so_many_places_and_others_have_theirs() {
        let places = Places::default();
        let take = |address: &str| places.take(address.parse().unwrap(), 2);
        let (one, _two) = (take("192.0.2.1").unwrap(), take("192.0.2.1").unwrap());
        assert!(take("192.0.2.1").is_none() && take("::ffff:192.0.2.1").is_none());
        assert!(take("192.0.2.2").is_some());
        drop(one);
        let _again = take("192.0.2.1").unwrap();
        assert!(take("192.0.2.1").is_none());
        let _six = [take("2001:db8::1").unwrap(), take("2001:db8::2").unwrap()];
        assert!(take("2001:db8::3").is_none() && take("2001:db8:0:1::3").is_some());
        let here: Vec<_> = (0..10).map(|_| [take("127.0.0.1").unwrap(), take("::1").unwrap()]).collect();
        assert_eq!((here.len(), places.all().len()), (10, 2));
    }

    #[test]
    fn who_went_leaves_nothing() {
        let places = Places::default();
        drop(places.take("192.0.2.1".parse().unwrap(), 1).unwrap());
        assert!(places.all().is_empty());
    }
}
