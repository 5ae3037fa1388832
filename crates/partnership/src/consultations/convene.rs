//! Convene a session: any member does, within the hours; if nobody does, the rule does. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::sessions::chairs;
use super::{Event, MAX_CONVENED, Refusal};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::{ConsultationNo, DocumentHash, SessionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Convenes a session, which opens at its moment by time alone. One session takes nothing from another: the member that
/// called can convene its own at any moment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Convene {
    /// The consultations.
    #[n(0)]
    pub consultation: ConsultationNo,
    /// When it opens.
    #[n(1)]
    pub opens: Moment,
    /// When it closes, if that is known.
    #[n(2)]
    pub closes: Option<Moment>,
    /// Its agenda.
    #[n(3)]
    pub agenda: Option<Wording>,
    /// The hash of a longer agenda, or of papers.
    #[n(4)]
    pub document: Option<DocumentHash>,
}

impl Provision for Convene {
    fn name(&self) -> &'static str {
        "consultation session"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (rooms, by) = (partnership.consultations(), act.post().member);
        let called = rooms.open(self.consultation)?;
        let is_callers = called.by == by;
        let soonest = if is_callers { now } else { now.plus(called.hours.session_notice) };
        // K7: others than the caller give notice, so that a session is no surprise.
        if self.opens < soonest {
            return Err(Refusal::TooSoon(soonest).into());
        }
        // K8: no session is later than the one that the rule would convene.
        if self.opens > called.next_by {
            return Err(Refusal::TooLate(called.next_by).into());
        }
        // K9: it lasts as long as its notice at the least, so that none is held for show, and not beyond the next one.
        let shortest = self.opens.plus(called.hours.session_notice);
        let longest = self.opens.plus(called.hours.session_every);
        if self.closes.is_some_and(|closes| closes < shortest || closes > longest) {
            return Err(Refusal::Closing.into());
        }
        // K10: one member convenes so many within the time between two sessions.
        if called.convened_by(by, now) >= MAX_CONVENED {
            return Err(Refusal::TooManySessions.into());
        }
        let (chair, deputy) = chairs(partnership, self.consultation, called, self.opens);
        let closes = self.closes.or(Some(longest));
        let (agenda, document) = (self.agenda.clone(), self.document);
        let (session, consultation) = (SessionNo::after(rooms.sessions.len()), self.consultation);
        let (opens, by) = (self.opens, Some(by));
        Ok(vec![
            Event::SessionConvened {
                session,
                consultation,
                opens,
                chair,
                deputy,
                by,
                closes,
                agenda,
                document,
            }
            .into(),
        ])
    }
}
