//! Who takes part: every admissible set of participating members that a rule can meet.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Interest, MemberCode};

use crate::phrases::listed;

/// Why a member has no vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Out {
    /// It has an interest that the rule names.
    Interested(Interest),
    /// Its votes are suspended.
    Suspended,
}

/// Who does not take part in a decision, and who has left.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Situation {
    /// The members that do not take part, and why.
    pub out: Vec<(MemberCode, Out)>,
    /// The member that has withdrawn.
    pub withdrawn: Option<MemberCode>,
}

impl Situation {
    /// The situation in words: *when CAN asks*; nothing where everybody takes part.
    #[must_use]
    pub fn words(&self) -> String {
        let mut parts: Vec<String> = self.out.iter().map(|(member, why)| words(*member, *why)).collect();
        if let Some(member) = self.withdrawn {
            parts.push(format!("{member} has withdrawn"));
        }
        if parts.is_empty() { String::new() } else { format!("when {}", listed(&parts, "and")) }
    }

    /// Whether nobody is suspended and nobody has withdrawn.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.withdrawn.is_none() && self.out.iter().all(|(_, why)| *why != Out::Suspended)
    }

    /// The member that asks, if one does.
    #[must_use]
    pub fn beneficiary(&self) -> Option<MemberCode> {
        let asks = |(_, why): &&(MemberCode, Out)| *why == Out::Interested(Interest::Beneficiary);
        self.out.iter().find(asks).map(|(member, _)| *member)
    }
}

fn words(member: MemberCode, why: Out) -> String {
    match why {
        Out::Interested(Interest::Beneficiary) => format!("{member} asks"),
        Out::Interested(Interest::Party) => format!("{member} is party to the dispute"),
        Out::Interested(Interest::MemberConcerned) => format!("{member} is concerned"),
        Out::Suspended => format!("{member} is suspended"),
    }
}

/// The situations of a rule that are admissible, and how many are not, because too few would take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Situations {
    pub(crate) admissible: Vec<Situation>,
    pub(crate) too_few: usize,
}

/// Every set that can be without a vote: any number of the rule's interests at once, in their order, then with each
/// suspension if there is an article on it, or with each withdrawal.
pub(crate) fn situations(
    members: &[MemberCode],
    interests: &[Interest],
    suspends: bool,
    least: usize,
) -> Situations {
    let interested = chosen(members, interests);
    let mut found = Situations { admissible: Vec::new(), too_few: 0 };
    let mut keep = |situation: Situation| {
        let gone = situation.out.len().saturating_add(usize::from(situation.withdrawn.is_some()));
        if members.len().saturating_sub(gone) >= least.max(1) {
            found.admissible.push(situation);
        } else {
            found.too_few = found.too_few.saturating_add(1);
        }
    };
    for out in &interested {
        keep(Situation { out: out.clone(), withdrawn: None });
    }
    for out in &interested {
        let others = || members.iter().filter(|member| out.iter().all(|(gone, _)| gone != *member));
        if suspends && out.len() == interests.len() {
            // With fewer interests than these the same sets stand above, under another name, if any.
            for member in others().filter(|member| out.last().is_none_or(|(last, _)| last < *member)) {
                keep(Situation { out: with(out, (*member, Out::Suspended)), withdrawn: None });
            }
        }
        for member in others() {
            keep(Situation { out: out.clone(), withdrawn: Some(*member) });
        }
    }
    found
}

/// Every way to give as many members as there are interests, or fewer, no vote. Sets of members, not sequences: who
/// of two has which interest changes no vote.
fn chosen(members: &[MemberCode], interests: &[Interest]) -> Vec<Vec<(MemberCode, Out)>> {
    let mut all: Vec<Vec<(MemberCode, Out)>> = Vec::from([Vec::new()]);
    let mut longest = all.clone();
    for interest in interests {
        let mut next = Vec::new();
        for out in &longest {
            let after = members.iter().filter(|member| out.last().is_none_or(|(last, _)| last < *member));
            next.extend(after.map(|member| with(out, (*member, Out::Interested(*interest)))));
        }
        all.extend(next.iter().cloned());
        longest = next;
    }
    all
}

fn with(out: &[(MemberCode, Out)], one: (MemberCode, Out)) -> Vec<(MemberCode, Out)> {
    let mut out = out.to_vec();
    out.push(one);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(count: usize) -> Vec<MemberCode> {
        ["CAN", "DEU", "FRA", "GBR", "ITA"].iter().take(count).map(|code| code.parse().unwrap()).collect()
    }

    #[test]
    fn four_members_and_one_that_asks() {
        let found = situations(&members(4), &[Interest::Beneficiary], false, 3);
        // Nobody out, each asks, each has withdrawn; each asks after each other's withdrawal leaves two.
        assert_eq!((found.admissible.len(), found.too_few), (1 + 4 + 4, 12));
        assert_eq!(found.admissible[1].words(), "when CAN asks");
        assert_eq!(found.admissible[5].words(), "when CAN has withdrawn");
    }

    #[test]
    fn a_suspension_makes_each_set_once() {
        let found = situations(&members(5), &[Interest::Beneficiary], true, 3);
        let pairs = found.admissible.iter().filter(|situation| situation.out.len() == 2).count();
        assert_eq!(pairs, 10);
        assert!(found.admissible.iter().any(|s| s.words() == "when CAN asks and DEU is suspended"));
        let alone = situations(&members(4), &[], true, 3);
        assert_eq!(alone.admissible.len(), 1 + 4 + 4);
    }
}
