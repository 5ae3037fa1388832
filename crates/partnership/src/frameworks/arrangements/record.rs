//! Record: a member tells of an arrangement that it has with States outside. Article: arrangements.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::{Event, Refusal};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::frameworks::MAX_PARTIES;
use crate::ids::ArrangementNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// The most arrangements that one member recorded and that have not ended for it.
pub const MAX_ARRANGEMENTS: usize = 256;
/// The longest notice, in days: a hundred years.
pub const MAX_NOTICE_DAYS: u32 = 36_525;

/// What a member says of an arrangement: its own view.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct View {
    /// What it is called.
    #[n(0)]
    pub title: Wording,
    /// What kind it is, in a word or two: bases, an exchange of officers.
    #[n(1)]
    pub kind: Phrase,
    /// On what it is based: the treaty, the exchange of notes.
    #[n(2)]
    pub basis: Phrase,
    /// Since when it is.
    #[n(3)]
    pub since: Day,
    /// By when it is to be reviewed.
    #[n(4)]
    pub review: Day,
    /// How many days after notice it ends.
    #[n(5)]
    pub notice_days: u32,
    /// For whom this view is.
    #[n(6)]
    pub audience: Audience,
}

impl View {
    /// Whether a member can say this today.
    pub(super) fn is_sound(&self, partnership: &Partnership, now: Moment) -> Result<(), Refusal> {
        // R13: a notice is no longer than a hundred years.
        if self.notice_days > MAX_NOTICE_DAYS {
            return Err(Refusal::NoticeTooLong);
        }
        review_is_ahead(partnership, self.review, now)
    }
}

/// R14: the next review is on a day to come, and no later than the charter says.
pub(super) fn review_is_ahead(partnership: &Partnership, next: Day, now: Moment) -> Result<(), Refusal> {
    let every = partnership.charter().arrangements().and_then(|article| article.review_every());
    let latest = every.map(|every| now.plus(every).day());
    if next <= now.day() || latest.is_some_and(|latest| next > latest) {
        return Err(Refusal::Review);
    }
    Ok(())
}

/// Records an existing arrangement. What is said of it is the author's view alone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RecordArrangement {
    /// The States outside with which it is.
    #[n(0)]
    pub with: Vec<MemberCode>,
    /// The members that are party, the author among them.
    #[n(1)]
    pub members: Vec<MemberCode>,
    /// What the author says of it.
    #[n(2)]
    pub view: View,
}

impl Provision for RecordArrangement {
    fn name(&self) -> &'static str {
        "arrangement record"
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
        let (known, by) = (partnership.frameworks().arrangements(), act.post().member);
        let (charter, fits) = (partnership.charter(), 1..=MAX_PARTIES);
        let with: BTreeSet<MemberCode> = self.with.iter().copied().collect();
        let members: BTreeSet<MemberCode> = self.members.iter().copied().collect();
        let once = with.len() == self.with.len() && members.len() == self.members.len();
        let outside = with.iter().all(|state| charter.member(*state).is_none());
        let inside = members.iter().all(|member| charter.member(*member).is_some());
        // R9: one State outside or more, and one member or more, each once.
        if !once || !outside || !inside || !fits.contains(&with.len()) || !fits.contains(&members.len()) {
            return Err(Refusal::Parties.into());
        }
        // R10: by a member that is party.
        if !members.contains(&by) {
            return Err(Refusal::NotParty(by).into());
        }
        self.view.is_sound(partnership, now)?;
        // R15: no more than anybody reads.
        if known.recorded_by(by) >= MAX_ARRANGEMENTS {
            return Err(Refusal::TooMany(by).into());
        }
        let (arrangement, terms) = (ArrangementNo::after(known.list.len()), self.clone());
        Ok(vec![Event::Recorded { arrangement, by, terms }.into()])
    }
}
