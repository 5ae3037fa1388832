//! Who is let as far as the door: few strangers at a time, few from each network, and none in the way of nodes.

use std::collections::{BTreeMap, VecDeque};
use std::net::{IpAddr, Ipv6Addr};
use std::time::Duration;

use tokio::time::Instant;

use crate::engine::Seat;

/// The most connections of which it is not yet known whose they are.
pub(super) const MAX_WAITING: usize = 64;
/// The most of these from one network.
pub(super) const MAX_WAITING_OF_ONE: usize = 16;
/// In what time the connections from a network are counted.
const WINDOW: Duration = Duration::from_secs(10);
/// The most connections from one network in that time.
const MAX_IN_WINDOW: u32 = 64;
/// The same, for a network from which a node has come.
const MAX_IN_WINDOW_KNOWN: u32 = 512;
/// The most networks that are counted one by one.
const MAX_NETWORKS: usize = 4_096;

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

struct Waiting<T> {
    number: u64,
    network: IpAddr,
    /// What ends it; nothing while it is only about to begin.
    end: Option<T>,
}

struct Count {
    begun: Instant,
    many: u32,
}

/// Those who have not yet said who they are. `T` ends one of them.
pub(super) struct Lobby<T> {
    waiting: VecDeque<Waiting<T>>,
    counts: BTreeMap<IpAddr, Count>,
    /// From where each node came last.
    homes: BTreeMap<Seat, IpAddr>,
    next: u64,
}

impl<T> Default for Lobby<T> {
    fn default() -> Lobby<T> {
        Lobby { waiting: VecDeque::new(), counts: BTreeMap::new(), homes: BTreeMap::new(), next: 0 }
    }
}

impl<T> Lobby<T> {
    /// Somebody comes. Its number, and who has to go instead; nothing if it has to go itself.
    pub(super) fn enter(&mut self, from: IpAddr, now: Instant) -> Option<(u64, Option<T>)> {
        let network = network(from);
        if !self.is_within_rate(network, now) {
            return None;
        }
        let gone = self.make_place(network);
        let number = self.next;
        self.next = self.next.wrapping_add(1);
        self.waiting.push_back(Waiting { number, network, end: None });
        Some((number, gone))
    }

    /// What ends it, now that it has begun.
    pub(super) fn began(&mut self, number: u64, end: T) {
        if let Some(waiting) = self.waiting.iter_mut().find(|waiting| waiting.number == number) {
            waiting.end = Some(end);
        }
    }

    /// It has said who it is, or went.
    pub(super) fn leave(&mut self, number: u64) {
        self.waiting.retain(|waiting| waiting.number != number);
    }

    /// A node came from there.
    pub(super) fn is_home(&mut self, seat: Seat, from: IpAddr, is_known: impl Fn(Seat) -> bool) {
        self.homes.retain(|seat, _| is_known(*seat));
        self.homes.insert(seat, network(from));
    }

    fn is_a_home(&self, network: IpAddr) -> bool {
        self.homes.values().any(|home| *home == network)
    }

    fn is_within_rate(&mut self, network: IpAddr, now: Instant) -> bool {
        let most = if self.is_a_home(network) { MAX_IN_WINDOW_KNOWN } else { MAX_IN_WINDOW };
        if self.counts.len() >= MAX_NETWORKS && !self.counts.contains_key(&network) {
            self.counts.retain(|_, count| now.saturating_duration_since(count.begun) < WINDOW);
            if self.counts.len() >= MAX_NETWORKS {
                // Too many to tell apart: the number of places holds for them all the same.
                return true;
            }
        }
        let count = self.counts.entry(network).or_insert(Count { begun: now, many: 0 });
        if now.saturating_duration_since(count.begun) >= WINDOW {
            (count.begun, count.many) = (now, 0);
        }
        count.many = count.many.saturating_add(1);
        count.many <= most
    }

