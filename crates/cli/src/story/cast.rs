//! Who plays which part: rotated over all members by a seed.

use quorate_charter::MemberCode;

use super::read::NEWCOMER;

/// The parts of a story, each given to a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cast {
    parts: Vec<(String, MemberCode)>,
}

impl Cast {
    /// How many ways there are to give these many parts to these many members; none if there are too few members.
    pub(crate) fn ways(parts: usize, members: usize) -> u64 {
        let factors =
            (0..parts).map(|taken| u64::try_from(members.saturating_sub(taken)).unwrap_or_default());
        factors.fold(1, u64::saturating_mul)
    }

    /// The cast of a seed: seeds from 0 on go through all ways in turn, and begin again.
    pub(crate) fn by_seed(
        parts: &[String],
        newcomer: Option<MemberCode>,
        members: &[MemberCode],
        seed: u64,
    ) -> Cast {
        let mut left = members.to_vec();
        let mut ways = Cast::ways(parts.len(), members.len());
        let mut seed = seed.checked_rem(ways).unwrap_or_default();
        let mut cast = Vec::new();
        for part in parts {
            let choices = u64::try_from(left.len()).unwrap_or(u64::MAX);
            ways = ways.checked_div(choices).unwrap_or_default();
            let choice = usize::try_from(seed.checked_div(ways).unwrap_or_default()).unwrap_or_default();
            seed = seed.checked_rem(ways).unwrap_or_default();
            if choice < left.len() {
                cast.push((part.clone(), left.remove(choice)));
            }
        }
        cast.extend(newcomer.map(|member| (NEWCOMER.to_owned(), member)));
        Cast { parts: cast }
    }

    /// The member that plays a part.
    pub(crate) fn member(&self, part: &str) -> Option<MemberCode> {
        self.parts.iter().find(|(name, _)| name == part).map(|(_, member)| *member)
    }

    /// The parts and who plays them, in the order of the story.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, MemberCode)> {
        self.parts.iter().map(|(part, member)| (part.as_str(), *member))
    }

    /// A text with every part in braces replaced by its member's code.
    pub(crate) fn fill(&self, text: &str) -> String {
        let fill = |text: String, (part, member): &(String, MemberCode)| {
            text.replace(&format!("{{{part}}}"), member.as_str())
        };
        self.parts.iter().fold(text.to_owned(), fill)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn members() -> Vec<MemberCode> {
        ["CAN", "DEU", "FRA", "GBR"].iter().map(|code| code.parse().unwrap()).collect()
    }

    #[test]
    fn seeds_go_through_all_casts() {
        let parts = ["asker".to_owned(), "refuser".to_owned(), "second".to_owned(), "third".to_owned()];
        assert_eq!(Cast::ways(4, 4), 24);
        let casts: BTreeSet<String> = (0..24)
            .map(|seed| {
                Cast::by_seed(&parts, None, &members(), seed).fill("{asker} {refuser} {second} {third}")
            })
            .collect();
        assert_eq!(casts.len(), 24);
        assert_eq!(Cast::by_seed(&parts, None, &members(), 0), Cast::by_seed(&parts, None, &members(), 24));
        assert_eq!(Cast::by_seed(&parts, None, &members(), 0).fill("{asker}/{other}"), "CAN/{other}");
    }

    #[test]
    fn too_few_members_leave_no_way() {
        assert_eq!(Cast::ways(5, 4), 0);
    }
}
