//! The charts of a study, from what was counted.

use std::collections::BTreeMap;

use quorate_foresight::trajectory::tables::QUANTILES;
use quorate_foresight::trajectory::{Counts, HAPPENINGS, MEASURES, Measure, Spread, Total, Totals};

use super::measures::called;
use super::tell::Tell;
use crate::charts::{
    Along, Bar, Bars, Chart, Fan, Gravity, Group, Head, Histogram, Lane, Overlaid, Part, Point, Series,
    Timeline, Unit, bars, cumulative, fan, gravity, histogram, overlaid, timeline,
};

const HOURS_A_DAY: i64 = 24;

fn point(counts: &Counts<i64>) -> Option<Point> {
    let [least, low, middle, high, most] = QUANTILES.map(|of| counts.quantile(of));
    Some(Point { values: [least?, low?, middle?, high?, most?], runs: counts.all() })
}

fn points(spread: &Spread, measure: &Measure, quarters: u32) -> Vec<Option<Point>> {
    (0..usize::try_from(quarters).unwrap_or_default()).map(|at| point(&spread.of(at, measure))).collect()
}

/// The middle half of the runs, and the middle.
pub(super) fn middles(spread: &Spread, measure: &Measure, quarters: u32) -> Vec<Option<[i64; 3]>> {
    let middle = |point: Point| {
        let [_, low, middle, high, _] = point.values;
        [low, middle, high]
    };
    points(spread, measure, quarters).into_iter().map(|point| point.map(middle)).collect()
}

fn head(tell: &Tell<'_>, name: &str, title: &str, says: &str) -> Head {
    Head { name: name.to_owned(), title: tell.t(title), says: tell.t(says) }
}

/// A fan for each measure.
pub(crate) fn fans(spread: &Spread, quarters: u32, tell: &Tell<'_>) -> Vec<Chart> {
    let drawn = |measure: &Measure| {
        let told = called(measure, tell);
        let head = Head {
            name: format!("quarters-{}", measure.name),
            title: told.title,
            says: tell.t("chart-fan-says"),
        };
        let points = points(spread, measure, quarters);
        fan(&Fan { head, unit: told.unit, axis: told.axis, points }, &tell.words())
    };
    MEASURES.iter().map(drawn).collect()
}

/// What can still be promised, and what is due and not paid, over each other.
pub(crate) fn capacity_and_arrears(spread: &Spread, quarters: u32, tell: &Tell<'_>) -> Chart {
    let series = |(name, label): (&str, &str)| {
        let measure = MEASURES.iter().find(|measure| measure.name == name)?;
        Some(Series { label: tell.t(label), points: middles(spread, measure, quarters) })
    };
    let drawn = [("capacity", "chart-capacity"), ("arrears", "chart-arrears")];
    let all = Overlaid {
        head: head(tell, "capacity-and-arrears", "chart-capacity-title", "chart-capacity-says"),
        unit: Unit::PerMille,
        axis: tell.t("measured-signed"),
        along: Along::Quarters,
        series: drawn.into_iter().filter_map(series).collect(),
    };
    overlaid(&all, &tell.words())
}

/// Days from request to payment: how often each, and summed up.
pub(crate) fn days(totals: &Totals, tell: &Tell<'_>) -> [Chart; 2] {
    let mut days = Counts::default();
    for (hours, times) in totals.of(Total::Hours, "").each() {
        // A day that has begun counts: nothing is paid after nought days.
        days.add(hours.saturating_add(HOURS_A_DAY).saturating_sub(1).div_euclid(HOURS_A_DAY), times);
    }
    let of = |name: &str, says: &str, title: &str| Histogram {
        head: head(tell, name, title, says),
        axis: tell.t("chart-days"),
        counted: tell.t("chart-requests"),
        shares: tell.t("chart-of-paid"),
        counts: days.each().collect(),
    };
    let words = tell.words();
    [
        histogram(&of("days", "chart-days-says", "chart-days-title"), &words),
        cumulative(&of("days-summed", "chart-summed-says", "chart-summed-title"), &words),
    ]
}

