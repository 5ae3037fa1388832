//! Lines between militaries: their state as all sides confirm it, tests, fall-backs, and who ended them.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, Period};
use quorate_partnership::continuity::{self, FallBack, Left, Recorded, Said};
use quorate_partnership::{Booked, Event, LiaisonLineNo, Moment};
use quorate_voting::{Ratio, Strictness};

use super::column;
use crate::continuity::Line;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("line", "Line"),
    column("kind", "Kind"),
    column("title", "Title"),
    column("sides", "Sides"),
    column("state", "State"),
    column("silent", "Not confirmed by"),
    column("out", "In outage"),
    column("availability", "Availability over 90 days, %"),
    column("working_ms", "Confirmed working, ms"),
    column("of_ms", "Of, ms"),
    column("last_test", "Last test"),
    column("test_due", "Next test due"),
    column("tests", "Tests"),
    column("fall_back", "Fall-back"),
    column("fall_back_started", "Fall-back started at"),
    column("starts_for", "In the place of"),
    column("confirm_by", "To be confirmed by"),
    column("owing", "Not confirmed since by"),
    column("touched", "What a suspension would touch"),
    column("follows", "Follows"),
    column("recorded_by", "Recorded by"),
    column("recorded_at", "Recorded at"),
    column("closed_by", "Closed by"),
    column("closed_at", "Closed at"),
    column("reason", "Reason"),
    column("left", "In its place"),
    column("stage", "Stage"),
    column("audience", "Audience"),
];

/// A line that was ended: by whom, when, why, and what took its place.
#[derive(Clone, Debug)]
struct Ended {
    said: Said,
    at: Moment,
    reason: String,
    left: Left,
}

/// As what a line was started: for which other, since when, and until when its sides are to confirm it.
#[derive(Clone, Copy, Debug)]
struct Started {
    instead_of: LiaisonLineNo,
    since: Moment,
    confirm_by: Moment,
}

#[derive(Clone, Debug)]
struct Row {
    number: LiaisonLineNo,
    recorded: Recorded,
    by: MemberCode,
    at: Moment,
    line: Line,
    /// When its own fall-back was started.
    fell_back: Option<Moment>,
    started: Option<Started>,
    ended: Option<Ended>,
}

/// Lines in the order in which they were recorded.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    rows: Vec<Row>,
    now: Moment,
}

impl Lines {
    pub(super) fn new(_: &Charter) -> Lines {
        Lines { rows: Vec::new(), now: Moment(0) }
    }

    /// The record has come to this moment: words grow old, though nothing happens.
    pub(crate) fn reach(&mut self, now: Moment) {
        self.now = now;
    }

    fn row(&mut self, number: LiaisonLineNo) -> Option<&mut Row> {
        super::numbered(&mut self.rows, number.0)
    }

    fn say(&mut self, number: LiaisonLineNo, say: impl FnOnce(&mut Line)) {
        if let Some(row) = self.row(number) {
            say(&mut row.line);
        }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        use continuity::Event as E;
        let at = booked.at;
        self.now = at;
        let Event::Continuity(event) = &booked.event else { return };
        match event {
            E::Recorded { line, by, recorded } => self.rows.push(Row {
                number: *line,
                by: *by,
                at,
                line: Line::recorded(recorded.sides.clone(), at),
                recorded: recorded.clone(),
                fell_back: None,
                started: None,
                ended: None,
            }),
            E::Confirmed { line, said, state, .. } => {
                self.say(*line, |line| line.confirmed(*said, *state, at));
            }
            E::Tested { line, on, .. } => self.say(*line, |line| line.tested(*on)),
            E::OutageBegan { line, said, began, .. } => {
                self.say(*line, |line| line.outage(*said, *began, at));
            }
            E::Restored { line, said, at: ended } => {
                self.say(*line, |line| line.restored(*said, *ended, at));
            }
            E::FallBackStarted { line, confirm_by, fall_back, .. } => {
                if let Some(row) = self.row(*line) {
                    row.fell_back = Some(at);
                }
                if let Some(row) = fall_back.and_then(|number| self.row(number)) {
                    row.started = Some(Started { instead_of: *line, since: at, confirm_by: *confirm_by });
                }
            }
            E::Closed { line, said, reason, left } => {
                if let Some(row) = self.row(*line) {
                    row.line.closed(at);
                    row.ended = Some(Ended { said: *said, at, reason: format!("{reason}"), left: *left });
                }
            }
        }
    }

    /// For each side of each line, what is known of it.
    pub(crate) fn sides(&self, charter: &Charter) -> Table {
        let every = charter.continuity().map(|article| article.confirm_every());
        super::line_sides::table(self.rows.iter().filter(|row| !row.line.is_closed()).flat_map(|row| {
            row.line.sides().iter().map(move |side| super::line_sides::Side {
                line: row.number,
                side: *side,
                known: row.line.known(*side, self.now, every),
                audience: row.recorded.audience,
            })
        }))
    }

