//! Put a test of a line on record: how it came out, and on which day. Article: continuity.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::event::Event;
use super::line::TestResult;
use super::record::day_has_come;
use super::refusal::Refusal;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LiaisonLineNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Says that a line was tested.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Test {
    /// The line.
    #[n(0)]
    pub line: LiaisonLineNo,
    /// How it came out.
    #[n(1)]
    pub result: TestResult,
    /// On which day; none: today.
    #[n(2)]
    pub on: Option<Day>,
}

impl Provision for Test {
    fn name(&self) -> &'static str {
        "line test"
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
        let (number, by) = (self.line, act.post().member);
        let line = partnership.continuity().open_line(number)?;
        line.said(partnership, number, by, None)?;
        let on = self.on.unwrap_or(now.day());
        // L10: the day has come.
        day_has_come(on, now)?;
        // L14: a test of what was not on record yet says nothing of it.
        if on < line.recorded {
            return Err(Refusal::BeforeRecorded(number).into());
        }
        Ok(vec![Event::Tested { line: number, by, result: self.result, on }.into()])
    }
}
