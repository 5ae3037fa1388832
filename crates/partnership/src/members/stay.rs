//! Stay: a member takes its notice back while it runs. Article: withdrawal.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Event;
use super::standing::{Needs, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Takes back the notice of withdrawal of one's own member (VCLT, Article 68).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Stay {}

impl Provision for Stay {
    fn name(&self) -> &'static str {
        "member stay"
    }

    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn needs(&self) -> Needs {
        Needs::Bound
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = act.post().member;
        let bond = partnership.members().standings.bound(member);
        // M15: a notice runs.
        match bond.and_then(|bond| bond.leaves) {
            Some(effective) => Ok(vec![Event::NoticeTakenBack { member, effective }.into()]),
            None => Err(Refusal::NotLeaving(member).into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::standing::{stay, withdraw};

    #[test]
    fn a_notice_that_was_taken_back_takes_no_effect() {
        let mut x = Exercise::begin();
        let events = x.accept("CAN/root", withdraw());
        let AnyEvent::Members(Event::NoticeGiven { effective, .. }) = events[0] else { panic!("notice") };
        x.at(Moment(effective.0.saturating_sub(1))).accept("CAN/root", stay());
        assert!(x.at(effective).pass().is_empty());
        assert!(x.partnership.members().has_voice("CAN".parse().unwrap()));
    }

    #[test]
    fn m15_what_is_taken_back_runs() {
        let mut x = Exercise::begin();
        x.refuse("CAN/root", stay(), "M15");
        let events = x.accept("CAN/root", withdraw());
        let AnyEvent::Members(Event::NoticeGiven { effective, .. }) = events[0] else { panic!("notice") };
        x.at(effective).refuse("CAN/root", stay(), "M7");
    }
}
