//! Two sides: in how many runs the one had more, both had the same, and the other had more.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::axes::Frame;
use super::bars::LABEL;
use super::chart::{Chart, Head, Words};
use super::hatch::{Filled, Hatch, key};
use super::scale::{P, Scale, many};
use super::unit::{per_mille, share};
use crate::lines::short;

/// One measure on both sides, in counts of runs.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    /// What it is.
    pub(crate) label: String,
    /// The first had more.
    pub(crate) first: u64,
    /// Both had the same.
    pub(crate) same: u64,
    /// The second had more.
    pub(crate) second: u64,
}

/// Measures below each other.
#[derive(Clone, Debug)]
pub(crate) struct Sides {
    /// What it is called.
    pub(crate) head: Head,
    /// How the first, the same and the second are called.
    pub(crate) called: [String; 3],
    /// From the first to the last.
    pub(crate) pairs: Vec<Pair>,
}

const ROW: P = S(430);
const BAR: P = S(150);

/// Draws a bar for each measure: full, empty and hatched.
#[must_use]
pub(crate) fn sides(all: &Sides, words: &Words) -> Chart {
    let top = S(420);
    let frame = Frame { left: S(680), right: S(4080), top, bottom: top + many(all.pairs.len()) * ROW };
    let hatch = Hatch::of(&all.head.name);
    let [first, same, second] = &all.called;
    let body = html! {
        (hatch.defined())
        (key(&[(S(0), Filled::Full, first), (S(1700), Filled::Empty, same), (S(3000), Filled::Hatched(&hatch), second)]))
        @for (at, pair) in all.pairs.iter().enumerate() {
            (drawn(pair, &frame, (frame.top + many(at) * ROW, &hatch), words))
        }
    };
    let row = |pair: &Pair| {
        let whole = of(pair);
        let says = |count| share(count, whole, words.language);
        vec![pair.label.clone(), says(pair.first), says(pair.same), says(pair.second), whole.to_string()]
    };
    let heads = [String::new()].into_iter().chain(all.called.clone()).chain([words.runs.clone()]).collect();
    let rows = all.pairs.iter().map(row).collect();
    Chart::new(&all.head, (frame.bottom + S(60), body), (heads, rows), words)
}

fn of(pair: &Pair) -> u64 {
    pair.first.saturating_add(pair.same).saturating_add(pair.second)
}

fn drawn(pair: &Pair, frame: &Frame, (top, hatch): (P, &Hatch), words: &Words) -> Markup {
    let whole = of(pair);
    let scale = Scale::of(&[0, 1000], (frame.left, frame.right));
    let (first, second) = (per_mille(pair.first, whole), per_mille(pair.second, whole));
    let (one, other) = (scale.at(first), scale.at(1000_i64.saturating_sub(second)));
    let y = top + S(65);
    let at = y + S(122);
    html! {
        text.halo x="20" y=(top) { (short(&pair.label, LABEL)) }
        @if whole == 0 { text.side x=(frame.left) y=(at) { (words.nothing) } }
        @else {
            rect.full.k1 x=(frame.left) y=(y) width=(one - frame.left) height=(BAR) {}
            rect fill=(hatch.fill()) x=(other) y=(y) width=(frame.right - other) height=(BAR) {}
            rect.outline x=(frame.left) y=(y) width=(frame.right - frame.left) height=(BAR) {}
            text.side x=(frame.left - S(50)) y=(at) text-anchor="end" { (share(pair.first, whole, words.language)) }
            text.side x=(frame.right + S(50)) y=(at) { (share(pair.second, whole, words.language)) }
        }
    }
}
