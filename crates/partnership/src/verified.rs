//! Signatures that were found good, so that each is verified once, however often its command is judged.

use alloc::collections::BTreeMap;

use ed25519_dalek::{Signature, VerifyingKey};

use crate::ids::CommandId;
use crate::partnership::Partnership;
use crate::signed::Signed;

/// The commands whose signatures were found good. An id says nothing about a signature, so both are kept.
#[derive(Clone, Debug, Default)]
pub struct Verified {
    good: BTreeMap<CommandId, [u8; 64]>,
}

impl Verified {
    /// Verifies the signature of a command for this partnership, if its key holds a post and it was not verified before;
    /// false if it is not good.
    pub fn verify(&mut self, partnership: &Partnership, signed: &Signed) -> bool {
        match partnership.members().verifying(&signed.key()) {
            Some(key) if signed.partnership() == partnership.id() => self.is_good(key, signed),
            // Who does not hold a post now may hold one by the time the command is judged.
            Some(_) => false,
            None => true,
        }
    }

    /// A2, once: strictly, so that all implementations agree on every signature (RFC 8032, 5.1.7).
    pub(crate) fn is_good(&mut self, key: &VerifyingKey, signed: &Signed) -> bool {
        let (bytes, signature) = signed.signed_bytes();
        if self.good.get(&signed.id()) == Some(signature) {
            return true;
        }
        let is_good = key.verify_strict(bytes, &Signature::from_bytes(signature)).is_ok();
        if is_good {
            self.good.insert(signed.id(), *signature);
        }
        is_good
    }

    /// Forgets all but the commands of which this is so.
    pub fn keep(&mut self, mut keeps: impl FnMut(&CommandId) -> bool) {
        self.good.retain(|id, _| keeps(id));
    }

    /// How many are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.good.len()
    }

    /// Whether none is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.good.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Real;
    use crate::exercise::commands::indicate;
    use crate::signed::Signed;
    use crate::step::InvalidBlock;

    #[test]
    fn a2_what_was_verified_stands_for_that_signature_alone() {
        let mut real = Real::begin();
        let good = real.sign("CAN/representative", indicate("GBR", None));
        let mut forged = good.bytes().to_vec();
        *forged.last_mut().unwrap() ^= 1;
        let forged = Signed::read(&forged, &real.partnership.id()).unwrap();
        let mut verified = Verified::default();
        assert!(verified.verify(&real.partnership, &good));
        assert_eq!((forged.id(), verified.len()), (good.id(), 1));
        assert!(!verified.verify(&real.partnership, &forged));
        let block = real.block(alloc::vec![forged]);
        let judged = real.partnership.check_verified(&block, &mut verified);
        assert!(matches!(judged, Err(InvalidBlock::Unauthentic { position: 0, .. })));
        assert!(real.partnership.check_verified(&real.block(alloc::vec![good]), &mut verified).is_ok());
        verified.keep(|_| false);
        assert!(verified.is_empty());
    }

    #[test]
    fn a1_who_holds_no_post_is_not_verified_and_not_turned_away() {
        let mut real = Real::begin();
        let stranger = real.sign_by("XAA/root", "CAN/representative", real.next(), indicate("GBR", None));
        let mut verified = Verified::default();
        assert!(verified.verify(&real.partnership, &stranger));
        assert!(verified.is_empty());
    }
}
