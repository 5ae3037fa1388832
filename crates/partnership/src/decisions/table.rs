//! Table: a member moves a draft decision. Article: decisions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Effect, Event};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::DecisionNo;
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Tables a draft decision. The rule is the one that the charter gives for the effect: the mover has no choice.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Table {
    /// What the decision is called.
    #[n(0)]
    pub title: Phrase,
    /// What it would do.
    #[n(1)]
    pub effect: Effect,
}

impl Provision for Table {
    fn name(&self) -> &'static str {
        "decision table"
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
        self.effect.tabled(partnership, act.post().member, now)?;
        let rule = self.effect.rule(partnership.charter())?;
        let tabled = Event::Tabled {
            decision: DecisionNo::after(partnership.decisions().list.len()),
            mover: act.post().member,
            title: self.title.clone(),
            effect: self.effect.clone(),
            bound: self.effect.bound(partnership),
            rule: rule.name().clone(),
        };
        Ok(vec![tabled.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decisions::Choice;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{assist, call, open, request, sign, table, usd, vote};

    #[test]
    fn a_draft_has_a_number_a_mover_and_the_rule_of_its_effect() {
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        let events = x.accept("DEU/representative", table(assist(case)));
        let tabled = Event::Tabled {
            decision: DecisionNo(1),
            mover: "DEU".parse().unwrap(),
            title: "a draft".parse().unwrap(),
            effect: assist(case),
            bound: assist(case).bound(&x.partnership),
            rule: "assistance".parse().unwrap(),
        };
        assert_eq!(events, vec![tabled.into()]);
    }

    #[test]
    fn every_member_can_table_the_one_that_asks_included() {
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        x.accept("CAN/representative", table(assist(case)));
        x.accept("GBR/representative", table(assist(case)));
    }

    #[test]
    fn what_a_draft_binds_holds_all_terms_of_the_case() {
        let mut x = Exercise::begin();
        let (first, again, other) =
            (x.requested(&["10.00"]), x.requested(&["10.00"]), x.requested(&["10.01"]));
        let bound = |case| assist(case).bound(&x.partnership);
        assert_ne!(bound(first), bound(again), "another case");
        assert_ne!(bound(first), bound(other), "another amount");
    }

    #[test]
    fn c1_and_c4_the_case_is_there_and_waits_for_a_decision() {
        let mut x = Exercise::funded("100.00");
        x.refuse("DEU/representative", table(assist(1)), "C1");
        x.refuse("DEU/representative", table(assist(0)), "C1");
        let case = x.approved(&["10.00"]);
        x.refuse("DEU/representative", table(assist(case)), "C4");
    }

    #[test]
    fn f2_and_f13_a_call_is_for_something_that_members_signed() {
        let mut x = Exercise::begin();
        x.accept("DEU/root", sign(usd("0"), usd("60.00")));
        x.accept("FRA/root", sign(usd("0"), usd("40.00")));
        x.refuse("DEU/representative", table(call("0")), "F2");
        x.refuse("DEU/representative", table(call("100.01")), "F13");
        x.accept("DEU/representative", table(call("100.00")));
        x.accept("DEU/representative", table(call("0.01")));
    }

    #[test]
    fn d29_the_same_text_tabled_again_is_a_new_decision_without_the_old_votes() {
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        let first = x.opened(assist(case));
        for member in ["DEU/representative", "FRA/representative"] {
            x.accept(member, vote(first, Choice::InFavour));
        }
        x.accept("DEU/representative", table(assist(case)));
        x.accept("DEU/representative", open(first.saturating_add(1)));
        let closed: Vec<bool> = x.wait("72h").pass().iter().filter_map(adopted).collect();
        assert_eq!(closed, [true, false], "the votes on the first do not count for the second");
    }

    fn adopted(event: &AnyEvent) -> Option<bool> {
        match event {
            AnyEvent::Decisions(Event::Closed { verdict, .. }) => Some(verdict.adopted()),
            _ => None,
        }
    }

    #[test]
    fn a_request_after_the_draft_changes_nothing_about_it() {
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        let bound = assist(case).bound(&x.partnership);
        x.accept("CAN/representative", request(&[usd("99.00")]));
        assert_eq!(assist(case).bound(&x.partnership), bound);
    }
}
