//! A chart: what it is called, what is drawn, and its numbers.

use std::num::Saturating as S;

use maud::{Markup, html};
use quorate_records::words::Language;

use super::scale::{P, WIDE, many, part};
use super::style;
use crate::lines::wrapped;

/// The words that stand in every chart, in one language.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// The language of the numbers.
    pub(crate) language: Language,
    /// What opens the table: *The numbers*.
    pub(crate) numbers: String,
    /// A quarter.
    pub(crate) quarter: String,
    /// Runs, in the heading of a column.
    pub(crate) runs: String,
    /// A share of runs, in the heading of a column.
    pub(crate) share: String,
    /// What stands where there is nothing to be drawn.
    pub(crate) nothing: String,
}

/// What a chart is called.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// Small letters, digits and hyphens: its name in the page, where no other has it, and that of its file.
    pub(crate) name: String,
    /// Its title.
    pub(crate) title: String,
    /// A sentence or two: what is drawn, and of what.
    pub(crate) says: String,
}

/// A chart that was drawn.
#[derive(Clone, Debug)]
pub(crate) struct Chart {
    head: Head,
    high: P,
    body: Markup,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The most characters in a line of a file's head.
const LINE: usize = 66;

impl Chart {
    /// One so high, of this body, with its numbers; what has no numbers says so.
    pub(super) fn new(
        head: &Head,
        (high, body): (P, Markup),
        (heads, rows): (Vec<String>, Vec<Vec<String>>),
        words: &Words,
    ) -> Chart {
        let head = head.clone();
        if rows.is_empty() {
            let body = html! { text.side x="0" y="190" { (words.nothing) } };
            return Chart { head, high: S(300), body, heads, rows };
        }
        Chart { head, high, body, heads, rows }
    }

    /// Its name: of its place in a page, and of its file.
    #[must_use]
    pub(crate) fn name(&self) -> &str {
        &self.head.name
    }

    /// In a page that has [`style`](super::style()): the title, what is drawn, and the numbers.
    #[must_use]
    pub(crate) fn figure(&self, words: &Words) -> Markup {
        let Head { name, title, says } = &self.head;
        let (of_title, of_says) = (format!("{name}-title"), format!("{name}-says"));
        html! {
            figure.chart id=(name) {
                figcaption { h3 id=(of_title) { (title) } p id=(of_says) { (says) } }
                svg.plot viewBox=(format!("0 0 {WIDE} {}", self.high)) role="img" aria-labelledby=(of_title)
                    aria-describedby=(of_says) { (self.body) }
                @if !self.rows.is_empty() {
                    details { summary { (words.numbers) } (self.table()) }
                }
            }
        }
    }

    /// The numbers alone.
    fn table(&self) -> Markup {
        html! {
            div.wide tabindex="0" role="region" aria-label=(self.head.title) {
                table {
                    thead { tr { @for (at, head) in self.heads.iter().enumerate() {
                        @if head.is_empty() { td {} } @else { th scope="col" .number[at > 0] { (head) } }
                    } } }
                    tbody { @for row in &self.rows { tr { @for (at, cell) in row.iter().enumerate() {
                        @if at == 0 { th scope="row" { (cell) } } @else { td.number { (cell) } }
                    } } } }
                }
            }
        }
    }

    /// In a file of its own, with what has to stand above it: every line of `above` is a paragraph.
    #[must_use]
    pub(crate) fn alone(&self, above: &[&str]) -> String {
        let says = above.iter().copied().chain([self.head.says.as_str()]);
        let titles = wrapped(&self.head.title, LINE.saturating_sub(12));
        let lines: Vec<String> = says.flat_map(|text| wrapped(text, LINE)).collect();
        let (margin, line) = (S(200), S(175));
        let head = margin + many(titles.len()) * S(220) + many(lines.len()) * line + S(160);
        let (wide, high) = (WIDE + margin * S(2), head + self.high + margin);
        let (below, left) = (margin + many(titles.len()) * S(220), -margin);
        let y = |at: usize, first: P, step: P| many(at) * step + first - head;
        let svg = html! {
            svg.plot xmlns="http://www.w3.org/2000/svg" viewBox=(format!("{left} {} {wide} {high}", -head))
                width=(part(wide, S(10))) height=(part(high, S(10))) role="img" aria-labelledby="title says" {
                title id="title" { (self.head.title) }
                desc id="says" { (above.join(" ")) " " (self.head.says) }
                style { (maud::PreEscaped(style::alone())) }
                rect.ground x=(left) y=(-head) width=(wide) height=(high) {}
                @for (at, text) in titles.iter().enumerate() {
                    text.heading x="0" y=(y(at, margin + S(130), S(220))) { (text) }
                }
                @for (at, text) in lines.iter().enumerate() {
                    text.side x="0" y=(y(at, below + S(110), line)) { (text) }
                }
                (self.body)
            }
        };
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", svg.into_string())
    }
}
