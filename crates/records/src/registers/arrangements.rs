//! Existing arrangements with States outside, a row for each member's view: where two members say different things, both
//! are shown.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::frameworks::{self, ArrangementEvent as Heard, Outcome, RecordArrangement, View};
use quorate_partnership::{ArrangementNo, Audience, Booked, Day, Event, Moment};

use super::column;
use super::what_falls::Rests;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("arrangement", "Arrangement"),
    column("view_of", "View of"),
    column("version", "Version"),
    column("title", "Title"),
    column("kind", "Kind"),
    column("with", "With"),
    column("members", "Members"),
    column("silent", "Say nothing"),
    column("basis", "Basis"),
    column("since", "Since"),
    column("reviewed", "Reviewed on"),
    column("outcome", "Outcome"),
    column("review", "Next review by"),
    column("overdue", "Review overdue"),
    column("notice_days", "Days of notice"),
    column("notice_by", "Notice by"),
    column("notice_given", "Notice given on"),
    column("ends", "Ends on"),
    column("stage", "Stage"),
    column("questioned", "Questioned, as reported"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Side {
    version: u32,
    view: View,
    review: Day,
    reviewed: Option<(Day, Outcome)>,
    /// Who gave notice, when, and when it ends.
    notice: Option<(MemberCode, Day, Day)>,
    ended: Option<Day>,
}

impl Side {
    fn of(view: &View, version: u32) -> Side {
        Side { version, view: view.clone(), review: view.review, reviewed: None, notice: None, ended: None }
    }

    /// When it ends for this member, so far as is known.
    fn ends(&self) -> Option<Day> {
        self.ended.or(self.notice.map(|(_, _, ends)| ends))
    }
}

#[derive(Clone, Debug)]
struct Arrangement {
    number: ArrangementNo,
    terms: RecordArrangement,
    sides: BTreeMap<MemberCode, Side>,
    /// By whom, reported by whom, on which day, for whom.
    questioned: Vec<(MemberCode, MemberCode, Day, Audience)>,
}

/// Arrangements in the order of their numbers, and what rests on them.
#[derive(Clone, Debug)]
pub(crate) struct Arrangements {
    list: Vec<Arrangement>,
    rests: Rests,
    at: Moment,
}

impl Arrangements {
    pub(super) fn new(_: &Charter) -> Arrangements {
        Arrangements { list: Vec::new(), rests: Rests::default(), at: Moment(0) }
    }

    /// The version of a member's own view of an arrangement; 0 if it told none.
    pub(crate) fn version(&self, number: ArrangementNo, member: MemberCode) -> u32 {
        let known = number.index().and_then(|at| self.list.get(at));
        known.and_then(|known| known.sides.get(&member)).map_or(0, |side| side.version)
    }

    /// The view that a member last told of an arrangement.
    pub(crate) fn view(&self, number: ArrangementNo, member: MemberCode) -> Option<&View> {
        Some(&self.list.get(number.index()?)?.sides.get(&member)?.view)
    }

    /// What rests on what.
    pub(crate) fn rests(&self) -> &Rests {
        &self.rests
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    /// The arrangements that end, or have ended: the earliest day of which any member tells, and for whom that is.
    pub(crate) fn ending(&self) -> BTreeSet<(Day, ArrangementNo, Audience)> {
        let of = |known: &Arrangement| {
            let ends = known.sides.values().filter_map(|side| Some((side.ends()?, side.view.audience)));
            ends.min().map(|(day, audience)| (day, known.number, audience))
        };
        self.list.iter().filter_map(of).collect()
    }

    pub(crate) fn reach(&mut self, at: Moment) {
        self.at = at;
    }

    fn side(&mut self, number: ArrangementNo, member: MemberCode) -> Option<&mut Side> {
        super::numbered(&mut self.list, number.0)?.sides.get_mut(&member)
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Frameworks(frameworks::Event::Arrangements(event)) = &booked.event else { return };
        self.rests.hear(event);
        match event {
            Heard::Recorded { arrangement, by, terms } => self.list.push(Arrangement {
                number: *arrangement,
                terms: terms.clone(),
                sides: BTreeMap::from([(*by, Side::of(&terms.view, 1))]),
                questioned: Vec::new(),
            }),
            Heard::Revised { arrangement, by, version, view } => {
                let Some(known) = super::numbered(&mut self.list, arrangement.0) else { return };
                let side = known.sides.entry(*by).or_insert_with(|| Side::of(view, *version));
                (side.version, side.view, side.review) = (*version, view.clone(), view.review);
            }
            Heard::Reviewed { arrangement, by, outcome, on, next } => {
                if let Some(side) = self.side(*arrangement, *by) {
                    (side.reviewed, side.review) = (Some((*on, *outcome)), *next);
                }
            }
            Heard::NoticeGiven { arrangement, told_by, by, given, ends } => {
                if let Some(side) = self.side(*arrangement, *told_by) {
                    side.notice = Some((*by, *given, *ends));
                }
            }
            Heard::NoticeTakenBack { arrangement, told_by } => {
                if let Some(side) = self.side(*arrangement, *told_by) {
                    side.notice = None;
                }
            }
            Heard::Ended { arrangement, of, notice_of } => {
                let day = booked.fell_due.unwrap_or(booked.at).day();
                if let Some(side) = self.side(*arrangement, *of) {
                    side.ended = Some(day);
                    side.notice = side.notice.filter(|_| notice_of.is_some());
                }
            }
            Heard::Questioned { arrangement, by, state, audience, .. } => {
                if let Some(known) = super::numbered(&mut self.list, arrangement.0) {
                    known.questioned.push((*state, *by, booked.at.day(), *audience));
                }
            }
            Heard::Rests { .. } | Heard::RestsNoLonger { .. } => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let today = self.at.day();
        let all = self.list.iter().map(|known| known.sides.len()).sum();
        let rows = self.list.iter().flat_map(|known| known.sides.iter().map(move |side| (known, side)));
        let rows = part.of(all, rows);
        let rows = rows.map(|(known, (member, side))| cells(known, *member, side, today)).collect();
        Table { name: "arrangements", columns: COLUMNS, rows }
    }
}

/// Who put it in question: those of whom this row's readers may know.
fn questioned(known: &Arrangement, audience: Audience) -> String {
    let told = |(state, by, day, of): &(MemberCode, MemberCode, Day, Audience)| {
        (*of >= audience).then(|| format!("{state} on {}, as reported by {by}", words::day(*day)))
    };
    let all: Vec<String> = known.questioned.iter().filter_map(told).collect();
    let (last, before) = (all.last().cloned().unwrap_or_default(), all.len().saturating_sub(1));
    if before == 0 { last } else { format!("{last}; and {before} before") }
}

fn cells(known: &Arrangement, member: MemberCode, side: &Side, today: Day) -> Vec<Cell> {
    let RecordArrangement { with, members, .. } = &known.terms;
    let silent = members.iter().copied().filter(|member| !known.sides.contains_key(member));
    let view = &side.view;
    let overdue = side.ended.is_none() && side.review < today;
    let stage = match (side.ended, side.notice) {
        (Some(_), Some(_)) => "ended by notice",
        (Some(_), None) => "ended",
        (None, Some(_)) => "notice runs",
        (None, None) => "stands",
    };
    vec![
        Cell::Number(u64::from(known.number.0)),
        Cell::text(member.as_str()),
        Cell::Number(u64::from(side.version)),
        Cell::shown(Some(&view.title)),
        Cell::text(view.kind.as_str()),
        Cell::listed(with, ", "),
        Cell::listed(members, ", "),
        Cell::listed(silent, ", "),
        Cell::text(view.basis.as_str()),
        Cell::On(view.since),
        side.reviewed.map_or(Cell::Empty, |(on, _)| Cell::On(on)),
        Cell::words(side.reviewed.map_or("", |(_, outcome)| outcome.name())),
        Cell::On(side.review),
        Cell::text(if overdue { "yes" } else { "no" }),
        Cell::Number(u64::from(view.notice_days)),
        Cell::shown(side.notice.map(|(by, _, _)| by)),
        side.notice.map_or(Cell::Empty, |(_, given, _)| Cell::On(given)),
        side.ends().map_or(Cell::Empty, Cell::On),
        Cell::text(stage),
        Cell::words(questioned(known, view.audience)),
        Cell::text(view.audience.name()),
    ]
}
