//! What is signed to sign in: made for one answer, without a list of those that wait, which a stranger could fill.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::session::chance;

/// How long a challenge may wait for its answer.
const WAITS: Duration = Duration::from_secs(5 * 60);
/// The most answered challenges that are remembered until their time is over; beyond these nobody is signed in.
const MOST: usize = 65_536;
/// Of a challenge: chance, the second in which it was made, and a mark that only this process makes (RFC 2104).
const CHANCE: usize = 12;
const MADE: usize = 16;

/// Challenges, each of which has one answer.
pub(crate) struct Challenges {
    key: [u8; 32],
    began: Instant,
    answered: Mutex<BTreeMap<[u8; 32], u32>>,
}

impl Challenges {
    /// Those of this process; none if the machine gives no chance.
    pub(crate) fn new() -> Option<Challenges> {
        Some(Challenges { key: chance()?, began: Instant::now(), answered: Mutex::default() })
    }

    fn now(&self) -> u32 {
        u32::try_from(self.began.elapsed().as_secs()).unwrap_or(u32::MAX)
    }

    pub(super) fn mark(&self, made: &[u8]) -> Option<Hmac<Sha256>> {
        let mut mark = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        mark.update(made);
        Some(mark)
    }

    /// A new one.
    pub(crate) fn make(&self) -> Option<[u8; 32]> {
        self.made_at(self.now())
    }

    fn made_at(&self, second: u32) -> Option<[u8; 32]> {
        let mut challenge = chance()?;
        let (made, mark) = challenge.split_at_mut(MADE);
        made.get_mut(CHANCE..)?.copy_from_slice(&second.to_be_bytes());
        let whole = self.mark(made)?.finalize().into_bytes();
        mark.copy_from_slice(whole.get(..MADE)?);
        Some(challenge)
    }

    /// Whether this was made here, not too long ago, and has no answer yet; now it has.
    pub(crate) fn takes(&self, challenge: &[u8; 32]) -> bool {
        let Some(second) = self.made(challenge) else { return false };
        let mut answered = self.answered.lock().unwrap_or_else(PoisonError::into_inner);
        if answered.len() >= MOST {
            answered.retain(|_, second| self.is_in_time(*second));
        }
        answered.len() < MOST && answered.insert(*challenge, second).is_none()
    }

    /// The same, and it goes on waiting.
    pub(crate) fn waits(&self, challenge: &[u8; 32]) -> bool {
        let answered = self.answered.lock().unwrap_or_else(PoisonError::into_inner);
        self.made(challenge).is_some() && !answered.contains_key(challenge)
    }

    /// The second in which it was made here, if that is not too long ago.
    fn made(&self, challenge: &[u8; 32]) -> Option<u32> {
        let (made, mark) = challenge.split_at(MADE);
        let is_own = self.mark(made).is_some_and(|whole| whole.verify_truncated_left(mark).is_ok());
        let second = made.get(CHANCE..).and_then(|second| second.try_into().ok()).map(u32::from_be_bytes);
        second.filter(|second| is_own && self.is_in_time(*second))
    }

    fn is_in_time(&self, second: u32) -> bool {
        u64::from(self.now().saturating_sub(second)) < WAITS.as_secs()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_is_taken_once_and_only_if_it_was_made_here() {
        let (own, other) = (Challenges::new().unwrap(), Challenges::new().unwrap());
        let challenge = own.make().unwrap();
        assert!(!own.takes(&[0; 32]) && !other.takes(&challenge));
        for at in 0..challenge.len() {
            let mut turned = challenge;
            turned[at] ^= 1;
            assert!(!own.takes(&turned), "byte {at}");
        }
        assert!(own.takes(&challenge));
        assert!(!own.takes(&challenge));
        assert_ne!(own.make(), own.make());
    }

    #[test]
    fn a_challenge_waits_five_minutes_and_no_longer() {
        let mut own = Challenges::new().unwrap();
        own.began = Instant::now().checked_sub(Duration::from_secs(1000)).unwrap();
        let at = |ago: u32| own.made_at(own.now().saturating_sub(ago)).unwrap();
        assert!(own.takes(&at(298)));
        assert!(!own.takes(&at(300)) && !own.takes(&at(1000)));
    }

    #[test]
    fn a_stranger_who_asks_for_many_drives_nobody_out() {
        let own = Challenges::new().unwrap();
        let first = own.make().unwrap();
        for _ in 0..10_000 {
            own.make().unwrap();
        }
        assert!(own.takes(&first));
        // Answers that are remembered are not without end either.
        for _ in 1..MOST {
            assert!(own.takes(&own.make().unwrap()));
        }
        assert!(!own.takes(&own.make().unwrap()));
        assert_eq!(own.answered.lock().unwrap().len(), MOST);
    }
}
