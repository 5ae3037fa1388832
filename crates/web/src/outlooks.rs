//! Who could still change a vote is searched for once a block, however many look at it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use quorate_partnership::DecisionNo;
use quorate_records::{Outlook, Records};

/// What was found of decisions, as of one block.
#[derive(Default)]
pub(crate) struct Outlooks {
    found: Mutex<Found>,
}

#[derive(Default)]
struct Found {
    of: Weak<Records>,
    outlooks: BTreeMap<DecisionNo, Arc<Outlook>>,
}

impl Outlooks {
    /// One decision as it stands. Whoever asks for the same while it is searched waits for it.
    pub(crate) fn get(&self, records: &Arc<Records>, decision: DecisionNo) -> Option<Arc<Outlook>> {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if !found.of.ptr_eq(&Arc::downgrade(records)) {
            *found = Found { of: Arc::downgrade(records), outlooks: BTreeMap::new() };
        }
        if let Some(outlook) = found.outlooks.get(&decision) {
            return Some(Arc::clone(outlook));
        }
        let outlook = Arc::new(records.outlook(decision)?);
        found.outlooks.insert(decision, Arc::clone(&outlook));
        Some(outlook)
    }
}
