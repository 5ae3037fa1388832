//! State: the member that a draft concerns puts a statement on record. Article: suspension.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Event;
use super::standing::{Needs, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// A statement of the member that a decision concerns, by any of its representatives, from the tabling until the vote
/// closes. It has no effect on the count; that it can be made is what the hearing is for.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct State {
    /// The decision.
    #[n(0)]
    pub decision: DecisionNo,
    /// What the member states.
    #[n(1)]
    pub text: Phrase,
}

impl Provision for State {
    fn name(&self) -> &'static str {
        "decision state"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::Treasurer, Office::CaseOfficer]
    }

    fn needs(&self) -> Needs {
        Needs::Place
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (decision, member) = (self.decision, act.post().member);
        // M22: the draft, or the vote on it, concerns the member.
        if partnership.decisions().concerned(decision) != Some(member) {
            return Err(Refusal::NotConcerned(member).into());
        }
        Ok(vec![Event::Stated { decision, member, text: self.text.clone() }.into()])
    }
}

#[cfg(test)]
mod tests {
    use crate::exercise::Exercise;
    use crate::exercise::commands::{assist, open};
    use crate::exercise::standing::{state, suspend};

    #[test]
    fn m22_the_member_concerned_states_until_the_vote_has_closed() {
        let mut x = Exercise::begin();
        let decision = x.tabled(suspend("FRA"));
        x.refuse("GBR/representative", state(decision), "M22");
        for office in ["representative", "treasurer", "case-officer"] {
            x.accept(&["FRA/", office].concat(), state(decision));
        }
        x.wait("14d").accept("DEU/representative", open(decision));
        x.accept("FRA/representative", state(decision));
        x.wait("240h").pass();
        x.refuse("FRA/representative", state(decision), "M22");
        let case = x.requested(&["1.00"]);
        let help = x.tabled(assist(case));
        x.refuse("CAN/representative", state(help), "M22");
    }
}
