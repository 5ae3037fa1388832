//! Question: a member reports that a State outside put an arrangement in question. It stops nothing. Article: arrangements.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::{Event, Refusal};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ArrangementNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Reports that a State outside put an arrangement in question: a plain entry, as reported.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Question {
    /// The arrangement.
    #[n(0)]
    pub arrangement: ArrangementNo,
    /// Which State outside.
    #[n(1)]
    pub by: MemberCode,
    /// Where that is to be read.
    #[n(2)]
    pub source: Phrase,
    /// For whom the report is.
    #[n(3)]
    pub audience: Audience,
}

impl Provision for Question {
    fn name(&self) -> &'static str {
        "arrangement question"
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
        let (arrangement, state) = (self.arrangement, self.by);
        // R22: a State outside that has the arrangement.
        if !known.get(arrangement)?.with.contains(&state) {
            return Err(Refusal::NotWith(state).into());
        }
        let (source, audience) = (self.source.clone(), self.audience);
        Ok(vec![Event::Questioned { arrangement, by, state, source, audience }.into()])
    }
}
