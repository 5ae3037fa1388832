//! Vote: a participating member says yes, no or neither, and may change its mind until the deadline.
//! Article: decisions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_voting::Conduct;

use super::{Event, Refusal, Stage};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::{CommandId, DecisionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// How a member votes. Not voting at all is not a choice: it is being absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Choice {
    /// In favour.
    #[n(0)]
    InFavour,
    /// Against.
    #[n(1)]
    Against,
    /// Abstain.
    #[n(2)]
    Abstain,
}

impl Choice {
    /// Every choice.
    pub const ALL: [Choice; 3] = [Choice::InFavour, Choice::Against, Choice::Abstain];

    /// The choice in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Choice::InFavour => "in favour",
            Choice::Against => "against",
            Choice::Abstain => "abstain",
        }
    }

    pub(super) fn conduct(self) -> Conduct {
        match self {
            Choice::InFavour => Conduct::InFavour,
            Choice::Against => Conduct::Against,
            Choice::Abstain => Conduct::Abstain,
        }
    }
}

/// A member's vote. It names the vote that it replaces, so that of two votes sent by two ways the order is
/// what the member meant and not what the network made of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Vote {
    /// The decision.
    #[n(0)]
    pub decision: DecisionNo,
    /// How the member votes.
    #[n(1)]
    pub choice: Choice,
    /// The member's vote that this one replaces; `None` for its first.
    #[n(2)]
    pub replaces: Option<CommandId>,
}

impl Provision for Vote {
    fn name(&self) -> &'static str {
        "decision vote"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (decision, member) = (self.decision, act.post().member);
        // D5: votes count from the opening until the deadline, judged by agreed time.
        let poll = match &partnership.decisions().get(decision)?.stage {
            Stage::Open(poll) if now < poll.closes() => poll,
            _ => return Err(Refusal::NotOpen(decision).into()),
        };
        // D6: an interested party does not vote.
        if !poll.takes_part(member) {
            return Err(Refusal::NotTakingPart { decision, member }.into());
        }
        // D7: a vote names the vote that it replaces.
        if poll.standing(member) != self.replaces {
            return Err(Refusal::Replaces { standing: poll.standing(member) }.into());
        }
        Ok(vec![Event::Voted { decision, member, choice: self.choice, replaces: self.replaces }.into()])
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use super::*;
    use crate::exercise::commands::{assist, call, replacing, sign, usd, vote};
    use crate::exercise::{DAY, Exercise};
    use crate::ids::CommandId;

    /// An open vote on help for `CAN`, and its deadline.
    fn opened() -> (Exercise, u32, Moment) {
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        let decision = x.opened(assist(case));
        let closes = Moment(x.next().0 - 1 + 3 * DAY);
        (x, decision, closes)
    }

    fn counted(events: &[AnyEvent]) -> Vec<(CommandId, Choice)> {
        let Some(AnyEvent::Decisions(Event::Closed { counted, .. })) = events.first() else {
            panic!("closed: {events:?}")
        };
        counted.iter().map(|vote| (vote.command, vote.choice)).collect()
    }

    #[test]
    fn each_choice_counts_once_closed() {
        for choice in Choice::ALL {
            let (mut x, decision, closes) = opened();
            let events = x.accept("FRA/representative", vote(decision, choice));
            let (decision, member) = (DecisionNo(decision), "FRA".parse().unwrap());
            assert_eq!(events, vec![Event::Voted { decision, member, choice, replaces: None }.into()]);
            let command = x.last();
            assert_eq!(counted(&x.at(closes).pass()), [(command, choice)]);
        }
    }

    #[test]
    fn d1_there_is_no_vote_on_what_was_not_tabled() {
        let mut x = Exercise::begin();
        x.refuse("FRA/representative", vote(1, Choice::InFavour), "D1");
    }

    #[test]
    fn d5_a_vote_counts_until_the_deadline() {
        let (mut x, decision, closes) = opened();
        x.at(Moment(closes.0 - 1)).accept("FRA/representative", vote(decision, Choice::InFavour));
        for late in [closes, Moment(closes.0 + 1), Moment(closes.0 + DAY)] {
            x.at(late).refuse("GBR/representative", vote(decision, Choice::InFavour), "D5");
        }
        let at_the_deadline = opened();
        let (mut x, decision, closes) = at_the_deadline;
        x.at(closes).refuse("FRA/representative", vote(decision, Choice::InFavour), "D5");
    }

    #[test]
    fn d5_a_draft_is_not_open() {
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        let decision = x.tabled(assist(case));
        x.refuse("DEU/representative", vote(decision, Choice::InFavour), "D5");
    }

    #[test]
    fn d6_an_interested_party_does_not_vote() {
        let (mut x, decision, closes) = opened();
        for choice in Choice::ALL {
            x.refuse("CAN/representative", vote(decision, choice), "D6");
        }
        assert!(counted(&x.at(closes).pass()).is_empty());
        // In a call it does.
        x.accept("CAN/root", sign(usd("0"), usd("10.00")));
        let decision = x.opened(call("10.00"));
        x.accept("CAN/representative", vote(decision, Choice::Against));
    }

    #[test]
    fn d7_a_changed_vote_names_the_vote_that_it_replaces() {
        let (mut x, decision, closes) = opened();
        x.accept("FRA/representative", vote(decision, Choice::InFavour));
        let first = x.last();
        x.accept("FRA/representative", replacing(decision, Choice::Against, Some(first)));
        let second = x.last();
        x.accept("FRA/representative", replacing(decision, Choice::Abstain, Some(second)));
        let third = x.last();
        assert_eq!(counted(&x.at(closes).pass()), [(third, Choice::Abstain)]);
    }

    #[test]
    fn d7_a_vote_that_names_the_wrong_vote_is_refused_and_the_standing_one_stays() {
        let (mut x, decision, closes) = opened();
        // There is none to replace.
        x.refuse("FRA/representative", replacing(decision, Choice::Against, Some(CommandId([7; 32]))), "D7");
        x.accept("GBR/representative", vote(decision, Choice::InFavour));
        let of_another = x.last();
        x.accept("FRA/representative", vote(decision, Choice::InFavour));
        let first = x.last();
        x.refuse("FRA/representative", vote(decision, Choice::Against), "D7");
        x.refuse("FRA/representative", replacing(decision, Choice::Against, Some(of_another)), "D7");
        x.accept("FRA/representative", replacing(decision, Choice::Abstain, Some(first)));
        let second = x.last();
        // Of two votes sent by two ways, the one that replaces what stands no more comes too late.
        x.refuse("FRA/representative", replacing(decision, Choice::Against, Some(first)), "D7");
        let counted = counted(&x.at(closes).pass());
        assert_eq!(counted, [(second, Choice::Abstain), (of_another, Choice::InFavour)]);
    }
}