/// The text of what is asked of every run.
pub(crate) fn happening(name: &str, tell: &Tell<'_>) -> String {
    match name {
        "left" => tell.t("happened-left"),
        "blocked" => tell.t("happened-blocked"),
        "default" => tell.t("happened-default"),
        "arrears" => tell.t("happened-arrears"),
        "nothing-left" => tell.t("happened-nothing-left"),
        other => other.to_owned(),
    }
}

/// In how many runs something was so.
pub(crate) fn happenings(totals: &Totals, tell: &Tell<'_>) -> Chart {
    let bar = |(name, _): &(&str, &str)| Bar {
        label: happening(name, tell),
        count: totals.happened(name),
        all: totals.runs(),
    };
    let all = Bars {
        head: head(tell, "shares", "chart-shares-title", "chart-shares-says"),
        axis: tell.t("chart-of-runs"),
        counted: tell.t("chart-in-runs"),
        bars: HAPPENINGS.iter().map(bar).collect(),
    };
    bars(&all, &tell.words())
}

/// Who left, by code and not by how often.
pub(crate) fn left(totals: &Totals, tell: &Tell<'_>) -> Chart {
    let bar = |(member, counts): (&str, &Counts<i64>)| Bar {
        label: member.to_owned(),
        count: counts.all(),
        all: totals.runs(),
    };
    let all = Bars {
        head: head(tell, "left", "chart-left-title", "chart-left-says"),
        axis: tell.t("chart-of-runs"),
        counted: tell.t("chart-in-runs"),
        bars: totals.each(Total::Left).map(bar).collect(),
    };
    bars(&all, &tell.words())
}

/// Each member's part of the votes and of the money at the end.
pub(crate) fn parts(totals: &Totals, tell: &Tell<'_>) -> Chart {
    let group = |what: Total, label: &str| {
        let part = |(member, counts): (&str, &Counts<i64>)| {
            Some(Part { label: member.to_owned(), point: point(counts)? })
        };
        Group { label: tell.t(label), parts: totals.each(what).filter_map(part).collect() }
    };
    let all = Gravity {
        head: head(tell, "gravity", "chart-gravity-title", "chart-gravity-says"),
        axis: tell.t("chart-of-bound"),
        groups: vec![
            group(Total::Votes, "chart-votes"),
            group(Total::Money, "chart-money"),
            group(Total::Capability, "chart-capability"),
        ],
    };
    gravity(&all, &tell.words())
}

/// In how many of the runs in which both were bound two stood in one bloc, quarter by quarter.
pub(crate) fn blocs(spread: &Spread, quarters: u32, tell: &Tell<'_>) -> Chart {
    let pairs = spread.blocs.pairs();
    let pairs = pairs.map(|(at, one, other, bound, both)| (format!("{one} {other}"), at, (both, bound)));
    let all = Timeline {
        head: head(tell, "blocs", "chart-blocs-title", "chart-blocs-says"),
        lanes: lanes(pairs, quarters),
    };
    timeline(&all, &tell.words())
}

/// In how many of the runs in which it was bound a member was pivotal, quarter by quarter.
pub(crate) fn pivotal(spread: &Spread, quarters: u32, tell: &Tell<'_>) -> Chart {
    let members = spread.blocs.members();
    let members = members.map(|(at, member, bound, pivotal)| (member.to_string(), at, (pivotal, bound)));
    let all = Timeline {
        head: head(tell, "pivotal", "chart-pivotal-title", "chart-pivotal-says"),
        lanes: lanes(members, quarters),
    };
    timeline(&all, &tell.words())
}

/// A line for each of whom something was counted, by name.
fn lanes(counted: impl Iterator<Item = (String, usize, (u64, u64))>, quarters: u32) -> Vec<Lane> {
    let wide = usize::try_from(quarters).unwrap_or_default();
    let mut lanes: BTreeMap<String, Vec<Option<(u64, u64)>>> = BTreeMap::new();
    for (label, at, counts) in counted {
        let cells = lanes.entry(label).or_insert_with(|| vec![None; wide]);
        if let Some(cell) = cells.get_mut(at) {
            *cell = Some(counts);
        }
    }
    lanes.into_iter().map(|(label, cells)| Lane { label, cells }).collect()
}
