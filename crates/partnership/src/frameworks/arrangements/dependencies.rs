//! Depends: a member that is party says what rests on an arrangement. Article: arrangements.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{ArrangementNo, DependencyNo, LiaisonLineNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// The most that one member says of one arrangement to rest on it.
pub const MAX_DEPENDENCIES: usize = 64;

/// What rests on an arrangement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(flat)]
pub enum Resting {
    /// Another arrangement.
    #[n(0)]
    Arrangement(#[n(0)] ArrangementNo),
    /// A line of continuity, by its number.
    #[n(1)]
    Line(#[n(0)] LiaisonLineNo),
    /// Something else, in words.
    #[n(2)]
    Item(#[n(0)] Phrase),
}

/// Says that something rests on an arrangement: it falls with it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Depends {
    /// The arrangement on which it rests.
    #[n(0)]
    pub on: ArrangementNo,
    /// What rests on it.
    #[n(1)]
    pub what: Resting,
    /// For whom the entry is.
    #[n(2)]
    pub audience: Audience,
    /// Where that is to be read.
    #[n(3)]
    pub source: Option<Phrase>,
}

impl Provision for Depends {
    fn name(&self) -> &'static str {
        "arrangement depends"
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
        let (known, by) = (partnership.frameworks().arrangements(), act.post().member);
        let on = known.get(self.on)?;
        match &self.what {
            // R10: that an arrangement rests on another is for its own parties to say.
            Resting::Arrangement(number) => known.get(*number)?.only_party(by)?,
            Resting::Line(_) | Resting::Item(_) => on.only_party(by)?,
        }
        // R23: nothing rests on itself, and what is told in words has a source.
        let itself = self.what == Resting::Arrangement(self.on);
        if itself || matches!(self.what, Resting::Item(_)) && self.source.is_none() {
            return Err(Refusal::NoGround.into());
        }
        // R26: a line that is named is on record.
        if let Resting::Line(number) = self.what
            && !partnership.continuity().has_line(number)
        {
            return Err(Refusal::NoSuchLine(number).into());
        }
        // R24: each thing once, and not more of a member than anybody reads.
        let said = on.dependents.iter().filter(|(member, _)| *member == by);
        if said.count() >= MAX_DEPENDENCIES || on.dependents.contains(&(by, self.what.clone())) {
            return Err(Refusal::SaidBefore.into());
        }
        let dependency = DependencyNo::after(known.dependencies.len());
        let Depends { on, what, audience, source } = self.clone();
        Ok(vec![Event::Rests { dependency, by, on, what, audience, source }.into()])
    }
}

/// Says that what the author said to rest on an arrangement does not any more.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct NoLongerDepends {
    /// The entry.
    #[n(0)]
    pub dependency: DependencyNo,
}

impl Provision for NoLongerDepends {
    fn name(&self) -> &'static str {
        "arrangement no-longer-depends"
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
        let (known, by) = (partnership.frameworks().arrangements(), act.post().member);
        let dependency = self.dependency;
        let said = dependency.index().and_then(|at| known.dependencies.get(at));
        // R25: it is the author's own word, and stands.
        said.filter(|said| said.by == by && said.stands).ok_or(Refusal::NotSaid(dependency))?;
        Ok(vec![Event::RestsNoLonger { dependency, by }.into()])
    }
}
