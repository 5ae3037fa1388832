//! Lines between militaries: their state as all sides confirm it, tests, fall-backs, and who ended them.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, Period};
use quorate_partnership::continuity::{self, FallBack, Left, Recorded};
use quorate_partnership::{Audience, Booked, Event, LiaisonLineNo, Moment};
use quorate_voting::{Ratio, Strictness};

use super::line_columns::LINES as COLUMNS;
use crate::continuity::{Audiences, Line, audience_of};
use crate::extract::Extract;
use crate::table::{Cell, Table};
use crate::words;

/// A line that was ended: by whom, when, why, and what took its place.
#[derive(Clone, Debug)]
struct Ended {
    by: MemberCode,
    at: Moment,
    reason: String,
    left: Left,
}

/// What takes the place of a line was started: which other, if it is one, since when, and until when its sides are to confirm it.
#[derive(Clone, Copy, Debug)]
struct Started {
    line: Option<LiaisonLineNo>,
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
    confirm_every: Period,
    /// What takes its place.
    started: Option<Started>,
    ended: Option<Ended>,
}

/// Lines in the order in which they were recorded.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    rows: Vec<Row>,
    now: Moment,
    audiences: Audiences,
}

impl Lines {
    pub(super) fn new(charter: &Charter) -> Lines {
        Lines { rows: Vec::new(), now: Moment(0), audiences: Audiences::new(charter) }
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
        if self.audiences.hear(booked) {
            let (bound, since) = (self.audiences.bound(), booked.fell_due.unwrap_or(at));
            let open = self.rows.iter_mut().filter(|row| !row.line.is_closed());
            open.for_each(|row| row.line.are_bound(bound, since));
        }
        let Event::Continuity(event) = &booked.event else { return };
        match event {
            E::Recorded { line, by, recorded, confirm_every } => self.rows.push(Row {
                number: *line,
                by: *by,
                at,
                line: Line::recorded(recorded.sides.clone(), at),
                recorded: recorded.clone(),
                confirm_every: *confirm_every,
                started: None,
                ended: None,
            }),
            E::Confirmed { line, said, state, .. } => {
                self.say(*line, |line| line.confirmed(*said, *state, at));
            }
            E::Tested { line, on, result, .. } => self.say(*line, |line| line.tested(*on, *result)),
            E::OutageBegan { line, said, began, .. } => {
                self.say(*line, |line| line.outage(*said, *began, at));
            }
            E::Restored { line, said, at: ended } => {
                self.say(*line, |line| line.restored(*said, *ended, at));
            }
            E::FallBackStarted { line, confirm_by, fall_back, .. } => {
                let before = self.row(*line).and_then(|row| row.started);
                // What its sides have not confirmed in time stays so: nobody puts it off by starting it anew.
                if before.is_none_or(|started| self.owing(started).is_empty())
                    && let Some(row) = self.row(*line)
                {
                    row.started = Some(Started { line: *fall_back, since: at, confirm_by: *confirm_by });
                }
            }
            E::EndReported { line, said, .. } => self.say(*line, |line| line.end_reported(*said, at)),
            E::Closed { line, by, reason, left } => {
                if let Some(row) = self.row(*line) {
                    row.line.closed(at);
                    row.ended = Some(Ended { by: *by, at, reason: format!("{reason}"), left: *left });
                }
            }
        }
    }

    /// For each side of each line, what is known of it.
    pub(crate) fn sides(&self, charter: &Charter) -> Table {
        let all = self.audiences.all();
        super::line_sides::table(self.rows.iter().filter(|row| !row.line.is_closed()).flat_map(|row| {
            let (every, audience) = (stands(row, charter), audience_of(&all, row.number));
            row.line.sides().iter().map(move |side| super::line_sides::Side {
                line: row.number,
                side: *side,
                known: row.line.known(*side, self.now, every),
                audience,
            })
        }))
    }

    pub(super) fn table(&self, charter: &Charter, part: &Extract) -> Table {
        let all = self.audiences.all();
        let starts_for = self.starts_for(&all);
        let cells = |row: &Row| self.cells(row, charter, &all, starts_for.get(&row.number));
        let rows = part.of(self.rows.len(), self.rows.iter()).map(cells).collect();
        Table { name: "lines", columns: COLUMNS, rows }
    }

    fn cells(
        &self,
        row: &Row,
        charter: &Charter,
        all: &[Audience],
        starts_for: Option<&Vec<LiaisonLineNo>>,
    ) -> Vec<Cell> {
        let article = charter.continuity();
        let every = stands(row, charter);
        let recorded = &row.recorded;
        let mut cells = vec![
            Cell::Number(u64::from(row.number.0)),
            Cell::text(recorded.kind.name()),
            Cell::text(format!("{}", recorded.title)),
            Cell::listed(&recorded.sides, ", "),
        ];
        cells.extend(self.state(row, every));
        cells.extend(availability(row, self.now, every));
        cells.extend(self.tests(row, recorded.test_every.or(article.map(|article| article.test_every()))));
        cells.extend(self.fall_back(row, charter));
        let ended_for: Vec<String> = row.line.ended().map(words::said_of).collect();
        cells.extend([
            starts_for.map_or(Cell::Empty, |lines| Cell::listed(lines, ", ")),
            Cell::shown(recorded.touched.as_ref()),
            recorded.follows.map_or(Cell::Empty, |line| Cell::Number(u64::from(line.0))),
            Cell::words(ended_for.join("; ")),
            Cell::text(row.by.as_str()),
            Cell::At(row.at),
        ]);
        cells.extend(ended(row));
        cells.push(Cell::text(audience_of(all, row.number).name()));
        cells
    }

