//! Parts of a whole as one bar, with the same figures as a table beside it.

use maud::{Markup, html};

/// How a part is filled; told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    Solid,
    Hatched,
}

impl Pattern {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Pattern::Solid => "solid",
            Pattern::Hatched => "hatched",
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

/// A bar of parts. What it shows is told in `says`.
pub(crate) fn shares(title: &str, says: &str, whole: i128, parts: &[Part]) -> Markup {
    let mut at = 0_i128;
    let placed: Vec<(i128, i128, Pattern)> = parts
        .iter()
        .map(|part| {
            let width = part.minor.saturating_mul(WIDTH).checked_div(whole).unwrap_or_default();
            let width = width.clamp(0, WIDTH.saturating_sub(at));
            let from = at;
            at = at.saturating_add(width);
            (from, width, part.pattern)
        })
        .collect();
    html! {
        svg.share viewBox="0 0 1000 60" preserveAspectRatio="none" role="img" aria-label=(format!("{title}: {says}")) {
            title { (title) }
            desc { (says) }
            defs {
                pattern id="hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.hatch-ground width="10" height="10" {}
                    rect.hatch-line width="4" height="10" {}
                }
            }
            @for (from, width, pattern) in placed {
                rect class=(pattern.class()) x=(from) y="0" width=(width) height="60" {}
            }
            rect.frame x="0" y="0" width="1000" height="60" {}
        }
    }
}
