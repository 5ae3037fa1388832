//! Bars: in how many of all something was so.

use std::num::Saturating as S;

use maud::html;

use super::axes::{Frame, Values};
use super::chart::{Chart, Head, Words};
use super::scale::{P, many};
use super::unit::{Unit, per_mille, share};
use crate::lines::short;

/// A bar: of what, and in how many of how many.
#[derive(Clone, Debug)]
pub(crate) struct Bar {
    /// What was so.
    pub(crate) label: String,
    /// In how many.
    pub(crate) count: u64,
    /// Of how many.
    pub(crate) all: u64,
}

/// Bars below each other.
#[derive(Clone, Debug)]
pub(crate) struct Bars {
    /// What it is called.
    pub(crate) head: Head,
    /// What stands at the axis: *of runs*.
    pub(crate) axis: String,
    /// What was counted, as the heading of a column.
    pub(crate) counted: String,
    /// From the first to the last.
    pub(crate) bars: Vec<Bar>,
}

const ROW: P = S(400);
/// The most characters of a label in a line above its bar: as many as there is room for on a phone, whose letters are larger.
pub(super) const LABEL: usize = 50;

/// Draws them.
#[must_use]
pub(crate) fn bars(all: &Bars, words: &Words) -> Chart {
    let top = S(60);
    let frame = Frame { left: S(180), right: S(3900), top, bottom: top + many(all.bars.len()) * ROW + S(20) };
    let level = Values::level(&frame, [0, 1000].into_iter(), (Unit::PerMille, words.language));
    let body = html! {
        (level.down(&frame, &all.axis))
        @for (at, bar) in all.bars.iter().enumerate() {
            @let y = frame.top + many(at) * ROW;
            @let end = level.at(per_mille(bar.count, bar.all)).max(if bar.count > 0 { frame.left + S(12) } else { frame.left });
            text.halo x=(frame.left + S(20)) y=(y + S(150)) { (short(&bar.label, LABEL)) }
            rect.full.k1 x=(frame.left) y=(y + S(200)) width=(end - frame.left) height="150" {}
            text.halo.strong x=(end + S(70)) y=(y + S(322)) { (share(bar.count, bar.all, words.language)) }
        }
    };
    let row = |bar: &Bar| {
        let share = share(bar.count, bar.all, words.language);
        vec![bar.label.clone(), bar.count.to_string(), bar.all.to_string(), share]
    };
    let heads = vec![String::new(), all.counted.clone(), words.runs.clone(), words.share.clone()];
    let rows = all.bars.iter().map(row).collect();
    Chart::new(&all.head, (frame.bottom + S(420), body), (heads, rows), words)
}
