//! A tornado: how far each assumption moves what comes out, the farthest on top.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::axes::{Frame, Values};
use super::bars::LABEL;
use super::chart::{Chart, Head, Words};
use super::hatch::{Filled, Hatch, key};
use super::scale::{LETTER, P, WIDE, many, part};
use super::unit::Unit;
use crate::lines::short;

/// What comes out where one assumption is low, and where it is high.
#[derive(Clone, Debug)]
pub(crate) struct Swing {
    /// The assumption, and between what it moves.
    pub(crate) label: String,
    /// What comes out where it is low.
    pub(crate) low: i64,
    /// What comes out where it is high.
    pub(crate) high: i64,
}

/// Swings around what comes out where nothing is moved.
#[derive(Clone, Debug)]
pub(crate) struct Tornado {
    /// What it is called.
    pub(crate) head: Head,
    /// What its numbers count.
    pub(crate) unit: Unit,
    /// What stands at the axis: what comes out.
    pub(crate) axis: String,
    /// What comes out where nothing is moved.
    pub(crate) base: i64,
    /// How *low* and *high* are called: heads of columns, and what stands on top.
    pub(crate) ends: (String, String),
    /// In any order.
    pub(crate) swings: Vec<Swing>,
}

const ROW: P = S(400);
const BAR: P = S(150);

/// Draws it: hatched, where the assumption is low; full, where it is high.
#[must_use]
pub(crate) fn tornado(all: &Tornado, words: &Words) -> Chart {
    let mut swings = all.swings.clone();
    let far = |swing: &Swing| {
        let from_base = |value: i64| value.abs_diff(all.base);
        from_base(swing.low).max(from_base(swing.high)).max(swing.low.abs_diff(swing.high))
    };
    swings.sort_by_key(|swing| std::cmp::Reverse(far(swing)));
    let top = S(300);
    let frame = Frame { left: S(720), right: S(4080), top, bottom: top + many(swings.len()) * ROW + S(20) };
    let values = swings.iter().flat_map(|swing| [swing.low, swing.high]).chain([all.base]);
    let level = Values::level(&frame, values, (all.unit, words.language));
    let hatch = Hatch::of(&all.head.name);
    let base = level.at(all.base);
    let body = html! {
        (hatch.defined())
        (level.down(&frame, &all.axis))
        (key(&[(S(0), Filled::Hatched(&hatch), &all.ends.0), (S(2400), Filled::Full, &all.ends.1)]))
        // Below the names and the bars, so that it strikes none of them through.
        path.outline d=(format!("M{base} {}V{}", frame.top - S(40), frame.bottom)) {}
        @for (at, swing) in swings.iter().enumerate() {
            (drawn(swing, (&level, base, &hatch), frame.top + many(at) * ROW))
        }
    };
    let row = |swing: &Swing| {
        vec![swing.label.clone(), level.says(swing.low), level.says(all.base), level.says(swing.high)]
    };
    let heads = vec![String::new(), all.ends.0.clone(), String::from("="), all.ends.1.clone()];
    let rows = swings.iter().map(row).collect();
    Chart::new(&all.head, (frame.bottom + S(420), body), (heads, rows), words)
}

fn drawn(swing: &Swing, (level, base, hatch): (&Values, P, &Hatch), top: P) -> Markup {
    let (low, high) = (level.at(swing.low), level.at(swing.high));
    // Where both ends are on one side, or one is nowhere, each has half of the bar.
    let same_side = (low >= base && high >= base) || (low <= base && high <= base);
    let (thick, down) = if same_side { (part(BAR, S(2)), part(BAR, S(2))) } else { (BAR, S(0)) };
    let wide = |place: P| (place.max(base) - place.min(base)).max(S(8));
    let (y, says) = (top + S(200), |value: i64| level.says(value));
    html! {
        text.halo x="20" y=(top + S(150)) { (short(&swing.label, LABEL)) }
        rect fill=(hatch.fill()) x=(low.min(base)) y=(y) width=(wide(low)) height=(thick) {}
        rect.outline x=(low.min(base)) y=(y) width=(wide(low)) height=(thick) {}
        rect.full.k1 x=(high.min(base)) y=(y + down) width=(wide(high)) height=(thick) {}
        @if same_side {
            @let far = if low.max(high) > base { low.max(high) } else { low.min(high) };
            (beside(&format!("{} / {}", says(swing.low), says(swing.high)), (far, y + S(122)), far < base))
        } @else {
            @for (value, place) in [(swing.low, low), (swing.high, high)] {
                (beside(&says(value), (place, y + S(122)), place < base))
            }
        }
    }
}

/// A text beside the end of a bar, at its left or at its right; where there is no room for it, it lies on the bar.
fn beside(text: &str, (end, y): (P, P), is_left: bool) -> Markup {
    let (wide, gap) = (many(text.chars().count()) * LETTER, S(50));
    let fits = if is_left { end - gap >= wide } else { end + gap + wide <= WIDE };
    let (x, anchor) = match (is_left, fits) {
        (true, true) => (end - gap, "end"),
        (true, false) => (S(10), "start"),
        (false, true) => (end + gap, "start"),
        (false, false) => (WIDE - S(10), "end"),
    };
    html! { text.halo.side x=(x) y=(y) text-anchor=(anchor) { (text) } }
}
