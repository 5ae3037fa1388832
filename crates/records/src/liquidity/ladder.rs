//! The ladder: payable in so many days, if these members default.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Books, Currency, Money};
use quorate_partnership::Day;
use quorate_partnership::fund::HELD_FOR_OTHERS;

use super::days::Days;
use super::owed::{Owed, owed};
use super::sums::{Sums, code};

/// The days ahead that are asked about when none are named.
pub const HORIZONS: [u32; 4] = [0, 30, 90, 365];

/// What stands today, as far as it matters for what can be paid tomorrow. Amounts in the smallest units of the fund's
/// currency; nothing in another currency is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Liquidity {
    /// The fund's currency.
    pub currency: Currency,
    /// The day of the last block.
    pub today: Day,
    /// Money at the bank.
    pub cash: i128,
    /// Of it, what is owed to others than members, or belongs to nobody known: it pays no help.
    pub held: i128,
    /// Of it, what members paid before it was due: it pays what falls due from the same member, and nothing else.
    pub prepaid: BTreeMap<MemberCode, i128>,
    /// Cash that is invested, by the day on which it is to come back.
    pub invested: BTreeMap<Day, i128>,
    /// Approved help that has not been paid, allocated and committed; and what is set aside for the budget.
    pub approved: i128,
    /// Of it, what is with the bank.
    pub in_flight: i128,
    /// Commitment authority available.
    pub authority: i128,
    /// What members owe or will owe.
    pub owed: Vec<Owed>,
    /// Money at the bank in other currencies: payments leave in the fund's, so that it is counted nowhere.
    pub other_currencies: BTreeMap<Currency, i128>,
    /// What each member can still be called for: a call decided now could bring it. It is never counted as there.
    pub callable: BTreeMap<MemberCode, i128>,
}

impl Liquidity {
    /// By the books alone: no day to come is known, and nothing of what could be called.
    #[must_use]
    pub fn of_books(books: &Books, charter: &Charter, today: Day) -> Liquidity {
        let (sums, days) = (Sums::of_books(books, charter), Days::default());
        Liquidity::standing((&sums, &days), BTreeMap::new(), BTreeMap::new(), today)
    }

    pub(super) fn standing(
        (sums, days): (&Sums, &Days),
        invested: BTreeMap<Day, i128>,
        callable: BTreeMap<MemberCode, i128>,
        today: Day,
    ) -> Liquidity {
        let both = |one, other| sums.all(one).saturating_add(sums.all(other));
        // What was prepaid is told by member: it is the fund's own once its due takes it.
        let held = HELD_FOR_OTHERS.iter().filter(|code| **code != code::PREPAID);
        let of_members = sums.by_member(code::PREPAID).filter_map(|(member, net)| Some((member?, net)));
        Liquidity {
            currency: sums.currency(),
            today,
            cash: sums.all(code::CASH),
            held: held.fold(0, |sum, code| sum.saturating_add(sums.all(*code))),
            prepaid: of_members.collect(),
            invested,
            approved: both(code::ALLOCATED, code::COMMITTED).saturating_add(sums.all(code::BUDGET)),
            in_flight: sums.all(code::IN_FLIGHT),
            authority: sums.all(code::AVAILABLE),
            owed: owed(sums, days),
            other_currencies: sums.abroad().collect(),
            callable,
        }
    }

    /// What is held of other currencies, each in its own.
    pub fn held_abroad(&self) -> impl Iterator<Item = Money> {
        self.other_currencies.iter().filter_map(|(currency, minor)| Money::new(*minor, *currency).ok())
    }

    /// An amount of the fund's currency; nothing if it is beyond what can be written.
    #[must_use]
    pub fn money(&self, minor: i128) -> Option<Money> {
        Money::new(minor, self.currency).ok()
    }

    /// The ladder for these days ahead, if these members pay nothing more.
    #[must_use]
    pub fn ladder(&self, horizons: &[u32], defaults: &BTreeSet<MemberCode>) -> Ladder {
        let mut horizons: Vec<u32> = horizons.to_vec();
        horizons.sort_unstable();
        horizons.dedup();
        let rungs = horizons.into_iter().map(|days| self.rung(days, defaults)).collect();
        Ladder { defaults: defaults.clone(), rungs }
    }

    fn rung(&self, days: u32, defaults: &BTreeSet<MemberCode>) -> Rung {
        let until = Day(self.today.0.saturating_add(days));
        let mut by_member: BTreeMap<MemberCode, i128> = BTreeMap::new();
        for owed in self.owed.iter().filter(|owed| owed.when.is_by(until)) {
            let sum = by_member.entry(owed.member).or_default();
            *sum = sum.saturating_add(owed.minor);
        }
        let held = self.prepaid.values().fold(self.held, |sum, minor| sum.saturating_add(*minor));
        let mut cash = self.cash.saturating_sub(held);
        let (mut members, mut defaulted) = (Vec::new(), 0_i128);
        for (member, owed) in by_member {
            // What it paid before is here: it pays what falls due whatever the member does.
            let paid = self.prepaid.get(&member).copied().unwrap_or_default().min(owed);
            cash = cash.saturating_add(paid);
            let to_come = owed.saturating_sub(paid);
            if defaults.contains(&member) {
                defaulted = defaulted.saturating_add(to_come);
            } else if to_come > 0 {
                members.push((member, to_come));
            }
        }
        members.sort_by_key(|(member, minor)| (core::cmp::Reverse(*minor), *member));
        let back = self.invested.range(..=until);
        let invested = back.fold(0, |sum: i128, (_, minor)| sum.saturating_add(*minor));
        Rung { days, until, cash, invested, members, defaulted, approved: self.approved }
    }

    /// What members will owe on days that are not on record: counted on no rung.
    #[must_use]
    pub fn undated(&self) -> i128 {
        let undated = self.owed.iter().filter(|owed| owed.when == super::When::Unknown);
        undated.fold(0, |sum, owed| sum.saturating_add(owed.minor))
    }
}

/// What could be paid, by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The members that are assumed to pay nothing more.
    pub defaults: BTreeSet<MemberCode>,
    /// A rung for each horizon, the nearest first.
    pub rungs: Vec<Rung>,
}

/// One horizon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// How many days ahead.
    pub days: u32,
    /// The day on which that is.
    pub until: Day,
    /// The fund's own money: what is held for others left out, and what members prepaid for what is due by then in.
    pub cash: i128,
    /// What was invested and is to come back by then.
    pub invested: i128,
    /// What each member owes by then beside it, the greatest first; whoever is assumed to default is left out.
    pub members: Vec<(MemberCode, i128)>,
    /// What those assumed to default owe by then.
    pub defaulted: i128,
    /// Approved help that can be asked for by then.
    pub approved: i128,
}

impl Rung {
    /// What is owed by then by those that are not assumed to default.
    #[must_use]
    pub fn owed(&self) -> i128 {
        self.members.iter().fold(0, |sum, (_, minor)| sum.saturating_add(*minor))
    }

    /// What is left once all approved help is paid; below zero, what it is short by.
    #[must_use]
    pub fn left(&self) -> i128 {
        self.on_cash_alone().saturating_add(self.owed())
    }

    /// The fund's own money, and what was invested and is to be back by then.
    #[must_use]
    pub fn there(&self) -> i128 {
        self.cash.saturating_add(self.invested)
    }

    /// The same if no member pays anything more.
    #[must_use]
    pub fn on_cash_alone(&self) -> i128 {
        self.there().saturating_sub(self.approved)
    }

    /// Whether all approved tranches can be paid.
    #[must_use]
    pub fn is_payable(&self) -> bool {
        self.left() >= 0
    }
}
