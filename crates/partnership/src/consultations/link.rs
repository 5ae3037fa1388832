//! Link: proceedings in another body, as the member that says so reports them. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, ProceedingStatus, Refusal};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{ConsultationNo, ProceedingNo};
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Reports proceedings in another body, such as consultations that an older alliance holds under its own article. The
/// record says who reports them, and never that they are so.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Link {
    /// The body.
    #[n(0)]
    pub body: Phrase,
    /// How far they are.
    #[n(1)]
    pub status: ProceedingStatus,
    /// By what source.
    #[n(2)]
    pub source: Phrase,
    /// For whom the report is.
    #[n(3)]
    pub audience: Audience,
    /// The consultations that they are linked with.
    #[n(4)]
    pub consultation: Option<ConsultationNo>,
    /// The day on which they were called, held or concluded.
    #[n(5)]
    pub on: Option<Day>,
}

impl Provision for Link {
    fn name(&self) -> &'static str {
        "consultation link"
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
        let (rooms, by) = (partnership.consultations(), act.post().member);
        // K1: the charter has the article.
        partnership.charter().consultations().ok_or(Refusal::NoArticle)?;
        // K25: those that it is linked with are on record, open or not.
        if let Some(unknown) = self.consultation.filter(|number| rooms.find(*number).is_none()) {
            return Err(Refusal::NotOnRecord(unknown).into());
        }
        // K26: a report that names consultations is for no more than may read their call.
        if let Some(number) = self.consultation {
            rooms.no_wider(number, self.audience)?;
        }
        let proceeding = ProceedingNo::after(rooms.proceedings);
        let (body, status, source) = (self.body.clone(), self.status, self.source.clone());
        let (audience, consultation, on) = (self.audience, self.consultation, self.on);
        Ok(vec![
            Event::ProceedingReported { proceeding, by, body, status, source, audience, consultation, on }
                .into(),
        ])
    }
}
