//! What each member owes, the oldest first: money pays in this order. Article: contributions.

use alloc::collections::{BTreeMap, VecDeque};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::{BookId, Entry, Leg, Money, Side};

use super::About;
use super::chart::account;
use crate::ids::{CallNo, DecisionNo};
use crate::moment::{Day, Moment};

/// What a due is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum DueOf {
    /// What the member's agreement says that it pays in.
    #[n(0)]
    Agreement,
    /// A note that the member lodged.
    #[n(1)]
    Note,
    /// The member's own part of a call.
    #[n(2)]
    Call {
        /// The call.
        #[n(0)]
        call: CallNo,
        /// The decision that made it; none of an emergency call.
        #[n(1)]
        decision: Option<DecisionNo>,
    },
    /// What another member in default did not pay of a call.
    #[n(3)]
    StepUp {
        /// The call.
        #[n(0)]
        call: CallNo,
        /// The member in default.
        #[n(1)]
        of: MemberCode,
    },
}

impl DueOf {
    /// The call that it is of, if it is of one.
    #[must_use]
    pub fn call(self) -> Option<CallNo> {
        match self {
            DueOf::Call { call, .. } | DueOf::StepUp { call, .. } => Some(call),
            DueOf::Agreement | DueOf::Note => None,
        }
    }
}

/// Something due, or the part of it that was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Item {
    /// What it is of.
    #[n(0)]
    pub of: DueOf,
    /// Since when it is due.
    #[n(1)]
    pub since: Moment,
    /// The day on which it was due.
    #[n(2)]
    pub day: Day,
    /// The day from which interest on it is not booked yet.
    #[n(3)]
    pub from: Day,
    /// How much.
    #[n(4)]
    pub amount: Money,
    /// What of it counts towards commitment authority before it is paid, as a note does.
    #[n(5)]
    pub counted: Money,
    /// Whether the others advanced it.
    #[n(6)]
    pub advanced: bool,
    /// Whether the member is in default on it.
    #[n(7)]
    pub defaulted: bool,
}

/// What each member owes, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Owed {
    #[n(0)]
    items: BTreeMap<MemberCode, VecDeque<Item>>,
}

impl Owed {
    /// What a member owes, the oldest first.
    pub fn of(&self, member: MemberCode) -> impl Iterator<Item = &Item> {
        self.items.get(&member).into_iter().flatten()
    }

    /// Whoever owes or has owed.
    pub fn members(&self) -> impl Iterator<Item = MemberCode> {
        self.items.keys().copied()
    }

    /// Whether a member is in default on anything that it has not paid.
    #[must_use]
    pub fn in_default(&self, member: MemberCode) -> bool {
        self.of(member).any(|item| item.defaulted)
    }

    /// Takes note of what an entry makes due, and says what it pays.
    pub fn note(&mut self, entry: &Entry, about: &About, at: Moment, day: Day) -> Vec<(MemberCode, Item)> {
        let mut paid = Vec::new();
        let BookId::Cash(_) = entry.book() else { return paid };
        let others = |leg: &Leg| {
            entry.legs().iter().find(|other| other.side() != leg.side()).map(|leg| leg.account().code())
        };
        for leg in entry.legs() {
            let (Ok(member), Ok(amount)) =
                (leg.account().of().parse::<MemberCode>(), Money::new(leg.minor(), entry.book().currency()))
            else {
                continue;
            };
            let parts = match (leg.account().code(), leg.side(), others(leg)) {
                (account::RECOVERABLE, Side::Debit, _) => {
                    if let About::StepUp { call, .. } = about {
                        self.advance(member, *call, amount);
                    }
                    continue;
                }
                // What had a day falls due with its beginning, whenever that is booked.
                (account::DUE, Side::Debit, against) => {
                    let since = if against == Some(account::RECEIVABLE) { day.begins() } else { at };
                    self.push(member, item(about, amount, since, day));
                    continue;
                }
                // What the others advance is paid by nobody yet.
                (account::DUE, Side::Credit, Some(account::RECOVERABLE)) => continue,
                (account::DUE, Side::Credit, Some(account::RECEIVABLE)) => {
                    self.pay(member, amount, |item| item.of == DueOf::Agreement && !item.defaulted)
                }
                (account::DUE, Side::Credit, _) => self.pay(member, amount, |item| !item.advanced),
                (account::RECOVERABLE, Side::Credit, _) => self.pay(member, amount, |item| item.advanced),
                _ => continue,
            };
            paid.extend(parts.into_iter().map(|part| (member, part)));
        }
        paid
    }

