//! What falls with an arrangement that ends: what rests on it, and what rests on that.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::frameworks::{ArrangementEvent as Heard, Resting};
use quorate_partnership::{ArrangementNo, Audience, Day, DependencyNo, Phrase};

use super::arrangements::Arrangements;
use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("what", "What falls"),
    column("with", "With"),
    column("on", "On"),
    column("chain", "By this chain"),
    column("steps", "Steps"),
    column("said_by", "As said by"),
    column("source", "Source"),
    column("dependency", "Entry"),
    column("audience", "Audience"),
];
/// The most links of a chain that are written out.
const MAX_SHOWN: usize = 6;

/// That something rests on an arrangement, as one member says.
#[derive(Clone, Debug)]
struct Said {
    number: DependencyNo,
    by: MemberCode,
    what: Resting,
    source: Option<Phrase>,
    audience: Audience,
    stands: bool,
}

/// What rests on what.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rests {
    list: Vec<Said>,
    /// The places in the list of what rests on each.
    on: BTreeMap<ArrangementNo, Vec<usize>>,
}

/// What falls: the entry that says so, with which arrangement, when, and the entry before it in the chain.
struct Falls {
    at: usize,
    with: ArrangementNo,
    day: Option<Day>,
    before: Option<usize>,
    steps: usize,
    audience: Audience,
}

impl Rests {
    pub(super) fn hear(&mut self, event: &Heard) {
        match event {
            Heard::Rests { dependency, by, on, what, audience, source } => {
                self.on.entry(*on).or_default().push(self.list.len());
                let (what, source) = (what.clone(), source.clone());
                let said =
                    Said { number: *dependency, by: *by, what, source, audience: *audience, stands: true };
                self.list.push(said);
            }
            Heard::RestsNoLonger { dependency, .. } => {
                if let Some(said) = super::numbered(&mut self.list, dependency.0) {
                    said.stands = false;
                }
            }
            _ => {}
        }
    }

    /// What falls with these, each thing once: with the one that ends first, by the shortest chain. A circle ends where it
    /// closes.
    fn fall(&self, roots: impl Iterator<Item = (Option<Day>, ArrangementNo, Audience)>) -> Vec<Falls> {
        let (mut fallen, mut seen) = (Vec::new(), BTreeSet::new());
        for (day, root, audience) in roots {
            // One that falls before its own notice is over brings nothing down a second time.
            if !seen.insert(Resting::Arrangement(root)) {
                continue;
            }
            let mut next = fallen.len();
            self.add(root, (root, day, None, 1, audience), &mut fallen, &mut seen);
            // What falls makes fall what rests on it.
            while let Some((at, steps, audience)) =
                fallen.get(next).map(|one: &Falls| (one.at, one.steps, one.audience))
            {
                if let Some(Said { what: Resting::Arrangement(number), .. }) = self.list.get(at) {
                    let step = (root, day, Some(next), steps.saturating_add(1), audience);
                    self.add(*number, step, &mut fallen, &mut seen);
                }
                next = next.saturating_add(1);
            }
        }
        fallen
    }

    fn add(
        &self,
        on: ArrangementNo,
        (with, day, before, steps, audience): (ArrangementNo, Option<Day>, Option<usize>, usize, Audience),
        fallen: &mut Vec<Falls>,
        seen: &mut BTreeSet<Resting>,
    ) {
        for at in self.on.get(&on).into_iter().flatten() {
            let Some(said) = self.list.get(*at).filter(|said| said.stands) else { continue };
            if seen.insert(said.what.clone()) {
                // A row is for everybody only if every link of its chain is.
                let audience = audience.min(said.audience);
                fallen.push(Falls { at: *at, with, day, before, steps, audience });
            }
        }
    }

    /// The chain, from what ends first.
    fn chain(&self, fallen: &[Falls], one: &Falls) -> String {
        let (mut links, mut at) = (Vec::new(), Some(one));
        while let Some(step) = at.filter(|_| links.len() < MAX_SHOWN) {
            links.extend(self.list.get(step.at).map(|said| named(&said.what)));
            at = step.before.and_then(|before| fallen.get(before));
        }
        if at.is_some() {
            links.push("…".into());
        }
        links.push(format!("{}", one.with));
        links.reverse();
        links.join(" > ")
    }

    fn cells(&self, fallen: &[Falls], one: &Falls) -> Option<Vec<Cell>> {
        let said = self.list.get(one.at)?;
        Some(vec![
            Cell::text(named(&said.what)),
            Cell::text(format!("{}", one.with)),
            one.day.map_or(Cell::Empty, Cell::On),
            Cell::text(self.chain(fallen, one)),
            Cell::Number(u64::try_from(one.steps).unwrap_or(u64::MAX)),
            Cell::text(said.by.as_str()),
            Cell::shown(said.source.as_ref()),
            Cell::Number(u64::from(said.number.0)),
            Cell::text(one.audience.name()),
        ])
    }
}

fn named(what: &Resting) -> String {
    match what {
        Resting::Arrangement(number) => format!("{number}"),
        Resting::Line(number) => format!("{number}"),
        Resting::Item(words) => format!("{words}"),
    }
}

impl Arrangements {
    /// What falls with those of which notice was given, or that ended, and on what day: the earliest.
    pub(crate) fn what_falls(&self, part: &Extract) -> Table {
        let ending = self.ending();
        self.falling(ending.into_iter().map(|(day, number, audience)| (Some(day), number, audience)), part)
    }

    /// What would fall with this one; none if there is no such arrangement.
    pub(crate) fn would_fall(&self, number: ArrangementNo) -> Option<Table> {
        number.index().filter(|at| *at < self.count())?;
        let ends = self.ending().into_iter().find(|(_, known, _)| *known == number);
        // The day is for whoever the word is for from which it comes.
        let root =
            ends.map_or((None, number, Audience::Public), |(day, _, audience)| (Some(day), number, audience));
        Some(self.falling([root].into_iter(), &Extract::whole()))
    }

    fn falling(
        &self,
        roots: impl Iterator<Item = (Option<Day>, ArrangementNo, Audience)>,
        part: &Extract,
    ) -> Table {
        let fallen = self.rests().fall(roots);
        let rows =
            part.of(fallen.len(), fallen.iter()).filter_map(|one| self.rests().cells(&fallen, one)).collect();
        Table { name: "what-falls", columns: COLUMNS, rows }
    }
}
