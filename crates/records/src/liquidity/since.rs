//! Since when what is due has been due. What is paid pays the oldest first, as in the books.

use alloc::collections::{BTreeMap, VecDeque};

use quorate_charter::MemberCode;
use quorate_ledger::{Entry, Side};
use quorate_partnership::Moment;

use super::sums::{code, member};

/// What each member owes now, the oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Since {
    owed: BTreeMap<MemberCode, VecDeque<(Moment, i128)>>,
}

impl Since {
    /// Takes note of what an entry makes due, and of what it pays. What only goes on to arrears is as old as it was.
    pub(super) fn note(&mut self, entry: &Entry, at: Moment) {
        let mut changed: BTreeMap<MemberCode, i128> = BTreeMap::new();
        let due = |account: u16| account == code::DUE || account == code::ARREARS;
        for leg in entry.legs().iter().filter(|leg| due(leg.account().code())) {
            let Some(member) = member(leg.account().of()) else { continue };
            let sum = changed.entry(member).or_default();
            *sum = match leg.side() {
                Side::Debit => sum.saturating_add(leg.minor()),
                Side::Credit => sum.saturating_sub(leg.minor()),
            };
        }
        for (member, more) in changed {
            let owed = self.owed.entry(member).or_default();
            if more > 0 {
                owed.push_back((at, more));
            } else {
                pay(owed, more.saturating_neg());
            }
        }
    }

    /// What a member owes now, the oldest first: since when, and how much.
    pub(super) fn of(&self, member: MemberCode) -> impl Iterator<Item = (Moment, i128)> {
        self.owed.get(&member).into_iter().flatten().copied()
    }
}

fn pay(owed: &mut VecDeque<(Moment, i128)>, mut amount: i128) {
    while let Some((_, oldest)) = owed.front_mut() {
        if *oldest > amount {
            *oldest = oldest.saturating_sub(amount);
            return;
        }
        amount = amount.saturating_sub(*oldest);
        owed.pop_front();
    }
}
