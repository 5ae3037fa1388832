//! A timeline: in how many runs something was so, quarter by quarter, a line for each.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::axes::{Frame, Quarters};
use super::chart::{Chart, Head, Words};
use super::scale::{P, many, part};
use super::style::opacity;
use super::unit::{hundredths, per_mille, share};

/// A line: of whom, and in how many of how many runs in each quarter; none, where there was nothing to be counted.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    /// Of whom: a pair, or a set.
    pub(crate) label: String,
    /// The quarters, from the first.
    pub(crate) cells: Vec<Option<(u64, u64)>>,
}

/// Lines below each other.
#[derive(Clone, Debug)]
pub(crate) struct Timeline {
    /// What it is called.
    pub(crate) head: Head,
    /// From the first to the last.
    pub(crate) lanes: Vec<Lane>,
}

/// A label longer than this stands above its line.
const SHORT: usize = 8;
const CELL: P = S(240);

/// Draws it: the darker, the more runs, with the number of a hundred where there is room for it.
#[must_use]
pub(crate) fn timeline(all: &Timeline, words: &Words) -> Chart {
    let beside = all.lanes.iter().all(|lane| lane.label.chars().count() <= SHORT);
    let (left, above) = if beside { (S(820), S(0)) } else { (S(20), S(180)) };
    let step = CELL + above + S(30);
    let bottom = S(40) + many(all.lanes.len()) * step;
    let frame = Frame { left, right: S(4780), top: S(40), bottom };
    let count = all.lanes.iter().map(|lane| lane.cells.len()).max().unwrap_or_default();
    let quarters = Quarters { frame, count };
    let body = html! {
        @for (at, lane) in all.lanes.iter().enumerate() {
            @let top = frame.top + many(at) * step;
            @if beside { text x="0" y=(top + S(165)) { (lane.label) } }
            @else { text x=(left) y=(top + S(140)) { (lane.label) } }
            (cells(lane, &quarters, top + above))
        }
        (quarters.along(&words.quarter))
    };
    let says = |cell: Option<(u64, u64)>| {
        cell.map(|(count, all)| share(count, all, words.language)).unwrap_or_default()
    };
    let row = |at: usize| {
        let cells = all.lanes.iter().map(|lane| says(lane.cells.get(at).copied().flatten()));
        [at.saturating_add(1).to_string()].into_iter().chain(cells).collect()
    };
    let heads = [words.quarter.clone()].into_iter().chain(all.lanes.iter().map(|lane| lane.label.clone()));
    let rows = if all.lanes.is_empty() { Vec::new() } else { (0..count).map(row).collect() };
    Chart::new(&all.head, (frame.bottom + S(420), body), (heads.collect(), rows), words)
}

fn cells(lane: &Lane, quarters: &Quarters, top: P) -> Markup {
    let wide = (quarters.wide() - S(16)).max(S(8));
    html! {
        @for (at, cell) in lane.cells.iter().enumerate() {
            @let middle = quarters.middle(at);
            @let x = middle - part(wide, S(2));
            @if let Some((count, all)) = cell {
                @let share = per_mille(*count, *all);
                rect.cell x=(x) y=(top) width=(wide) height=(CELL) fill-opacity=(opacity(share)) {}
                rect.guide x=(x) y=(top) width=(wide) height=(CELL) {}
                @if quarters.wide() >= S(260) {
                    text.tight x=(middle) y=(top + S(160)) text-anchor="middle" { (hundredths(*count, *all)) }
                }
            } @else { path.guide d=(format!("M{x} {}h{wide}", top + part(CELL, S(2)))) {} }
        }
    }
}
