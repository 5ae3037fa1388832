//! What members say of themselves, for reading: in registers, as a matrix, and where it leaves gaps. What is past its day is
//! worked out when it is read.

mod gaps;
mod matrix;
mod tables;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::frameworks::Event as RoomEvent;
use quorate_partnership::frameworks::assessments::{
    Event as E, Legal, Owner, Particulars, Pathway, Sort, Standard, Status, Thing,
};
use quorate_partnership::{AssessmentNo, Booked, Day, Event, Moment};

pub use matrix::{Fact, Matrix, MatrixRow, Stands, State, Step};

/// What takes longer than so many days counts as a gap in the register of gaps.
pub const SLOW_DAYS: u32 = 30;

#[derive(Clone, Debug)]
enum Facts {
    Legal(Legal),
    Pathway(Pathway),
    Standard(Standard),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Superseded,
    Withdrawn,
}

#[derive(Clone, Debug)]
struct Entry {
    number: AssessmentNo,
    by: MemberCode,
    at: Moment,
    facts: Facts,
    end: Option<End>,
}

impl Entry {
    fn about(&self) -> Thing {
        match &self.facts {
            Facts::Legal(legal) => legal.about(),
            Facts::Pathway(pathway) => pathway.about(),
            Facts::Standard(standard) => standard.about(),
        }
    }

    fn particulars(&self) -> &Particulars {
        match &self.facts {
            Facts::Legal(legal) => &legal.particulars,
            Facts::Pathway(pathway) => &pathway.particulars,
            Facts::Standard(standard) => &standard.particulars,
        }
    }

    /// Whether what was current can still be counted on.
    fn stands(&self, today: Day) -> Stands {
        let ended =
            matches!(&self.facts, Facts::Legal(legal) if legal.until.is_some_and(|until| until < today));
        if ended {
            Stands::Expired
        } else if self.particulars().review < today {
            Stands::Overdue
        } else {
            Stands::Now
        }
    }

    /// The status in a word.
    fn status(&self, today: Day) -> &'static str {
        match (self.end, self.particulars().status) {
            (Some(End::Superseded), _) => "superseded",
            (Some(End::Withdrawn), _) => "withdrawn",
            (None, Status::Draft) => "draft",
            (None, Status::Current) => match self.stands(today) {
                Stands::Now => "current",
                Stands::Overdue => "overdue",
                Stands::Expired => "expired",
            },
        }
    }

    /// The other States without which it does not go: who consents, who releases, who owns.
    fn hangs_on(&self) -> BTreeSet<MemberCode> {
        let states = match &self.facts {
            Facts::Legal(_) => [None; 4],
            Facts::Pathway(pathway) => [pathway.consent, None, None, None],
            Facts::Standard(standard) => {
                let owner = match &standard.owner {
                    Some(Owner::State(state)) => Some(*state),
                    Some(Owner::Body(_)) | None => None,
                };
                [standard.crypto, standard.keys, standard.codes, owner]
            }
        };
        states.into_iter().flatten().filter(|state| *state != self.by).collect()
    }
}

/// What members say of themselves, as of the last event.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assessed {
    /// In the order of their numbers, from 1.
    entries: Vec<Entry>,
    /// What is current, by thing and member.
    current: BTreeMap<Thing, BTreeMap<MemberCode, AssessmentNo>>,
}

impl Assessed {
    fn entry(&self, number: AssessmentNo) -> Option<&Entry> {
        self.entries.get(number.index()?)
    }

    pub(crate) fn hear(&mut self, booked: &Booked) {
        let Event::Frameworks(RoomEvent::Assessments(event)) = &booked.event else { return };
        let (number, by, facts, ends) = match event {
            E::LegalGiven { assessment, by, legal, ends } => {
                (*assessment, *by, Facts::Legal(legal.clone()), *ends)
            }
            E::PathwayGiven { assessment, by, pathway, ends } => {
                (*assessment, *by, Facts::Pathway(pathway.clone()), *ends)
            }
            E::StandardGiven { assessment, by, standard, ends } => {
                (*assessment, *by, Facts::Standard(standard.clone()), *ends)
            }
            E::Withdrawn { assessment, .. } => return self.ends(*assessment, End::Withdrawn),
        };
        let entry = Entry { number, by, at: booked.at, facts, end: None };
        for earlier in entry.particulars().replaces.into_iter().chain(ends) {
            self.ends(earlier, End::Superseded);
        }
        if entry.particulars().status == Status::Current {
            self.current.entry(entry.about()).or_default().insert(by, number);
        }
        self.entries.push(entry);
    }

    fn ends(&mut self, number: AssessmentNo, end: End) {
        let Some(entry) = number.index().and_then(|at| self.entries.get_mut(at)) else { return };
        entry.end = Some(end);
        let about = entry.about();
        let Some(members) = self.current.get_mut(&about) else { return };
        if members.get(&entry.by) == Some(&number) {
            members.remove(&entry.by);
        }
        if members.is_empty() {
            self.current.remove(&about);
        }
    }
}

/// The register's name.
pub(crate) fn register(sort: Sort) -> &'static str {
    match sort {
        Sort::Legal => "legal-authorities",
        Sort::Pathway => "procurement-pathways",
        Sort::Standard => "interoperability",
    }
}
