//! What is hatched, and the boxes that say what hatched, full and empty mean.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::scale::P;

/// A hatch of one chart, by a name that no other pattern of its page has.
pub(super) struct Hatch(String);

impl Hatch {
    /// That of the chart of this name.
    pub(super) fn of(chart: &str) -> Hatch {
        Hatch(format!("{chart}-hatch"))
    }

    /// What fills a shape with it.
    pub(super) fn fill(&self) -> String {
        format!("url(#{})", self.0)
    }

    /// What has to stand in the chart.
    pub(super) fn defined(&self) -> Markup {
        html! {
            defs {
                pattern id=(self.0) width="80" height="80" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    path.weave.k2 d="M20 0V80" {}
                }
            }
        }
    }
}

/// How a box is filled.
#[derive(Clone, Copy)]
pub(super) enum Filled<'h> {
    Full,
    Empty,
    Hatched(&'h Hatch),
}

/// Boxes on top of a chart, each where it stands from the left, how it is filled, and what that means.
pub(super) fn key(all: &[(P, Filled<'_>, &str)]) -> Markup {
    let (wide, high, top): (P, P, P) = (S(250), S(120), S(40));
    html! {
        @for (x, filled, says) in all {
            @match filled {
                Filled::Full => { rect.full.k1 x=(x) y=(top) width=(wide) height=(high) {} }
                Filled::Empty => { rect.outline x=(x) y=(top) width=(wide) height=(high) {} }
                Filled::Hatched(hatch) => {
                    rect fill=(hatch.fill()) x=(x) y=(top) width=(wide) height=(high) {}
                    rect.outline x=(x) y=(top) width=(wide) height=(high) {}
                }
            }
            text x=(*x + wide + S(65)) y=(top + S(115)) { (says) }
        }
    }
}
