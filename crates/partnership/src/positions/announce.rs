//! Say whom one briefs in advance, by which document, and when that is released. Article: positions.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::event::Event;
use super::has_article;
use super::refusal::Refusal;
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{BriefingNo, DocumentHash};
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// The most members that are briefed at once.
pub const MAX_BRIEFED: usize = 32;
/// The most days by which a release time lies ahead.
pub const MAX_DAYS_AHEAD: u32 = 366;
/// The most briefings of a member that wait for their release time.
pub const MAX_WAITING_BRIEFINGS: u32 = 32;

/// Says whom a member briefs. The document is handed over outside the order: here stands its hash alone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Announce {
    /// Whom.
    #[n(0)]
    pub to: Vec<MemberCode>,
    /// On what.
    #[n(1)]
    pub subject: Wording,
    /// The document's hash.
    #[n(2)]
    pub document: DocumentHash,
    /// The release time.
    #[n(3)]
    pub release: Moment,
    /// For whom the entry is from then on.
    #[n(4)]
    pub audience: Audience,
}

impl Provision for Announce {
    fn name(&self) -> &'static str {
        "briefing announce"
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
        has_article(partnership)?;
        let (by, positions) = (act.post().member, partnership.positions());
        // P9: one to thirty-two different members, and others than oneself.
        let to: BTreeSet<MemberCode> = self.to.iter().copied().collect();
        let each_once = (1..=MAX_BRIEFED).contains(&self.to.len()) && to.len() == self.to.len();
        if !each_once || to.contains(&by) || !to.iter().all(|member| partnership.members().is_bound(*member))
        {
            return Err(Refusal::Recipients.into());
        }
        // P10: the release time lies ahead, by about a year at most.
        let latest = Day(now.day().0.saturating_add(MAX_DAYS_AHEAD));
        if self.release <= now || self.release.day() > latest {
            return Err(Refusal::ReleaseTime.into());
        }
        // P11: nobody fills the agenda.
        if positions.waiting.get(&by).is_some_and(|waiting| *waiting >= MAX_WAITING_BRIEFINGS) {
            return Err(Refusal::TooManyBriefings(by).into());
        }
        let briefing = BriefingNo::after(positions.briefings.len());
        let (to, subject) = (to.into_iter().collect(), self.subject.clone());
        let (document, release, audience) = (self.document, self.release, self.audience);
        Ok(vec![Event::BriefingAnnounced { briefing, by, to, subject, document, release, audience }.into()])
    }
}

/// What the release time of a briefing brings.
pub(crate) fn released(partnership: &Partnership, briefing: BriefingNo) -> Option<Event> {
    let announced = partnership.positions().briefing(briefing)?;
    announced.waits.then_some(Event::BriefingReleased { briefing })
}
