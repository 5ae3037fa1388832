//! Put on record which States a grouping has, and revise that: each member its own. Article: positions.

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
use crate::ids::GroupingNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// The most States of a grouping.
pub const MAX_GROUPED: usize = 200;
/// The most groupings that a member records.
pub const MAX_GROUPINGS: u32 = 100;

/// Puts on record which States a grouping has.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RecordGrouping {
    /// Its name.
    #[n(0)]
    pub name: Wording,
    /// Its States.
    #[n(1)]
    pub states: Vec<MemberCode>,
    /// Where it is known from.
    #[n(2)]
    pub source: Phrase,
    /// For whom the entry is.
    #[n(3)]
    pub audience: Audience,
}

/// Puts on record which States a grouping has now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ReviseGrouping {
    /// The grouping.
    #[n(0)]
    pub grouping: GroupingNo,
    /// The version that is revised.
    #[n(1)]
    pub version: u32,
    /// Its States now.
    #[n(2)]
    pub states: Vec<MemberCode>,
    /// Where it is known from.
    #[n(3)]
    pub source: Phrase,
}

/// P5: two to two hundred different States. They come back in the order of their codes.
fn each_once(states: &[MemberCode]) -> Result<Vec<MemberCode>, Refusal> {
    let ordered: BTreeSet<MemberCode> = states.iter().copied().collect();
    let sized = (2..=MAX_GROUPED).contains(&states.len()) && ordered.len() == states.len();
    if sized { Ok(ordered.into_iter().collect()) } else { Err(Refusal::States) }
}

impl Provision for RecordGrouping {
    fn name(&self) -> &'static str {
        "grouping record"
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
        has_article(partnership)?;
        let (by, positions) = (act.post().member, partnership.positions());
        let states = each_once(&self.states)?;
        // P6: nobody fills the register.
        if positions.recorded.get(&by).is_some_and(|recorded| *recorded >= MAX_GROUPINGS) {
            return Err(Refusal::TooManyGroupings(by).into());
        }
        let grouping = GroupingNo::after(positions.groupings.len());
        let (name, source, audience) = (self.name.clone(), self.source.clone(), self.audience);
        Ok(vec![Event::GroupingRecorded { grouping, by, name, states, source, audience }.into()])
    }
}

impl Provision for ReviseGrouping {
    fn name(&self) -> &'static str {
        "grouping revise"
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
        has_article(partnership)?;
        let (number, by) = (self.grouping, act.post().member);
        // P7: each member revises what it recorded itself.
        let grouping = partnership.positions().grouping(number).filter(|grouping| grouping.by == by);
        let newest = grouping.ok_or(Refusal::NoGrouping(number))?.version;
        // P8: whoever revises has seen what it revises.
        if self.version != newest {
            return Err(Refusal::OtherVersion { grouping: number, newest }.into());
        }
        let (states, source) = (each_once(&self.states)?, self.source.clone());
        let version = newest.saturating_add(1);
        Ok(vec![Event::GroupingRevised { grouping: number, version, states, source }.into()])
    }
}
