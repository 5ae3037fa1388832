//! Shortcuts about lines between militaries.

use super::commands::phrase;
use super::{CHARTER, Exercise};
use crate::audience::Audience;
use crate::command::Command;
use crate::continuity::{
    Close, Command as Continuity, Confirm, FallBack, LineKind, LineState, Outage, Record, Recorded, Restored,
    StartFallBack, Test, TestResult,
};
use crate::ids::LiaisonLineNo;
use crate::moment::{Day, Moment};
use crate::wording::Wording;

pub(crate) fn wording(text: &str) -> Wording {
    Wording::new(Some(phrase(text)), None).unwrap()
}

/// What a line between these sides is, and nothing else about it.
pub(crate) fn between(sides: &[&str]) -> Recorded {
    Recorded {
        kind: LineKind::Communication,
        title: wording("a line between staffs"),
        sides: sides.iter().map(|side| side.parse().unwrap()).collect(),
        audience: Audience::Members,
        fall_back: None,
        touched: None,
        test_every: None,
        follows: None,
    }
}

pub(crate) fn record(sides: &[&str]) -> Command {
    recorded(between(sides))
}

pub(crate) fn recorded(recorded: Recorded) -> Command {
    Continuity::Record(Record { recorded }).into()
}

/// The same with another line as its fall-back.
pub(crate) fn backed_by(sides: &[&str], fall_back: u32) -> Command {
    let fall_back = Some(FallBack::Line(LiaisonLineNo(fall_back)));
    recorded(Recorded { fall_back, ..between(sides) })
}

pub(crate) fn follows(sides: &[&str], line: u32) -> Command {
    recorded(Recorded { follows: Some(LiaisonLineNo(line)), ..between(sides) })
}

pub(crate) fn confirm(line: u32, state: LineState, of: Option<&str>) -> Command {
    let reported_of = of.map(|of| of.parse().unwrap());
    Continuity::Confirm(Confirm { line: LiaisonLineNo(line), state, note: None, reported_of }).into()
}

pub(crate) fn test(line: u32, on: Option<Day>) -> Command {
    Continuity::Test(Test { line: LiaisonLineNo(line), result: TestResult::Passed, on }).into()
}

pub(crate) fn outage(line: u32, began: Moment, of: Option<&str>) -> Command {
    let reported_of = of.map(|of| of.parse().unwrap());
    Continuity::Outage(Outage { line: LiaisonLineNo(line), began, cause: None, reported_of }).into()
}

pub(crate) fn restored(line: u32, at: Moment, of: Option<&str>) -> Command {
    let reported_of = of.map(|of| of.parse().unwrap());
    Continuity::Restored(Restored { line: LiaisonLineNo(line), at, reported_of }).into()
}

pub(crate) fn fall_back(line: u32) -> Command {
    Continuity::StartFallBack(StartFallBack { line: LiaisonLineNo(line) }).into()
}

pub(crate) fn close_line(line: u32, of: Option<&str>) -> Command {
    let (line, reported_of) = (LiaisonLineNo(line), of.map(|of| of.parse().unwrap()));
    Continuity::Close(Close { line, reason: wording("it is not needed"), reported_of }).into()
}

/// The article on continuity.
pub(crate) const ARTICLE: &str =
    "\n[continuity]\narticle = 40\nconfirm-every = \"7d\"\ntest-every = \"90d\"\n";

impl Exercise {
    /// Under a charter with an article on continuity: line 1 is between `CAN` and `FRA`, line 2 between `CAN`, `FRA`
    /// and `XUS`, which is no member.
    pub(crate) fn with_lines() -> Exercise {
        let mut x = Exercise::under(&[CHARTER, ARTICLE].concat());
        x.accept("CAN/liaison-officer", record(&["CAN", "FRA"]));
        x.accept("CAN/liaison-officer", record(&["XUS", "CAN", "FRA"]));
        x
    }
}
