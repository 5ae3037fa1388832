//! Review: a member tells what its review of an arrangement came to. Article: arrangements.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::record::review_is_ahead;
use super::{Event, Outcome, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ArrangementNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Tells that an arrangement was reviewed, what came of it, and when the next review is due.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ReviewArrangement {
    /// The arrangement.
    #[n(0)]
    pub arrangement: ArrangementNo,
    /// What came of it.
    #[n(1)]
    pub outcome: Outcome,
    /// On what day it was reviewed.
    #[n(2)]
    pub on: Day,
    /// By when it is to be reviewed again.
    #[n(3)]
    pub next: Day,
}

impl Provision for ReviewArrangement {
    fn name(&self) -> &'static str {
        "arrangement review"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (known, by) = (partnership.frameworks().arrangements(), act.post().member);
        known.get(self.arrangement)?.standing(by)?;
        // R17: what is told of was done, and not on a day to come.
        if self.on > now.day() {
            return Err(Refusal::Ahead(self.on).into());
        }
        review_is_ahead(partnership, self.next, now)?;
        let (arrangement, outcome, on, next) = (self.arrangement, self.outcome, self.on, self.next);
        Ok(vec![Event::Reviewed { arrangement, by, outcome, on, next }.into()])
    }
}
