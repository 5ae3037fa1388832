//! The neighbourhood of a thing, a supplier or a State: what relies on it at the left, on what it relies at the right.

mod draw;

use std::collections::BTreeSet;

use maud::Markup;
use quorate_foresight::dependence::{Dependencies, Supplier, Thing, Withheld};
use quorate_records::words::Language;

use crate::texts::{Texts, set};

/// The most boxes in a column.
const MOST: usize = 14;

/// How far it is looked at each side.
const FAR: usize = 2;

/// What is drawn: columns of boxes, those that rely on others at the left, and lines between boxes.
struct Picture {
    title: String,
    columns: Vec<Column>,
    lines: Vec<Line>,
}

/// Boxes below each other, and how many have no place.
#[derive(Default)]
struct Column {
    boxes: Vec<Node>,
    others: usize,
}

struct Node {
    id: Id,
    name: String,
    /// In whose hands it is, and from which supplier of which State it comes.
    below: String,
    is_middle: bool,
    is_withheld: bool,
}

/// A line from what relies to that on which it relies; broken where another would do.
struct Line {
    from: Id,
    to: Id,
    is_broken: bool,
}

/// A thing by its place, or the holder in the middle.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Id {
    Thing(usize),
    Holder,
}

/// The words of a picture: a text of the pages by its name, its gaps filled.
type Words<'w> = &'w dyn Fn(&str, &[(&str, &str)]) -> String;

/// The neighbourhood of a thing, a supplier or a State of a file as SVG, whole in itself, in English, with the line of the
/// exercise on top; none if the file has no such name.
#[must_use]
pub fn neighbourhood(read: &Dependencies, around: &str, withheld: &Withheld) -> Option<String> {
    let texts = Texts::read();
    // A text that is missing is told as its name: a test finds it.
    let words = |key: &str, gaps: &[(&str, &str)]| match &texts {
        Ok(texts) => set(Language::English, texts.say(Language::English).text(key, gaps)),
        Err(_) => key.to_owned(),
    };
    let exercise = format!("{} {}", words("exercise", &[]), words("exercise-says", &[]));
    let picture = picture(read, around, withheld, &words)?;
    Some(draw::whole(&picture, &exercise, &words).into_string() + "\n")
}

/// The same as a part of a page, in its words.
pub(crate) fn around(
    read: &Dependencies,
    around: &str,
    withheld: &Withheld,
    words: Words<'_>,
) -> Option<Markup> {
    Some(draw::part(&picture(read, around, withheld, words)?, words))
}

fn picture(read: &Dependencies, around: &str, withheld: &Withheld, words: Words<'_>) -> Option<Picture> {
    let middle = read.place(around);
    let held: BTreeSet<usize> = match middle {
        Some(place) => BTreeSet::from([place]),
        None => held(read, around),
    };
    if held.is_empty() {
        return None;
    }
    let (mut seen, mut columns) = (held.clone(), Vec::new());
    let mut at = held.clone();
    for _ in 0..FAR {
        at = relying(read, &at).difference(&seen).copied().collect();
        seen.extend(&at);
        columns.push(at.clone());
    }
    columns.reverse();
    columns.push(held.clone());
    let mut at = middle.into_iter().collect::<BTreeSet<usize>>();
    for _ in 0..FAR {
        at = at.iter().flat_map(|place| needs(read, *place)).filter(|place| !seen.contains(place)).collect();
        seen.extend(&at);
        columns.push(at.clone());
    }
    columns.retain(|column| !column.is_empty());
    let node = |place: &usize| node(read, *place, middle == Some(*place), withheld);
    let mut columns: Vec<Column> = columns
        .iter()
        .map(|column| Column {
            boxes: column.iter().take(MOST).filter_map(node).collect(),
            others: column.len().saturating_sub(MOST),
        })
        .collect();
    if middle.is_none() {
        let is_withheld = held.iter().all(|place| read.is_gone(*place, withheld));
        let below = words("around-things", &[("count", &held.len().to_string())]);
        let supplier = read.suppliers().iter().find(|supplier| supplier.name == around);
        let name = supplier.map_or_else(|| around.into(), of_state);
        let node = Node { id: Id::Holder, name, below, is_middle: true, is_withheld };
        columns.push(Column { boxes: vec![node], others: 0 });
    }
    let lines = lines(read, &columns, &held, middle.is_none());
    Some(Picture { title: words("around-title", &[("name", around)]), columns, lines })
}

/// What a State or a supplier holds.
fn held(read: &Dependencies, name: &str) -> BTreeSet<usize> {
    match read.withheld([name]) {
        Ok(withheld) => (0..read.things().len()).filter(|place| read.is_gone(*place, &withheld)).collect(),
        Err(_) => BTreeSet::new(),
    }
}

fn needs(read: &Dependencies, place: usize) -> impl Iterator<Item = usize> + '_ {
    let of =
        |thing: &Thing| thing.needs.iter().chain(thing.one_of.iter().flatten()).copied().collect::<Vec<_>>();
    read.things().get(place).map(of).into_iter().flatten()
}

fn relying(read: &Dependencies, on: &BTreeSet<usize>) -> BTreeSet<usize> {
    (0..read.things().len()).filter(|place| needs(read, *place).any(|other| on.contains(&other))).collect()
}

fn node(read: &Dependencies, place: usize, is_middle: bool, withheld: &Withheld) -> Option<Node> {
    let thing = read.things().get(place)?;
    let member = thing.member.or(thing.in_hands_of).map(|state| state.to_string());
    let supplier = thing.supplier.and_then(|place| read.suppliers().get(place)).map(of_state);
    let below = member.into_iter().chain(supplier).collect::<Vec<_>>().join(", ");
    let name = thing.name.clone();
    Some(Node { id: Id::Thing(place), name, below, is_middle, is_withheld: read.is_gone(place, withheld) })
}

/// A supplier, and the State that can make it withhold.
fn of_state(supplier: &Supplier) -> String {
    match supplier.sway.state() {
        Some(state) => format!("{} ({state})", supplier.name),
        None => supplier.name.clone(),
    }
}

fn lines(read: &Dependencies, columns: &[Column], held: &BTreeSet<usize>, has_holder: bool) -> Vec<Line> {
    let drawn: BTreeSet<Id> =
        columns.iter().flat_map(|column| column.boxes.iter().map(|one| one.id)).collect();
    let mut lines = Vec::new();
    for place in drawn.iter().filter_map(|id| if let Id::Thing(place) = id { Some(*place) } else { None }) {
        let Some(thing) = read.things().get(place) else { continue };
        let line = |to: &usize, is_broken| Line { from: Id::Thing(place), to: Id::Thing(*to), is_broken };
        lines.extend(thing.needs.iter().map(|to| line(to, false)));
        lines.extend(thing.one_of.iter().flatten().map(|to| line(to, true)));
        if has_holder && held.contains(&place) {
            lines.push(Line { from: Id::Thing(place), to: Id::Holder, is_broken: false });
        }
    }
    lines.retain(|line| drawn.contains(&line.to));
    lines
}
