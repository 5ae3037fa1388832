//! The best partition as a picture: a row and a column for every State, bloc by bloc, and a square where something ties or
//! parts two. Whole in itself, readable in light, in dark and on paper, and without colours: what ties is full, what parts is
//! hollow.

use std::fmt::Write as _;

use quorate_foresight::blocs::State;

use super::names::{codes, per_cent};
use super::{ASSUMED, Looked};
use crate::present::{EXERCISE, escaped, wrapped};

const MARGIN: usize = 24;
const CELL: usize = 28;
/// Where names begin, and the widths of a letter of one and of the longest bar.
const NAMES: usize = 66;
const LETTER: usize = 7;
const BAR: usize = 90;
const LINE: usize = 20;
/// The most characters of a name.
const LONGEST: usize = 40;
/// The least width, which the lines above have.
const WIDE: usize = 700;

/// Without custom properties, which not every reader of SVG knows.
const STYLE: &str = "\
text{font:13px system-ui,sans-serif;fill:#1b1f24}.paper{fill:#ffffff}.bar{fill:#9aa7b5}\
.ties{fill:#1b1f24}.parts{fill:none;stroke:#1b1f24;stroke-width:1.5}.self{fill:#9aa7b5}\
.border{stroke:#1b1f24;stroke-width:2}text.head{font-size:16px;font-weight:600}text.small{font-size:11px}\
@media(prefers-color-scheme:dark){text,.ties{fill:#e6e9ed}.paper{fill:#14171b}.bar,.self{fill:#59677a}\
.parts,.border{stroke:#e6e9ed}}\
@media print{text,.ties{fill:#000}.paper{fill:#fff}.parts,.border{stroke:#000}.bar,.self{fill:#999}}";

/// Where bars and squares begin: behind the longest name.
#[derive(Clone, Copy)]
struct Places {
    bars: usize,
    squares: usize,
}

impl Places {
    fn of(looked: &Looked) -> Places {
        let longest = looked.case.states().iter().map(|state| state.name.chars().count()).max();
        let names = longest.unwrap_or_default().min(LONGEST).saturating_mul(LETTER);
        let bars = NAMES.saturating_add(names).saturating_add(12);
        Places { bars, squares: bars.saturating_add(BAR).saturating_add(20) }
    }
}

/// The picture as SVG.
pub(super) fn svg(looked: &Looked) -> String {
    let order: Vec<usize> = looked.best.blocs.iter().flat_map(|bloc| bloc.states.iter().copied()).collect();
    let side = order.len().saturating_mul(CELL);
    let places = Places::of(looked);
    let width = places.squares.saturating_add(side).saturating_add(MARGIN).max(WIDE);
    let (mut body, mut y) = (String::new(), MARGIN);
    let cut = |text: &str, wide: usize| {
        wrapped(text, width.saturating_sub(MARGIN).saturating_sub(MARGIN).checked_div(wide).unwrap_or(1))
    };
    for line in cut(looked.case.title(), 9) {
        y = y.saturating_add(LINE);
        text(&mut body, (MARGIN, y), "head", &line);
    }
    for line in [EXERCISE, ASSUMED, &key(looked)].into_iter().flat_map(|text| cut(text, 6)) {
        y = y.saturating_add(LINE);
        text(&mut body, (MARGIN, y), "small", &line);
    }
    let top = y.saturating_add(LINE.saturating_mul(2));
    for (at, state) in order.iter().enumerate() {
        if let Some(state) = looked.case.states().get(*state) {
            let x = places.squares.saturating_add(at.saturating_mul(CELL));
            text(&mut body, (x, top.saturating_sub(6)), "small", state.code.as_str());
            row(&mut body, looked, state, (places.bars, top.saturating_add(at.saturating_mul(CELL))));
        }
    }
    squares(&mut body, looked, &order, (places.squares, top));
    borders(&mut body, looked, side, (places.squares, top));
    let height = top.saturating_add(side).saturating_add(MARGIN);
    let (title, description) = (escaped(looked.case.title()), escaped(&described(looked)));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"title description\">\n<title id=\"title\">{title}</title>\n\
         <desc id=\"description\">{description}</desc>\n<style>{STYLE}</style>\n\
         <rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n{body}</svg>\n"
    )
}

