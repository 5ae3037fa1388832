//! What every assessment says beside its facts, and the checks that all have in common. Article: assessments.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::{MAX_THINGS, Refusal, Thing};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::ids::{AssessmentNo, DocumentHash};
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::wording::Wording;

/// Whether an entry is to be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Status {
    /// Not yet.
    #[n(0)]
    Draft,
    /// Until it is replaced or withdrawn.
    #[n(1)]
    Current,
}

/// What every assessment says beside its facts.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Particulars {
    /// As of which day it is so.
    #[n(0)]
    pub on: Day,
    /// By which day it is to be looked at again.
    #[n(1)]
    pub review: Day,
    /// Whether it is to be relied on.
    #[n(2)]
    pub status: Status,
    /// For whom it is.
    #[n(3)]
    pub audience: Audience,
    /// The entry in words.
    #[n(4)]
    pub wording: Wording,
    /// The hash of the document that shows it; missing evidence is shown as missing.
    #[n(5)]
    pub evidence: Option<DocumentHash>,
    /// The member's entry on the same thing that it replaces: a draft replaces a draft, what is current what is current.
    #[n(6)]
    pub replaces: Option<AssessmentNo>,
}

/// The number of an entry that can be given, whose it is, and which draft it ends.
pub(super) struct Next {
    pub(super) assessment: AssessmentNo,
    pub(super) by: MemberCode,
    pub(super) ends: Option<AssessmentNo>,
}

impl Particulars {
    /// Whether it may be dated so.
    pub(super) fn is_dated(&self, partnership: &Partnership, now: Moment) -> Result<(), Refusal> {
        // R40: the charter has the article.
        let article = partnership.charter().assessments().ok_or(Refusal::NoArticle)?;
        // R41: nobody assesses a day that is not there yet.
        if self.on > now.day() {
            return Err(Refusal::NotYet);
        }
        // R42: it is to be looked at again later, and not later than the article says.
        let hours = article.review_every().hours();
        let ahead = u64::from(self.review.0.saturating_sub(self.on.0)).saturating_mul(24);
        if ahead == 0 || ahead > hours { Err(Refusal::ReviewDay { hours }) } else { Ok(()) }
    }

    /// The next number, for an entry of the member that gives it: nobody assesses another.
    pub(super) fn next(&self, partnership: &Partnership, act: &Act, about: &Thing) -> Result<Next, Refusal> {
        let (assessments, by) = (&partnership.frameworks().assessments, act.post().member);
        let slots = assessments.slots(by, about);
        // R45: a later entry names the one in whose place it stands.
        let standing = slots.of(self.status);
        if self.replaces != standing {
            return Err(Refusal::OtherEntry { standing });
        }
        // R46: a member's entries are about so many things at most.
        if slots.is_empty() && assessments.things(by, about.sort()) >= MAX_THINGS {
            return Err(Refusal::TooMany(about.sort()));
        }
        let ends = slots.draft.filter(|_| self.status == Status::Current);
        Ok(Next { assessment: AssessmentNo::after(assessments.given.len()), by, ends })
    }

    /// R43: what is said to have happened had happened by its day.
    pub(super) fn by_its_day(&self, days: impl IntoIterator<Item = Option<Day>>) -> Result<(), Refusal> {
        let late = days.into_iter().flatten().any(|day| day > self.on);
        if late { Err(Refusal::AfterItsDay) } else { Ok(()) }
    }
}