    /// The state; who has not confirmed it in time; and who is in outage.
    fn state(&self, row: &Row, every: Period) -> [Cell; 3] {
        if row.line.is_closed() {
            return [Cell::text("closed"), Cell::Empty, Cell::Empty];
        }
        let state = row.line.state(self.now, every).map_or("not known", |state| state.name());
        let known = |side: &MemberCode| row.line.known(*side, self.now, every);
        let silent = row.line.sides().iter().copied().filter(|side| known(side).state.is_none());
        let out = row.line.sides().iter().copied().filter(|side| known(side).out_since.is_some());
        [Cell::text(state), Cell::listed(silent, ", "), Cell::listed(out, ", ")]
    }

    /// The last test, how it came out, the next, and whether that is overdue.
    fn tests(&self, row: &Row, every: Option<Period>) -> [Cell; 4] {
        let (last, result) = row
            .line
            .last_test()
            .map_or((Cell::Empty, Cell::Empty), |(on, result)| (Cell::On(on), Cell::text(result.name())));
        let due = every.filter(|_| !row.line.is_closed()).map(|every| row.line.test_due(every));
        let standing = due.map(|due| if self.now.day() > due { "overdue" } else { "in time" });
        [last, result, due.map_or(Cell::Empty, Cell::On), standing.map_or(Cell::Empty, Cell::text)]
    }

    /// The sides of a line that was started that have said nothing of it since.
    fn owing(&self, started: Started) -> Vec<MemberCode> {
        let line = started.line.and_then(|number| self.numbered(number)).filter(|row| !row.line.is_closed());
        line.map_or_else(Vec::new, |row| row.line.owing_since(started.since))
    }

    fn numbered(&self, number: LiaisonLineNo) -> Option<&Row> {
        number.index().and_then(|at| self.rows.get(at))
    }

    /// In whose place each line was started. What is for everybody names none that is for the members alone.
    fn starts_for(&self, all: &[Audience]) -> BTreeMap<LiaisonLineNo, Vec<LiaisonLineNo>> {
        let mut starts_for: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in &self.rows {
            let started = row.started.and_then(|started| started.line);
            let shown = started.filter(|line| audience_of(all, row.number) >= audience_of(all, *line));
            if let Some(line) = shown {
                starts_for.entry(line).or_default().push(row.number);
            }
        }
        starts_for
    }

    /// What takes its place and how that is; since when it does, by when it is to be confirmed, and who has not done so.
    fn fall_back(&self, row: &Row, charter: &Charter) -> [Cell; 5] {
        let (fall_back, state) = match &row.recorded.fall_back {
            None => (Cell::text("no fall-back"), Cell::Empty),
            Some(FallBack::Line(line)) => {
                let state = self.numbered(*line).map(|named| self.stands_in(named, row, charter));
                (Cell::text(format!("{line}")), Cell::shown(state))
            }
            Some(FallBack::Words(words)) => (Cell::text(format!("{words}")), Cell::Empty),
        };
        let Some(started) = row.started else {
            return [fall_back, state, Cell::Empty, Cell::Empty, Cell::Empty];
        };
        let confirm_by = started.line.map_or(Cell::Empty, |_| Cell::At(started.confirm_by));
        [fall_back, state, Cell::At(started.since), confirm_by, Cell::listed(self.owing(started), ", ")]
    }

    /// The state of a line that takes the place of another, and the sides of that one which are no sides of it.
    fn stands_in(&self, named: &Row, instead_of: &Row, charter: &Charter) -> String {
        let state = match named.line.is_closed() {
            true => "closed",
            false => {
                named.line.state(self.now, stands(named, charter)).map_or("not known", |state| state.name())
            }
        };
        let sides = instead_of.line.sides().iter();
        let without: Vec<&str> =
            sides.filter(|side| !named.line.sides().contains(side)).map(MemberCode::as_str).collect();
        if without.is_empty() { state.into() } else { format!("{state}; without {}", without.join(", ")) }
    }
}

/// How long a side's word stands: as the charter says now, or, where it has no article any more, as it said when the line was
/// recorded.
fn stands(row: &Row, charter: &Charter) -> Period {
    charter.continuity().map_or(row.confirm_every, |article| article.confirm_every())
}

/// The share of 90 days in per cent, and exactly.
fn availability(row: &Row, now: Moment, every: Period) -> [Cell; 3] {
    let share = Some(row.line.availability(now, every)).filter(|share| share.of > 0);
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
    let left = words::left(ended.left);
    [
        Cell::text(ended.by.as_str()),
        Cell::At(ended.at),
        Cell::text(ended.reason.as_str()),
        Cell::text(left),
        Cell::text("closed"),
    ]
}
