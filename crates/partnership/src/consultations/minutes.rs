//! Minutes: by the chair of a session, then by its deputy too, then by anybody, side by side. Article: consultations.

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

/// Gives the minutes of a session as the member saw it, or corrects those that it gave. Those of others stand beside them,
/// and they delete nobody's statement.
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
        // K13: the chair's from the opening, then the deputy's too, then anybody's; nobody's shut out another's.
        let turn = rooms.turn(session, by);
        if turn.is_none_or(|from| from > now) {
            return Err(Refusal::NotTheirTurn { from: turn }.into());
        }
        // K26: for no more than may read the call.
        rooms.no_wider(session.consultation, self.audience)?;
        // K14: in one language at the least.
        if self.en.is_none() && self.fr.is_none() {
            return Err(Refusal::NoMinutes.into());
        }
        let (session, audience, en, fr) = (self.session, self.audience, self.en, self.fr);
        Ok(vec![Event::MinutesGiven { session, by, audience, en, fr }.into()])
    }
}
