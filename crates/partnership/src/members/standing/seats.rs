//! Who has a seat in a decision that is opened now, and who takes part.

use alloc::collections::BTreeSet;

use quorate_charter::{Charter, Interest, MemberCode, Rule};
use quorate_voting::{Conduct, Tally};

use crate::members::Members;

/// The seats of a decision: those whom the charter binds. Who left or is not bound yet has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seats {
    /// Who takes part, but for interested parties.
    pub(crate) voices: BTreeSet<MemberCode>,
    /// Whose voice rests: suspended, in arrears, or bound by an older text.
    pub(crate) resting: BTreeSet<MemberCode>,
}

impl Members {
    /// The seats of a decision that is opened now.
    pub(crate) fn seats(&self) -> Seats {
        let bound = self.standings.of.iter().filter(|(_, bond)| self.standings.binds(bond));
        let (voices, resting) = bound.map(|(member, bond)| (*member, self.standings.has_voice(bond))).fold(
            (BTreeSet::new(), BTreeSet::new()),
            |(mut voices, mut resting), (member, has_voice)| {
                if has_voice {
                    voices.insert(member)
                } else {
                    resting.insert(member)
                };
                (voices, resting)
            },
        );
        Seats { voices, resting }
    }

    /// Whether this State is no member, was none, and is not invited to be one.
    pub(in crate::members) fn is_outside(&self, state: MemberCode) -> bool {
        !self.standings.of.contains_key(&state) && !self.standings.invited.contains_key(&state)
    }

    /// Whether the charter, or its provisional application, binds this State now.
    #[must_use]
    pub fn is_bound(&self, member: MemberCode) -> bool {
        self.standings.bound(member).is_some()
    }

    /// Whether this State takes part in decisions in which it is no interested party.
    #[must_use]
    pub fn has_voice(&self, member: MemberCode) -> bool {
        self.standings.bound(member).is_some_and(|bond| self.standings.has_voice(bond))
    }

    /// Whether a call binds this member: it is bound, and by the text under which the call is made. What it signed
    /// it signed under another text, if it has not accepted this one.
    pub(crate) fn is_called(&self, member: MemberCode) -> bool {
        self.standings.bound(member).is_some_and(|bond| bond.accepted == self.standings.version)
    }
}

/// Whether so many with a voice leave enough to decide on help to any one of them.
pub(crate) fn enough(voices: usize, charter: &Charter) -> bool {
    let left_out = usize::from(charter.cases().rule().leaves_out(Interest::Beneficiary));
    let least = usize::try_from(charter.membership().least_participating()).unwrap_or(usize::MAX);
    voices.saturating_sub(left_out) >= least
}

/// Whether those who have signed an instrument are enough by a rule: they are in favour, everyone else is absent.
pub(crate) fn suffice(
    charter: &Charter,
    rule: &Rule,
    all: &BTreeSet<MemberCode>,
    signed: &BTreeSet<MemberCode>,
) -> bool {
    let conduct =
        |member: &MemberCode| if signed.contains(member) { Conduct::InFavour } else { Conduct::Absent };
    let conducts: alloc::vec::Vec<Conduct> = all.iter().map(conduct).collect();
    let Ok(roll) = charter.roll_of(all, &BTreeSet::new()) else { return false };
    let verdict = Tally::count(&roll, &conducts).map(|tally| rule.formula().decide(&tally));
    verdict.is_ok_and(|verdict| verdict.is_ok_and(|verdict| verdict.adopted()))
}
