//! From boxes and lines to SVG. Whole in itself, readable in light, in dark and on paper, and without colours: what is withheld
//! is
//! hatched and says so.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Id, Line, Node, Picture};
use crate::present::{EXERCISE, wrapped};

const WIDE: usize = 210;
const HIGH: usize = 46;
const ACROSS: usize = 60;
const DOWN: usize = 14;
const MARGIN: usize = 24;
const HEAD: usize = 56;
/// A line of small text, and the width of one of its characters.
const SMALL: usize = 15;
const SMALL_WIDE: usize = 6;
/// The most characters that a box holds in a line.
const LONGEST: usize = 26;

/// Without custom properties, which not every reader of SVG knows.
const STYLE: &str = "\
text{font:13px system-ui,sans-serif;fill:#1b1f24}.paper{fill:#ffffff}.box{fill:#ffffff;stroke:#1b1f24}\
.middle{stroke-width:3}.gone{fill:url(#hatch)}.hatch{stroke:#9aa7b5;stroke-width:3}\
.over{paint-order:stroke;stroke:#ffffff;stroke-width:4}\
.line{fill:none;stroke:#5b6673}.broken{stroke-dasharray:5 4}text.head{font-size:16px;font-weight:600}text.small{font-size:11px}\
@media(prefers-color-scheme:dark){text{fill:#e6e9ed}.paper{fill:#14171b}.box{fill:#14171b;stroke:#e6e9ed}\
.gone{fill:url(#hatch)}.hatch{stroke:#59677a}.over{stroke:#14171b}.line{stroke:#9aa7b5}}\
@media print{text{fill:#000}.paper,.box{fill:#fff}.box{stroke:#000}.gone{fill:url(#hatch)}.over{stroke:#fff}.line{stroke:#000}}";

pub(super) fn draw(picture: &Picture) -> String {
    let rows = picture
        .columns
        .iter()
        .map(|column| column.boxes.len().saturating_add(usize::from(column.others > 0)));
    let tallest = rows.max().unwrap_or_default();
    let step = WIDE.saturating_add(ACROSS);
    let width = picture
        .columns
        .len()
        .saturating_mul(step)
        .saturating_sub(ACROSS)
        .saturating_add(MARGIN.saturating_mul(2));
    let (exercise, head) = exercise(width);
    let height =
        tallest.saturating_mul(HIGH.saturating_add(DOWN)).saturating_add(head).saturating_add(MARGIN);
    let mut places = BTreeMap::new();
    let mut body = String::new();
    for (at, column) in picture.columns.iter().enumerate() {
        let left = at.saturating_mul(step).saturating_add(MARGIN);
        let mut top = head;
        for node in &column.boxes {
            places.insert(node.id, (left, top));
            one(&mut body, node, left, top);
            top = top.saturating_add(HIGH).saturating_add(DOWN);
        }
        if column.others > 0 {
            let y = top.saturating_add(18);
            let _ = writeln!(
                body,
                "<text x=\"{left}\" y=\"{y}\" class=\"small\">and {} more</text>",
                column.others
            );
        }
    }
    let lines: String = picture.lines.iter().filter_map(|line| path(line, &places)).collect();
    let title = escaped(&picture.title);
    let description = escaped(&described(picture));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"title description\">\n<title id=\"title\">{title}</title>\n\
         <desc id=\"description\">{description}</desc>\n<style>{STYLE}</style>\n<defs><pattern id=\"hatch\" \
         width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"hatch\" \
         d=\"M0 0V8\"/></pattern></defs>\n<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n\
         <text x=\"{MARGIN}\" y=\"30\" class=\"head\">{title}</text>\n\
         {exercise}{lines}{body}</svg>\n"
    )
}

/// What stands on top of every exercise, below the title, in as many lines as the width asks; and where the boxes begin.
fn exercise(width: usize) -> (String, usize) {
    let wide = width.saturating_sub(MARGIN.saturating_mul(2)).checked_div(SMALL_WIDE).unwrap_or_default();
    let (mut told, mut y) = (String::new(), HEAD.saturating_sub(6));
    for line in wrapped(EXERCISE, wide) {
        let _ = writeln!(told, "<text x=\"{MARGIN}\" y=\"{y}\" class=\"small\">{}</text>", escaped(&line));
        y = y.saturating_add(SMALL);
    }
    (told, y)
}

fn one(body: &mut String, node: &Node, left: usize, top: usize) {
    let middle = if node.is_middle { " middle" } else { "" };
    let gone = if node.is_withheld { " gone" } else { "" };
    let (x, y) = (left.saturating_add(10), top.saturating_add(19));
    let low = top.saturating_add(36);
    let (name, below) = (escaped(&short(&node.name)), escaped(&short(&said(node))));
    let _ = writeln!(
        body,
        "<rect class=\"box{middle}{gone}\" x=\"{left}\" y=\"{top}\" width=\"{WIDE}\" height=\"{HIGH}\" rx=\"4\"/>\
         <text class=\"over\" x=\"{x}\" y=\"{y}\">{name}</text><text class=\"over small\" x=\"{x}\" y=\"{low}\">{below}</text>"
    );
}

fn said(node: &Node) -> String {
    match (node.is_withheld, node.below.is_empty()) {
        (false, _) => node.below.clone(),
        (true, true) => "withheld".into(),
        (true, false) => format!("withheld, {}", node.below),
    }
}

/// From the right side of what relies to the left side of that on which it relies; to its right side where it lies no further on.
fn path(line: &Line, places: &BTreeMap<Id, (usize, usize)>) -> Option<String> {
    let ((left, top), (to_left, to_top)) = (places.get(&line.from)?, places.get(&line.to)?);
    let half = HIGH.checked_div(2)?;
    let (x1, y1) = (left.saturating_add(WIDE), top.saturating_add(half));
    let is_ahead = *to_left > x1;
    let (x2, y2) =
        (if is_ahead { *to_left } else { to_left.saturating_add(WIDE) }, to_top.saturating_add(half));
    let bend = ACROSS.checked_div(2)?;
    let (c1, c2) =
        (x1.saturating_add(bend), if is_ahead { x2.saturating_sub(bend) } else { x2.saturating_add(bend) });
    let broken = if line.is_broken { " broken" } else { "" };
    Some(format!("<path class=\"line{broken}\" d=\"M{x1} {y1}C{c1} {y1} {c2} {y2} {x2} {y2}\"/>\n"))
}

fn short(text: &str) -> String {
    match text.chars().count() {
        0..=LONGEST => text.to_owned(),
        _ => text.chars().take(LONGEST.saturating_sub(1)).chain(['…']).collect(),
    }
}

/// What the picture shows, for whoever hears it.
fn described(picture: &Picture) -> String {
    let nodes = || picture.columns.iter().flat_map(|column| &column.boxes);
    let name = |id: Id| nodes().find(|node| node.id == id).map(|node| node.name.as_str()).unwrap_or_default();
    let line = |line: &Line| {
        let one_of = if line.is_broken { " among others" } else { "" };
        format!("{} relies on {}{one_of}", name(line.from), name(line.to))
    };
    let withheld = nodes().filter(|node| node.is_withheld).map(|node| format!("{} is withheld", node.name));
    picture.lines.iter().map(line).chain(withheld).collect::<Vec<_>>().join("; ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
