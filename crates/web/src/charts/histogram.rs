//! How often each value was met: in steps of one width, and summed up.

use std::num::Saturating as S;

use maud::{Markup, html};

use super::axes::{Frame, Values, path};
use super::chart::{Chart, Head, Words};
use super::scale::{P, Scale, part, round, ticks};
use super::unit::{Unit, per_mille, share};

/// Values that were met, and how often.
#[derive(Clone, Debug)]
pub(crate) struct Histogram {
    /// What it is called.
    pub(crate) head: Head,
    /// What the values are: *days*.
    pub(crate) axis: String,
    /// What was counted, as the heading of a column: *requests*.
    pub(crate) counted: String,
    /// What stands at the axis of shares.
    pub(crate) shares: String,
    /// Each value, and how often it was met.
    pub(crate) counts: Vec<(i64, u64)>,
}

/// At most about so many steps.
const STEPS: i64 = 24;
/// One less than the fewest steps.
const FEWEST: i64 = 8;
const HIGH: P = S(2560);
const FRAME: Frame = Frame { left: S(560), right: S(4640), top: S(300), bottom: S(2140) };

/// Values from the first of a step to the last, and how often any of them was met.
struct Step {
    first: i64,
    last: i64,
    count: u64,
}

/// How often any was met; and the least and the greatest.
fn whole(counts: &[(i64, u64)]) -> Option<(u64, i64, i64)> {
    let met = || counts.iter().filter(|(_, count)| *count > 0);
    let all = met().fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
    Some((all, met().map(|(value, _)| *value).min()?, met().map(|(value, _)| *value).max()?))
}

/// Steps of one round width, from the first that holds a value to the last; nought begins one.
fn steps(counts: &[(i64, u64)]) -> (i64, Vec<Step>) {
    let Some((_, least, most)) = whole(counts) else { return (1, Vec::new()) };
    let span = i128::from(most).saturating_sub(i128::from(least)).saturating_add(1);
    let wide = round(span.div_euclid(i128::from(STEPS)).max(1));
    let wide = i64::try_from(wide).unwrap_or(i64::MAX).max(1);
    let of = |value: i64| value.div_euclid(wide);
    let step = |number: i64| {
        let first = number.saturating_mul(wide);
        Step { first, last: first.saturating_add(wide).saturating_sub(1), count: 0 }
    };
    // A few values stand among their neighbours, and not as broad as the chart.
    let lacking = FEWEST.saturating_sub(of(most).saturating_sub(of(least))).max(0);
    let before = of(least).saturating_sub(lacking.div_euclid(2));
    let begin = if of(least) >= 0 { before.max(0) } else { before };
    let end = of(most).max(begin.saturating_add(FEWEST));
    let mut steps: Vec<Step> = (begin..=end).map(step).collect();
    for (value, count) in counts.iter().filter(|(_, count)| *count > 0) {
        let at = usize::try_from(of(*value).saturating_sub(begin)).unwrap_or(usize::MAX);
        if let Some(step) = steps.get_mut(at) {
            step.count = step.count.saturating_add(*count);
        }
    }
    (wide, steps)
}

/// Draws how often each step was met.
#[must_use]
pub(crate) fn histogram(of: &Histogram, words: &Words) -> Chart {
    let (wide, steps) = steps(&of.counts);
    let all = whole(&of.counts).map_or(0, |(all, ..)| all);
    let up = Values::upright(
        &FRAME,
        steps.iter().map(|step| per_mille(step.count, all)),
        (Unit::PerMille, words.language),
    );
    // A step of one value stands around it.
    let first = steps.first().map_or(0, |step| step.first);
    let end = steps.last().map_or(1, |step| step.last.saturating_add(1));
    let across = Scale::of(&[first, end], (FRAME.left, FRAME.right));
    let mark = |value: i64| {
        if wide == 1 { half(across.at(value), across.at(value.saturating_add(1))) } else { across.at(value) }
    };
    let body = html! {
        (up.across(&FRAME, &of.shares))
        @for step in steps.iter().filter(|step| step.count > 0) {
            @let (from, to) = (across.at(step.first), across.at(step.last.saturating_add(1)));
            // What was met at all is seen.
            @let y = up.at(per_mille(step.count, all)).min(FRAME.bottom - S(12));
            rect.full.k1 x=(from + S(8)) y=(y) width=((to - from - S(16)).max(S(8))) height=(FRAME.bottom - y) {}
        }
        @for value in marks(first, end, wide) {
            text.side x=(mark(value)) y=(FRAME.bottom + S(170)) text-anchor="middle" { (Unit::Whole.tick(value, words.language)) }
        }
        text.side x=(FRAME.right) y=(FRAME.bottom + S(360)) text-anchor="end" { (of.axis) }
    };
    let says = |value: i64| Unit::Whole.says(value, words.language);
    let row = |step: &Step| {
        let values = if wide == 1 {
            says(step.first)
        } else {
            format!("{} – {}", says(step.first), says(step.last))
        };
        vec![values, step.count.to_string(), share(step.count, all, words.language)]
    };
    let rows = steps.iter().filter(|step| step.count > 0).map(row).collect();
    let heads = vec![of.axis.clone(), of.counted.clone(), of.shares.clone()];
    Chart::new(&of.head, (HIGH, body), (heads, rows), words)
}

