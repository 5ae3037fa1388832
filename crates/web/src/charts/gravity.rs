//! Where the weight is: each one's part of several things.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::axes::{Frame, Values};
use super::chart::{Chart, Head, Words};
use super::fan::Point;
use super::scale::{P, many, part};
use super::unit::Unit;

/// Somebody's part.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Whose.
    pub(crate) label: String,
    /// What 5, 25, 50, 75 and 95 per cent of the runs do not exceed, per mille of the whole.
    pub(crate) point: Point,
}

/// Everybody's part of one thing.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// Of what.
    pub(crate) label: String,
    /// Whose.
    pub(crate) parts: Vec<Part>,
}

/// Parts of several things, below each other.
#[derive(Clone, Debug)]
pub(crate) struct Gravity {
    /// What it is called.
    pub(crate) head: Head,
    /// What stands at the axis.
    pub(crate) axis: String,
    /// Of what.
    pub(crate) groups: Vec<Group>,
}

const ROW: P = S(240);
const TITLE: P = S(280);

/// Draws, for each part, a line over nine tenths of the runs, a bar over the middle half and a dot at the middle, which is seen
/// where all three are one place.
#[must_use]
pub(crate) fn gravity(all: &Gravity, words: &Words) -> Chart {
    let rows = all.groups.iter().fold(0_usize, |sum, group| sum.saturating_add(group.parts.len()));
    let bottom = S(20) + many(all.groups.len()) * TITLE + many(rows) * ROW;
    let frame = Frame { left: S(760), right: S(4560), top: S(20), bottom };
    let parts = || all.groups.iter().flat_map(|group| &group.parts);
    let level =
        Values::level(&frame, parts().flat_map(|part| part.point.values), (Unit::PerMille, words.language));
    let mut top = frame.top;
    let mut body = vec![level.down(&frame, &all.axis)];
    for group in &all.groups {
        body.push(html! { text.strong.halo x="0" y=(top + S(200)) { (group.label) } });
        top += TITLE;
        for one in &group.parts {
            body.push(drawn(one, &level, top + part(ROW, S(2))));
            top += ROW;
        }
    }
    let body = html! { @for piece in body { (piece) } };
    let cells = |group: &Group, part: &Part| {
        let values = part.point.values.map(|value| level.says(value));
        let first = format!("{}: {}", group.label, part.label);
        [first].into_iter().chain(values).chain([part.point.runs.to_string()]).collect()
    };
    let table = all.groups.iter().flat_map(|group| group.parts.iter().map(move |part| cells(group, part)));
    let heads = ["5", "25", "50", "75", "95"].map(|of| format!("{of}\u{a0}%"));
    let heads = [String::new()].into_iter().chain(heads).chain([words.runs.clone()]).collect();
    Chart::new(&all.head, (frame.bottom + S(420), body), (heads, table.collect()), words)
}

fn drawn(part: &Part, level: &Values, y: P) -> Markup {
    let [least, low, middle, high, most] = part.point.values.map(|value| level.at(value));
    html! {
        text x="0" y=(y + S(45)) { (part.label) }
        path.weave.k1 d=(format!("M{least} {y}H{}", most.max(least + S(10)))) {}
        rect.full.k1 x=(low) y=(y - S(60)) width=((high - low).max(S(10))) height="120" {}
        circle.dot cx=(middle) cy=(y) r="60" {}
    }
}
