//! Table a text: it is agreed if nobody objects while the silence lasts. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use quorate_charter::Period;

use super::{Event, MAX_TABLED, Outcome, Refusal};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{ConsultationNo, DocumentHash, TextNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Tables a text under a silence procedure. Those that the charter binds now take part, whoever joins later does not; a
/// member that says nothing agrees.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct TableText {
    /// The consultations.
    #[n(0)]
    pub consultation: ConsultationNo,
    /// What it would be.
    #[n(1)]
    pub outcome: Outcome,
    /// What it says.
    #[n(2)]
    pub wording: Wording,
    /// For whom it is.
    #[n(3)]
    pub audience: Audience,
    /// How long the silence lasts; as the article says, if nothing is given.
    #[n(4)]
    pub silence: Option<Period>,
    /// The hash of its full text.
    #[n(5)]
    pub document: Option<DocumentHash>,
}

impl Provision for TableText {
    fn name(&self) -> &'static str {
        "consultation table-text"
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
        let (rooms, by, consultation) = (partnership.consultations(), act.post().member, self.consultation);
        let called = rooms.open(consultation)?;
        let (least, most) = (called.hours.silence, called.hours.silence_at_most);
        let silence = self.silence.unwrap_or(least);
        // K16: a silence is as long as the article says, or longer, up to its limit.
        if silence < least || silence > most {
            return Err(Refusal::SilenceLength { least, most }.into());
        }
        // K17: so many of a member's own texts are on the table at a time; a rival's take no place from it.
        if called.tabled.get(&by).copied().unwrap_or_default() >= MAX_TABLED {
            return Err(Refusal::TooManyTexts.into());
        }
        // K26: for no more than may read the call: a text shows who stands where.
        rooms.no_wider(consultation, self.audience)?;
        let members = partnership.charter().members().map(|(member, _)| member);
        let participants = members.filter(|member| partnership.members().is_bound(*member)).collect();
        let (text, outcome, wording) = (TextNo::after(rooms.texts.len()), self.outcome, self.wording.clone());
        let (audience, until, document) = (self.audience, now.plus(silence), self.document);
        Ok(vec![
            Event::TextTabled {
                text,
                consultation,
                by,
                outcome,
                wording,
                audience,
                participants,
                until,
                document,
            }
            .into(),
        ])
    }
}
