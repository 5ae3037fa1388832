//! Withdraw an assessment: the member that gave it takes it back, and nothing stands in its place. Article: assessments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::AssessmentNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Withdraws an entry of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Withdraw {
    /// The entry.
    #[n(0)]
    pub assessment: AssessmentNo,
}

impl Provision for Withdraw {
    fn name(&self) -> &'static str {
        "assessment withdraw"
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
        let (assessment, by) = (self.assessment, act.post().member);
        let standing = partnership.frameworks().assessments.standing(assessment);
        // R47: the entry exists, and neither was replaced nor withdrawn.
        let of = standing.ok_or(Refusal::NotStanding(assessment))?;
        // R48: nobody takes back what another said.
        if of != by {
            return Err(Refusal::OfAnother { assessment, member: of }.into());
        }
        Ok(vec![Event::Withdrawn { assessment, by }.into()])
    }
}
