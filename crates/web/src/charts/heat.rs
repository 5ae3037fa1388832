//! A heat map: what comes out for each value of one thing with each value of another.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::axes::{every, room};
use super::chart::{Chart, Head, Words};
use super::scale::{LETTER, P, WIDE, many, part};
use super::style::opacity;
use super::unit::Unit;

/// Values along one side: what they are of, and each as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    /// What they are of.
    pub(crate) label: String,
    /// Each of them, in their order.
    pub(crate) values: Vec<String>,
}

/// Cells in rows, the first row at the bottom.
#[derive(Clone, Debug)]
pub(crate) struct Heat {
    /// What it is called.
    pub(crate) head: Head,
    /// What its numbers count.
    pub(crate) unit: Unit,
    /// The values from left to right.
    pub(crate) across: Side,
    /// The values from the bottom up.
    pub(crate) up: Side,
    /// Row by row, from left to right; none, where nothing was measured.
    pub(crate) cells: Vec<Vec<Option<i64>>>,
    /// The least and the greatest, between which it is dark: those of all that is to be set beside it.
    pub(crate) ends: (i64, i64),
}

/// With more rows than these a row is low.
const FEW: usize = 8;
const TOP: P = S(420);
const RIGHT: P = S(4780);

/// Where cells are.
struct Grid {
    left: P,
    wide: P,
    high: P,
    rows: usize,
    bottom: P,
}

impl Grid {
    fn of(heat: &Heat) -> Grid {
        let longest = heat.up.values.iter().map(|value| value.chars().count()).max().unwrap_or_default();
        let left = (many(longest) * LETTER + S(100)).min(S(1600));
        let rows = heat.up.values.len();
        let high = if rows > FEW { S(220) } else { S(380) };
        let wide = part(RIGHT - left, many(heat.across.values.len().max(1)));
        Grid { left, wide, high, rows, bottom: TOP + many(rows) * high }
    }

    fn x(&self, column: usize) -> P {
        self.left + many(column) * self.wide
    }

    fn y(&self, row: usize) -> P {
        TOP + many(self.rows.saturating_sub(row).saturating_sub(1)) * self.high
    }
}

/// Draws it: the darker, the more; each with its number where there is room for it.
#[must_use]
pub(crate) fn heat(all: &Heat, words: &Words) -> Chart {
    let grid = Grid::of(all);
    let says = |value: i64| all.unit.says(value, words.language);
    let body = html! {
        text.side x="0" y="155" { (all.up.label) }
        (key(all.ends, &says))
        @for (row, cells) in all.cells.iter().enumerate() {
            @for (column, cell) in cells.iter().enumerate() { (drawn(*cell, all.ends, (&grid, row, column), &says)) }
        }
        (labels(all, &grid))
    };
    let heads = [String::new()].into_iter().chain(all.across.values.iter().cloned()).collect();
    let row = |(label, cells): (&String, &Vec<Option<i64>>)| {
        let cells = cells.iter().map(|cell| cell.map(says).unwrap_or_default());
        [label.clone()].into_iter().chain(cells).collect()
    };
    let is_empty = all.cells.iter().flatten().flatten().next().is_none();
    let rows = if is_empty { Vec::new() } else { all.up.values.iter().zip(&all.cells).map(row).collect() };
    Chart::new(&all.head, (grid.bottom + S(420), body), (heads, rows), words)
}

/// How far a value is from the least to the greatest, per mille.
fn share(value: i64, (least, most): (i64, i64)) -> i64 {
    let wide = |one: i64, other: i64| i128::from(one).saturating_sub(i128::from(other));
    let share = wide(value, least).saturating_mul(1000).checked_div(wide(most, least));
    share.and_then(|share| i64::try_from(share).ok()).unwrap_or_default().clamp(0, 1000)
}

fn drawn(
    cell: Option<i64>,
    ends: (i64, i64),
    (grid, row, column): (&Grid, usize, usize),
    says: &dyn Fn(i64) -> String,
) -> Markup {
    let (x, y) = (grid.x(column), grid.y(row));
    let (wide, high) = ((grid.wide - S(16)).max(S(8)), grid.high - S(16));
    let (middle, half) = (x + part(wide, S(2)), y + part(high, S(2)));
    html! {
        @if let Some(value) = cell {
            @let text = says(value);
            rect.cell x=(x) y=(y) width=(wide) height=(high) fill-opacity=(opacity(share(value, ends))) {}
            rect.guide x=(x) y=(y) width=(wide) height=(high) {}
            @if many(text.chars().count()) * LETTER <= wide {
                text x=(middle) y=(half + S(45)) text-anchor="middle" { (text) }
            }
        } @else { path.guide d=(format!("M{x} {half}h{wide}")) {} }
    }
}

/// From the least to the greatest, at the right above the cells.
fn key((least, most): (i64, i64), says: &dyn Fn(i64) -> String) -> Markup {
    const STEPS: [i64; 5] = [0, 250, 500, 750, 1000];
    let (least, most) = (says(least), says(most));
    let (box_wide, y): (P, P) = (S(180), S(220));
    let left = RIGHT - many(most.chars().count()) * LETTER - S(60) - box_wide * many(STEPS.len());
    html! {
        text.side x=(left - S(60)) y=(y + S(110)) text-anchor="end" { (least) }
        @for (at, step) in STEPS.iter().enumerate() {
            @let x = left + many(at) * box_wide;
            rect.cell x=(x) y=(y) width=(box_wide) height="130" fill-opacity=(opacity(*step)) {}
            rect.guide x=(x) y=(y) width=(box_wide) height="130" {}
        }
        text.side x=(left + box_wide * many(STEPS.len()) + S(60)) y=(y + S(110)) { (most) }
    }
}

/// The values at the left and below, as many as there is room for, the first among them; and of what those below are.
fn labels(all: &Heat, grid: &Grid) -> Markup {
    let step = every(all.across.values.len(), grid.wide, room(&all.across.values));
    html! {
        @for (row, value) in all.up.values.iter().enumerate() {
            text.side x=(grid.left - S(60)) y=(grid.y(row) + part(grid.high, S(2)) + S(35)) text-anchor="end" { (value) }
        }
        @for (column, value) in all.across.values.iter().enumerate().step_by(step) {
            text.side x=(grid.x(column) + part(grid.wide, S(2))) y=(grid.bottom + S(170)) text-anchor="middle" { (value) }
        }
        text.side x=(WIDE - S(20)) y=(grid.bottom + S(360)) text-anchor="end" { (all.across.label) }
    }
}
