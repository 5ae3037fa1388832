//! Parts of a whole as one bar, with the same figures as a table beside it.

use maud::{Markup, html};

/// How a part is filled; told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    Solid,
    Hatched,
    Empty,
}

impl Pattern {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Pattern::Solid => "solid",
            Pattern::Hatched => "hatched",
            Pattern::Empty => "empty",
        }
    }
}

/// A part of the whole.
pub(crate) struct Part {
    pub(crate) pattern: Pattern,
    pub(crate) minor: i128,
}

/// The width of the picture, in its own units.
const WIDTH: i128 = 1000;
/// The width and the height of a small one.
const SMALL: (i128, i128) = (144, 18);

/// The pattern that fills what is hatched, once on every page.
pub(crate) fn hatch() -> Markup {
    html! {
        svg.hidden width="0" height="0" aria-hidden="true" {
            defs {
                pattern id="hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.hatch-ground width="10" height="10" {}
                    rect.hatch-line width="4" height="10" {}
                }
            }
        }
    }
}

/// A small bar in a row of a table, whose figures stand beside it: it is left out for those who hear the page.
pub(crate) fn bar(whole: i128, parts: &[Part]) -> Markup {
    let (width, height) = SMALL;
    let placed = placed(width, whole, parts);
    html! {
        svg.bar-cell viewBox=(format!("0 0 {width} {height}")) aria-hidden="true" { (parts_of(SMALL, &placed)) }
    }
}

fn parts_of((whole, height): (i128, i128), placed: &[(i128, i128, Pattern)]) -> Markup {
    html! {
        @for (from, width, pattern) in placed {
            rect class=(pattern.class()) x=(from) y="0" width=(width) height=(height) {}
        }
        rect.frame x="0" y="0" width=(whole) height=(height) {}
    }
}

fn placed(all: i128, whole: i128, parts: &[Part]) -> Vec<(i128, i128, Pattern)> {
    let mut at = 0_i128;
    parts
        .iter()
        .map(|part| {
            let width = part.minor.saturating_mul(all).checked_div(whole).unwrap_or_default();
            let width = width.clamp(0, all.saturating_sub(at).max(0));
            let from = at;
            at = at.saturating_add(width);
            (from, width, part.pattern)
        })
        .collect()
}

/// A bar of parts. What it shows is told in `says`.
pub(crate) fn shares(title: &str, says: &str, whole: i128, parts: &[Part]) -> Markup {
    let placed = placed(WIDTH, whole, parts);
    html! {
        svg.share viewBox="0 0 1000 60" preserveAspectRatio="none" role="img" aria-label=(format!("{title}: {says}")) {
            title { (title) }
            desc { (says) }
            (parts_of((WIDTH, 60), &placed))
        }
    }
}
