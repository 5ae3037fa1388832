//! The chart of accounts: what kinds of account there are, and what limits them.

use core::fmt;

use thiserror::Error;

use crate::account::Account;

/// The two sides of every account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The left: what is owned or owed to us grows here.
    Debit,
    /// The right: what we owe or hold for others grows here.
    Credit,
}

impl Side {
    /// The other side.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Debit => Self::Credit,
            Self::Credit => Self::Debit,
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Debit => "debit",
            Self::Credit => "credit",
        })
    }
}

/// What an account of some kind may come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Anything.
    None,
    /// What stands on the normal side, less the other side and less what holds reserve there, is never below
    /// zero.
    NeverBelowZero,
}

/// A kind of account, such as "receivable" or "commitment authority available".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kind {
    /// The number by which entries name the kind.
    pub code: u16,
    /// The name for people.
    pub name: &'static str,
    /// The side on which the account grows.
    pub normal: Side,
    /// What it may come to.
    pub limit: Limit,
}

/// Every kind of account that the books know, by rising code.
///
/// A chart is checked when it is made, and can be made and checked by the compiler:
///
/// ```
/// use quorate_ledger::{Account, Chart, Kind, Limit, Side};
///
/// const CHART: Chart = match Chart::new(&[
///     Kind { code: 100, name: "cash", normal: Side::Debit, limit: Limit::NeverBelowZero },
///     Kind { code: 110, name: "receivable", normal: Side::Debit, limit: Limit::None },
/// ]) {
///     Ok(chart) => chart,
///     Err(_) => panic!("the codes of a chart rise"),
/// };
/// let account = Account::new(110, "GBR/call-1")?;
/// assert_eq!(CHART.describe(&account).to_string(), "110 receivable of GBR/call-1");
/// assert!(CHART.find(120).is_none());
/// # Ok::<(), quorate_ledger::AccountError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chart(&'static [Kind]);

impl Chart {
    /// Makes a chart of `kinds`.
    ///
    /// # Errors
    /// [`ChartError`] unless each code is above the one before it.
    pub const fn new(kinds: &'static [Kind]) -> Result<Self, ChartError> {
        let mut rest = kinds;
        while let [first, tail @ ..] = rest {
            if let [second, ..] = tail
                && first.code >= second.code
            {
                return Err(ChartError { code: first.code, next: second.code });
            }
            rest = tail;
        }
        Ok(Self(kinds))
    }

    /// The kind with this code.
    #[must_use]
    pub fn find(&self, code: u16) -> Option<&'static Kind> {
        self.0.binary_search_by_key(&code, |kind| kind.code).ok().and_then(|at| self.0.get(at))
    }

    /// Every kind, by code.
    #[must_use]
    pub const fn kinds(&self) -> &'static [Kind] {
        self.0
    }

    /// Shows an account with the name of its kind: `110 receivable of GBR`. A code that the chart lacks is shown
    /// without a name.
    #[must_use]
    pub fn describe<'a>(&self, account: &'a Account) -> Described<'a> {
        Described { name: self.find(account.code()).map(|kind| kind.name), account }
    }
}

/// Shows an account with the name of its kind; made by [`Chart::describe`].
#[derive(Clone, Copy, Debug)]
pub struct Described<'a> {
    name: Option<&'static str>,
    account: &'a Account,
}

impl fmt::Display for Described<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.account.write(f, self.name)
    }
}

/// A chart whose codes do not rise, so that one code could mean two kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the codes of a chart rise, and {code} is followed by {next}")]
pub struct ChartError {
    code: u16,
    next: u16,
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    const fn kind(code: u16) -> Kind {
        Kind { code, name: "any", normal: Side::Debit, limit: Limit::None }
    }

    #[test]
    fn codes_rise() {
        assert!(Chart::new(&[]).is_ok());
        assert!(Chart::new(const { &[kind(9)] }).is_ok());
        assert!(Chart::new(const { &[kind(0), kind(9), kind(u16::MAX)] }).is_ok());
        assert_eq!(Chart::new(const { &[kind(1), kind(9), kind(9)] }), Err(ChartError { code: 9, next: 9 }));
        let falling = Chart::new(const { &[kind(9), kind(8)] }).unwrap_err();
        assert_eq!(falling.to_string(), "the codes of a chart rise, and 9 is followed by 8");
    }

    #[test]
    fn a_kind_is_found_by_its_code_alone() {
        let chart = Chart::new(const { &[kind(1), kind(3), kind(5)] }).unwrap();
        let found: [Option<u16>; 7] =
            [0, 1, 2, 3, 4, 5, 6].map(|code| chart.find(code).map(|kind| kind.code));
        assert_eq!(found, [None, Some(1), None, Some(3), None, Some(5), None]);
        assert_eq!(chart.kinds().len(), 3);
    }

    #[test]
    fn an_account_is_described_with_what_is_known() {
        let chart = Chart::new(const { &[kind(1)] }).unwrap();
        let described = |code, of| chart.describe(&Account::new(code, of).unwrap()).to_string();
        assert_eq!(described(1, "FRA"), "1 any of FRA");
        assert_eq!(described(1, ""), "1 any");
        assert_eq!(described(2, "FRA"), "2 of FRA");
    }

    #[test]
    fn the_opposite_of_the_opposite_is_itself() {
        for side in [Side::Debit, Side::Credit] {
            assert_ne!(side.opposite(), side);
            assert_eq!(side.opposite().opposite(), side);
        }
    }
}
