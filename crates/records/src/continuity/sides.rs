//! Who is bound by the charter, and for whom each line is: one that is recorded as public is shown to everybody only once every
//! side of it that is a member has confirmed it, and only if the lines that it names are.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::continuity::{self, FallBack, Recorded};
use quorate_partnership::members::Event as E;
use quorate_partnership::{Audience, Booked, Event, LiaisonLineNo};

/// The States that the charter, or its provisional application, binds.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    in_force: bool,
    ratified: BTreeSet<MemberCode>,
    provisional: BTreeSet<MemberCode>,
}

impl Bound {
    pub(crate) fn new(charter: &Charter) -> Bound {
        let in_force = charter.entry_into_force().is_none();
        let founders = charter.members().map(|(code, _)| code).filter(|_| in_force);
        Bound { in_force, ratified: founders.collect(), provisional: BTreeSet::new() }
    }

    pub(crate) fn has(&self, state: MemberCode) -> bool {
        self.provisional.contains(&state) || self.in_force && self.ratified.contains(&state)
    }

    /// Whether this may have changed who is bound.
    pub(crate) fn hear(&mut self, event: &E) -> bool {
        match event {
            E::Signed { member, provisionally } => {
                if *provisionally {
                    self.provisional.insert(*member);
                }
            }
            E::Ratified { member } | E::Acceded { member, .. } => {
                self.ratified.insert(*member);
            }
            E::EnteredIntoForce => self.in_force = true,
            E::ProvisionalEnded { member } => {
                self.provisional.remove(member);
            }
            E::Left { member } => {
                self.provisional.remove(member);
                self.ratified.remove(member);
            }
            _ => return false,
        }
        true
    }
}

/// What decides for whom a line is.
#[derive(Clone, Debug)]
struct Shown {
    audience: Audience,
    sides: Vec<MemberCode>,
    /// The sides that recorded or confirmed it themselves.
    agree: BTreeSet<MemberCode>,
    /// The lines that it names: its fall-back, and the one that it follows.
    names: Vec<LiaisonLineNo>,
}

impl Shown {
    fn recorded(by: MemberCode, recorded: &Recorded) -> Shown {
        let fall_back = match recorded.fall_back {
            Some(FallBack::Line(line)) => Some(line),
            _ => None,
        };
        Shown {
            audience: recorded.audience,
            sides: recorded.sides.clone(),
            agree: BTreeSet::from([by]),
            names: fall_back.into_iter().chain(recorded.follows).collect(),
        }
    }
}

/// For whom each line is.
#[derive(Clone, Debug)]
pub(crate) struct Audiences {
    bound: Bound,
    lines: Vec<Shown>,
}

impl Audiences {
    pub(crate) fn new(charter: &Charter) -> Audiences {
        Audiences { bound: Bound::new(charter), lines: Vec::new() }
    }

    pub(crate) fn bound(&self) -> &Bound {
        &self.bound
    }

    /// Whether this may have changed who is bound.
    pub(crate) fn hear(&mut self, booked: &Booked) -> bool {
        match &booked.event {
            Event::Members(event) => return self.bound.hear(event),
            Event::Continuity(continuity::Event::Recorded { by, recorded, .. }) => {
                self.lines.push(Shown::recorded(*by, recorded));
            }
            Event::Continuity(continuity::Event::Confirmed { line, said, .. }) if !said.is_reported() => {
                if let Some(shown) = line.index().and_then(|at| self.lines.get_mut(at)) {
                    shown.agree.insert(said.by);
                }
            }
            _ => {}
        }
        false
    }

    /// In the order of the lines.
    pub(crate) fn all(&self) -> Vec<Audience> {
        let mut all: Vec<Audience> = Vec::with_capacity(self.lines.len());
        for shown in &self.lines {
            let agree = shown.sides.iter().all(|side| shown.agree.contains(side) || !self.bound.has(*side));
            // A line names only earlier ones.
            let named = shown.names.iter().all(|line| of(&all, *line) == Audience::Public);
            all.push(if agree && named { shown.audience } else { Audience::Members });
        }
        all
    }
}

/// For whom one of them is.
pub(crate) fn of(all: &[Audience], line: LiaisonLineNo) -> Audience {
    line.index().and_then(|at| all.get(at)).copied().unwrap_or_default()
}
