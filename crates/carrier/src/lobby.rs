//! Who has not knocked yet: few at a time, few from each network, and each for a short while.

use std::collections::{BTreeMap, VecDeque};
use std::net::{IpAddr, Ipv6Addr};

/// The most connections that have not knocked.
const MAX_WAITING: usize = 64;
/// The most of these from one network.
const MAX_OF_ONE: usize = 16;

/// An address of IPv4, or the upper half of one of IPv6: whoever has one has the whole half.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        four @ IpAddr::V4(_) => four,
    }
}

/// Those who have not knocked yet. `T` ends one of them.
pub(crate) struct Lobby<T> {
    waiting: VecDeque<(u64, IpAddr, Option<T>)>,
    next: u64,
}

impl<T> Default for Lobby<T> {
    fn default() -> Lobby<T> {
        Lobby { waiting: VecDeque::new(), next: 0 }
    }
}

impl<T> Lobby<T> {
    /// Somebody comes: its number, and what ends whoever has to go instead. That is the oldest of its own network if that has its
    /// number of places, and else, if all are taken, the oldest of the network that has most.
    pub(crate) fn enter(&mut self, from: IpAddr) -> (u64, Option<T>) {
        let network = network(from);
        let mut many = BTreeMap::<IpAddr, usize>::new();
        for (_, of, _) in &self.waiting {
            let of_one = many.entry(*of).or_default();
            *of_one = of_one.saturating_add(1);
        }
        let whose = if many.get(&network).is_some_and(|own| *own >= MAX_OF_ONE) {
            Some(network)
        } else if self.waiting.len() >= MAX_WAITING {
            many.iter().max_by_key(|(_, many)| **many).map(|(network, _)| *network)
        } else {
            None
        };
        let place = whose.and_then(|whose| self.waiting.iter().position(|(_, of, _)| *of == whose));
        let instead = place.and_then(|place| self.waiting.remove(place)).and_then(|(_, _, end)| end);
        let number = self.next;
        self.next = self.next.wrapping_add(1);
        self.waiting.push_back((number, network, None));
        (number, instead)
    }

    /// What ends it, now that it has begun.
    pub(crate) fn began(&mut self, number: u64, end: T) {
        if let Some((_, _, place)) = self.waiting.iter_mut().find(|(other, _, _)| *other == number) {
            *place = Some(end);
        }
    }

    /// It has knocked, or went.
    pub(crate) fn leave(&mut self, number: u64) {
        self.waiting.retain(|(other, _, _)| *other != number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enter(lobby: &mut Lobby<u64>, from: [u8; 4]) -> Option<u64> {
        let (number, instead) = lobby.enter(from.into());
        lobby.began(number, number);
        instead
    }

    #[test]
    fn a_network_pushes_out_its_own_and_the_fullest_goes_before_others() {
        let mut lobby = Lobby::default();
        assert_eq!(enter(&mut lobby, [1, 0, 0, 0]), None);
        for _ in 0..MAX_OF_ONE {
            assert_eq!(enter(&mut lobby, [2, 0, 0, 0]), None);
        }
        assert_eq!(enter(&mut lobby, [2, 0, 0, 0]), Some(1));
        for other in 3..=49 {
            assert_eq!(enter(&mut lobby, [other, 0, 0, 0]), None);
        }
        assert_eq!(lobby.waiting.len(), MAX_WAITING);
        assert_eq!(enter(&mut lobby, [99, 0, 0, 0]), Some(2), "of the fullest network");
        lobby.leave(0);
        assert_eq!(enter(&mut lobby, [99, 0, 0, 0]), None);
    }
}
