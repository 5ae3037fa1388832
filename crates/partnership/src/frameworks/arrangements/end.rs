//! End: a member tells that an arrangement is over for it. Article: arrangements.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Event;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ArrangementNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Tells that an arrangement is over for the author, and for nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct EndArrangement {
    /// The arrangement.
    #[n(0)]
    pub arrangement: ArrangementNo,
}

impl Provision for EndArrangement {
    fn name(&self) -> &'static str {
        "arrangement end"
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
        let (known, by) = (partnership.frameworks().arrangements(), act.post().member);
        let (arrangement, of) = (self.arrangement, by);
        known.get(arrangement)?.standing(by)?;
        Ok(vec![Event::Ended { arrangement, of, notice_of: None }.into()])
    }
}
