//! Holds: entries that reserve at once what they take, and give what they bring only when posted.

use super::balance::Column;
use super::{Balance, Books};
use crate::entry::Entry;
use crate::leg::Leg;

/// The number of a hold. Whoever holds chooses it, and never uses one twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HoldId(pub u64);

impl Books {
    /// Holds an entry that [`admits_hold`](Books::admits_hold) admitted: it is pending until it is posted or
    /// voided. There is no clock here; a hold that expires is voided by whoever knows the time.
    ///
    /// Returns `false`, and changes nothing, if a hold of this number is pending.
    pub fn hold(&mut self, id: HoldId, entry: Entry) -> bool {
        if self.holds.contains_key(&id) {
            return false;
        }
        self.write(&entry, |balance, leg| balance.add(Column::Pending, leg.side(), leg.minor()));
        self.holds.insert(id, entry);
        true
    }

    /// Posts a pending hold and returns its entry. It needs no admission: what it takes was reserved.
    ///
    /// Returns nothing, and changes nothing, if no hold of this number is pending; so a hold resolves once.
    pub fn post_hold(&mut self, id: HoldId) -> Option<Entry> {
        let entry = self.holds.remove(&id)?;
        self.write(&entry, |balance, leg| {
            release(balance, leg);
            balance.add(Column::Posted, leg.side(), leg.minor());
        });
        Some(entry)
    }

    /// Voids a pending hold and returns its entry. The books are as if it had never been.
    ///
    /// Returns nothing, and changes nothing, if no hold of this number is pending; so a hold resolves once.
    pub fn void_hold(&mut self, id: HoldId) -> Option<Entry> {
        let entry = self.holds.remove(&id)?;
        self.write(&entry, release);
        Some(entry)
    }

    /// The entry of a pending hold.
    #[must_use]
    pub fn held(&self, id: HoldId) -> Option<&Entry> {
        self.holds.get(&id)
    }

    /// Every pending hold, by number.
    pub fn holds(&self) -> impl Iterator<Item = (HoldId, &Entry)> {
        self.holds.iter().map(|(id, entry)| (*id, entry))
    }
}

/// Takes back what a hold had added.
fn release(balance: &mut Balance, leg: &Leg) {
    balance.add(Column::Pending, leg.side(), leg.minor().saturating_neg());
}
