//! On which days to come members owe what is not due yet.
//!
//! The books say how much of each kind a member will owe; they name no days: these stand in the register of what is
//! still to fall due, from which everything goes that fell due or for which a note stands. What no day is known of is
//! unknown: it is told, and counted at no horizon.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::Day;

use super::owed::Kind;

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

/// How much of each kind falls due on which days, by member.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    planned: BTreeMap<(Kind, MemberCode), BTreeMap<Day, i128>>,
}

impl Days {
    /// So much of this kind falls due from this member on this day.
    pub fn plan(&mut self, kind: Kind, member: MemberCode, day: Day, minor: i128) {
        let planned = self.planned.entry((kind, member)).or_default().entry(day).or_default();
        *planned = planned.saturating_add(minor);
    }

    /// What a member will owe of this kind, by day. The books have the amount, and no day is given more than they have:
    /// the latest days stay; what no day is known of comes last.
    #[must_use]
    pub fn of(&self, kind: Kind, member: MemberCode, amount: i128) -> Vec<(When, i128)> {
        let mut left = amount.max(0);
        let mut found = Vec::new();
        let planned = self.planned.get(&(kind, member));
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
        assert_eq!(days.of(Kind::Called, member, 7), vec![(When::Unknown, 7)]);
        assert!(days.of(Kind::Called, member, 0).is_empty());
        days.plan(Kind::Called, member, Day(9), 3);
        days.plan(Kind::Called, member, Day(5), 4);
        assert_eq!(days.of(Kind::Called, member, 7), vec![(When::On(Day(5)), 4), (When::On(Day(9)), 3)]);
        // Paid before its day: the earliest is gone first.
        assert_eq!(days.of(Kind::Called, member, 5), vec![(When::On(Day(5)), 2), (When::On(Day(9)), 3)]);
        assert_eq!(days.of(Kind::Called, member, 3), vec![(When::On(Day(9)), 3)]);
        assert_eq!(days.of(Kind::Called, member, 8)[2], (When::Unknown, 1));
        assert_eq!(
            days.of(Kind::Instalment, member, 7),
            vec![(When::Unknown, 7)],
            "each kind has days of its own"
        );
    }

    #[test]
    fn a_day_is_reached_on_it_and_not_before() {
        for (day, is_by) in [(8, false), (9, true), (10, true)] {
            assert_eq!(When::On(Day(9)).is_by(Day(day)), is_by);
        }
        assert!(When::Now.is_by(Day(0)) && !When::Unknown.is_by(Day(u32::MAX)));
    }
}
