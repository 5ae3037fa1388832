//! Vote: a participating member says yes, no or neither, and may change its mind until the deadline.
//! Article: decisions.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices, Procedure};
use quorate_voting::Conduct;

use super::event::Reserve;
use super::poll::{Phase, Poll};
use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::{CommandId, DecisionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
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
    /// A statement beside the vote, without effect on the count.
    #[n(3)]
    pub explanation: Option<Phrase>,
    /// What the vote waits for, if it is to be confirmed: it counts once the member votes again without.
    #[n(4)]
    pub reserve: Option<Reserve>,
}

impl Vote {
    /// A vote with nothing beside it.
    #[must_use]
    pub fn plain(decision: DecisionNo, choice: Choice, replaces: Option<CommandId>) -> Vote {
        Vote { decision, choice, replaces, explanation: None, reserve: None }
    }
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
        let (decision, member, replaces) = (self.decision, act.post().member, self.replaces);
        let poll = partnership.decisions().open_poll(decision, partnership.heard())?;
        poll.may_vote(decision, member, replaces)?;
        // D11: what is to be confirmed has its time in the charter, and that only once.
        let confirm_within = poll.procedure().and_then(Procedure::confirm_within);
        if self.reserve.is_some() && (confirm_within.is_none() || poll.phase() != Phase::Vote) {
            return Err(Refusal::NoTimeToConfirm(decision).into());
        }
        let (explanation, reserve) = (self.explanation.clone(), self.reserve);
        let voted = Event::Voted { decision, member, choice: self.choice, replaces, explanation, reserve };
        Ok(partnership.decisions().with_what_follows(act, now, decision, voted))
    }
}

impl Poll {
    /// Whether the member is asked at all.
    pub(super) fn asks(&self, decision: DecisionNo, member: MemberCode) -> Result<(), Refusal> {
        // D6: an interested party does not vote.
        if !self.takes_part(member) {
            return Err(Refusal::NotTakingPart { decision, member });
        }
        // D12: while votes are being confirmed, only the members that gave them vote.
        if !self.is_asked(member) {
            return Err(Refusal::OnlyConfirmations { decision, member });
        }
        Ok(())
    }

    /// Whether the member may vote in the place of this vote.
    pub(super) fn may_vote(
        &self,
        decision: DecisionNo,
        member: MemberCode,
        replaces: Option<CommandId>,
    ) -> Result<(), Refusal> {
        self.asks(decision, member)?;
        // D7: a vote names the vote that it replaces.
        let standing = self.vote_of(member).map(|cast| cast.command);
        if standing == replaces { Ok(()) } else { Err(Refusal::Replaces { standing }) }
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    mod late;
    mod reserve;

    use alloc::vec;

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
            let (replaces, explanation, reserve) = (None, None, None);
            let voted = Event::Voted { decision, member, choice, replaces, explanation, reserve };
            assert_eq!(events, vec![voted.into()]);
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
    fn d5_a_vote_counts_until_the_last_call() {
        for after in [0, 1, DAY] {
            let (mut x, decision, closes) = opened();
            x.at(Moment(closes.0 - 1)).accept("FRA/representative", vote(decision, Choice::InFavour));
            // The first block that is not before the deadline, whenever it comes: its votes count, and then the
            // decision closes, as having fallen due at the deadline.
            let last_call = [
                ("GBR/representative", vote(decision, Choice::Abstain)),
                ("DEU/representative", vote(decision, Choice::Against)),
            ];
            let stepped = x.at(Moment(closes.0 + after)).together(last_call);
            assert!(stepped.outcomes.iter().all(|outcome| outcome.refusal.is_none()));
            let closing = stepped.booked.last().unwrap();
            assert_eq!(counted(core::slice::from_ref(&closing.event)).len(), 3);
            assert_eq!((closing.fell_due, closing.by), (Some(closes), None));
            // The second does not hear votes.
            x.refuse("GBR/representative", vote(decision, Choice::InFavour), "D5");
        }
        assert_eq!([0, 1, 2].map(crate::decisions::last_call_blocks), [1, 2, 3]);
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