    pub(super) fn table(&self, charter: &Charter) -> Table {
        let rows = self.rows.iter().map(|row| self.cells(row, charter)).collect();
        Table { name: "lines", columns: COLUMNS, rows }
    }

    fn cells(&self, row: &Row, charter: &Charter) -> Vec<Cell> {
        let article = charter.continuity();
        let every = article.map(|article| article.confirm_every());
        let recorded = &row.recorded;
        let mut cells = vec![
            Cell::Number(u64::from(row.number.0)),
            Cell::text(recorded.kind.name()),
            Cell::text(format!("{}", recorded.title)),
            listed(&recorded.sides),
        ];
        cells.extend(self.state(row, every));
        cells.extend(availability(row, self.now, every));
        cells.extend(self.tests(row, recorded.test_every.or(article.map(|article| article.test_every()))));
        cells.extend(self.fall_back(row));
        cells.extend([
            Cell::shown(recorded.touched.as_ref()),
            recorded.follows.map_or(Cell::Empty, |line| Cell::Number(u64::from(line.0))),
            Cell::text(row.by.as_str()),
            Cell::At(row.at),
        ]);
        cells.extend(ended(row));
        cells.push(Cell::text(recorded.audience.name()));
        cells
    }

    /// The state; who has not confirmed it in time; and who is in outage.
    fn state(&self, row: &Row, every: Option<Period>) -> [Cell; 3] {
        if row.line.is_closed() {
            return [Cell::text("closed"), Cell::Empty, Cell::Empty];
        }
        let state = row.line.state(self.now, every).map_or("not known", |state| state.name());
        let known = |side: &MemberCode| row.line.known(*side, self.now, every);
        let silent = row.line.sides().iter().copied().filter(|side| known(side).state.is_none());
        let out = row.line.sides().iter().copied().filter(|side| known(side).out_since.is_some());
        [
            Cell::text(state),
            listed(&silent.collect::<Vec<MemberCode>>()),
            listed(&out.collect::<Vec<MemberCode>>()),
        ]
    }

    /// The last test, the next, and whether that is overdue.
    fn tests(&self, row: &Row, every: Option<Period>) -> [Cell; 3] {
        let last = row.line.last_test().map_or(Cell::Empty, Cell::On);
        let due = every.filter(|_| !row.line.is_closed()).map(|every| row.line.test_due(every));
        let standing = due.map(|due| if self.now.day() > due { "overdue" } else { "in time" });
        [last, due.map_or(Cell::Empty, Cell::On), standing.map_or(Cell::Empty, Cell::text)]
    }

    /// What takes its place, since when; and in whose place it was started itself, and who has not confirmed it since.
    fn fall_back(&self, row: &Row) -> [Cell; 5] {
        let fall_back = match &row.recorded.fall_back {
            None => Cell::text("no fall-back"),
            Some(FallBack::Line(line)) => Cell::text(format!("{line}")),
            Some(FallBack::Words(words)) => Cell::text(format!("{words}")),
        };
        let started = row.fell_back.map_or(Cell::Empty, Cell::At);
        let Some(duty) = row.started else {
            return [fall_back, started, Cell::Empty, Cell::Empty, Cell::Empty];
        };
        let owing = if row.line.is_closed() { Vec::new() } else { row.line.owing_since(duty.since) };
        let instead_of = Cell::text(format!("{}", duty.instead_of));
        [fall_back, started, instead_of, Cell::At(duty.confirm_by), listed(&owing)]
    }
}

/// The share of 90 days in per cent, and exactly.
fn availability(row: &Row, now: Moment, every: Option<Period>) -> [Cell; 3] {
    let share = every.map(|every| row.line.availability(now, every)).filter(|share| share.of > 0);
    let (Some(share), Ok(all)) = (share, Ratio::percent(100)) else {
        return [Cell::Empty, Cell::Empty, Cell::Empty];
    };
    let percent = words::percent(share.working, share.of, all, Strictness::AtLeast);
    [Cell::text(percent), Cell::Number(share.working), Cell::Number(share.of)]
}

/// By whom it was ended, when, why, what took its place, and the stage.
fn ended(row: &Row) -> [Cell; 5] {
    let Some(ended) = &row.ended else {
        return [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, Cell::text("open")];
    };
    let by = words::said_of(ended.said);
    let left = words::left(ended.left);
    [
        Cell::text(by),
        Cell::At(ended.at),
        Cell::text(ended.reason.as_str()),
        Cell::text(left),
        Cell::text("closed"),
    ]
}

fn listed(states: &[MemberCode]) -> Cell {
    let codes: Vec<&str> = states.iter().map(MemberCode::as_str).collect();
    Cell::words(codes.join(", "))
}
