//! Two sides: in how many runs the one had more, both had the same, and the other had more.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::axes::Frame;
use super::bars::LABEL;
use super::chart::{Chart, Head, Words, short};
use super::scale::{P, Scale, many};
use super::unit::{per_mille, share};

/// One measure on both sides, in counts of runs.
#[derive(Clone, Debug)]
pub struct Pair {
    /// What it is.
    pub label: String,
    /// The first had more.
    pub first: u64,
    /// Both had the same.
    pub same: u64,
    /// The second had more.
    pub second: u64,
}

/// Measures below each other.
#[derive(Clone, Debug)]
pub struct Sides {
    /// What it is called.
    pub head: Head,
    /// How the first, the same and the second are called.
    pub called: [String; 3],
    /// From the first to the last.
    pub pairs: Vec<Pair>,
}

const ROW: P = S(430);
const BAR: P = S(150);

/// Draws a bar for each measure: full, empty and hatched.
#[must_use]
pub fn sides(all: &Sides, words: &Words) -> Chart {
    let top = S(420);
    let frame = Frame { left: S(680), right: S(4080), top, bottom: top + many(all.pairs.len()) * ROW };
    let hatch = format!("{}-hatch", all.head.name);
    let body = html! {
        defs {
            pattern id=(hatch) width="80" height="80" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                path.weave.k2 d="M20 0V80" {}
            }
        }
        (key(&all.called, &hatch))
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

fn key([first, same, second]: &[String; 3], hatch: &str) -> Markup {
    html! {
        rect.full.k1 x="0" y="40" width="240" height="120" {}
        text x="300" y="145" { (first) }
        rect.outline x="1700" y="40" width="240" height="120" {}
        text x="2000" y="145" { (same) }
        rect fill=(format!("url(#{hatch})")) x="3000" y="40" width="240" height="120" {}
        rect.outline x="3000" y="40" width="240" height="120" {}
        text x="3300" y="145" { (second) }
    }
}

fn drawn(pair: &Pair, frame: &Frame, (top, hatch): (P, &str), words: &Words) -> Markup {
    let whole = of(pair);
    let scale = Scale::of(&[0, 1000], (frame.left, frame.right));
    let (first, second) = (per_mille(pair.first, whole), per_mille(pair.second, whole));
    let (one, other) = (scale.at(first), scale.at(1000_i64.saturating_sub(second)));
    let y = top + S(65);
    let at = y + S(122);
    html! {
        text.halo x="0" y=(top) { (short(&pair.label, LABEL)) }
        @if whole == 0 { text.side x=(frame.left) y=(at) { (words.nothing) } }
        @else {
            rect.full.k1 x=(frame.left) y=(y) width=(one - frame.left) height=(BAR) {}
            rect fill=(format!("url(#{hatch})")) x=(other) y=(y) width=(frame.right - other) height=(BAR) {}
            rect.outline x=(frame.left) y=(y) width=(frame.right - frame.left) height=(BAR) {}
            text.side x=(frame.left - S(50)) y=(at) text-anchor="end" { (share(pair.first, whole, words.language)) }
            text.side x=(frame.right + S(50)) y=(at) { (share(pair.second, whole, words.language)) }
        }
    }
}
