//! What the record came to, and the nodes that sign it.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{Partnership, PublicKey};
use quorate_records::proof::{Checkpoint, Judges, Note, false_nodes};

use crate::engine::{Seal, Seat};
use crate::keys::Signer;

/// What the record came to after a block, and the nodes that agreed on that block: their signatures count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameTo {
    /// What the record came to.
    pub checkpoint: Checkpoint,
    /// The members whose nodes agreed on the block, with their keys.
    pub judges: Judges,
}

impl CameTo {
    /// What the record of a partnership came to after its last block.
    #[must_use]
    pub fn of(partnership: &Partnership) -> CameTo {
        let (nodes, moment) = (partnership.nodes(), partnership.moment());
        let checkpoint = Checkpoint {
            partnership: partnership.id(),
            extent: partnership.extent(),
            height: partnership.height(),
            block: partnership.tip(),
            moment,
            nodes: nodes.digest(),
        };
        CameTo { checkpoint, judges: nodes.agreed(moment).into_iter().collect() }
    }

    /// How many must sign: one more than could be false together.
    #[must_use]
    pub fn needed(&self) -> usize {
        false_nodes(self.judges.len()).saturating_add(1)
    }
}

/// What the record came to, with the signatures that were heard so far: good ones alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sealed {
    came_to: CameTo,
    seals: BTreeMap<MemberCode, Seal>,
}

/// Its form on the disk.
#[derive(Encode, Decode)]
struct Form {
    #[n(0)]
    text: String,
    #[n(1)]
    judges: Judges,
    #[n(2)]
    seals: Vec<(MemberCode, Seal)>,
}

impl Sealed {
    pub(crate) fn new(came_to: CameTo) -> Sealed {
        Sealed { came_to, seals: BTreeMap::new() }
    }

    pub(crate) fn checkpoint(&self) -> &Checkpoint {
        &self.came_to.checkpoint
    }

    pub(crate) fn into_came_to(self) -> (Checkpoint, Judges) {
        (self.came_to.checkpoint, self.came_to.judges)
    }

    /// Whose signature with this key counts here, and was not heard yet.
    pub(crate) fn wants(&self, Seat(key): Seat) -> Option<MemberCode> {
        let judge = self.came_to.judges.iter().find(|(_, of)| *of == key);
        judge.map(|(member, _)| *member).filter(|member| !self.seals.contains_key(member))
    }

    /// Takes a signature; whether it is a new one, and good.
    pub(crate) fn add(&mut self, seat: Seat, seal: Seal) -> bool {
        let Some(member) = self.wants(seat) else { return false };
        let is_good = seat.0.verifies(self.checkpoint().text().as_bytes(), &seal.0);
        if is_good {
            self.seals.insert(member, seal);
        }
        is_good
    }

    pub(crate) fn is_enough(&self) -> bool {
        self.seals.len() >= self.came_to.needed()
    }

    /// Signs as one of the nodes, if this key is that of one.
    pub(crate) fn sign(&mut self, key: &dyn Signer) -> Option<Seal> {
        let member = self.wants(Seat(key.public()))?;
        // If it does not sign, the node is about to stop.
        let seal = Seal(key.sign_checkpoint(self.checkpoint()).ok()?);
        self.seals.insert(member, seal);
        Some(seal)
    }

    /// The signatures, each with its node.
    pub(crate) fn seals(&self) -> impl Iterator<Item = (MemberCode, PublicKey, Seal)> {
        let judges = self.came_to.judges.iter();
        judges.filter_map(|(member, key)| Some((*member, *key, *self.seals.get(member)?)))
    }

    /// The signed checkpoint, once enough signed.
    pub(crate) fn note(&self) -> Option<Note> {
        let signed: Vec<_> = self.seals().map(|(member, key, seal)| (member, key, seal.0)).collect();
        self.is_enough().then(|| Note::new(*self.checkpoint(), &signed))
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let seals = self.seals.iter().map(|(member, seal)| (*member, *seal)).collect();
        let form = Form { text: self.checkpoint().text(), judges: self.came_to.judges.clone(), seals };
        // Writing to a vector in memory does not fail.
        minicbor::to_vec(form).unwrap_or_default()
    }

    /// Reads what was written; nothing if the bytes are of no such form. Signatures are verified anew.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Sealed> {
        let Form { text, judges, seals } = minicbor::decode(bytes).ok()?;
        let came_to = CameTo { checkpoint: Checkpoint::read(&text)?, judges };
        let keys: BTreeMap<MemberCode, PublicKey> = came_to.judges.iter().copied().collect();
        let mut sealed = Sealed::new(came_to);
        for (member, seal) in seals {
            sealed.add(Seat(*keys.get(&member)?), seal);
        }
        Some(sealed)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use quorate_partnership::{BlockId, Digest, Extent, Moment, NodesDigest, PartnershipId, TreeRoot};

    use super::*;
    use crate::Key;

    pub(crate) const CODES: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

    pub(crate) fn key(code: &str) -> Key {
        Key::of_exercise("node", format!("{code}/root").parse().unwrap())
    }

    /// A checkpoint of this height, judged by the nodes of four.
    pub(crate) fn came_to(height: u64) -> CameTo {
        let extent = Extent { size: 7, root: TreeRoot([1; 32]), digest: Digest([2; 32]) };
        let (partnership, block) = (PartnershipId([3; 32]), BlockId([4; 32]));
        let (moment, nodes) = (Moment(height), NodesDigest([5; 32]));
        let checkpoint = Checkpoint { partnership, extent, height, block, moment, nodes };
        let judges = CODES.map(|code| (code.parse().unwrap(), key(code).public())).to_vec();
        CameTo { checkpoint, judges }
    }

    pub(crate) fn seal(code: &str, height: u64) -> (Seat, Seal) {
        let key = key(code);
        (Seat(key.public()), Seal(key.sign_checkpoint(&came_to(height).checkpoint).unwrap()))
    }

    #[test]
    fn good_signatures_of_those_that_agreed_count_and_no_others() {
        let mut sealed = Sealed::new(came_to(7));
        let (can, good) = seal("CAN", 7);
        let (stranger, strange) = seal("XAA", 7);
        assert!(!sealed.add(can, seal("CAN", 8).1), "of another height");
        assert!(!sealed.add(can, seal("DEU", 7).1), "of another node");
        assert!(!sealed.add(stranger, strange));
        assert!(sealed.add(can, good) && !sealed.add(can, good));
        assert_eq!((sealed.is_enough(), sealed.note()), (false, None));
        let (gbr, second) = seal("GBR", 7);
        assert!(sealed.add(gbr, second));
        let note = sealed.note().unwrap();
        let judges = came_to(7).judges;
        let signers = note.signers(PartnershipId([3; 32]), &judges).unwrap();
        assert_eq!(signers.iter().map(MemberCode::as_str).collect::<Vec<_>>(), ["CAN", "GBR"]);
        assert_eq!(Sealed::from_bytes(&sealed.to_bytes()), Some(sealed));
    }
}
