//! The offices in which people act for a member.

use core::fmt;
use core::str::FromStr;

/// An office that a representative of a member holds.
///
/// `Root` and `Recovery` are the two keys that a member brings to the founding; the other offices are given to
/// representatives by credentials that the root signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Office {
    /// The member's root key: accredits representatives, ends their credentials, and signs contribution agreements.
    Root,
    /// The member's recovery key: replaces a lost or stolen root key.
    Recovery,
    /// Speaks and votes for the member.
    Representative,
    /// Signs what moves money.
    Treasurer,
    /// Follows cases of assistance: attests conditions.
    CaseOfficer,
    /// Audits the accounts: findings and opinions, and nothing else.
    Auditor,
    /// Knows the lines between militaries: records, confirms and tests them, and ends them for its member.
    LiaisonOfficer,
}

impl Office {
    /// Every office, in the order in which tables show them.
    pub const ALL: [Office; 7] = [
        Office::Root,
        Office::Recovery,
        Office::Representative,
        Office::Treasurer,
        Office::CaseOfficer,
        Office::Auditor,
        Office::LiaisonOfficer,
    ];

    /// The offices that a credential can give.
    pub const ACCREDITED: [Office; 5] = [
        Office::Representative,
        Office::Treasurer,
        Office::CaseOfficer,
        Office::Auditor,
        Office::LiaisonOfficer,
    ];

    /// The office's name, as it is typed after the member's code: `GBR/treasurer`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Office::Root => "root",
            Office::Recovery => "recovery",
            Office::Representative => "representative",
            Office::Treasurer => "treasurer",
            Office::CaseOfficer => "case-officer",
            Office::Auditor => "auditor",
            Office::LiaisonOfficer => "liaison-officer",
        }
    }
}

impl fmt::Display for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Office {
    type Err = UnknownOffice;

    fn from_str(text: &str) -> Result<Office, UnknownOffice> {
        Office::ALL.into_iter().find(|office| office.name() == text).ok_or(UnknownOffice)
    }
}

/// A text that names no office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the offices are `root`, `recovery`, `representative`, `treasurer`, `case-officer`, `auditor` and `liaison-officer`"
)]
pub struct UnknownOffice;

/// The offices that may give a command.
pub type Offices = &'static [Office];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_office_is_read_back_from_its_name() {
        for office in Office::ALL {
            assert_eq!(office.name().parse(), Ok(office));
        }
        assert_eq!("Treasurer".parse::<Office>(), Err(UnknownOffice));
    }
}
