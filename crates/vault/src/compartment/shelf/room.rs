//! How much of the shelf is kept: nobody pushes out what others shared, and the store stays small enough to be sealed.

use std::collections::BTreeMap;

use quorate_partnership::PublicKey;

use super::super::vault::Vault;
use super::super::{CompartmentId, Refusal, Retention};
use super::{Asked, MAX_ASKED, Shelf, Shelved};

/// The most bytes that are kept of all shelves of a store together.
const MAX_KEPT_BYTES: u64 = 16 * 1024 * 1024;
/// The most bytes that are kept of what one agent shared in a compartment.
pub(super) const MAX_AGENT_BYTES: u64 = 1024 * 1024;
/// The most acknowledgements, and agents to which it was released, that are kept of one product.
pub(super) const MAX_BESIDE: usize = 256;
/// What an entry takes beside its header or its texts, about, in bytes.
const ENTRY: u64 = 256;

impl Shelf {
    /// Keeps a product, in the order in which products were sealed; of an agent that has too many the oldest goes. So what is
    /// sent a second time, after it went, goes again. A half that is held back here never goes.
    pub(super) fn keep(&mut self, shelved: Shelved) {
        let agent = shelved.agent;
        let at = self.shared.partition_point(|one| one.header.sealed <= shelved.header.sealed);
        self.shared.insert(at, shelved);
        while self.of_agent(&agent) > MAX_AGENT_BYTES && self.drop_oldest(&agent) {}
    }

    /// Lets go of what was sealed under keys that are no more: halves that are held back and questions with it.
    pub(in super::super) fn forget(&mut self, until: u64, class: Retention) {
        self.shared.retain(|one| one.class != class || one.header.epoch > until);
        let shared = &self.shared;
        self.asked.retain(|asked| shared.iter().any(|one| one.product == asked.product));
    }

    /// Whether an agent has room for so many bytes more without losing a half that it holds back.
    pub(super) fn has_room(&self, agent: &PublicKey, more: u64) -> bool {
        let halves = self.shared.iter().filter(|one| one.agent == *agent && one.second.is_some());
        let held = halves.map(Shelved::size).fold(0_u64, u64::saturating_add);
        held.saturating_add(more) <= MAX_AGENT_BYTES
    }

    fn of_agent(&self, agent: &PublicKey) -> u64 {
        let of = self.shared.iter().filter(|one| one.agent == *agent);
        of.map(Shelved::size).fold(0, u64::saturating_add)
    }

    fn drop_oldest(&mut self, agent: &PublicKey) -> bool {
        let goes = |one: &Shelved| one.agent == *agent && one.second.is_none();
        let oldest = self.shared.iter().position(goes);
        oldest.map(|at| self.shared.remove(at)).is_some()
    }

    /// That a question is not one of before: the same twice in one moment has one name, and one of the two could not be answered.
    pub(super) fn is_new(&self, asked: &Asked) -> Result<(), Refusal> {
        let had = self.asked.iter().any(|before| before.id == asked.id);
        if had { Err(Refusal::AskedBefore) } else { Ok(()) }
    }

    /// Keeps a question, in the order in which questions were asked; of an agent that has too many the oldest goes.
    pub(super) fn ask(&mut self, asked: Asked) {
        let agent = asked.agent;
        let at = self.asked.partition_point(|one| one.at <= asked.at);
        self.asked.insert(at, asked);
        if self.asked.iter().filter(|one| one.agent == agent).count() > MAX_ASKED {
            self.drop_question(&agent);
        }
    }

    fn drop_question(&mut self, agent: &PublicKey) -> bool {
        let oldest = self.asked.iter().position(|one| one.agent == *agent);
        oldest.map(|at| self.asked.remove(at)).is_some()
    }

    /// What each agent takes.
    fn sizes(&self) -> BTreeMap<PublicKey, u64> {
        let mut sizes: BTreeMap<PublicKey, u64> = BTreeMap::new();
        let shared = self.shared.iter().map(|one| (one.agent, one.size()));
        let asked = self.asked.iter().map(|one| (one.agent, one.size()));
        for (agent, size) in shared.chain(asked) {
            let of = sizes.entry(agent).or_default();
            *of = of.saturating_add(size);
        }
        sizes
    }
}

impl Shelved {
    fn size(&self) -> u64 {
        let beside =
            self.acknowledged.len().saturating_add(self.released.len()).saturating_add(self.tear_lines.len());
        let beside = beside.saturating_mul(64);
        self.bytes.saturating_add(ENTRY).saturating_add(u64::try_from(beside).unwrap_or(u64::MAX))
    }
}

impl Asked {
    fn size(&self) -> u64 {
        let whom: usize = self.whom.iter().map(|one| one.bytes().len()).fold(0, usize::saturating_add);
        let answers = self.answered.iter().chain(&self.differs);
        let releases = answers.filter_map(|answered| answered.release.as_ref()).map(|release| release.len());
        let all = releases.fold(whom, usize::saturating_add);
        u64::try_from(all).unwrap_or(u64::MAX).saturating_add(ENTRY)
    }
}

impl Vault {
    /// Lets go of what is on the shelves until no more is kept than there is room for: of whichever agent takes most in one
    /// compartment, the oldest.
    pub(super) fn shelve_no_more(&mut self) {
        self.shelve_no_more_than(MAX_KEPT_BYTES);
    }

    pub(super) fn shelve_no_more_than(&mut self, most: u64) {
        let own = self.identity.public();
        loop {
            let mut sizes: BTreeMap<(CompartmentId, PublicKey), u64> = BTreeMap::new();
            for held in &self.held {
                let of = held.shelf.sizes().into_iter().map(|(agent, size)| ((held.id, agent), size));
                sizes.extend(of);
            }
            if sizes.values().fold(0_u64, |sum, of| sum.saturating_add(*of)) <= most {
                return;
            }
            // One's own goes last.
            let largest = sizes.iter().filter(|((_, agent), _)| *agent != own).max_by_key(|(_, of)| **of);
            let largest = largest.or_else(|| sizes.iter().max_by_key(|(_, of)| **of));
            let Some((&(id, agent), _)) = largest else { return };
            let Some(held) = self.held.iter_mut().find(|held| held.id == id) else { return };
            if !held.shelf.drop_oldest(&agent) && !held.shelf.drop_question(&agent) {
                return;
            }
        }
    }
}