    pub(super) fn push(&mut self, member: MemberCode, item: Item) {
        self.items.entry(member).or_default().push_back(item);
    }

    /// What was paid is owed again: the money was another's, or did not come. It bears interest from the day on which it
    /// was due. What the member was in default on when it was paid, it is in default on again: a line that two treasurers
    /// enter and take back ends no default. Anything else grows old from the correction on: nobody comes to be in
    /// default, and nobody's votes come to rest, because two others took back what it paid.
    pub fn owes_again(&mut self, member: MemberCode, item: Item, at: Moment) {
        let since = if item.defaulted { item.since } else { at };
        self.push(member, Item { since, ..item });
    }

    /// Pays the oldest first of those that this is for, and says which parts of what were paid.
    pub(super) fn pay(
        &mut self,
        member: MemberCode,
        amount: Money,
        is_for: impl Fn(&Item) -> bool,
    ) -> Vec<Item> {
        let (mut left, mut paid) = (amount.minor(), Vec::new());
        let Some(items) = self.items.get_mut(&member) else { return paid };
        for item in items.iter_mut().filter(|item| is_for(item)) {
            let minor = item.amount.minor().min(left);
            if minor <= 0 {
                break;
            }
            left = left.saturating_sub(minor);
            paid.push(take(item, minor));
        }
        items.retain(|item| item.amount.is_positive());
        paid
    }

    /// The others advance what the member in default did not pay of a call: it owes that to them.
    fn advance(&mut self, member: MemberCode, call: CallNo, amount: Money) {
        let mut left = amount.minor();
        let Some(items) = self.items.get_mut(&member) else { return };
        let mut split = VecDeque::new();
        for mut item in core::mem::take(items) {
            if item.defaulted && !item.advanced && item.of.call() == Some(call) && left > 0 {
                let minor = item.amount.minor().min(left);
                left = left.saturating_sub(minor);
                add(&mut split, Item { advanced: true, ..take(&mut item, minor) });
            }
            if item.amount.is_positive() {
                split.push_back(item);
            }
        }
        *items = split;
    }

    /// The member is in default on the oldest of what it owes, up to this sum: interest on it is booked until this day.
    pub fn defaults(&mut self, member: MemberCode, amount: Money, day: Day) {
        let mut left = amount.minor();
        for item in self.items.get_mut(&member).into_iter().flatten().filter(|item| !item.defaulted) {
            if left <= 0 {
                break;
            }
            left = left.saturating_sub(item.amount.minor());
            (item.defaulted, item.from) = (true, day);
        }
    }
}

/// Adds an item after the others; to the last of them, if it is a part of the same.
fn add(items: &mut VecDeque<Item>, item: Item) {
    if let Some(last) = items.back_mut() {
        let (amount, counted) = (last.amount, last.counted);
        if *last == (Item { amount, counted, ..item })
            && let (Ok(amount), Ok(counted)) =
                (amount.checked_add(item.amount), counted.checked_add(item.counted))
        {
            (last.amount, last.counted) = (amount, counted);
            return;
        }
    }
    items.push_back(item);
}

/// Takes a part out of an item, and with it the like part of what counts already.
fn take(item: &mut Item, minor: i128) -> Item {
    let currency = item.amount.currency();
    let whole = item.amount.minor();
    let of_counted = item.counted.minor().saturating_mul(minor).checked_div(whole).unwrap_or_default();
    // Both lie between nothing and what the item had.
    let part = |minor| Money::new(minor, currency).unwrap_or(Money::zero(currency));
    let taken = Item { amount: part(minor), counted: part(of_counted), ..*item };
    item.amount = part(whole.saturating_sub(minor));
    item.counted = part(item.counted.minor().saturating_sub(of_counted));
    taken
}

fn item(about: &About, amount: Money, since: Moment, day: Day) -> Item {
    let none = Money::zero(amount.currency());
    let (of, counted) = match about {
        About::Call { call, decision } => (DueOf::Call { call: *call, decision: *decision }, none),
        About::StepUp { call, of } => (DueOf::StepUp { call: *call, of: *of }, none),
        About::Note { counted, .. } => (DueOf::Note, *counted),
        _ => (DueOf::Agreement, none),
    };
    Item { of, since, day, from: day, amount, counted, advanced: false, defaulted: false }
}
