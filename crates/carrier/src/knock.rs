//! The knock: what a partner says before anything is said to it.
//!
//! In TLS the end that is dialled shows its key first, to anybody. Here it says nothing before it heard a code that only somebody
//! makes who knows both its own key and a partner's: those are handed over in person and stand nowhere on record. Who merely
//! finds the address learns that something listens there, and no more. TLS then proves who it is; the knock proves nothing.

use std::collections::{BTreeSet, VecDeque};

use ring::hmac;
use sha2::{Digest as _, Sha256};

use crate::key::Pin;

/// Random bytes, and their code: nothing that a wire shows of it repeats.
pub(crate) const KNOCK_BYTES: usize = 64;
const NONCE_BYTES: usize = 32;
const DOMAIN: &[u8] = b"quorate/carrier-knock/1\0";
/// So many knocks are remembered, so that none is answered twice.
const REMEMBERED: usize = 65_536;

/// The key of the code by which one carrier knocks at another's door.
fn key(from: Pin, at: Pin) -> hmac::Key {
    let key = Sha256::new().chain_update(DOMAIN).chain_update(from.0).chain_update(at.0).finalize();
    hmac::Key::new(hmac::HMAC_SHA256, &key)
}

/// A knock by one carrier at another's door; none if there is no chance.
pub(crate) fn knock(from: Pin, at: Pin) -> Option<[u8; KNOCK_BYTES]> {
    let mut bytes = [0; KNOCK_BYTES];
    let (nonce, code) = bytes.split_at_mut(NONCE_BYTES);
    getrandom::fill(nonce).ok()?;
    code.copy_from_slice(hmac::sign(&key(from, at), nonce).as_ref());
    Some(bytes)
}

/// Knocks that came already.
#[derive(Default)]
pub(crate) struct Heard {
    known: BTreeSet<[u8; NONCE_BYTES]>,
    order: VecDeque<[u8; NONCE_BYTES]>,
}

impl Heard {
    /// Which of these knocks at this door: nobody if none does, or if the knock was heard before. All of them are asked, so that
    /// time does not tell which one it was.
    pub(crate) fn who(
        &mut self,
        knock: &[u8; KNOCK_BYTES],
        at: Pin,
        partners: impl Iterator<Item = Pin>,
    ) -> Option<Pin> {
        let (nonce, code) = knock.split_first_chunk::<NONCE_BYTES>()?;
        let mut who = None;
        for partner in partners {
            if hmac::verify(&key(partner, at), nonce, code).is_ok() {
                who = Some(partner);
            }
        }
        who.filter(|_| self.is_new(nonce))
    }

    fn is_new(&mut self, nonce: &[u8; NONCE_BYTES]) -> bool {
        if !self.known.insert(*nonce) {
            return false;
        }
        self.order.push_back(*nonce);
        if self.order.len() > REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.known.remove(&oldest);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOOR: Pin = Pin([1; 32]);
    const FRIEND: Pin = Pin([2; 32]);
    const OTHER: Pin = Pin([3; 32]);

    fn who(heard: &mut Heard, knock: &[u8; KNOCK_BYTES]) -> Option<Pin> {
        heard.who(knock, DOOR, [OTHER, FRIEND].into_iter())
    }

    #[test]
    fn who_knocks_is_known_once() {
        let mut heard = Heard::default();
        let knocked = knock(FRIEND, DOOR).unwrap();
        assert_eq!(who(&mut heard, &knocked), Some(FRIEND));
        assert_eq!(who(&mut heard, &knocked), None, "whoever recorded it knocks in vain");
        assert_ne!(knock(FRIEND, DOOR), knock(FRIEND, DOOR));
    }

    #[test]
    fn a_stranger_and_a_knock_at_another_door_are_nobody() {
        let mut heard = Heard::default();
        assert_eq!(who(&mut heard, &knock(Pin([4; 32]), DOOR).unwrap()), None);
        assert_eq!(who(&mut heard, &knock(FRIEND, OTHER).unwrap()), None);
        assert_eq!(
            who(&mut heard, &knock(DOOR, FRIEND).unwrap()),
            None,
            "a door's own knock is not its answer"
        );
        let knocked = knock(FRIEND, DOOR).unwrap();
        for at in [0, 31, 32, 63] {
            let mut changed = knocked;
            changed[at] ^= 1;
            assert_eq!(who(&mut heard, &changed), None);
        }
        assert!(heard.known.is_empty(), "strangers fill no memory");
        assert_eq!(who(&mut heard, &knocked), Some(FRIEND));
    }

    #[test]
    fn no_more_are_remembered_than_there_is_room_for() {
        let mut heard = Heard::default();
        for number in 0..=REMEMBERED {
            let mut nonce = [0; NONCE_BYTES];
            nonce[..8].copy_from_slice(&number.to_be_bytes());
            assert!(heard.is_new(&nonce));
        }
        assert_eq!((heard.known.len(), heard.order.len()), (REMEMBERED, REMEMBERED));
        assert!(heard.is_new(&[0; NONCE_BYTES]), "the oldest was forgotten");
    }
}
