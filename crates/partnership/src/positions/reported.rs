//! Report what an office of a State said that is no member. Article: positions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::event::{Event, Tone};
use super::{has_article, is_outside};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Puts on record what an office of a State is reported to have said.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Report {
    /// The State.
    #[n(0)]
    pub of: MemberCode,
    /// Which office of it: one capital's offices need not say the same.
    #[n(1)]
    pub office: Phrase,
    /// On what.
    #[n(2)]
    pub on: Wording,
    /// In which tone.
    #[n(3)]
    pub tone: Tone,
    /// Where it is known from.
    #[n(4)]
    pub source: Phrase,
    /// For whom the entry is.
    #[n(5)]
    pub audience: Audience,
}

impl Provision for Report {
    fn name(&self) -> &'static str {
        "position reported"
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
        has_article(partnership)?;
        is_outside(partnership, self.of)?;
        let Report { of, office, on, tone, source, audience } = self.clone();
        let by = act.post().member;
        Ok(vec![Event::Reported { by, of, office, on, tone, source, audience }.into()])
    }
}
