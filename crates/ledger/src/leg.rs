//! One line of an entry.

use crate::account::Account;
use crate::chart::Side;
use crate::entry::EntryError;
use crate::money::MAX_MINOR;

/// One line of an entry: an account, a side, and an amount of 1 to [`MAX_MINOR`] minor units.
///
/// The currency is the book's, which the [`Entry`](crate::Entry) names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Leg {
    account: Account,
    side: Side,
    minor: i128,
}

impl Leg {
    /// Makes a leg.
    ///
    /// # Errors
    /// [`EntryError::Amount`] unless `minor` is from 1 to [`MAX_MINOR`].
    pub fn new(account: Account, side: Side, minor: i128) -> Result<Self, EntryError> {
        if (1..=MAX_MINOR).contains(&minor) {
            Ok(Self { account, side, minor })
        } else {
            Err(EntryError::Amount { account, minor })
        }
    }

    /// The account.
    #[must_use]
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// The side.
    #[must_use]
    pub fn side(&self) -> Side {
        self.side
    }

    /// The amount in minor units, 1 to [`MAX_MINOR`].
    #[must_use]
    pub fn minor(&self) -> i128 {
        self.minor
    }

    /// The same leg on the other side.
    pub(crate) fn opposite(&self) -> Self {
        Self { side: self.side.opposite(), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_amount_is_from_one_to_the_limit() {
        let account = Account::new(1, "").unwrap();
        for minor in [1, 2, MAX_MINOR - 1, MAX_MINOR] {
            assert_eq!(Leg::new(account.clone(), Side::Debit, minor).unwrap().minor(), minor);
        }
        for minor in [0, -1, MAX_MINOR + 1, i128::MIN, i128::MAX] {
            let refused = Leg::new(account.clone(), Side::Credit, minor);
            assert_eq!(refused, Err(EntryError::Amount { account: account.clone(), minor }));
        }
    }
}
