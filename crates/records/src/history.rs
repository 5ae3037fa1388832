//! What happened to each decision, event by event, with its place in the record.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

use quorate_partnership::{Booked, DecisionNo, Event};

/// Everything that happened to decisions. The events are shared: records are copied when a block comes while they are read.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    /// How many events were heard, of whatever room: the place of the next one.
    heard: u64,
    of: BTreeMap<DecisionNo, Vec<(u64, Arc<Booked>)>>,
}

impl History {
    /// Takes in the next event of the record.
    pub(crate) fn hear(&mut self, booked: &Booked) {
        if let Event::Decisions(event) = &booked.event {
            self.of.entry(event.decision()).or_default().push((self.heard, Arc::new(booked.clone())));
        }
        self.heard = self.heard.saturating_add(1);
    }

    /// What happened to one decision, in the order of the record.
    pub(crate) fn of(&self, decision: DecisionNo) -> impl Iterator<Item = (u64, &Booked)> {
        self.of.get(&decision).into_iter().flatten().map(|(leaf, booked)| (*leaf, &**booked))
    }
}
