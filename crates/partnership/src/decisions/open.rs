//! Open: the mover opens the vote, and everything that decides it is frozen. Article: decisions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::DecisionNo;
use crate::members::{Needs, StandingRefusal};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Opens the vote on a draft of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Open {
    /// The decision.
    #[n(0)]
    pub decision: DecisionNo,
}

impl Provision for Open {
    fn name(&self) -> &'static str {
        "decision open"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let decision = self.decision;
        let draft = partnership.decisions().draft_of(decision, act.post().member)?;
        let charter = partnership.charter();
        // M10: a later text may have taken the article away.
        let rule = draft.effect.rule(charter)?;
        // M21: the member concerned was heard.
        if let (Some((heard, hearing)), Some(member)) =
            (draft.heard, partnership.decisions().concerned(decision))
            && now < heard
        {
            return Err(StandingRefusal::NotHeard { member, hearing }.into());
        }
        draft.effect.may_open(partnership, now)?;
        let interested = draft.effect.not_taking_part(partnership);
        let seats = partnership.members().seats();
        let participating: Vec<MemberCode> = seats.voices.difference(&interested).copied().collect();
        let all = seats.voices.union(&seats.resting);
        let not_taking_part = all.filter(|seat| !participating.contains(seat)).copied().collect();
        // D4: enough members take part.
        let least = charter.membership().least_participating();
        if participating.len() < usize::try_from(least).unwrap_or(usize::MAX) {
            return Err(Refusal::TooFew { participating: participating.len(), least }.into());
        }
        // A charter's rule always says how long; a vote under one that did not would end as it begins.
        let closes = rule.procedure().map_or(now, |procedure| now.plus(procedure.open()));
        let version = draft.version;
        Ok(vec![Event::Opened { decision, participating, not_taking_part, closes, version }.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decisions::Choice;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{assist, call, open, replace_root, request, revoke, sign, table, usd};
    use crate::exercise::keys::public;
    use crate::exercise::standing::withdraw;

    fn codes(members: &[&str]) -> Vec<MemberCode> {
        members.iter().map(|member| member.parse().unwrap()).collect()
    }

    #[test]
    fn the_member_that_asks_does_not_take_part_and_the_others_do() {
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        let decision = DecisionNo(x.tabled(assist(case)));
        let closes = x.next().plus("72h".parse().unwrap());
        let (participating, not_taking_part) = (codes(&["DEU", "FRA", "GBR"]), codes(&["CAN"]));
        let events = x.accept("DEU/representative", open(1));
        assert_eq!(
            events,
            vec![Event::Opened { decision, participating, not_taking_part, closes, version: 1 }.into()]
        );
    }

    #[test]
    fn all_take_part_in_a_call() {
        let mut x = Exercise::begin();
        x.accept("CAN/root", sign(usd("0"), usd("10.00")));
        x.accept("CAN/representative", table(call("10.00")));
        let events = x.accept("CAN/representative", open(1));
        let AnyEvent::Decisions(Event::Opened { participating, .. }) = &events[0] else { panic!("opened") };
        assert_eq!(*participating, codes(&["CAN", "DEU", "FRA", "GBR"]));
    }

    #[test]
    fn d1_the_decision_exists() {
        let mut x = Exercise::begin();
        x.refuse("DEU/representative", open(0), "D1");
        x.refuse("DEU/representative", open(1), "D1");
    }

    #[test]
    fn d2_only_the_mover_opens() {
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        let decision = x.tabled(assist(case));
        for other in ["CAN/representative", "FRA/representative", "GBR/representative"] {
            x.refuse(other, open(decision), "D2");
        }
        x.accept("DEU/representative", open(decision));
    }

    #[test]
    fn d3_a_vote_is_opened_once() {
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        let decision = x.opened(assist(case));
        x.refuse("DEU/representative", open(decision), "D3");
        x.wait("72h").pass();
        x.refuse("DEU/representative", open(decision), "D3");
        let adopted = x.adopted(assist(case));
        x.refuse("DEU/representative", open(adopted), "D3");
    }

    #[test]
    fn d4_enough_members_take_part() {
        // Four members, of which one leaves: without the one that asks, two would take part, and three must.
        let mut x = Exercise::begin();
        x.accept("GBR/root", withdraw());
        x.wait("365d").pass();
        let case = x.requested(&["10.00"]);
        let decision = x.tabled(assist(case));
        let refusal = x.refuse("DEU/representative", open(decision), "D4");
        assert_eq!(refusal.article(x.partnership.charter()), x.partnership.charter().membership().number());
        // Exactly three take part in a call.
        x.accept("DEU/root", sign(usd("0"), usd("10.00")));
        x.opened(call("10.00"));
        // With four, one is left out and three remain.
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        x.opened(assist(case));
    }

    #[test]
    fn d28_nothing_that_happens_after_the_opening_changes_who_decides() {
        let outcome = |disturb: fn(&mut Exercise)| {
            let mut x = Exercise::begin();
            let case = x.requested(&["10.00"]);
            let decision = x.opened(assist(case));
            x.accept("FRA/representative", crate::exercise::commands::vote(decision, Choice::InFavour));
            disturb(&mut x);
            let events = x.wait("72h").pass();
            let Some(AnyEvent::Decisions(Event::Closed { verdict, counted, .. })) = events.first() else {
                panic!("closed")
            };
            (verdict.clone(), counted.clone())
        };
        let undisturbed = outcome(|_| {});
        assert!(!undisturbed.0.adopted());
        let disturbed = outcome(|x| {
            for member in ["DEU", "FRA", "GBR"] {
                let post = [member, "/representative"].concat();
                x.accept(&[member, "/root"].concat(), revoke(public(&post), Office::Representative));
            }
            let root = x.new_key();
            x.accept("GBR/recovery", replace_root(root));
            x.accept("CAN/representative", request(&[usd("99.00")]));
            x.accept("CAN/root", sign(usd("5.00"), usd("5.00")));
        });
        assert_eq!(disturbed, undisturbed);
    }
}
