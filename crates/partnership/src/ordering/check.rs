//! Whether what a block says about its node and its parent's seals can be.

use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::evidence::{Evidence, MAX_EVIDENCE};
use super::{Accused, Orderer, Seals};
use crate::block::Block;
use crate::ids::PublicKey;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::step::InvalidBlock;

/// A node that signs two things is named in the record once a day at most.
const ACCUSED_AGAIN_MILLIS: u64 = 24 * 60 * 60 * 1000;

impl Partnership {
    /// B4 to B6, without signatures.
    pub(crate) fn is_ordered(&self, block: &Block) -> Result<(), InvalidBlock> {
        let Some(orderer) = block.orderer() else {
            // B4: once nodes agree, every block names the node that ordered it.
            return if self.ordering.is_named { Err(InvalidBlock::NoNode) } else { Ok(()) };
        };
        // B4: it is one of those that agree.
        if !self.nodes().agrees(&orderer.node) {
            return Err(InvalidBlock::NoNode);
        }
        // B5: what made the parent final comes with the block, and nothing else does.
        if orderer.seals.is_some() != self.ordering.is_named {
            return Err(InvalidBlock::ParentNotFinal);
        }
        self.may_carry(orderer, block.moment())
    }

    /// B6: what proves that nodes were false, each once, none of what the record says already.
    fn may_carry(&self, orderer: &Orderer, at: Moment) -> Result<(), InvalidBlock> {
        let evidence = &orderer.evidence;
        let may = evidence.len() <= MAX_EVIDENCE
            && evidence.is_sorted_by(|one, next| one.node() < next.node())
            && evidence.iter().all(|evidence| self.may_accuse(evidence, at));
        if may { Ok(()) } else { Err(InvalidBlock::NoEvidence) }
    }

    /// Whether this would prove something that the record does not say.
    pub(super) fn may_accuse(&self, evidence: &Evidence, at: Moment) -> bool {
        let is_new = |before: &Accused| {
            at.since(before.at) >= ACCUSED_AGAIN_MILLIS && evidence.height() > before.height
        };
        let height = self.height().saturating_add(1);
        let member = self.accusable(evidence);
        member.is_some_and(|member| self.ordering.accused.get(&member).is_none_or(is_new))
            && evidence.contradicts()
            && evidence.height() <= height
    }

    /// Whose node it is about, if it agrees.
    pub(crate) fn accusable(&self, evidence: &Evidence) -> Option<MemberCode> {
        let node = evidence.node();
        self.nodes().whose(&node).filter(|member| self.nodes().of(*member) == Some(node))
    }

    /// B5 and B6: the signatures.
    /// The nodes that agreed on the last block are those of before it changed the set.
    pub(crate) fn is_sealed(&self, block: &Block) -> Result<(), InvalidBlock> {
        let Some(Orderer { seals, evidence, .. }) = block.orderer() else { return Ok(()) };
        let parent = (self.id(), self.height(), self.tip());
        let agreed: Vec<PublicKey> = self.nodes().agreed(self.moment()).into_values().collect();
        let prove = |seals: &Seals| seals.prove(parent, &agreed);
        if !seals.as_ref().is_none_or(prove) {
            return Err(InvalidBlock::ParentNotFinal);
        }
        let is_signed = evidence.iter().all(|evidence| evidence.is_signed(self.id()));
        if is_signed { Ok(()) } else { Err(InvalidBlock::NoEvidence) }
    }
}
