//! Counting an open vote as it stands.

use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_voting::{Conduct, Tally, Verdict};

use super::event::Counted;
use super::poll::{Cast, Phase, Poll, Uncountable};
use super::vote::Choice;
use crate::ids::CommandId;

/// Which of the votes that are to be confirmed are taken for confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Confirmed {
    /// None: whoever does not confirm counts as absent.
    None,
    /// Those in favour alone.
    InFavour,
    /// All but those in favour.
    Others,
}

impl Confirmed {
    fn counts(self, cast: &Cast) -> bool {
        let in_favour = cast.choice.conduct() == Conduct::InFavour;
        match self {
            _ if cast.reserve.is_none() => true,
            Confirmed::None => false,
            Confirmed::InFavour => in_favour,
            Confirmed::Others => !in_favour,
        }
    }
}

impl Poll {
    /// D27: the member's own vote, or that of the holder of its proxy, which counts only if the holder itself votes.
    fn cast_for(&self, member: MemberCode) -> Option<(&Cast, Option<MemberCode>)> {
        if let Some(own) = self.votes.get(&member) {
            return Some((own, None));
        }
        let holder = *self.proxies.get(&member)?;
        self.votes.get(&holder).map(|cast| (cast, Some(holder)))
    }

    fn conduct(&self, member: MemberCode, confirmed: Confirmed) -> Conduct {
        match self.cast_for(member) {
            Some((cast, _)) if confirmed.counts(cast) => cast.choice.conduct(),
            // D26: whoever is silent while members can object is in favour.
            None if self.phase() == Phase::Objections && self.takes_part(member) => Conduct::InFavour,
            _ => Conduct::Absent,
        }
    }

    /// How a member's seat counts if the vote closed now.
    #[must_use]
    pub fn conduct_of(&self, member: MemberCode) -> Conduct {
        self.conduct(member, Confirmed::None)
    }

    fn verdict_if(&self, confirmed: Confirmed) -> Result<Verdict, Uncountable> {
        let conducts: Vec<Conduct> =
            self.seats.iter().map(|member| self.conduct(*member, confirmed)).collect();
        let tally = Tally::count(&self.roll, &conducts).map_err(|_| Uncountable)?;
        // D23: a verdict with nobody in favour is never that it is adopted, whatever the formula.
        self.formula.decide(&tally).map_err(|_| Uncountable)
    }

    /// The verdict if the vote closed now: whoever has not voted, or not confirmed its vote, is absent. While silence
    /// would adopt, whoever is silent is in favour.
    ///
    /// # Errors
    /// [`Uncountable`]; never for a rule of a checked charter.
    pub fn verdict(&self) -> Result<Verdict, Uncountable> {
        self.verdict_if(Confirmed::None)
    }

    /// Whether the draft would be adopted if the vote closed now.
    #[must_use]
    pub fn adopts(&self) -> bool {
        let by_rule = || self.verdict().is_ok_and(|verdict| verdict.adopted());
        match self.silence() {
            None => by_rule(),
            // D26: few enough object, and enough are on record in favour, so that silence alone adopts nothing.
            Some(silence) => {
                let (objections, support) = (self.objections(), self.supporters());
                objections < whole(silence.objections()) && support >= whole(silence.support()) && by_rule()
            }
        }
    }

    /// The same vote if these members voted so now, and had nothing to confirm.
    #[must_use]
    pub fn if_voted(&self, members: &[MemberCode], choice: Choice) -> Poll {
        let mut changed = self.clone();
        let cast = Cast { choice, command: CommandId([0; 32]), reserve: None };
        changed.votes.extend(members.iter().map(|member| (*member, cast)));
        changed
    }

    /// Whether the votes to be confirmed could change the outcome: more support never hurts, so the outcomes furthest
    /// apart are those with only the votes in favour confirmed, and with only the others.
    pub(super) fn hangs_on_confirmation(&self) -> bool {
        let adopted = |confirmed| self.verdict_if(confirmed).is_ok_and(|verdict| verdict.adopted());
        adopted(Confirmed::InFavour) != adopted(Confirmed::Others)
    }

    /// Whether every member that takes part has voted, itself or by proxy, and none is to be confirmed.
    pub(super) fn is_complete(&self) -> bool {
        let voted = |member| self.cast_for(member).is_some_and(|(cast, _)| cast.reserve.is_none());
        self.participating().all(voted)
    }

    /// The votes that count, one a member, in the order of their codes.
    #[must_use]
    pub fn counted(&self) -> Vec<Counted> {
        let counted = |member: MemberCode| {
            let (cast, by_proxy) = self.cast_for(member)?;
            let counts = cast.reserve.is_none();
            counts.then_some(Counted { member, choice: cast.choice, command: cast.command, by_proxy })
        };
        self.participating().filter_map(counted).collect()
    }

    /// While silence would adopt: who is silent, in the order of their codes.
    pub(super) fn silent(&self) -> Vec<MemberCode> {
        self.participating().filter(|member| self.cast_for(*member).is_none()).collect()
    }
}

fn whole(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
