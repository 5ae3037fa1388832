//! Say where one leans, or report where a State does that is no member. It binds nobody. Article: positions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::event::{Event, Leaning};
use super::refusal::Refusal;
use super::{has_article, is_outside};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::SoundingNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Says where a State leans.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Sound {
    /// On what.
    #[n(0)]
    pub on: Wording,
    /// Where it leans.
    #[n(1)]
    pub leaning: Leaning,
    /// For whom the entry is.
    #[n(2)]
    pub audience: Audience,
    /// The State that is no member, of which it is reported; none: one's own.
    #[n(3)]
    pub reported_of: Option<MemberCode>,
    /// The sounding in whose place it stands.
    #[n(4)]
    pub replaces: Option<SoundingNo>,
}

impl Provision for Sound {
    fn name(&self) -> &'static str {
        "position sounding"
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
        let by = act.post().member;
        let of = self.reported_of.unwrap_or(by);
        if self.reported_of.is_some() {
            is_outside(partnership, of)?;
        }
        let soundings = &partnership.positions().soundings;
        if let Some(number) = self.replaces {
            // P3: what is replaced is the same member's, of the same State, stands, and is not for more than what replaces it.
            let before = number.index().and_then(|at| soundings.get(at));
            before
                .filter(|before| {
                    before.stands && (before.by, before.of) == (by, of) && before.audience <= self.audience
                })
                .ok_or(Refusal::NotReplaced(number))?;
        }
        let sounding = SoundingNo::after(soundings.len());
        let (on, leaning, audience, replaces) = (self.on.clone(), self.leaning, self.audience, self.replaces);
        Ok(vec![Event::Sounded { sounding, by, of, on, leaning, audience, replaces }.into()])
    }
}
