//! Sums of the journal by account.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;

use quorate_ledger::{BookId, Entry, Kind, Side};
use quorate_partnership::Day;
use quorate_partnership::fund::CHART;

/// What stands on accounts, or moved on them: debits less credits.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    by_account: BTreeMap<(u16, String), i128>,
}

impl Sums {
    /// Of the entries in one ledger that have effect on these days.
    pub(super) fn of<'e>(
        entries: impl Iterator<Item = (Day, &'e Entry)>,
        book: BookId,
        days: impl Fn(Day) -> bool,
    ) -> Sums {
        let mut by_account: BTreeMap<(u16, String), i128> = BTreeMap::new();
        for (_, entry) in entries.filter(|(day, entry)| days(*day) && entry.book() == book) {
            for leg in entry.legs() {
                let sum = by_account.entry((leg.account().code(), leg.account().of().into())).or_default();
                *sum = match leg.side() {
                    Side::Debit => sum.saturating_add(leg.minor()),
                    Side::Credit => sum.saturating_sub(leg.minor()),
                };
            }
        }
        Sums { by_account }
    }

    /// All accounts of a code together, on its normal side.
    pub(super) fn code(&self, kind: &Kind) -> i128 {
        let of_code = self.by_account.iter().filter(|((code, _), _)| *code == kind.code);
        let debits = of_code.fold(0_i128, |sum, (_, minor)| sum.saturating_add(*minor));
        match kind.normal {
            Side::Debit => debits,
            Side::Credit => debits.saturating_neg(),
        }
    }

    /// One account of a code, on its normal side.
    pub(super) fn account(&self, code: u16, of: &str, side: Side) -> i128 {
        let debits = self.by_account.get(&(code, of.into())).copied().unwrap_or_default();
        if side == Side::Debit { debits } else { debits.saturating_neg() }
    }

    /// What these accounts are of.
    pub(super) fn whose(&self, codes: &[u16]) -> BTreeSet<&str> {
        let accounts = self.by_account.keys().filter(|(code, _)| codes.contains(code));
        accounts.map(|(_, of)| of.as_str()).collect()
    }

    /// Debits less credits of the accounts of one.
    pub(super) fn of_one(&self, codes: &[u16], whose: &str) -> i128 {
        let its = self.by_account.iter().filter(|((code, of), _)| codes.contains(code) && of == whose);
        its.fold(0, |sum, (_, minor)| sum.saturating_add(*minor))
    }
}

/// The kinds of account whose codes lie here, in order.
pub(super) fn kinds(from: u16, to: u16) -> impl Iterator<Item = &'static Kind> {
    (from..=to).filter_map(|code| CHART.find(code))
}
