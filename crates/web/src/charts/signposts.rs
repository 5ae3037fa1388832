//! Signposts: which facts tell assumptions apart, and from when on. It is a table, with a bar in each line.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::chart::Words;
use super::scale::{P, part};
use super::unit::Unit;

/// A fact that tells two things apart.
#[derive(Clone, Debug)]
pub(crate) struct Signpost {
    /// What can be seen: *at least 2 requests blocked*.
    pub(crate) fact: String,
    /// Of which assumptions it speaks.
    pub(crate) of: String,
    /// From which quarter on.
    pub(crate) from: u32,
    /// How many runs it puts on the right side then, per mille.
    pub(crate) right: i64,
    /// The fewest in any quarter from then on.
    pub(crate) least: i64,
}

/// Signposts, the earliest first.
#[derive(Clone, Debug)]
pub(crate) struct Signposts {
    /// What it is called.
    pub(crate) title: String,
    /// The headings: of the five columns.
    pub(crate) heads: [String; 5],
    /// What stands where there are none.
    pub(crate) none: String,
    /// In their order.
    pub(crate) signposts: Vec<Signpost>,
}

/// Writes the table.
#[must_use]
pub(crate) fn signposts(all: &Signposts, words: &Words) -> Markup {
    let says = |value: i64| Unit::PerMille.says(value, words.language);
    html! {
        @if all.signposts.is_empty() { p.none { (all.none) } }
        @else {
            div.wide tabindex="0" role="region" aria-label=(all.title) {
                table {
                    thead { tr { @for (at, head) in all.heads.iter().enumerate() { th scope="col" .number[at > 1] { (head) } } } }
                    tbody { @for one in &all.signposts { tr {
                        th scope="row" { (one.fact) }
                        td { (one.of) }
                        td.number { (one.from) }
                        td.number { (says(one.right)) (bar(one.right)) }
                        td.number { (says(one.least)) }
                    } } }
                }
            }
        }
    }
}

/// How far it is from a coin's half to all.
fn bar(right: i64) -> Markup {
    const LONG: P = S(600);
    let wide = part(LONG * S(right.saturating_sub(500).clamp(0, 500)), S(500));
    html! {
        svg.plot.post viewBox=(format!("0 0 {LONG} 60")) aria-hidden="true" {
            rect.full.k1 x="0" y="0" width=(wide) height="60" {}
            path.base d=(format!("M0 60H{LONG}")) {}
        }
    }
}
