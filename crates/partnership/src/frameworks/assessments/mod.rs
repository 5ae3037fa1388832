//! Assessments: what each member says of itself, and of nobody else. What its law allows and in how many days, in which
//! ways it buys, which standards it shares. An entry binds nobody and stops nothing; it is dated, to be looked at again by
//! a day, and replaced by a later one that names it. Article: assessments.

mod command;
mod event;
mod legal;
mod particulars;
mod pathway;
mod refusal;
mod standard;
#[cfg(test)]
mod tests;
mod withdraw;
mod words;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

pub use command::Command;
pub use event::Event;
pub use legal::{Legal, Parliament};
pub use particulars::{Particulars, Status};
pub use pathway::{Pathway, PathwayKind};
pub use refusal::Refusal;
pub use standard::{Owner, Standard};
pub use withdraw::Withdraw;
pub use words::{Designation, DesignationError, Item, ItemError};

use crate::ids::AssessmentNo;

/// The most things of which a member's entries can stand in one register.
pub const MAX_THINGS: usize = 2_000;

/// The registers of assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Sort {
    /// What a member's law allows.
    #[n(0)]
    Legal,
    /// In which ways a member buys.
    #[n(1)]
    Pathway,
    /// Which standards a member shares.
    #[n(2)]
    Standard,
}

impl Sort {
    /// The register in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Sort::Legal => "legal authorities",
            Sort::Pathway => "procurement pathways",
            Sort::Standard => "interoperability",
        }
    }
}

/// What an entry is about: of each thing a member has at most one entry that is current, and one draft.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(flat)]
pub enum Thing {
    /// What is to be authorised.
    #[n(0)]
    Legal(#[n(0)] Item),
    /// A way to buy something.
    #[n(1)]
    Pathway(#[n(0)] PathwayKind, #[n(1)] Item),
    /// An edition of a standard.
    #[n(2)]
    Standard(#[n(0)] Designation, #[n(1)] Designation),
}

impl Thing {
    /// The register in which it stands.
    #[must_use]
    pub const fn sort(&self) -> Sort {
        match self {
            Thing::Legal(_) => Sort::Legal,
            Thing::Pathway(..) => Sort::Pathway,
            Thing::Standard(..) => Sort::Standard,
        }
    }
}

/// A member's entries about one thing that stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
struct Slots {
    #[n(0)]
    current: Option<AssessmentNo>,
    #[n(1)]
    draft: Option<AssessmentNo>,
}

impl Slots {
    const fn of(&self, status: Status) -> Option<AssessmentNo> {
        match status {
            Status::Draft => self.draft,
            Status::Current => self.current,
        }
    }

    fn ends(&mut self, number: AssessmentNo) {
        self.current = self.current.filter(|current| *current != number);
        self.draft = self.draft.filter(|draft| *draft != number);
    }

    const fn is_empty(&self) -> bool {
        self.current.is_none() && self.draft.is_none()
    }
}

/// Whose entry a number is, and about what.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Given {
    #[n(0)]
    by: MemberCode,
    #[n(1)]
    about: Thing,
}

/// What is true about assessments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Assessments {
    /// In the order of their numbers, from 1.
    #[n(0)]
    given: Vec<Given>,
    /// What stands of each member in each register.
    #[n(1)]
    standing: BTreeMap<(MemberCode, Sort), BTreeMap<Thing, Slots>>,
}

impl Assessments {
    fn slots(&self, by: MemberCode, about: &Thing) -> Slots {
        let register = self.standing.get(&(by, about.sort()));
        register.and_then(|register| register.get(about)).copied().unwrap_or_default()
    }

    /// Whose entry it is, if it stands.
    fn standing(&self, number: AssessmentNo) -> Option<MemberCode> {
        let given = self.given.get(number.index()?)?;
        let slots = self.slots(given.by, &given.about);
        (slots.current == Some(number) || slots.draft == Some(number)).then_some(given.by)
    }

    /// How many things a member has entries about in a register.
    fn things(&self, by: MemberCode, sort: Sort) -> usize {
        self.standing.get(&(by, sort)).map_or(0, BTreeMap::len)
    }

    fn gives(&mut self, number: AssessmentNo, by: MemberCode, about: Thing, particulars: &Particulars) {
        let register = self.standing.entry((by, about.sort())).or_default();
        let slots = register.entry(about.clone()).or_default();
        match particulars.status {
            Status::Draft => slots.draft = Some(number),
            Status::Current => *slots = Slots { current: Some(number), draft: None },
        }
        self.given.push(Given { by, about });
    }

    fn ends(&mut self, number: AssessmentNo) {
        let Some(Given { by, about }) = number.index().and_then(|at| self.given.get(at)) else { return };
        let key = (*by, about.sort());
        let Some(register) = self.standing.get_mut(&key) else { return };
        if let Some(slots) = register.get_mut(about) {
            slots.ends(number);
            if slots.is_empty() {
                register.remove(about);
            }
        }
        if register.is_empty() {
            self.standing.remove(&key);
        }
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::LegalGiven { assessment, by, legal, .. } => {
                self.gives(*assessment, *by, legal.about(), &legal.particulars);
            }
            Event::PathwayGiven { assessment, by, pathway, .. } => {
                self.gives(*assessment, *by, pathway.about(), &pathway.particulars);
            }
            Event::StandardGiven { assessment, by, standard, .. } => {
                self.gives(*assessment, *by, standard.about(), &standard.particulars);
            }
            Event::Withdrawn { assessment, .. } => self.ends(*assessment),
        }
    }
}
