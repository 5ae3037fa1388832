//! What members owe, or will owe, under what they signed.

use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::days::{Days, When};
use super::sums::{Sums, code};

/// What is owed, by the account on which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Due.
    Due,
    /// Due, and in arrears.
    Arrears,
    /// Interest on what was due.
    Interest,
    /// Called, and not due yet.
    Called,
    /// An instalment of what was signed as paid in.
    Instalment,
    /// A note that the fund holds.
    Note,
}

impl Kind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Kind; 6] =
        [Kind::Due, Kind::Arrears, Kind::Interest, Kind::Called, Kind::Instalment, Kind::Note];

    /// In words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Due => "due",
            Kind::Arrears => "in arrears",
            Kind::Interest => "late interest",
            Kind::Called => "called, not yet due",
            Kind::Instalment => "instalment",
            Kind::Note => "note",
        }
    }

    /// The code of the account on which it stands.
    #[must_use]
    pub const fn code(self) -> u16 {
        match self {
            Kind::Due => code::DUE,
            Kind::Arrears => code::ARREARS,
            Kind::Interest => code::INTEREST,
            Kind::Called => code::NOT_DUE,
            Kind::Instalment => code::INSTALMENTS,
            Kind::Note => code::NOTES,
        }
    }

    /// What stands of it for a member. A note is receivable as a call is: what is called is the rest, so that each unit
    /// is of one kind.
    pub(super) fn stands(self, sums: &Sums, member: MemberCode) -> i128 {
        let stands = sums.of(self.code(), member);
        match self {
            Kind::Called => stands.saturating_sub(sums.of(code::NOTES, member)),
            _ => stands,
        }
    }

    /// Whether whatever stands there is due already.
    #[must_use]
    pub const fn is_due(self) -> bool {
        matches!(self, Kind::Due | Kind::Arrears | Kind::Interest)
    }
}

/// Something that a member owes or will owe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The member, or a State that left and owes.
    pub member: MemberCode,
    /// What of.
    pub kind: Kind,
    /// How much, in the smallest units.
    pub minor: i128,
    /// When.
    pub when: When,
}

/// All that is owed, by kind and member.
pub(super) fn owed(sums: &Sums, days: &Days) -> Vec<Owed> {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        for (member, _) in sums.by_member(kind.code()) {
            let Some(member) = member else { continue };
            let minor = kind.stands(sums, member);
            if minor <= 0 {
                continue;
            }
            if kind.is_due() {
                all.push(Owed { member, kind, minor, when: When::Now });
            } else {
                let parts = days.of(kind, member, minor).into_iter();
                all.extend(parts.map(|(when, minor)| Owed { member, kind, minor, when }));
            }
        }
    }
    all
}
