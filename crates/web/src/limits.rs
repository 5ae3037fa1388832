//! How much each visitor may ask: so that one who asks without end leaves time for the others.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};

/// The address from which somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl Peer {
    /// By what they are told apart: none for this machine's own, as a proxy before the pages stands for all whom it lets
    /// through.
    pub(crate) fn told_apart(self) -> Option<IpAddr> {
        Some(self.0.to_canonical()).filter(|address| !address.is_loopback()).map(network)
    }
}

/// How many seconds' questions may come at once: a page brings its parts with it, and people open several.
const AT_ONCE: u32 = 10;
/// The most visitors who are counted one by one; beyond these new ones wait until some have been quiet for a while.
const MOST: usize = 65_536;

/// One visitor, as far as they can be told apart: an address, or a token, which may come from many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Who {
    Address(IpAddr),
    Token([u8; 32]),
}

type Counted = RateLimiter<Who, DefaultKeyedStateStore<Who>, DefaultClock>;

/// How much each visitor may ask, and has asked.
pub(crate) struct Limits(Option<Counted>);

impl Limits {
    /// So many questions a second.
    pub(crate) fn new(questions: Option<NonZeroU32>) -> Limits {
        let quota = |questions: NonZeroU32| {
            Quota::per_second(questions).allow_burst(
                questions.saturating_mul(NonZeroU32::MIN.saturating_add(AT_ONCE.saturating_sub(1))),
            )
        };
        Limits(questions.map(|questions| RateLimiter::keyed(quota(questions))))
    }

    /// Counts a question. Where nobody knows from where it comes, as in a test of the routes alone, nothing is counted.
    ///
    /// # Errors
    /// After how many seconds one more may be asked.
    pub(crate) fn asks(&self, peer: Option<Peer>, token: Option<[u8; 32]>) -> Result<(), u64> {
        let address = || peer.map(|peer| Who::Address(network(peer.0)));
        match (&self.0, token.map(Who::Token).or_else(address)) {
            (Some(counted), Some(who)) => take(counted, who),
            _ => Ok(()),
        }
    }
}

fn take(counted: &Counted, who: Who) -> Result<(), u64> {
    if counted.len() >= MOST {
        counted.retain_recent();
        counted.shrink_to_fit();
    }
    if counted.len() >= MOST {
        return Err(1);
    }
    let seconds = |wait: std::time::Duration| wait.as_secs().saturating_add(1);
    counted.check_key(&who).map_err(|early| seconds(early.wait_time_from(DefaultClock::default().now())))
}

/// Whoever has an address of the sixth version has 2^64 of them.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(address: &str) -> Option<Peer> {
        Some(Peer(address.parse().unwrap()))
    }

    fn asked(limits: &Limits, address: &str) -> usize {
        (0..100).take_while(|_| limits.asks(from(address), None).is_ok()).count()
    }

    #[test]
    fn who_asks_without_end_waits_and_others_do_not() {
        let limits = Limits::new(NonZeroU32::new(2));
        assert_eq!(asked(&limits, "192.0.2.1"), 20);
        assert_eq!(limits.asks(from("192.0.2.1"), None), Err(1));
        assert_eq!(asked(&limits, "192.0.2.2"), 20);
        // One network of the sixth version is one visitor, and an address of the fourth in it is itself.
        assert_eq!(asked(&limits, "2001:db8::1"), 20);
        assert_eq!(asked(&limits, "2001:db8::ffff"), 0);
        assert_eq!(asked(&limits, "2001:db8:0:1::1"), 20);
        assert_eq!(asked(&limits, "::ffff:192.0.2.1"), 0);
    }

    #[test]
    fn a_token_is_counted_wherever_it_comes_from() {
        let limits = Limits::new(NonZeroU32::new(1));
        let asks = |address: &str| limits.asks(from(address), Some([7; 32])).is_ok();
        assert!((0..5).all(|_| asks("192.0.2.1") && asks("192.0.2.2")));
        assert!(!asks("192.0.2.3"));
    }

    #[test]
    fn strangers_fill_no_memory() {
        let limits = Limits::new(NonZeroU32::new(1));
        let address = |at: u32| IpAddr::V4(std::net::Ipv4Addr::from_bits(at)).to_string();
        let most = u32::try_from(MOST).unwrap();
        assert!((0..most).all(|at| limits.asks(from(&address(at)), None).is_ok()));
        assert!(limits.0.as_ref().is_some_and(|counted| counted.len() == MOST));
        assert!(limits.asks(from("203.0.113.9"), None).is_err());
    }

    #[test]
    fn nothing_is_counted_where_nothing_is_said() {
        assert_eq!(asked(&Limits::new(None), "192.0.2.1"), 100);
        let limits = Limits::new(NonZeroU32::new(1));
        assert!((0..100).all(|_| limits.asks(None, None).is_ok()));
    }
}