fn half(one: P, other: P) -> P {
    part(one + other, S(2))
}

/// The values at the axis, all of them within the steps.
fn marks(first: i64, end: i64, wide: i64) -> Vec<i64> {
    let last = if wide == 1 { end.saturating_sub(1) } else { end };
    ticks(first, last, 7).into_iter().filter(|value| (first..=last).contains(value)).collect()
}

/// The shares that are marked, per mille.
const MARKED: [i64; 3] = [50, 500, 950];

/// Draws how many of them were not above each value.
#[must_use]
pub(crate) fn cumulative(of: &Histogram, words: &Words) -> Chart {
    let mut counts = of.counts.clone();
    counts.retain(|(_, count)| *count > 0);
    counts.sort_unstable();
    let all = whole(&counts).map_or(0, |(all, ..)| all);
    let how = |unit: Unit| (unit, words.language);
    let up = Values::upright(&FRAME, [0, 1000].into_iter(), how(Unit::PerMille));
    // Beyond the greatest value, where all are reached, there is a piece of the line.
    let beyond = counts.last().map(|(value, _)| value.saturating_add(1));
    let across =
        Values::level(&FRAME, counts.iter().map(|(value, _)| *value).chain(beyond), how(Unit::Whole));
    let mut so_far = 0_u64;
    let mut places = vec![(FRAME.left, FRAME.bottom)];
    let mut marked: Vec<(i64, i64)> = Vec::new();
    let mut waiting = MARKED.iter().copied().peekable();
    for (value, count) in &counts {
        let (x, before) = (across.at(*value), up.at(per_mille(so_far, all)));
        so_far = so_far.saturating_add(*count);
        places.extend([(x, before), (x, up.at(per_mille(so_far, all)))]);
        while waiting
            .next_if(|share| reaches(so_far, all, *share))
            .map(|share| marked.push((share, *value)))
            .is_some()
        {}
    }
    places.push((FRAME.right, up.at(per_mille(so_far, all))));
    let body = html! {
        (up.across(&FRAME, &of.shares))
        (across.down(&FRAME, &of.axis))
        path.trace.k1 d=(path(places.into_iter())) {}
        @for (share, value) in &marked { (mark(&up, &across, (*share, *value))) }
    };
    let says = |(share, value): &(i64, i64)| {
        vec![Unit::PerMille.tick(*share, words.language), Unit::Whole.says(*value, words.language)]
    };
    let rows = marked.iter().map(says).collect();
    let heads = vec![of.shares.clone(), of.axis.clone()];
    Chart::new(&of.head, (HIGH, body), (heads, rows), words)
}

/// Whether so many of all are at least this share.
fn reaches(count: u64, all: u64, per_mille: i64) -> bool {
    let asked = u128::from(all).saturating_mul(u128::from(per_mille.unsigned_abs()));
    u128::from(count).saturating_mul(1000) >= asked
}

/// A marked share: where it is reached, with its numbers beside it.
fn mark(up: &Values, across: &Values, (share, value): (i64, i64)) -> Markup {
    let (x, y) = (across.at(value), up.at(share));
    let left = x > S(3300);
    html! {
        path.stem d=(format!("M{x} {}V{y}", FRAME.bottom)) {}
        circle.full.k1 cx=(x) cy=(y) r="40" {}
        text.halo x=(if left { x - S(90) } else { x + S(90) }) y=(y + S(if share < 500 { 10 } else { 110 }))
            text-anchor=(if left { "end" } else { "start" }) {
            (up.says(share).replace(".0", "").replace(",0", "")) ": " (across.says(value))
        }
    }
}
