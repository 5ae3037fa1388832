//! Start what takes the place of a line, while the line itself does not work. Article: continuity.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::Continuity;
use super::event::{Event, FallBack, Left};
use super::line::Line;
use super::refusal::Refusal;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LiaisonLineNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Says that the fall-back of a line is started; the line stays open.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct StartFallBack {
    /// The line whose place is taken.
    #[n(0)]
    pub line: LiaisonLineNo,
}

impl Continuity {
    /// What there is in the place of a line now.
    pub(super) fn left(&self, line: &Line) -> Left {
        match line.fall_back {
            None => Left::Nothing,
            Some(FallBack::Words(_)) => Left::Words,
            Some(FallBack::Line(number)) => {
                let open = self.line(number).is_some_and(|fall_back| !fall_back.closed);
                if open { Left::Line(number) } else { Left::ClosedBefore(number) }
            }
        }
    }
}

/// The fall-back that starts, if there is one: what is a line is confirmed by its sides in time.
pub(super) fn starts(
    line: LiaisonLineNo,
    by: MemberCode,
    left: Left,
    confirm_by: Moment,
) -> Option<AnyEvent> {
    let fall_back = match left {
        Left::Line(number) => Some(number),
        Left::Words => None,
        Left::Nothing | Left::ClosedBefore(_) => return None,
    };
    Some(Event::FallBackStarted { line, by, confirm_by, fall_back }.into())
}

impl Provision for StartFallBack {
    fn name(&self) -> &'static str {
        "line fall-back"
    }

    fn offices(&self) -> Offices {
        &[Office::LiaisonOfficer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, by, continuity) = (self.line, act.post().member, partnership.continuity());
        let line = continuity.open_line(number)?;
        line.said(partnership, number, by, None)?;
        // L13: there is something to start.
        let confirm_by = now.plus(line.stands(partnership));
        let started = starts(number, by, continuity.left(line), confirm_by);
        let started = started.ok_or(Refusal::NoFallBack(number))?;
        // L15: it is started once, until a side says that the line works again: nobody puts its deadline off.
        if line.fallen_back {
            return Err(Refusal::StartedBefore(number).into());
        }
        Ok(vec![started])
    }
}