    /// The oldest of the own network goes if it has too many; else, if there are too many, the oldest of the network that
    /// has most. From where a node came, that is last.
    fn make_place(&mut self, network: IpAddr) -> Option<T> {
        let mut many = BTreeMap::<IpAddr, usize>::new();
        for waiting in &self.waiting {
            let of_one = many.entry(waiting.network).or_default();
            *of_one = of_one.saturating_add(1);
        }
        let whose = if many.get(&network).is_some_and(|own| *own >= MAX_WAITING_OF_ONE) {
            network
        } else if self.waiting.len() >= MAX_WAITING {
            *many.iter().max_by_key(|(network, many)| (!self.is_a_home(**network), **many))?.0
        } else {
            return None;
        };
        let place = self.waiting.iter().position(|waiting| waiting.network == whose)?;
        self.waiting.remove(place)?.end
    }
}

#[cfg(test)]
mod tests {
    use quorate_partnership::PublicKey;

    use super::*;

    fn address(number: u16) -> IpAddr {
        let [high, low] = number.to_be_bytes();
        IpAddr::from([203, 0, high, low])
    }

    fn enter(lobby: &mut Lobby<u64>, from: IpAddr, now: Instant) -> Option<Option<u64>> {
        let (number, gone) = lobby.enter(from, now)?;
        lobby.began(number, number);
        Some(gone)
    }

    #[test]
    fn who_fills_the_places_of_a_network_pushes_out_its_own() {
        let (mut lobby, now) = (Lobby::default(), Instant::now());
        assert_eq!(enter(&mut lobby, address(1), now), Some(None));
        for _ in 0..MAX_WAITING_OF_ONE {
            assert_eq!(enter(&mut lobby, address(2), now), Some(None));
        }
        assert_eq!(enter(&mut lobby, address(2), now), Some(Some(1)), "the oldest of the second network");
        lobby.leave(2);
        assert_eq!(enter(&mut lobby, address(2), now), Some(None), "there is a place again");
    }

    #[test]
    fn many_networks_together_do_not_push_out_whoever_comes_from_where_a_node_was() {
        let (mut lobby, now) = (Lobby::default(), Instant::now());
        lobby.is_home(Seat(PublicKey([1; 32])), address(0), |_| true);
        assert_eq!(enter(&mut lobby, address(0), now), Some(None));
        for number in 1..5_000 {
            let gone = enter(&mut lobby, address(number), now).expect("no network comes often");
            assert_ne!(gone, Some(0));
        }
        assert_eq!(lobby.waiting.len(), MAX_WAITING);
        assert!(lobby.counts.len() <= MAX_NETWORKS);
        lobby.is_home(Seat(PublicKey([2; 32])), address(9), |seat| seat.0.0 == [2; 32]);
        assert_eq!(lobby.homes.len(), 1, "who is no node any more has no home");
    }

    #[test]
    fn who_comes_too_often_waits_until_it_has_been_quiet() {
        let (mut lobby, now) = (Lobby::default(), Instant::now());
        for _ in 0..MAX_IN_WINDOW {
            assert!(enter(&mut lobby, address(1), now).is_some());
        }
        assert_eq!(enter(&mut lobby, address(1), now), None);
        assert!(enter(&mut lobby, address(2), now).is_some());
        assert!(enter(&mut lobby, address(1), now + WINDOW).is_some());
        lobby.is_home(Seat(PublicKey([1; 32])), address(2), |_| true);
        for _ in 1..MAX_IN_WINDOW_KNOWN {
            assert!(enter(&mut lobby, address(2), now).is_some());
        }
        assert_eq!(enter(&mut lobby, address(2), now), None);
    }

    #[test]
    fn half_an_address_of_ipv6_is_one_network_and_ipv4_inside_it_is_ipv4() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::"));
        assert_ne!(network("2001:db8:1:2::"), network("2001:db8:1:3::"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
    }
}
