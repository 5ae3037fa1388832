//! Where something came from and where it went: bands whose widths are amounts, told apart by labels and patterns.

use maud::{Markup, html};

use super::share::Pattern;

/// One end of a band: what it is called, how much it is in words, and its width.
pub(crate) struct End {
    pub(crate) label: String,
    pub(crate) says: String,
    pub(crate) minor: i128,
    pub(crate) pattern: Pattern,
}

/// The size of the picture, in its own units, and of its parts.
const WIDTH: i128 = 1000;
const BAND: i128 = 240;
const SLOT: i128 = 40;
const GAP: i128 = 8;
const BAR: i128 = 14;
const LEFT: i128 = 240;
const MIDDLE: i128 = 493;
const RIGHT: i128 = 746;

/// An end in its place: its top and height beside its label, and where its band meets the middle.
struct Placed<'e> {
    end: &'e End,
    top: i128,
    height: i128,
    joins: i128,
}

/// The ends of one side, one below the other, and how high the side is.
fn placed(ends: &[End], whole: i128) -> (Vec<Placed<'_>>, i128) {
    let (mut top, mut joins) = (0_i128, 0_i128);
    let mut all = Vec::with_capacity(ends.len());
    for end in ends {
        let height = end.minor.saturating_mul(BAND).checked_div(whole).unwrap_or_default().max(2);
        all.push(Placed { end, top, height, joins });
        top = top.saturating_add(height.max(SLOT)).saturating_add(GAP);
        joins = joins.saturating_add(height);
    }
    (all, top)
}

/// The picture, described in `says`; both sides come to the same whole. What is hatched in it is filled by the pattern of the
/// page's other pictures.
pub(crate) fn sankey(title: &str, says: &str, from: &[End], to: &[End]) -> Markup {
    let whole = from.iter().fold(0_i128, |sum, end| sum.saturating_add(end.minor));
    let ((left, left_high), (right, right_high)) = (placed(from, whole), placed(to, whole));
    let high = left_high.max(right_high).max(BAND.saturating_add(GAP));
    html! {
        div.wide tabindex="0" role="region" aria-label=(title) {
            svg.sankey viewBox=(format!("0 0 {WIDTH} {high}")) role="img" aria-labelledby="flows-title flows-says" {
                title id="flows-title" { (title) }
                desc id="flows-says" { (says) }
                @for one in &left { (band(one, (LEFT.saturating_add(BAR), one.top), (MIDDLE, one.joins))) }
                @for one in &right { (band(one, (MIDDLE.saturating_add(BAR), one.joins), (RIGHT, one.top))) }
                rect.solid x=(MIDDLE) y="0" width=(BAR) height=(BAND) {}
                @for one in &left { (end(one, LEFT, LEFT.saturating_sub(8), "end")) }
                @for one in &right { (end(one, RIGHT, RIGHT.saturating_add(BAR).saturating_add(8), "start")) }
            }
        }
    }
}

fn band(one: &Placed<'_>, (x0, y0): (i128, i128), (x1, y1): (i128, i128)) -> Markup {
    let half = x0.saturating_add(x1).checked_div(2).unwrap_or(x0);
    let (z0, z1) = (y0.saturating_add(one.height), y1.saturating_add(one.height));
    let path =
        format!("M{x0} {y0}C{half} {y0} {half} {y1} {x1} {y1}V{z1}C{half} {z1} {half} {z0} {x0} {z0}Z");
    html! { path.band d=(path) {} }
}

fn end(one: &Placed<'_>, x: i128, text: i128, anchor: &str) -> Markup {
    html! {
        rect class=(format!("{} outlined", one.end.pattern.class())) x=(x) y=(one.top) width=(BAR) height=(one.height) {}
        text x=(text) y=(one.top.saturating_add(15)) text-anchor=(anchor) { (one.end.label) }
        text.says x=(text) y=(one.top.saturating_add(33)) text-anchor=(anchor) { (one.end.says) }
    }
}
