//! A fan: how runs spread, quarter by quarter.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::axes::{Frame, Quarters, Values, between, path, stretches};
use super::chart::{Chart, Head, Words};
use super::scale::{P, many, part};
use super::unit::Unit;

/// What 5, 25, 50, 75 and 95 per cent of the runs do not exceed, and of how many runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    /// From the least to the greatest.
    pub(crate) values: [i64; 5],
    /// The runs in which it was measured.
    pub(crate) runs: u64,
}

/// Quarter by quarter, from the first; none, where it was measured in no run.
#[derive(Clone, Debug)]
pub(crate) struct Fan {
    /// What it is called.
    pub(crate) head: Head,
    /// What its numbers count.
    pub(crate) unit: Unit,
    /// What stands at the axis of values.
    pub(crate) axis: String,
    /// The quarters.
    pub(crate) points: Vec<Option<Point>>,
}

/// How a quantile is called, from the least to the greatest.
const CALLED: [&str; 5] = ["5", "25", "50", "75", "95"];

const HIGH: P = S(2560);
const FRAME: Frame = Frame { left: S(560), right: S(3880), top: S(300), bottom: S(2140) };

/// Draws a fan.
#[must_use]
pub(crate) fn fan(fan: &Fan, words: &Words) -> Chart {
    let values = || fan.points.iter().flatten().flat_map(|point| point.values);
    let up = Values::upright(&FRAME, values(), (fan.unit, words.language));
    let quarters = Quarters { frame: FRAME, count: fan.points.len() };
    let body = html! {
        (up.across(&FRAME, &fan.axis))
        (quarters.along(&words.quarter))
        @for stretch in stretches(&quarters, fan.points.iter().copied()) { (drawn(&stretch, &up)) }
        @if let Some((at, point)) = last(&fan.points) { (labels(&up, quarters.middle(at), &point)) }
    };
    let heads = [words.quarter.clone()].into_iter();
    let heads = heads.chain(CALLED.map(|of| format!("{of}\u{a0}%"))).chain([words.runs.clone()]);
    let row = |(at, point): (usize, &Option<Point>)| {
        let point = (*point)?;
        let cells = point.values.map(|value| up.says(value));
        let first = at.saturating_add(1).to_string();
        Some([first].into_iter().chain(cells).chain([point.runs.to_string()]).collect())
    };
    let rows = fan.points.iter().enumerate().filter_map(row).collect();
    Chart::new(&fan.head, (HIGH, body), (heads.collect(), rows), words)
}

/// The last quarter in which it was measured.
fn last(points: &[Option<Point>]) -> Option<(usize, Point)> {
    points.iter().enumerate().rev().find_map(|(at, point)| Some((at, (*point)?)))
}

/// Two bands and the line in their middle.
fn drawn(stretch: &[(P, Point)], up: &Values) -> Markup {
    let edge = |which: usize| {
        let at = move |point: &Point| up.at(point.values.get(which).copied().unwrap_or_default());
        stretch.iter().map(move |(x, point)| (*x, at(point)))
    };
    html! {
        path.area.k1 d=(between(edge(0), edge(4))) {}
        path.area.inner.k1 d=(between(edge(1), edge(3))) {}
        path.trace.k1 d=(path(edge(2))) {}
    }
}

/// What each edge is, at the right; those too near to each other share a label.
fn labels(up: &Values, from: P, point: &Point) -> Markup {
    let mut groups: Vec<Vec<(usize, P)>> = Vec::new();
    for (which, value) in point.values.iter().enumerate() {
        let y = up.at(*value);
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|(_, last)| *last - y < S(170)) => group.push((which, y)),
            _ => groups.push(vec![(which, y)]),
        }
    }
    let called = |which: Option<&(usize, P)>| which.and_then(|(which, _)| CALLED.get(*which)).copied();
    html! {
        @for group in &groups {
            @let sum = group.iter().fold(S(0), |sum, (_, y)| sum + *y);
            @let y = part(sum, many(group.len()));
            @let (first, last) = (called(group.first()).unwrap_or_default(), called(group.last()).unwrap_or_default());
            text .strong[group.iter().any(|(which, _)| *which == 2)] x=(from.max(FRAME.right - S(160)) + S(230)) y=(y + S(45)) {
                @if first == last { (first) "\u{a0}%" } @else { (first) "–" (last) "\u{a0}%" }
            }
        }
    }
}
