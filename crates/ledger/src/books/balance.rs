//! What stands on an account.

use crate::chart::Side;

/// What stands on an account, or on all accounts of a book together, in minor units. None of the four falls below
/// zero. A reading only: nothing takes one, so every field is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// All debits posted.
    pub debits: i128,
    /// All credits posted.
    pub credits: i128,
    /// Debits of holds that are pending.
    pub pending_debits: i128,
    /// Credits of holds that are pending.
    pub pending_credits: i128,
}

/// Posted or pending.
#[derive(Clone, Copy)]
pub(super) enum Column {
    Posted,
    Pending,
}

impl Balance {
    /// What was posted on side `normal` less what was posted on the other. Below zero if the other has more.
    #[must_use]
    pub fn net(&self, normal: Side) -> i128 {
        match normal {
            Side::Debit => self.debits.saturating_sub(self.credits),
            Side::Credit => self.credits.saturating_sub(self.debits),
        }
    }

    /// The net on side `normal` less what pending holds reserve against it. What they would bring does not count.
    #[must_use]
    pub fn available(&self, normal: Side) -> i128 {
        let reserved = match normal {
            Side::Debit => self.pending_credits,
            Side::Credit => self.pending_debits,
        };
        self.net(normal).saturating_sub(reserved)
    }

    /// Whether both sides are equal, posted and pending. True of every book as a whole.
    #[must_use]
    pub fn is_even(&self) -> bool {
        self.debits == self.credits && self.pending_debits == self.pending_credits
    }

    /// Adds `minor` to one of the four; a hold resolved takes its own amount back with a minus.
    ///
    /// Exact: a leg has at most 10^18, so it would take more than 10^20 legs to come to the end of an i128
    /// (1.7 x 10^38). At a million legs a second that is five million years.
    pub(super) fn add(&mut self, column: Column, side: Side, minor: i128) {
        let place = match (column, side) {
            (Column::Posted, Side::Debit) => &mut self.debits,
            (Column::Posted, Side::Credit) => &mut self.credits,
            (Column::Pending, Side::Debit) => &mut self.pending_debits,
            (Column::Pending, Side::Credit) => &mut self.pending_credits,
        };
        *place = place.saturating_add(minor);
    }

    /// Adds another balance to this one, column by column; exact as [`Balance::add`] is.
    pub(super) fn plus(self, other: &Self) -> Self {
        Self {
            debits: self.debits.saturating_add(other.debits),
            credits: self.credits.saturating_add(other.credits),
            pending_debits: self.pending_debits.saturating_add(other.pending_debits),
            pending_credits: self.pending_credits.saturating_add(other.pending_credits),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_available_counts_what_holds_take_and_not_what_they_bring() {
        let balance = Balance { debits: 30, credits: 100, pending_debits: 20, pending_credits: 7 };
        assert_eq!((balance.net(Side::Credit), balance.available(Side::Credit)), (70, 50));
        assert_eq!((balance.net(Side::Debit), balance.available(Side::Debit)), (-70, -77));
    }

    #[test]
    fn even_means_posted_and_pending() {
        assert!(Balance::default().is_even());
        assert!(Balance { debits: 1, credits: 1, pending_debits: 2, pending_credits: 2 }.is_even());
        assert!(!Balance { debits: 2, credits: 1, pending_debits: 0, pending_credits: 1 }.is_even());
        assert!(!Balance { debits: 1, credits: 1, pending_debits: 1, pending_credits: 0 }.is_even());
    }
}
