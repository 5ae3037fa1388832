//! From boxes and lines to SVG: whole in itself, or a part of a page. Readable in light, in dark and on paper, and without
//! colours: what is withheld is hatched and says so.

use std::collections::BTreeMap;

use maud::{Markup, PreEscaped, html};

use super::{Id, Line, Node, Picture, Words};
use crate::charts::in_each_look;
use crate::lines::{short, wrapped};

const WIDE: usize = 250;
const HIGH: usize = 46;
const ACROSS: usize = 60;
const DOWN: usize = 14;
const MARGIN: usize = 24;
const HEAD: usize = 56;
/// A line of small text, and the width of one of its characters.
const SMALL: usize = 15;
const SMALL_WIDE: usize = 6;
/// The most characters that a box holds in a line, and in one of small text.
const LONGEST: usize = 32;
const LONGEST_SMALL: usize = 40;

/// In a page the page's own style says the same.
const STYLE: &str = "\
text{font:13px system-ui,sans-serif;fill:var(--ink)}.paper{fill:var(--paper)}.box{fill:var(--paper);stroke:var(--ink)}\
.middle{stroke-width:3}.gone{fill:url(#withheld)}.stripe{stroke:var(--line);stroke-width:3}\
.over{paint-order:stroke;stroke:var(--paper);stroke-width:4}.relies{fill:none;stroke:var(--soft)}\
.broken{stroke-dasharray:5 4}text.head{font-size:16px;font-weight:600}text.small{font-size:11px}";

/// The boxes and lines in their places, and how wide and high they are together.
struct Placed {
    body: Markup,
    width: usize,
    height: usize,
}

/// A file of its own, with what stands on top of every exercise, and what its lines mean: a page has both beside it.
pub(super) fn whole(picture: &Picture, exercise: &str, words: Words<'_>) -> Markup {
    let (lines, head) = lines(&[exercise, &words("around-legend", &[])], width(picture));
    let Placed { body, width, height } = placed(picture, head, words);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {width} {height}")) role="img"
            aria-labelledby="title description" {
            title id="title" { (picture.title) }
            desc id="description" { (described(picture, words)) }
            style { (PreEscaped(in_each_look(STYLE))) }
            rect.paper width=(width) height=(height) {}
            text x=(MARGIN) y="30" class="head" { (picture.title) }
            @for (y, line) in &lines { text x=(MARGIN) y=(y) class="small" { (line) } }
            (body)
        }
    }
}

/// A part of a page, which has the exercise and the title on it.
pub(super) fn part(picture: &Picture, words: Words<'_>) -> Markup {
    let Placed { body, width, height } = placed(picture, 2, words);
    html! {
        svg.neighbourhood viewBox=(format!("0 0 {width} {height}")) width=(width) height=(height) role="img"
            aria-labelledby="around-title around-says" {
            title id="around-title" { (picture.title) }
            desc id="around-says" { (described(picture, words)) }
            (body)
        }
    }
}

fn width(picture: &Picture) -> usize {
    let step = WIDE.saturating_add(ACROSS);
    let columns = picture.columns.len().saturating_mul(step).saturating_sub(ACROSS);
    columns.saturating_add(MARGIN.saturating_mul(2))
}

fn placed(picture: &Picture, head: usize, words: Words<'_>) -> Placed {
    let rows = picture
        .columns
        .iter()
        .map(|column| column.boxes.len().saturating_add(usize::from(column.others > 0)));
    let tallest = rows.max().unwrap_or_default();
    let height =
        tallest.saturating_mul(HIGH.saturating_add(DOWN)).saturating_add(head).saturating_add(MARGIN);
    let (mut places, mut boxes) = (BTreeMap::new(), Vec::new());
    for (at, column) in picture.columns.iter().enumerate() {
        let left = at.saturating_mul(WIDE.saturating_add(ACROSS)).saturating_add(MARGIN);
        let mut top = head;
        for node in &column.boxes {
            places.insert(node.id, (left, top));
            boxes.push(one(node, (left, top), words));
            top = top.saturating_add(HIGH).saturating_add(DOWN);
        }
        if column.others > 0 {
            let more = words("around-more", &[("count", &column.others.to_string())]);
            boxes.push(html! { text x=(left) y=(top.saturating_add(18)) class="small" { (more) } });
        }
    }
    let body = html! {
        defs {
            pattern id="withheld" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                path.stripe d="M0 0V8" {}
            }
        }
        @for line in picture.lines.iter().filter_map(|line| path(line, &places)) { (line) }
        @for one in &boxes { (one) }
    };
    Placed { body, width: width(picture), height }
}

/// What stands below the title, each in as many lines as the width asks; and where the boxes begin.
fn lines(said: &[&str], width: usize) -> (Vec<(usize, String)>, usize) {
    let wide = width.saturating_sub(MARGIN.saturating_mul(2)).checked_div(SMALL_WIDE).unwrap_or_default();
    let line = |(at, text): (usize, String)| (top(at), text);
    let told: Vec<(usize, String)> =
        said.iter().flat_map(|one| wrapped(one, wide)).enumerate().map(line).collect();
    let below = top(told.len());
    (told, below)
}

/// Where a line of small text stands.
fn top(at: usize) -> usize {
    HEAD.saturating_sub(6).saturating_add(SMALL.saturating_mul(at))
}

fn one(node: &Node, (left, top): (usize, usize), words: Words<'_>) -> Markup {
    let middle = if node.is_middle { " middle" } else { "" };
    let gone = if node.is_withheld { " gone" } else { "" };
    let (x, y) = (left.saturating_add(10), top.saturating_add(19));
    html! {
        rect class={ "box" (middle) (gone) } x=(left) y=(top) width=(WIDE) height=(HIGH) rx="4" {}
        text.over x=(x) y=(y) { (short(&node.name, LONGEST)) }
        text.over.small x=(x) y=(top.saturating_add(36)) { (short(&said(node, words), LONGEST_SMALL)) }
    }
}

fn said(node: &Node, words: Words<'_>) -> String {
    let withheld = || words("around-withheld", &[]);
    match (node.is_withheld, node.below.is_empty()) {
        (false, _) => node.below.clone(),
        (true, true) => withheld(),
        (true, false) => format!("{}, {}", withheld(), node.below),
    }
}

/// From the right side of what relies to the left side of that on which it relies; to its right side where it lies no further on.
fn path(line: &Line, places: &BTreeMap<Id, (usize, usize)>) -> Option<Markup> {
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
    let along = format!("M{x1} {y1}C{c1} {y1} {c2} {y2} {x2} {y2}");
    Some(html! { path class={ "relies" (broken) } d=(along) {} })
}

/// What the picture shows, for whoever hears it.
fn described(picture: &Picture, words: Words<'_>) -> String {
    let nodes = || picture.columns.iter().flat_map(|column| &column.boxes);
    let name = |id: Id| nodes().find(|node| node.id == id).map(|node| node.name.as_str()).unwrap_or_default();
    let line = |line: &Line| {
        let gaps = [("one", name(line.from)), ("other", name(line.to))];
        words(if line.is_broken { "around-relies-among" } else { "around-relies" }, &gaps)
    };
    let withheld = nodes().filter(|node| node.is_withheld);
    let withheld = withheld.map(|node| words("around-is-withheld", &[("name", &node.name)]));
    picture.lines.iter().map(line).chain(withheld).collect::<Vec<_>>().join("; ")
}
