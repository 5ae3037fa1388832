//! Return: the member that lent equipment says that it is back. Its worth stands among the memoranda no longer. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Stage};
use crate::authentic::Act;
use crate::cases::KindRefusal;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, account, book};
use crate::ids::OfferNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Says that what was lent is back.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Return {
    /// The offer.
    #[n(0)]
    pub offer: OfferNo,
}

impl Provision for Return {
    fn name(&self) -> &'static str {
        "case return"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::CaseOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (offered, case, _) = partnership.cases().offer(self.offer, Stage::Accepted)?;
        offered.only_by(act.post().member)?;
        // C33: what was given is not returned.
        if !offered.lent {
            return Err(KindRefusal::Given(self.offer).into());
        }
        let mut events = vec![Event::Returned { case, offer: self.offer }.into()];
        if let Some(worth) = offered.worth(offered.taken).filter(|worth| worth.is_positive()) {
            let (book, by) = (book::memoranda(partnership.charter()), offered.by.as_str());
            let mut bookings = Bookings::new(partnership.fund(), now.day());
            let back = fund::moved(book, (account::CONTRA, ""), (account::IN_KIND, by), worth)?;
            bookings.post(back, About::InKind { case, offer: self.offer });
            events.extend(bookings.admitted()?);
        }
        Ok(events)
    }
}
