//! Execute: anyone makes an adopted decision happen, once, while it can. Article: decisions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal, Stage};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Executes an adopted decision. Any representative of any member may: nobody can hold it back.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Execute {
    /// The decision.
    #[n(0)]
    pub decision: DecisionNo,
}

impl Provision for Execute {
    fn name(&self) -> &'static str {
        "decision execute"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::Treasurer, Office::CaseOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        _act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let decision = self.decision;
        let adopted = partnership.decisions().get(decision)?;
        // D8: after adoption, before it lapses, and once.
        let opened = match adopted.stage {
            Stage::Adopted { opened, executable_until } if now < executable_until => opened,
            _ => return Err(Refusal::NotExecutable(decision).into()),
        };
        // D9: what happens is what was decided, to the payee's account.
        if adopted.effect.bound(partnership) != adopted.bound {
            return Err(Refusal::OtherEffect(decision).into());
        }
        // The effect's own room judges it again, as things are now; its refusal leaves the decision executable.
        let effect = adopted.effect.carried_out(partnership, decision, (adopted.mover, opened), now)?;
        let mut events = vec![Event::Executed { decision }.into()];
        events.extend(effect);
        Ok(events)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases;
    use crate::decisions::Choice;
    use crate::exercise::commands::{assist, execute, open, table, usd, vote};
    use crate::exercise::{Exercise, MEMBERS};
    use crate::fund;

    /// A fund of 100.00, and help of this amount that is adopted.
    fn adopted(amount: &str) -> (Exercise, u32) {
        let mut x = Exercise::funded("100.00");
        let case = x.requested(&[amount]);
        let decision = x.adopted(assist(case));
        (x, decision)
    }

    #[test]
    fn an_adopted_decision_happens_and_its_effect_follows() {
        let (mut x, decision) = adopted("10.00");
        let events = x.accept("CAN/representative", execute(decision));
        let decision = DecisionNo(decision);
        assert_eq!(events[0], Event::Executed { decision }.into());
        assert_eq!(
            events[1],
            cases::Event::Approved { case: crate::CaseNo(1), decision, lapses: None }.into()
        );
        assert!(matches!(events[2..], [AnyEvent::Fund(fund::Event::Posted { .. })]));
    }

    #[test]
    fn anyone_can_execute() {
        for member in MEMBERS {
            for office in ["representative", "treasurer", "case-officer"] {
                let (mut x, decision) = adopted("10.00");
                x.accept(&[member, "/", office].concat(), execute(decision));
            }
        }
    }

    #[test]
    fn d1_the_decision_exists() {
        Exercise::begin().refuse("DEU/treasurer", execute(1), "D1");
    }

    #[test]
    fn d8_only_after_adoption() {
        let mut x = Exercise::funded("100.00");
        let case = x.requested(&["10.00"]);
        x.accept("DEU/representative", table(assist(case)));
        x.refuse("DEU/representative", execute(1), "D8");
        x.accept("DEU/representative", open(1));
        for member in ["DEU/representative", "FRA/representative", "GBR/representative"] {
            x.accept(member, vote(1, Choice::InFavour));
        }
        // The outcome is clear, but the vote is still open.
        x.refuse("DEU/representative", execute(1), "D8");
        // The block that is its last call closes it at its end, after its commands.
        x.wait("72h").refuse("DEU/representative", execute(1), "D8");
        x.accept("DEU/representative", execute(1));
        let rejected = x.requested(&["10.00"]);
        let rejected = x.decided(assist(rejected), [None; 3]);
        x.refuse("DEU/representative", execute(rejected), "D8");
    }

    #[test]
    fn d8_only_once() {
        let (mut x, decision) = adopted("10.00");
        x.accept("DEU/representative", execute(decision));
        x.refuse("DEU/representative", execute(decision), "D8");
        let (mut x, decision) = adopted("10.00");
        let both = x.together([("DEU/treasurer", execute(decision)), ("FRA/treasurer", execute(decision))]);
        let refused = |outcome: &crate::Outcome| outcome.refusal.is_some();
        assert_eq!(both.outcomes.iter().map(refused).collect::<Vec<bool>>(), [false, true]);
    }

    #[test]
    fn d8_only_before_it_lapses() {
        let lapses = |x: &Exercise| x.partnership.next_deadline().unwrap();
        let (mut x, decision) = adopted("10.00");
        let before = Moment(lapses(&x).0.saturating_sub(1));
        x.at(before).accept("DEU/representative", execute(decision));
        let (mut x, decision) = adopted("10.00");
        let at = lapses(&x);
        x.at(at).refuse("DEU/representative", execute(decision), "D8");
        x.refuse("DEU/representative", execute(decision), "D8");
    }

    #[test]
    fn d9_what_happens_is_what_was_decided() {
        let (mut x, decision) = adopted("10.00");
        let other = x.requested(&["10.00"]);
        // No command can do this; were the record tampered with, execution would still refuse.
        let mut tampered = x.clone();
        tampered.partnership.decisions.list[0].effect = assist(other);
        tampered.refuse("DEU/representative", execute(decision), "D9");
        x.accept("DEU/representative", execute(decision));
    }

    #[test]
    fn f12_a_refusal_of_the_effects_own_room_leaves_the_decision_executable() {
        let (mut x, decision) = adopted("100.01");
        x.refuse("DEU/representative", execute(decision), "F12");
        x.refuse("DEU/representative", execute(decision), "F12");
        x.accept("FRA/root", crate::exercise::commands::sign(usd("0.01"), usd("0")));
        x.received("FRA", usd("0.01"));
        x.accept("DEU/representative", execute(decision));
    }

    #[test]
    fn f12_and_if_nothing_changes_it_lapses() {
        let (mut x, decision) = adopted("100.01");
        x.refuse("DEU/representative", execute(decision), "F12");
        let lapses = x.partnership.next_deadline().unwrap();
        let decided = DecisionNo(decision);
        assert_eq!(x.at(lapses).pass(), vec![Event::Lapsed { decision: decided }.into()]);
        x.refuse("DEU/representative", execute(decision), "D8");
    }

    #[test]
    fn c4_of_two_adopted_decisions_on_one_case_the_second_is_refused_by_the_case() {
        let (mut x, first) = adopted("10.00");
        let second = x.adopted(assist(1));
        x.accept("DEU/representative", execute(second));
        x.refuse("DEU/representative", execute(first), "C4");
    }
}
