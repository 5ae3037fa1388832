//! Put a line on record: what goes on between the militaries of two or more States. Article: continuity.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices, Period};

use super::event::{Event, FallBack, Recorded};
use super::refusal::Refusal;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LiaisonLineNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// The most States that a line is between.
pub const MAX_SIDES: usize = 8;
/// The most lines that a member has recorded and that are not closed.
pub const MAX_OPEN_LINES: u32 = 100;

/// The longest time, in hours, that a line sets itself from a test to the next: two years.
pub const MAX_TEST_EVERY: u64 = 17_520;

/// Puts a line on record. It binds none of its sides.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Record {
    /// What it is.
    #[n(0)]
    pub recorded: Recorded,
}

/// L1: the charter has an article on continuity.
pub(super) fn confirm_every(partnership: &Partnership) -> Result<Period, Refusal> {
    partnership.charter().continuity().map(|article| article.confirm_every()).ok_or(Refusal::NoArticle)
}

/// L10: what is said to have been at a moment is not ahead.
pub(super) fn has_come(moment: Moment, now: Moment) -> Result<(), Refusal> {
    if moment <= now { Ok(()) } else { Err(Refusal::Ahead) }
}

/// L10: a day that has begun.
pub(super) fn day_has_come(day: Day, now: Moment) -> Result<(), Refusal> {
    if day <= now.day() { Ok(()) } else { Err(Refusal::Ahead) }
}

impl Provision for Record {
    fn name(&self) -> &'static str {
        "line record"
    }

    fn offices(&self) -> Offices {
        &[Office::LiaisonOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let confirm_every = confirm_every(partnership)?;
        let (by, continuity, recorded) = (act.post().member, partnership.continuity(), &self.recorded);
        // L2: two to eight different States, the recorder's among them.
        let sides: BTreeSet<MemberCode> = recorded.sides.iter().copied().collect();
        let each_once = sides.len() == recorded.sides.len() && (2..=MAX_SIDES).contains(&sides.len());
        if !each_once || !sides.contains(&by) {
            return Err(Refusal::Sides(by).into());
        }
        // L3: nobody fills the register.
        if continuity.open_by(by) >= MAX_OPEN_LINES {
            return Err(Refusal::TooMany(by).into());
        }
        // L4: a fall-back that is a line is open, the recorder is a side of it, and what names it is for no more than it.
        if let Some(FallBack::Line(number)) = recorded.fall_back {
            let named = continuity.line(number).filter(|line| !line.closed && line.has_side(by));
            let fall_back = named.filter(|line| line.audience >= recorded.audience);
            fall_back.ok_or(Refusal::NoFallBackLine(number, by))?;
        }
        // L5: a line follows one that is closed, that was the recorder's too, and that is for no fewer than it.
        if let Some(number) = recorded.follows {
            let named = continuity.line(number).filter(|line| line.closed && line.has_side(by));
            let followed = named.filter(|line| line.audience >= recorded.audience);
            followed.ok_or(Refusal::NotFollowed(number, by))?;
        }
        // L16: tests do not fall due in a time that nobody sees.
        if recorded.test_every.is_some_and(|every| every.hours() > MAX_TEST_EVERY) {
            return Err(Refusal::TestsTooFar.into());
        }
        let line = LiaisonLineNo::after(continuity.lines.len());
        let recorded = Recorded { sides: sides.into_iter().collect(), ..recorded.clone() };
        Ok(vec![Event::Recorded { line, by, recorded, confirm_every }.into()])
    }
}