fn key(looked: &Looked) -> String {
    let blocs = match looked.best.blocs.len() {
        1 => "One bloc has the least energy",
        _ => "Two blocs have the least energy, with a line between them",
    };
    format!(
        "{blocs}. Grey bars are sizes, and a grey dot is where a State meets itself. A full square ties two States, a hollow one \
         parts them, the greater the more."
    )
}

fn row(body: &mut String, looked: &Looked, state: &State, (bars, top): (usize, usize)) {
    let base = top.saturating_add(16);
    text(body, (MARGIN, base), "", state.code.as_str());
    text(body, (NAMES, base), "", &short(&state.name));
    let greatest = looked.case.states().iter().map(|state| state.size).max().unwrap_or_default();
    let width = scaled(state.size, greatest, BAR);
    let y = top.saturating_add(6);
    let _ = writeln!(body, "<rect class=\"bar\" x=\"{bars}\" y=\"{y}\" width=\"{width}\" height=\"12\"/>");
}

/// The squares: their areas are as the propensities.
fn squares(body: &mut String, looked: &Looked, order: &[usize], (left, top): (usize, usize)) {
    let landscape = looked.case.landscape();
    let all = order.iter().flat_map(|one| order.iter().map(|other| landscape.propensity(*one, *other)));
    let greatest = all.map(i64::saturating_abs).max().unwrap_or_default();
    let inner = CELL.saturating_sub(4);
    for (down, one) in order.iter().enumerate() {
        for (right, other) in order.iter().enumerate() {
            let propensity = landscape.propensity(*one, *other);
            let (side, class) = match (one == other, propensity) {
                (true, _) => (4, "self"),
                (false, 0) => continue,
                (false, 1..) => (root(propensity, greatest, inner), "ties"),
                (false, _) => (root(propensity, greatest, inner), "parts"),
            };
            let shift = CELL.saturating_sub(side).checked_div(2).unwrap_or_default();
            let x = left.saturating_add(right.saturating_mul(CELL)).saturating_add(shift);
            let y = top.saturating_add(down.saturating_mul(CELL)).saturating_add(shift);
            let _ = writeln!(
                body,
                "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\"/>"
            );
        }
    }
}

/// The lines between two blocs.
fn borders(body: &mut String, looked: &Looked, side: usize, (left, top): (usize, usize)) {
    let [first, _] = looked.best.blocs.as_slice() else { return };
    let at = first.states.len().saturating_mul(CELL);
    let (x, y) = (left.saturating_add(at), top.saturating_add(at));
    let (right, low) = (left.saturating_add(side), top.saturating_add(side));
    let _ = writeln!(body, "<path class=\"border\" d=\"M{MARGIN} {y}H{right}M{x} {top}V{low}\"/>");
}

fn scaled(value: i64, greatest: i64, to: usize) -> usize {
    let to = i64::try_from(to).unwrap_or_default();
    let part = value.saturating_mul(to).checked_div(greatest).unwrap_or_default();
    usize::try_from(part).unwrap_or_default().max(1)
}

/// The side of a square whose area is such a part of the greatest.
fn root(value: i64, greatest: i64, to: usize) -> usize {
    let to = u64::try_from(to).unwrap_or_default();
    let area = value.unsigned_abs().saturating_mul(to).saturating_mul(to);
    let side = area.checked_div(greatest.unsigned_abs()).unwrap_or_default().isqrt();
    usize::try_from(side).unwrap_or_default().max(2)
}

fn short(name: &str) -> String {
    match name.chars().count() {
        0..=LONGEST => name.to_owned(),
        _ => name.chars().take(LONGEST.saturating_sub(1)).chain(['…']).collect(),
    }
}

/// What the picture shows, for whoever hears it.
fn described(looked: &Looked) -> String {
    let bloc = |bloc: &quorate_foresight::blocs::Bloc| {
        format!("{} ({} of the size)", codes(&looked.case, &bloc.states), per_cent(bloc.part))
    };
    looked.best.blocs.iter().map(bloc).collect::<Vec<_>>().join("; against ")
}

fn text(body: &mut String, (x, y): (usize, usize), class: &str, text: &str) {
    let _ = writeln!(body, "<text x=\"{x}\" y=\"{y}\" class=\"{class}\">{}</text>", escaped(text));
}
