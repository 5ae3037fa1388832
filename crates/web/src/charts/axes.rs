//! Axes: what is along them, and lines across from their marks.

use std::num::Saturating as S;

use maud::{Markup, html};
use quorate_records::words::Language;

use super::scale::{LETTER, P, Scale, many, part, ticks};
use super::unit::Unit;

/// Where values are drawn: the sides of a rectangle.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: P,
    pub(super) right: P,
    pub(super) top: P,
    pub(super) bottom: P,
}

/// An axis of values: their scale, its marks, and how they are written.
pub(super) struct Values {
    pub(super) scale: Scale,
    ticks: Vec<i64>,
    unit: Unit,
    language: Language,
}

/// About so many marks along an axis.
const FEW: i64 = 5;

impl Values {
    /// Upwards in a frame, with nought among the values.
    pub(super) fn upright(frame: &Frame, all: impl Iterator<Item = i64>, how: (Unit, Language)) -> Values {
        Values::along((frame.bottom, frame.top), all, how)
    }

    /// To the right in a frame, with nought among the values.
    pub(super) fn level(frame: &Frame, all: impl Iterator<Item = i64>, how: (Unit, Language)) -> Values {
        Values::along((frame.left, frame.right), all, how)
    }

    fn along(places: (P, P), all: impl Iterator<Item = i64>, (unit, language): (Unit, Language)) -> Values {
        let (least, most) = all.fold((0_i64, 0_i64), |(least, most), one| (least.min(one), most.max(one)));
        let ticks = ticks(least, most, FEW);
        Values { scale: Scale::of(&ticks, places), ticks, unit, language }
    }

    pub(super) fn at(&self, value: i64) -> P {
        self.scale.at(value)
    }

    pub(super) fn says(&self, value: i64) -> String {
        self.unit.says(value, self.language)
    }

    /// Lines across a frame, their values at the left, and what they are of on top.
    pub(super) fn across(&self, frame: &Frame, of: &str) -> Markup {
        html! {
            @for tick in &self.ticks {
                @let y = self.at(*tick);
                line class=(if *tick == 0 { "base" } else { "guide" }) x1=(frame.left) x2=(frame.right) y1=(y) y2=(y) {}
                text.side x=(frame.left - S(30)) y=(y + S(45)) text-anchor="end" { (self.unit.tick(*tick, self.language)) }
            }
            text.side x="0" y="155" { (of) }
        }
    }

    /// Lines down a frame, their values and what they are of below it.
    pub(super) fn down(&self, frame: &Frame, of: &str) -> Markup {
        html! {
            @for tick in &self.ticks {
                @let x = self.at(*tick);
                line class=(if *tick == 0 { "base" } else { "guide" }) x1=(x) x2=(x) y1=(frame.top) y2=(frame.bottom) {}
                text.side x=(x) y=(frame.bottom + S(170)) text-anchor="middle" { (self.unit.tick(*tick, self.language)) }
            }
            text.side x=(frame.right) y=(frame.bottom + S(360)) text-anchor="end" { (of) }
        }
    }
}

/// Quarters from left to right.
#[derive(Clone, Copy)]
pub(super) struct Quarters {
    pub(super) frame: Frame,
    pub(super) count: usize,
}

impl Quarters {
    /// The width of one.
    pub(super) fn wide(&self) -> P {
        part(self.frame.right - self.frame.left, many(self.count))
    }

    /// The middle of a quarter, counted from 0.
    pub(super) fn middle(&self, at: usize) -> P {
        let halves = many(at) * S(2) + S(1);
        self.frame.left + part((self.frame.right - self.frame.left) * halves, many(self.count) * S(2))
    }

    /// Their numbers below, as many as there is room for, the first among them.
    pub(super) fn along(&self, word: &str) -> Markup {
        let step =
            [1, 2, 4, 5, 10].into_iter().find(|step| self.wide() * many(*step) >= S(230)).unwrap_or(20);
        html! {
            @for at in (0..self.count).step_by(step) {
                text.side x=(self.middle(at)) y=(self.frame.bottom + S(170)) text-anchor="middle" { (at.saturating_add(1)) }
            }
            text.side x=(self.frame.right) y=(self.frame.bottom + S(360)) text-anchor="end" { (word) }
        }
    }

    /// Names of their own below, as many as there is room for, the first among them, and of what they are.
    pub(super) fn named(&self, names: &[String], of: &str) -> Markup {
        let step = every(names.len(), self.wide(), room(names));
        html! {
            @for (at, name) in names.iter().enumerate().step_by(step) {
                text.side x=(self.middle(at)) y=(self.frame.bottom + S(170)) text-anchor="middle" { (name) }
            }
            text.side x=(self.frame.right) y=(self.frame.bottom + S(360)) text-anchor="end" { (of) }
        }
    }
}

/// Of so many things, each so wide, how many steps on the next can be written so that it does not touch the one before it.
pub(super) fn every(count: usize, wide: P, needs: P) -> usize {
    (1..count.max(2)).find(|step| wide * many(*step) >= needs).unwrap_or(count.max(1))
}

/// The room that the longest of some texts needs below its place.
pub(super) fn room(texts: &[String]) -> P {
    let longest = texts.iter().map(|text| text.chars().count()).max().unwrap_or_default();
    many(longest.saturating_add(1)) * LETTER
}

/// Points of a line in stretches without a gap between them; a stretch of one point is as wide as a part of its quarter.
pub(super) fn stretches<V: Copy>(
    quarters: &Quarters,
    points: impl Iterator<Item = Option<V>>,
) -> Vec<Vec<(P, V)>> {
    let mut all: Vec<Vec<(P, V)>> = Vec::new();
    let mut open: Vec<(P, V)> = Vec::new();
    for (at, point) in points.enumerate() {
        match point {
            Some(value) => open.push((quarters.middle(at), value)),
            None => all.push(std::mem::take(&mut open)),
        }
    }
    all.push(open);
    let half = part(quarters.wide(), S(3)).min(S(200));
    all.retain(|stretch| !stretch.is_empty());
    for stretch in &mut all {
        if let [(x, value)] = stretch.as_slice() {
            *stretch = vec![(*x - half, *value), (*x + half, *value)];
        }
    }
    all
}

/// A line through places.
pub(super) fn path(places: impl Iterator<Item = (P, P)>) -> String {
    let mut path = String::new();
    for (x, y) in places {
        path.push_str(if path.is_empty() { "M" } else { "L" });
        path.push_str(&format!("{x} {y}"));
    }
    path
}

/// What is between two lines.
pub(super) fn between(
    low: impl Iterator<Item = (P, P)>,
    high: impl DoubleEndedIterator<Item = (P, P)>,
) -> String {
    path(low.chain(high.rev())) + "Z"
}

/// Texts one below the other, each as near to its place as the others let it: none nearer than so much to the next, and none
/// beyond the ends.
pub(super) fn apart(places: &[P], least: P, (top, bottom): (P, P)) -> Vec<P> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|at| places.get(*at).copied());
    let mut set: Vec<(usize, P)> = Vec::new();
    let mut next = top;
    for at in order {
        let place = places.get(at).copied().unwrap_or(top).max(next);
        set.push((at, place));
        next = place + least;
    }
    let mut last = bottom;
    for (_, place) in set.iter_mut().rev() {
        *place = (*place).min(last);
        last = *place - least;
    }
    set.sort_by_key(|(at, _)| *at);
    set.into_iter().map(|(_, place)| place).collect()
}
