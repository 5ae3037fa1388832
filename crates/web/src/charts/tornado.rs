//! A tornado: how far each assumption moves what comes out, the farthest on top.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::axes::{Frame, Values};
use super::bars::LABEL;
use super::chart::{Chart, Head, Words, short};
use super::scale::{P, many, part};
use super::unit::Unit;

/// What comes out where one assumption is low, and where it is high.
#[derive(Clone, Debug)]
pub struct Swing {
    /// The assumption, and between what it moves.
    pub label: String,
    /// What comes out where it is low.
    pub low: i64,
    /// What comes out where it is high.
    pub high: i64,
}

/// Swings around what comes out where nothing is moved.
#[derive(Clone, Debug)]
pub struct Tornado {
    /// What it is called.
    pub head: Head,
    /// What its numbers count.
    pub unit: Unit,
    /// What stands at the axis: what comes out.
    pub axis: String,
    /// What comes out where nothing is moved.
    pub base: i64,
    /// How *low* and *high* are called: heads of columns, and what stands on top.
    pub ends: (String, String),
    /// In any order.
    pub swings: Vec<Swing>,
}

const ROW: P = S(400);
const BAR: P = S(150);

/// Draws it: hatched, where the assumption is low; full, where it is high.
#[must_use]
pub fn tornado(all: &Tornado, words: &Words) -> Chart {
    let mut swings = all.swings.clone();
    let far = |swing: &Swing| {
        let from_base = |value: i64| value.abs_diff(all.base);
        from_base(swing.low).max(from_base(swing.high)).max(swing.low.abs_diff(swing.high))
    };
    swings.sort_by_key(|swing| std::cmp::Reverse(far(swing)));
    let top = S(300);
    let frame = Frame { left: S(480), right: S(4320), top, bottom: top + many(swings.len()) * ROW + S(20) };
    let values = swings.iter().flat_map(|swing| [swing.low, swing.high]).chain([all.base]);
    let level = Values::level(&frame, values, (all.unit, words.language));
    let hatch = format!("{}-hatch", all.head.name);
    let base = level.at(all.base);
    let body = html! {
        defs {
            pattern id=(hatch) width="80" height="80" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                path.weave.k2 d="M20 0V80" {}
            }
        }
        (level.down(&frame, &all.axis))
        (key(&all.ends, &hatch))
        @for (at, swing) in swings.iter().enumerate() {
            (drawn(swing, (&level, base, &hatch), frame.top + many(at) * ROW))
        }
        path.outline d=(format!("M{base} {}V{}", frame.top - S(40), frame.bottom)) {}
    };
    let row = |swing: &Swing| {
        vec![swing.label.clone(), level.says(swing.low), level.says(all.base), level.says(swing.high)]
    };
    let heads = vec![String::new(), all.ends.0.clone(), String::from("="), all.ends.1.clone()];
    let rows = swings.iter().map(row).collect();
    Chart::new(&all.head, (frame.bottom + S(420), body), (heads, rows), words)
}

fn key((low, high): &(String, String), hatch: &str) -> Markup {
    html! {
        rect fill=(format!("url(#{hatch})")) x="0" y="40" width="260" height="120" {}
        rect.outline x="0" y="40" width="260" height="120" {}
        text x="330" y="145" { (low) }
        rect.full.k1 x="2400" y="40" width="260" height="120" {}
        text x="2730" y="145" { (high) }
    }
}

fn drawn(swing: &Swing, (level, base, hatch): (&Values, P, &str), top: P) -> Markup {
    let (low, high) = (level.at(swing.low), level.at(swing.high));
    // Where both ends are on one side, or one is nowhere, each has half of the bar.
    let same_side = (low >= base && high >= base) || (low <= base && high <= base);
    let (thick, down) = if same_side { (part(BAR, S(2)), part(BAR, S(2))) } else { (BAR, S(0)) };
    let value = |value: i64, place: P, y: P| {
        let left = place < base;
        html! {
            text.halo.side x=(if left { place - S(50) } else { place + S(50) }) y=(y)
                text-anchor=(if left { "end" } else { "start" }) { (level.says(value)) }
        }
    };
    let wide = |place: P| (place.max(base) - place.min(base)).max(S(8));
    let y = top + S(200);
    html! {
        text.halo x="0" y=(top + S(150)) { (short(&swing.label, LABEL)) }
        rect fill=(format!("url(#{hatch})")) x=(low.min(base)) y=(y) width=(wide(low)) height=(thick) {}
        rect.outline x=(low.min(base)) y=(y) width=(wide(low)) height=(thick) {}
        rect.full.k1 x=(high.min(base)) y=(y + down) width=(wide(high)) height=(thick) {}
        @if same_side {
            @let far = if low.max(high) > base { low.max(high) } else { low.min(high) };
            text.halo.side x=(if far < base { far - S(50) } else { far + S(50) }) y=(y + S(122))
                text-anchor=(if far < base { "end" } else { "start" }) { (level.says(swing.low)) " / " (level.says(swing.high)) }
        } @else {
            (value(swing.low, low, y + S(122)))
            (value(swing.high, high, y + S(122)))
        }
    }
}
