//! What a node judged before it made a block of it: judged once, and not again when the block is stepped.

use alloc::vec::Vec;

use crate::authentic::{Authentic, Gate, Unauthentic};
use crate::block::Block;
use crate::ids::BlockId;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::signed::Signed;
use crate::verified::Verified;

/// Commands that a block at one moment on one parent may hold, in order: judged once, not again when stepped.
#[derive(Clone, Debug)]
pub struct Admitted {
    on: BlockId,
    at: Moment,
    pub(crate) commands: Vec<Authentic>,
    /// Of each command, since its id says nothing about its signature.
    signatures: Vec<[u8; 64]>,
    /// The block that was judged whole, if one was.
    whole: Option<BlockId>,
}

impl Admitted {
    /// What a block holds, judged.
    pub(crate) fn of(block: &Block, commands: Vec<Authentic>) -> Admitted {
        let signatures = block.commands().iter().map(|signed| *signed.signed_bytes().1).collect();
        let whole = Some(block.id());
        Admitted { on: block.parent(), at: block.moment(), commands, signatures, whole }
    }

    /// Whether this very block was judged, with all that its node says.
    pub(crate) fn is_of(&self, block: &Block) -> bool {
        self.whole == Some(block.id())
    }

    /// Whether this is what a block holds that follows this partnership.
    pub(crate) fn covers(&self, partnership: &Partnership, block: &Block) -> bool {
        let admitted = self.commands.iter().map(|authentic| authentic.act().id()).zip(&self.signatures);
        let held = block.commands().iter().map(|signed| (signed.id(), signed.signed_bytes().1));
        self.on == partnership.tip() && self.at == block.moment() && admitted.eq(held)
    }
}

impl Partnership {
    /// Judges commands for the next block at this moment, one after the other: for each, whether it can be in
    /// the block, and all that can. Only [`Partnership::step`] makes anything happen.
    #[must_use]
    pub fn admit(&self, at: Moment, commands: &[Signed]) -> (Admitted, Vec<Result<(), Unauthentic>>) {
        self.admit_verified(at, commands, &mut Verified::default())
    }

    /// The same, where some signatures were verified before; those that are found good now are kept with them.
    #[must_use]
    pub fn admit_verified(
        &self,
        at: Moment,
        commands: &[Signed],
        verified: &mut Verified,
    ) -> (Admitted, Vec<Result<(), Unauthentic>>) {
        let mut gate = Gate::new(self, at, verified);
        let (commands_of, signatures, whole) = (Vec::new(), Vec::new(), None);
        let mut admitted = Admitted { on: self.tip(), at, commands: commands_of, signatures, whole };
        let judge = |signed: &Signed| {
            admitted.commands.push(gate.signed(signed)?);
            admitted.signatures.push(*signed.signed_bytes().1);
            Ok(())
        };
        let judged = commands.iter().map(judge).collect();
        (admitted, judged)
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use alloc::string::ToString;
    use alloc::vec;

    use super::*;
    use crate::command::Command;
    use crate::exercise::commands::{close, indicate};
    use crate::exercise::{DAY, NOON, Real};

    /// Any command that a representative may give.
    fn any() -> Command {
        indicate("GBR", None)
    }

    /// Steps with what was admitted for another block; returns what the same block gives without it.
    #[track_caller]
    fn is_judged_anew(real: &Real, admitted: &Admitted, block: &Block) {
        let (mut with, mut without) = (real.partnership.clone(), real.partnership.clone());
        assert!(!admitted.covers(&real.partnership, block));
        assert_eq!(with.step_admitted(block, Some(admitted.clone())), without.step(block));
        assert_eq!(with, without);
    }

    #[test]
    fn what_was_admitted_is_not_judged_again_for_the_same_block_and_gives_the_same() {
        let mut real = Real::begin();
        let commands = vec![real.sign("CAN/representative", any()), real.sign("DEU/treasurer", close(9))];
        let (admitted, judged) = real.partnership.admit(real.next(), &commands);
        assert_eq!(judged, [Ok(()), Ok(())]);
        let block = real.block(commands);
        assert!(admitted.covers(&real.partnership, &block));
        let (mut with, mut without) = (real.partnership.clone(), real.partnership);
        assert_eq!(with.step_admitted(&block, Some(admitted)).unwrap(), without.step(&block).unwrap());
        assert_eq!(with, without);
    }

    #[test]
    fn a1_to_a5_are_judged_anew_for_any_other_block() {
        let mut real = Real::begin();
        let who = "CAN/representative";
        let (id, expires) = (real.partnership.id(), Moment(real.next().0 + DAY));
        let bytes = real.signed_bytes(real.partnership.basis(), who, who, expires, any());
        let good = Signed::read(&bytes, &id).unwrap();
        let (admitted, _) = real.partnership.admit(real.next(), core::slice::from_ref(&good));
        // The same command with another signature has the same id: without the signature it would pass.
        let mut forged = bytes;
        *forged.last_mut().unwrap() ^= 1;
        let forged = Signed::read(&forged, &id).unwrap();
        assert_eq!(forged.id(), good.id());
        is_judged_anew(&real, &admitted, &real.block(vec![forged]));
        // Fewer commands, more, others.
        let other = real.sign(who, any());
        for commands in [vec![], vec![good.clone(), other.clone()], vec![other]] {
            is_judged_anew(&real, &admitted, &real.block(commands));
        }
        // Another moment, at which it has expired.
        let mut later = real.clone();
        later.at(expires);
        is_judged_anew(&later, &admitted, &later.block(vec![good.clone()]));
        // The same moment on another parent, on which it was ordered already.
        let (now, at) = (real.next(), Moment(real.next().0 + 10));
        let (admitted, _) = real.partnership.admit(at, core::slice::from_ref(&good));
        real.at(now);
        real.step(vec![good.clone()]).unwrap();
        real.at(at);
        is_judged_anew(&real, &admitted, &real.block(vec![good]));
    }

    #[test]
    fn what_is_kept_out_is_not_admitted_and_the_rest_is() {
        let mut real = Real::begin();
        let good = real.sign("CAN/representative", any());
        let bad = real.sign_by("DEU/root", "CAN/representative", Moment(NOON.0 + DAY), any());
        let commands = [good.clone(), bad, good.clone()];
        let (admitted, judged) = real.partnership.admit(real.next(), &commands);
        let rules: Vec<_> =
            judged.iter().map(|judged| judged.as_ref().err().map(|e| e.rule().to_string())).collect();
        assert_eq!(rules, [None, Some("A1".to_string()), Some("A4".to_string())]);
        assert!(admitted.covers(&real.partnership, &real.block(vec![good])));
    }
}
