//! Several of one measure, or of one kind, over each other: the middle half of the runs of each, and the middle.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::axes::{Frame, Quarters, Values, apart, between, path, stretches};
use super::chart::{Chart, Head, Words};
use super::scale::{P, many};
use super::style::series;
use super::unit::Unit;

/// What 25, 50 and 75 per cent of the runs do not exceed, quarter by quarter.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    /// What it is called.
    pub(crate) label: String,
    /// The quarters, from the first; none, where it was measured in no run.
    pub(crate) points: Vec<Option<[i64; 3]>>,
}

/// Along what series are drawn, from left to right.
#[derive(Clone, Debug)]
pub(crate) enum Along {
    /// Quarters.
    Quarters,
    /// Values that are as far from each other.
    Values {
        /// What they are of.
        label: String,
        /// Each of them, as it is written.
        values: Vec<String>,
    },
}

impl Along {
    /// What they are of.
    fn label<'a>(&'a self, words: &'a Words) -> &'a str {
        match self {
            Along::Quarters => &words.quarter,
            Along::Values { label, .. } => label,
        }
    }

    /// How one of them is called.
    fn says(&self, at: usize) -> String {
        match self {
            Along::Quarters => at.saturating_add(1).to_string(),
            Along::Values { values, .. } => values.get(at).cloned().unwrap_or_default(),
        }
    }

    /// Their names below a frame.
    fn drawn(&self, quarters: &Quarters, words: &Words) -> Markup {
        match self {
            Along::Quarters => quarters.along(&words.quarter),
            Along::Values { label, values } => quarters.named(values, label),
        }
    }
}

/// Series over each other, on one axis.
#[derive(Clone, Debug)]
pub(crate) struct Overlaid {
    /// What it is called.
    pub(crate) head: Head,
    /// What its numbers count.
    pub(crate) unit: Unit,
    /// What stands at the axis of values.
    pub(crate) axis: String,
    /// Along what they are drawn.
    pub(crate) along: Along,
    /// What is drawn; after five, colours and strokes begin anew.
    pub(crate) series: Vec<Series>,
}

/// A name longer than this stands on top, and not at the end of its line.
const SHORT: usize = 14;
const LINE: P = S(200);

/// Draws them.
#[must_use]
pub(crate) fn overlaid(all: &Overlaid, words: &Words) -> Chart {
    let beside = all.series.iter().all(|one| one.label.chars().count() <= SHORT);
    let legend = if beside { S(0) } else { many(all.series.len()) * LINE + S(60) };
    let (top, right) = (S(300) + legend, if beside { S(3080) } else { S(4700) });
    let frame = Frame { left: S(560), right, top, bottom: top + S(1900) };
    let values = || all.series.iter().flat_map(|one| one.points.iter().flatten().flatten().copied());
    let up = Values::upright(&frame, values(), (all.unit, words.language));
    let count = all.series.iter().map(|one| one.points.len()).max().unwrap_or_default();
    let quarters = Quarters { frame, count };
    let body = html! {
        g transform=(format!("translate(0 {legend})")) { text.side x="0" y="155" { (all.axis) } }
        (up.across(&frame, ""))
        (all.along.drawn(&quarters, words))
        @for (at, one) in all.series.iter().enumerate() { (drawn(one, series(at), &quarters, &up)) }
        @if beside { (at_the_end(all, &frame, &up)) } @else { (on_top(all)) }
    };
    let called = ["25", "50", "75"];
    let heads = all.series.iter().flat_map(|one| called.map(|of| format!("{}: {of}\u{a0}%", one.label)));
    let heads = [all.along.label(words).to_owned()].into_iter().chain(heads).collect();
    let cells = |at: usize, one: &Series| {
        let point = one.points.get(at).copied().flatten();
        point.map_or_else(|| ["", "", ""].map(str::to_owned), |values| values.map(|value| up.says(value)))
    };
    let row = |at: usize| {
        let cells = all.series.iter().flat_map(|one| cells(at, one));
        [all.along.says(at)].into_iter().chain(cells).collect()
    };
    let is_empty = values().next().is_none();
    let rows = if is_empty { Vec::new() } else { (0..count).map(row).collect() };
    Chart::new(&all.head, (frame.bottom + S(420), body), (heads, rows), words)
}

fn drawn(one: &Series, class: &str, quarters: &Quarters, up: &Values) -> Markup {
    html! {
        @for stretch in stretches(quarters, one.points.iter().copied()) {
            @let low = || stretch.iter().map(|(x, [low, ..])| (*x, up.at(*low)));
            @let high = || stretch.iter().map(|(x, [.., high])| (*x, up.at(*high)));
            path class=(format!("area {class}")) d=(between(low(), high())) {}
            path class=(format!("edge {class}")) d=(path(low())) {}
            path class=(format!("edge {class}")) d=(path(high())) {}
            path class=(format!("trace {class}")) d=(path(stretch.iter().map(|(x, [_, middle, _])| (*x, up.at(*middle))))) {}
        }
    }
}

/// Each name at the end of its line, with a piece of it.
fn at_the_end(all: &Overlaid, frame: &Frame, up: &Values) -> Markup {
    let end = |one: &Series| {
        one.points.iter().flatten().last().map_or(frame.bottom, |[_, middle, _]| up.at(*middle))
    };
    let ends: Vec<P> = all.series.iter().map(end).collect();
    let places = apart(&ends, LINE, (frame.top, frame.bottom));
    html! {
        @for (at, (one, y)) in all.series.iter().zip(places).enumerate() { (named(one, at, frame.right, y)) }
    }
}

fn on_top(all: &Overlaid) -> Markup {
    html! {
        @for (at, one) in all.series.iter().enumerate() { (named(one, at, S(-40), many(at) * LINE + S(100))) }
    }
}

fn named(one: &Series, at: usize, left: P, y: P) -> Markup {
    html! {
        path class=(format!("trace {}", series(at))) d=(format!("M{} {y}h260", left + S(40))) {}
        text x=(left + S(340)) y=(y + S(45)) { (one.label) }
    }
}
