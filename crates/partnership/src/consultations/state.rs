//! State: any member says what it has to say, and nobody deletes it. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{About, Event, Refusal};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::{ConsultationNo, DocumentHash, StatementNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Puts a statement of the member on record: on its own while they are open, or on minutes, a text or another statement,
/// also once they are closed, so that no word given late stands unanswered.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct State {
    /// The consultations.
    #[n(0)]
    pub consultation: ConsultationNo,
    /// What the member states.
    #[n(1)]
    pub text: Wording,
    /// For whom it is.
    #[n(2)]
    pub audience: Audience,
    /// What it is about, if it answers something.
    #[n(3)]
    pub about: Option<About>,
    /// The hash of its full text.
    #[n(4)]
    pub document: Option<DocumentHash>,
}

impl Provision for State {
    fn name(&self) -> &'static str {
        "consultation state"
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
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (rooms, by, consultation) = (partnership.consultations(), act.post().member, self.consultation);
        if self.about.is_none() {
            rooms.open(consultation)?;
        }
        // K15: what it answers is of the same consultations.
        if self.about.is_some_and(|about| rooms.place(about) != Some(consultation)) {
            return Err(Refusal::OfOthers(consultation).into());
        }
        // K26: for no more than may read the call.
        rooms.no_wider(consultation, self.audience)?;
        let statement = StatementNo::after(rooms.statements.len());
        let (text, audience) = (self.text.clone(), self.audience);
        let (about, document) = (self.about, self.document);
        Ok(vec![Event::Stated { statement, consultation, by, text, audience, about, document }.into()])
    }
}
