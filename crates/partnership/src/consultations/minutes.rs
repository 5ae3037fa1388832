//! Minutes: by the chair of a session; where it gives none, by its deputy, and then by anybody. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{DocumentHash, SessionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Gives the minutes of a session, or corrects those that the member gave. They delete nobody's statement, and whoever
/// sees it otherwise states so on them.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct GiveMinutes {
    /// The session.
    #[n(0)]
    pub session: SessionNo,
    /// For whom they are.
    #[n(1)]
    pub audience: Audience,
    /// The hash of the English text.
    #[n(2)]
    pub en: Option<DocumentHash>,
    /// The hash of the French text.
    #[n(3)]
    pub fr: Option<DocumentHash>,
}

impl Provision for GiveMinutes {
    fn name(&self) -> &'static str {
        "consultation minutes"
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
        let (rooms, by) = (partnership.consultations(), act.post().member);
        let session = rooms.held(self.session, now)?;
        // K13: the chair's part is the chair's, then the deputy's, then anybody's; who gave them corrects them.
        let turn = rooms.turn(session, by);
        let is_their_turn = turn.is_some_and(|from| from <= now);
        let is_theirs = session.minutes.map_or(is_their_turn, |given| given == by);
        if !is_theirs {
            return Err(Refusal::NotTheirMinutes { given: session.minutes, from: turn }.into());
        }
        // K14: in one language at the least.
        if self.en.is_none() && self.fr.is_none() {
            return Err(Refusal::NoMinutes.into());
        }
        let (session, audience, en, fr) = (self.session, self.audience, self.en, self.fr);
        Ok(vec![Event::MinutesGiven { session, by, audience, en, fr }.into()])
    }
}
