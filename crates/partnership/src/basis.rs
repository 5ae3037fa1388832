//! What a command is signed on: the partnership, and the last block that its author knew.
//!
//! Commands name things by their numbers. A number alone would be whatever an order of events makes of it: if a
//! node goes on from an old copy of itself, decision 4 may be another decision, and a vote for the first would
//! count for the second. The block that a command names fixes all that was before it, so that such a command
//! stands on this record or on none.

use alloc::collections::{BTreeMap, BTreeSet};

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::authentic::LONGEST_EXPIRY_MILLIS;
use crate::ids::{BlockId, PartnershipId};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// The partnership, and the last block that the author of a command knew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The partnership.
    pub partnership: PartnershipId,
    /// The last block; the genesis before the first.
    pub tip: BlockId,
}

impl Partnership {
    /// What a command that is signed now is signed on.
    #[must_use]
    pub fn basis(&self) -> Basis {
        Basis { partnership: self.id(), tip: self.tip() }
    }

    /// Whether a command may be signed on this block: it is the last, or was the last within seven days.
    pub(crate) fn knows(&self, tip: &BlockId) -> bool {
        self.tip() == *tip || self.tips.by_id.contains_key(tip)
    }
}

/// The blocks that were the last within seven days, and until when each was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tips {
    by_id: BTreeMap<BlockId, Moment>,
    by_end: BTreeSet<(Moment, BlockId)>,
}

impl Tips {
    fn add(&mut self, tip: BlockId, at: Moment) {
        self.by_id.insert(tip, at);
        self.by_end.insert((at, tip));
    }

    /// A block was the last until this moment; what ended more than seven days before is forgotten.
    pub(crate) fn ended(&mut self, tip: BlockId, at: Moment) {
        self.add(tip, at);
        while let Some((end, old)) = self.by_end.first().copied()
            && at.since(end) > LONGEST_EXPIRY_MILLIS
        {
            self.by_end.pop_first();
            self.by_id.remove(&old);
        }
    }
}

impl<C> Encode<C> for Tips {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), EncodeError<W::Error>> {
        let Tips { by_id: _, by_end } = self;
        e.encode_with(by_end, ctx)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Tips {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Tips, DecodeError> {
        let mut tips = Tips::default();
        for known in d.array_iter_with::<C, (Moment, BlockId)>(ctx)? {
            let (at, tip) = known?;
            tips.add(tip, at);
        }
        Ok(tips)
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use super::*;
    use crate::authentic::Unauthentic;
    use crate::command::Command;
    use crate::decisions::Choice::InFavour;
    use crate::exercise::commands::{call, indicate, open, sign, table, usd, vote};
    use crate::exercise::{DAY, Real};
    use crate::step::InvalidBlock;

    fn refused(real: &mut Real, signed: crate::Signed) -> Option<Unauthentic> {
        match real.step(alloc::vec![signed]) {
            Err(InvalidBlock::Unauthentic { reason, .. }) => Some(reason),
            _ => None,
        }
    }

    #[test]
    fn a7_a_command_stands_on_a_block_of_this_record() {
        let mut real = Real::begin();
        let mut other = real.clone();
        // Two histories of one partnership: in each, decision 1 is a call for another sum.
        for (history, sum) in [(&mut real, "1.00"), (&mut other, "100.00")] {
            let signed = history.sign("GBR/root", sign(usd("0"), usd("100.00")));
            history.step(alloc::vec![signed]).unwrap();
            let tabled = history.sign("GBR/representative", table(call(sum)));
            history.step(alloc::vec![tabled]).unwrap();
            let opened = history.sign("GBR/representative", open(1));
            history.step(alloc::vec![opened]).unwrap();
        }
        let meant = real.sign("FRA/representative", vote(1, InFavour));
        assert_eq!(refused(&mut other, meant.clone()), Some(Unauthentic::OtherRecord));
        assert_eq!(refused(&mut real, meant), None);
    }

    fn any() -> Command {
        indicate("FRA", None)
    }

    #[test]
    fn a7_a_block_that_was_the_last_within_seven_days_will_do() {
        for (later, will_do) in [(7 * DAY, true), (7 * DAY + 1, false)] {
            let mut real = Real::begin();
            let first = real.partnership.basis();
            // A second block ends the first one's time as the last; a third comes later.
            let second = real.sign("FRA/representative", any());
            real.step(alloc::vec![second]).unwrap();
            let ended = real.partnership.moment();
            real.at(Moment(ended.0 + later));
            let third = real.sign("FRA/representative", any());
            real.step(alloc::vec![third]).unwrap();
            assert_eq!(real.partnership.knows(&first.tip), will_do, "{later}");
            let late = real.sign_on(first, "FRA/representative", any());
            assert_eq!(refused(&mut real, late), (!will_do).then_some(Unauthentic::OtherRecord));
        }
    }

    #[test]
    fn a7_the_last_block_will_do_however_old_it_is() {
        let mut real = Real::begin();
        real.at(Moment(real.partnership.moment().0 + 400 * DAY));
        let signed = real.sign("FRA/representative", any());
        assert_eq!(refused(&mut real, signed), None);
    }
}
