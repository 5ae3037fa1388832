//! The commands that wait to be ordered, in the order in which they came.

use std::collections::{BTreeMap, BTreeSet};

use arc_malachitebft_core_types::Round;
use quorate_partnership::{
    Admitted, CommandId, MAX_BLOCK_BYTES, MAX_BLOCK_COMMANDS, Moment, Partnership, Signed, Verified,
};

/// The most commands that wait at a node. A local limit: what it does not take, others may.
pub(super) const MAX_WAITING: usize = 20_000;

/// The room for commands in a block, with some to spare for its head.
const ROOM: usize = MAX_BLOCK_BYTES / 2;
/// So many commands stand in a block in any round, if they wait.
const LEAST: usize = 32;
/// What a command adds to its own length.
const HEAD: usize = 5;

/// The commands that wait.
#[derive(Default)]
pub(super) struct Waiting {
    places: BTreeMap<CommandId, u64>,
    commands: BTreeMap<u64, Signed>,
    given: u64,
    /// Signatures that were found good.
    pub(super) verified: Verified,
}

impl Waiting {
    pub(super) fn is_empty(&self) -> bool {
        self.commands.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.commands.len()
    }

    /// Adds a command; false if it waits already, its signature is not good, or there is no room.
    pub(super) fn add(&mut self, partnership: &Partnership, signed: Signed) -> bool {
        let id = signed.id();
        let is_new = self.commands.len() < MAX_WAITING && !self.places.contains_key(&id);
        if !is_new || !self.verified.verify(partnership, &signed) {
            return false;
        }
        self.given = self.given.saturating_add(1);
        self.places.insert(id, self.given);
        self.commands.insert(self.given, signed);
        true
    }

    /// All of them, for a node that may have missed some.
    pub(super) fn each(&self) -> impl Iterator<Item = &Signed> {
        self.commands.values()
    }

    fn remove(&mut self, id: &CommandId) {
        if let Some(place) = self.places.remove(id) {
            self.commands.remove(&place);
        }
    }

    /// Those that were ordered wait no more.
    pub(super) fn ordered(&mut self, commands: &[Signed]) {
        for signed in commands {
            self.remove(&signed.id());
        }
        let places = &self.places;
        self.verified.keep(|id| places.contains_key(id));
    }

    /// Those that can stand in a block at this moment, as many as fit; half as many with each round that brought nothing, so
    /// that nodes that are slow come to judge a block in time. What can never be ordered waits no more.
    pub(super) fn take(
        &mut self,
        partnership: &Partnership,
        at: Moment,
        round: Round,
    ) -> (Vec<Signed>, Admitted) {
        let most = MAX_BLOCK_COMMANDS.checked_shr(round.as_u32().unwrap_or_default()).unwrap_or_default();
        let mut room = ROOM;
        let fits = |signed: &&Signed| {
            let left = room.checked_sub(signed.bytes().len().saturating_add(HEAD));
            room = left.unwrap_or_default();
            left.is_some()
        };
        let first: Vec<Signed> =
            self.commands.values().take(most.max(LEAST)).take_while(fits).cloned().collect();
        let (admitted, judged) = partnership.admit_verified(at, &first, &mut self.verified);
        let refused: BTreeSet<CommandId> =
            first.iter().zip(&judged).filter(|(_, judged)| judged.is_err()).map(|(s, _)| s.id()).collect();
        for id in &refused {
            self.remove(id);
        }
        let taken = first.into_iter().filter(|signed| !refused.contains(&signed.id())).collect();
        (taken, admitted)
    }
}
