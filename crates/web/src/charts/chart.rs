//! A chart: what it is called, what is drawn, and its numbers.

use std::num::Saturating as S;

use maud::{Markup, html};
use quorate_records::words::Language;

use super::scale::{P, WIDE, many, part};
use super::style;

/// The words that stand in every chart, in one language.
#[derive(Clone, Debug)]
pub struct Words {
    /// The language of the numbers.
    pub language: Language,
    /// What opens the table: *The numbers*.
    pub numbers: String,
    /// A quarter.
    pub quarter: String,
    /// Runs, in the heading of a column.
    pub runs: String,
    /// A share of runs, in the heading of a column.
    pub share: String,
    /// What stands where there is nothing to be drawn.
    pub nothing: String,
}

/// What a chart is called.
#[derive(Clone, Debug)]
pub struct Head {
    /// Small letters, digits and hyphens: its name in the page, where no other has it, and that of its file.
    pub name: String,
    /// Its title.
    pub title: String,
    /// A sentence or two: what is drawn, and of what.
    pub says: String,
}

/// A chart that was drawn.
#[derive(Clone, Debug)]
pub struct Chart {
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
    pub fn name(&self) -> &str {
        &self.head.name
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.head.title
    }

    /// In a page that has [`style`](super::style()): the title, what is drawn, and the numbers.
    #[must_use]
    pub fn figure(&self, words: &Words) -> Markup {
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
    pub fn alone(&self, above: &[&str]) -> String {
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

/// A text in lines of about so many characters, broken between words.
pub(super) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count().saturating_add(word.chars().count()) < most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text of at most so many characters; what is left out of it is marked.
pub(super) fn short(text: &str, most: usize) -> String {
    match text.chars().count() {
        count if count <= most => text.to_owned(),
        _ => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
    }
}
