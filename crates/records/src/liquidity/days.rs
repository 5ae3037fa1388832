//! On which days to come members owe what is not due yet: the one place where such days come from.
//!
//! The books say how much of each kind a member will owe; they name no days. What no day is known of is unknown: it
//! is told, and counted at no horizon.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::Day;
use quorate_partnership::fund::{self, Instalment};

/// When what a member owes is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// It is due.
    Now,
    /// It falls due on this day.
    On(Day),
    /// It falls due on a day that is not on record.
    Unknown,
}

impl When {
    /// Whether it is due on this day at the latest, as far as is known.
    #[must_use]
    pub fn is_by(self, day: Day) -> bool {
        match self {
            When::Now => true,
            When::On(due) => due <= day,
            When::Unknown => false,
        }
    }
}

/// How much of each kind falls due on which days, by member: what agreements and calls say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    planned: BTreeMap<(u16, MemberCode), BTreeMap<Day, i128>>,
}

/// Signed, not yet due; notes held; called, not yet due: codes of the chart of accounts.
const NOT_DUE: u16 = 4;
const NOTES: u16 = 5;
const RECEIVABLE: u16 = 110;

impl Days {
    /// Takes note of the days that agreements, notes and calls name.
    pub fn hear(&mut self, event: &fund::Event) {
        match event {
            fund::Event::AgreementSigned { member, instalments, .. } => {
                // A State that came back owes what it signs now.
                self.planned.remove(&(NOT_DUE, *member));
                self.plan_all(NOT_DUE, *member, instalments.iter().flatten());
            }
            fund::Event::NoteLodged { member, encashments, .. } => {
                self.plan_all(NOTES, *member, encashments);
            }
            fund::Event::Called { parts, due: Some(due), .. } => {
                for part in parts {
                    self.plan(RECEIVABLE, part.member, due.day(), part.amount.minor());
                }
            }
            fund::Event::SteppedUp { parts, due: Some(due), .. } => {
                for part in parts {
                    self.plan(RECEIVABLE, part.member, due.day(), part.amount.minor());
                }
            }
            _ => {}
        }
    }

    fn plan_all<'i>(
        &mut self,
        code: u16,
        member: MemberCode,
        items: impl IntoIterator<Item = &'i Instalment>,
    ) {
        for item in items {
            self.plan(code, member, item.day, item.amount.minor());
        }
    }

    /// So much of this kind of account falls due from this member on this day.
    pub fn plan(&mut self, code: u16, member: MemberCode, day: Day, minor: i128) {
        let planned = self.planned.entry((code, member)).or_default().entry(day).or_default();
        *planned = planned.saturating_add(minor);
    }

    /// What a member will owe of this kind, by day. The books have the amount; what was paid or took effect before its
    /// day is the earliest, so that the latest days stay; what no day is known of comes last.
    #[must_use]
    pub fn of(&self, code: u16, member: MemberCode, amount: i128) -> Vec<(When, i128)> {
        let mut left = amount.max(0);
        let mut found = Vec::new();
        let planned = self.planned.get(&(code, member));
        for (day, minor) in planned.into_iter().flatten().rev() {
            let part = (*minor).min(left);
            if part > 0 {
                found.push((When::On(*day), part));
                left = left.saturating_sub(part);
            }
        }
        found.reverse();
        if left > 0 {
            found.push((When::Unknown, left));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn what_no_day_is_known_of_is_unknown() {
        let member: MemberCode = "FRA".parse().unwrap();
        let mut days = Days::default();
        assert_eq!(days.of(110, member, 7), vec![(When::Unknown, 7)]);
        assert!(days.of(110, member, 0).is_empty());
        days.plan(110, member, Day(9), 3);
        days.plan(110, member, Day(5), 4);
        assert_eq!(days.of(110, member, 7), vec![(When::On(Day(5)), 4), (When::On(Day(9)), 3)]);
        // Paid before its day: the earliest is gone first.
        assert_eq!(days.of(110, member, 5), vec![(When::On(Day(5)), 2), (When::On(Day(9)), 3)]);
        assert_eq!(days.of(110, member, 3), vec![(When::On(Day(9)), 3)]);
        assert_eq!(days.of(110, member, 8)[2], (When::Unknown, 1));
        assert_eq!(days.of(4, member, 7), vec![(When::Unknown, 7)], "each kind has days of its own");
    }

    #[test]
    fn a_day_is_reached_on_it_and_not_before() {
        for (day, is_by) in [(8, false), (9, true), (10, true)] {
            assert_eq!(When::On(Day(9)).is_by(Day(day)), is_by);
        }
        assert!(When::Now.is_by(Day(0)) && !When::Unknown.is_by(Day(u32::MAX)));
    }

    #[test]
    fn agreements_notes_and_calls_name_the_days() {
        let member: MemberCode = "FRA".parse().unwrap();
        let usd = quorate_ledger::Currency::from_code("USD").unwrap();
        let money = |minor| quorate_ledger::Money::new(minor, usd).unwrap();
        let instalment = |day, minor| Instalment { day: Day(day), amount: money(minor) };
        let mut days = Days::default();
        let (paid_in, callable) = (money(30), money(100));
        let instalments = Some(vec![instalment(20_000, 10), instalment(20_100, 20)]);
        days.hear(&fund::Event::AgreementSigned { member, paid_in, callable, instalments });
        // The first has fallen due, and the books have the rest.
        assert_eq!(days.of(4, member, 20), vec![(When::On(Day(20_100)), 20)]);
        let (encashments, counts) = (vec![instalment(20_200, 5)], vec![money(5)]);
        let (amount, from_due) = (money(5), money(0));
        days.hear(&fund::Event::NoteLodged { member, amount, from_due, encashments, counts });
        assert_eq!(days.of(5, member, 5), vec![(When::On(Day(20_200)), 5)]);
        let (call, total) = (quorate_partnership::CallNo(1), money(7));
        let parts = vec![fund::Part { member, amount: total, residual: 0 }];
        let due = Some(Day(20_300).begins());
        days.hear(&fund::Event::Called { call, decision: None, total, parts: parts.clone(), due });
        assert_eq!(days.of(110, member, 7), vec![(When::On(Day(20_300)), 7)]);
        // What is due at once names no day, and whoever comes back signs anew.
        days.hear(&fund::Event::Called { call, decision: None, total, parts, due: None });
        assert_eq!(days.of(110, member, 7), vec![(When::On(Day(20_300)), 7)]);
        days.hear(&fund::Event::AgreementSigned { member, paid_in, callable, instalments: None });
        assert_eq!(days.of(4, member, 20), vec![(When::Unknown, 20)]);
    }
}
