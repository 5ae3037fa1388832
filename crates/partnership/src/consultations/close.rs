//! Close: only the member that called closes its consultations, or the rule. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ConsultationNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Closes the member's own consultations. Any other member calls its own at once.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Close {
    /// The consultations.
    #[n(0)]
    pub consultation: ConsultationNo,
}

impl Provision for Close {
    fn name(&self) -> &'static str {
        "consultation close"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (consultation, member) = (self.consultation, act.post().member);
        let caller = partnership.consultations().open(consultation)?.by;
        // K6: nobody closes what another member called.
        if caller != member {
            return Err(Refusal::CalledByAnother { consultation, caller }.into());
        }
        Ok(vec![Event::Closed { consultation, by: Some(member) }.into()])
    }
}

/// Nothing was entered for as long as the article says: they close by the rule.
pub(crate) fn goes_quiet(partnership: &Partnership, consultation: ConsultationNo) -> Option<Event> {
    let open = partnership.consultations().open(consultation).is_ok();
    open.then_some(Event::Closed { consultation, by: None })
}
