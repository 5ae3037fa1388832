//! The charts of a grid: lines along one parameter, or heat maps of two.

use std::collections::{BTreeMap, BTreeSet};

use quorate_foresight::trajectory::experiment::Parameter;

use super::super::experiment::{called, measured, written};
use super::super::tell::Tell;
use super::Gridded;
use crate::charts::{Along, Chart, Head, Heat, Overlaid, Series, Side, Unit, heat, overlaid};

/// From so many whole units on, money is written in millions.
const MILLION: i64 = 1_000_000;

/// The values of a parameter that the points have, in their order.
fn values(of: &Gridded<'_>, place: usize) -> Vec<i64> {
    let all: BTreeSet<i64> = of.points.iter().filter_map(|spot| spot.values.get(place).copied()).collect();
    all.into_iter().collect()
}

/// A parameter as it is told: how it is called, and so many of its units as one.
pub(super) struct Shown<'p> {
    parameter: &'p Parameter,
    pub(super) label: String,
    unit: i64,
}

impl<'p> Shown<'p> {
    /// As a number, or, of money, in units or in millions of them.
    pub(super) fn of(parameter: &'p Parameter, tell: &Tell<'_>) -> Shown<'p> {
        let Some(currency) = parameter.currency else {
            return Shown { parameter, label: parameter.name.clone(), unit: 1 };
        };
        let unit = 10_i64.saturating_pow(u32::from(currency.scale()));
        let millions = unit.saturating_mul(MILLION);
        let (key, unit) =
            if parameter.to >= millions { ("gridded-millions", millions) } else { ("gridded-units", unit) };
        let gaps = [("name", parameter.name.as_str()), ("currency", currency.code())];
        Shown { parameter, label: tell.with(key, &gaps), unit }
    }

    /// A value, to thousandths.
    pub(super) fn says(&self, value: i64, tell: &Tell<'_>) -> String {
        let thousandths = i128::from(value).saturating_mul(1000).checked_div(i128::from(self.unit));
        let thousandths = thousandths.and_then(|value| i64::try_from(value).ok());
        let says = |value| Unit::Thousandths.says(value, tell.language);
        thousandths.map_or_else(|| written(self.parameter, value), says)
    }

    fn side(&self, values: &[i64], tell: &Tell<'_>) -> Side {
        let values = values.iter().map(|value| self.says(*value, tell)).collect();
        Side { label: self.label.clone(), values }
    }
}

fn outputs(of: &Gridded<'_>) -> usize {
    of.setting.experiment().outputs().len()
}

/// The name of an output in a page and in a table.
fn named(of: &Gridded<'_>, output: usize) -> &'static str {
    of.setting.experiment().outputs().get(output).map(|output| output.name).unwrap_or_default()
}

/// A parameter as a side of a map: its place among the parameters, its values, and how they are written.
struct Edge {
    place: usize,
    values: Vec<i64>,
    side: Side,
}

impl Edge {
    fn of(of: &Gridded<'_>, place: usize, parameter: &Parameter, tell: &Tell<'_>) -> Edge {
        let values = values(of, place);
        let side = Shown::of(parameter, tell).side(&values, tell);
        Edge { place, values, side }
    }
}

/// For each output and charter, a map of the means; the parameter with more values goes across.
pub(super) fn heats(of: &Gridded<'_>, [one, other]: [&Parameter; 2], tell: &Tell<'_>) -> Vec<Chart> {
    let (one, other) = (Edge::of(of, 0, one, tell), Edge::of(of, 1, other, tell));
    let edges = if one.values.len() > other.values.len() { (other, one) } else { (one, other) };
    let charters = of.setting.studies().len();
    let moving = (0..outputs(of)).filter(|output| still(of, *output).is_none());
    let all = moving.flat_map(|output| (0..charters).map(move |charter| (output, charter)));
    all.map(|(output, charter)| map(of, (output, charter), &edges, tell)).collect()
}

/// The means of one output under one charter, from the bottom up and across.
fn map(
    of: &Gridded<'_>,
    (output, charter): (usize, usize),
    (up, across): &(Edge, Edge),
    tell: &Tell<'_>,
) -> Chart {
    let here = means(of, output).filter(|(of_charter, ..)| *of_charter == charter);
    let placed =
        here.filter_map(|(_, values, mean)| Some(((values.get(up.place)?, values.get(across.place)?), mean)));
    let means: BTreeMap<(&i64, &i64), i64> = placed.collect();
    let row = |low| across.values.iter().map(|left| means.get(&(low, left)).copied()).collect();
    let head = Head {
        name: format!("grid-{}-{}", charter.saturating_add(1), named(of, output)),
        title: called(output, charter, of.setting, tell),
        says: tell.t("gridded-mean"),
    };
    let all = Heat {
        head,
        unit: Unit::Thousandths,
        across: across.side.clone(),
        up: up.side.clone(),
        cells: up.values.iter().map(row).collect(),
        ends: ends(of, output),
    };
    heat(&all, &tell.words())
}

/// Of each point where an output was measured: the charter, the parameters, the mean.
fn means<'s>(of: &'s Gridded<'_>, output: usize) -> impl Iterator<Item = (usize, &'s [i64], i64)> {
    of.points
        .iter()
        .filter_map(move |spot| Some((spot.charter, spot.values.as_slice(), spot.outputs.get(output)?.mean?)))
}

/// What an output comes to, if it comes to the same at every point: there is nothing to be seen on a map of it.
pub(super) fn still(of: &Gridded<'_>, output: usize) -> Option<i64> {
    let (least, most) = ends(of, output);
    (means(of, output).count() == of.points.len() && least == most).then_some(least)
}

/// The least and the greatest mean of an output, under all charters.
fn ends(of: &Gridded<'_>, output: usize) -> (i64, i64) {
    let all = || means(of, output).map(|(.., mean)| mean);
    (all().min().unwrap_or_default(), all().max().unwrap_or_default())
}

/// For each output, how it spread at each value of the parameter, the charters over each other.
pub(super) fn lines(of: &Gridded<'_>, across: &Parameter, tell: &Tell<'_>) -> Vec<Chart> {
    let values = values(of, 0);
    let Side { label, values: written } = Shown::of(across, tell).side(&values, tell);
    let one = |output: usize| {
        let series = |charter: usize| {
            let point = |value: &i64| {
                let is = |spot: &&super::Spot| spot.charter == charter && spot.values.first() == Some(value);
                let spread = of.points.iter().find(is)?.outputs.get(output)?;
                spread.quantiles.map(|[_, low, middle, high, _]| [low, middle, high])
            };
            let number = charter.saturating_add(1).to_string();
            let label = tell.with("gridded-charter", &[("number", &number)]);
            Series { label, points: values.iter().map(point).collect() }
        };
        let head = Head {
            name: format!("grid-{}", named(of, output)),
            title: measured(output, of.setting, tell),
            says: tell.t("gridded-line"),
        };
        let all = Overlaid {
            head,
            unit: Unit::Whole,
            axis: tell.t("gridded-of-runs"),
            along: Along::Values { label: label.clone(), values: written.clone() },
            series: (0..of.setting.studies().len()).map(series).collect(),
        };
        overlaid(&all, &tell.words())
    };
    (0..outputs(of)).map(one).collect()
}
