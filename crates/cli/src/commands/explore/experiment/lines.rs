//! What came out, as CSV: whole numbers, decimals and names, in which nothing is to be quoted.

use quorate_foresight::trajectory::experiment::{
    CHANCE, Estimate, Indices, Job, Mean, Point, Setting, Tornado,
};

use super::super::tables::{ENDS, QUANTILES, line};

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn parameters(setting: &Setting) -> impl Iterator<Item = String> {
    setting.experiment().parameters().iter().map(|parameter| parameter.name.clone())
}

/// A number as it is told of a charter or an order: from 1.
pub(super) fn number(place: usize) -> String {
    place.saturating_add(1).to_string()
}

/// The heading of the table of runs.
pub(super) fn runs_heading(setting: &Setting) -> String {
    let outputs = setting.experiment().outputs().iter().map(|output| output.name.to_owned());
    let first = names(&["part", "charter", "point", "replicate", "chance", "seed"]);
    let last = names(&["commands", "balanced"]);
    line(first.into_iter().chain(parameters(setting)).chain(outputs).chain(last))
}

/// What is known of a run before it is run: the cells at the beginning of its line, each with the comma behind it.
pub(super) fn begins(job: &Job, values: &[i64], chance: u64, seed: u64) -> String {
    let first = [
        job.part.name().to_owned(),
        number(job.charter),
        job.point.to_string(),
        job.replicate.to_string(),
        chance.to_string(),
        format!("{seed:016x}"),
    ];
    let values = values.iter().map(ToString::to_string);
    first.into_iter().chain(values).map(|cell| format!("{cell},")).collect()
}

/// What came of it: the rest of its line.
pub(super) fn ends(outputs: &[Option<i64>], commands: u64, balanced: bool) -> String {
    let outputs = outputs.iter().map(|value| value.map(|value| value.to_string()).unwrap_or_default());
    line(outputs.chain([commands.to_string(), balanced.to_string()]))
}

/// What came of a run: its outputs, its commands, and whether its books balanced.
pub(super) type Ended = (Vec<Option<i64>>, u64, bool);

/// What such a rest says; none, if it is not one as it is written.
pub(super) fn read_ends(rest: &str, outputs: usize) -> Option<Ended> {
    let cells: Vec<&str> = rest.strip_suffix(ENDS)?.split(',').collect();
    let [values @ .., commands, balanced] = cells.as_slice() else { return None };
    let value = |cell: &&str| match *cell {
        "" => Some(None),
        cell => cell.parse().ok().map(Some),
    };
    let values: Vec<Option<i64>> = values.iter().map(value).collect::<Option<_>>()?;
    let (commands, balanced) = (commands.parse().ok()?, balanced.parse().ok()?);
    let is_one = values.len() == outputs && ends(&values, commands, balanced) == rest;
    is_one.then_some((values, commands, balanced))
}

/// The heading of the table of a grid's points.
pub(super) fn points_heading(setting: &Setting) -> String {
    let last = names(&["output", "runs", "mean"]);
    let quantiles = QUANTILES.iter().map(|per_mille| format!("q{per_mille:03}"));
    line(names(&["charter", "point"]).into_iter().chain(parameters(setting)).chain(last).chain(quantiles))
}

/// A point of a grid: a line for each output.
pub(super) fn point(setting: &Setting, point: &Point) -> String {
    let outputs = setting.experiment().outputs().iter().zip(&point.outputs);
    let told = outputs.map(|(output, summary)| {
        let first = [number(point.charter), point.point.to_string()];
        let values = point.values.iter().map(ToString::to_string);
        let of = [output.name.to_owned(), summary.mean.count.to_string(), mean(summary.mean)];
        let quantile = |per_mille| summary.quantile(per_mille).map(|value| value.to_string());
        let quantiles = QUANTILES.map(|per_mille| quantile(per_mille).unwrap_or_default());
        line(first.into_iter().chain(values).chain(of).chain(quantiles))
    });
    told.collect()
}

/// The heading of what each parameter does alone.
pub(super) fn tornado_heading() -> String {
    let cells = [
        "charter",
        "output",
        "parameter",
        "from",
        "to",
        "at-from",
        "at-middle",
        "at-to",
        "swing",
        "less",
        "same",
        "more",
    ];
    line(names(&cells))
}

/// What each parameter does alone to an output: a line for each, the one that moves it furthest first.
pub(super) fn tornado(setting: &Setting, tornado: &Tornado) -> String {
    let experiment = setting.experiment();
    let output = experiment.outputs().get(tornado.output).map(|output| output.name).unwrap_or_default();
    let told = tornado.bars.iter().map(|bar| {
        let name = experiment.parameters().get(bar.parameter).map(|parameter| parameter.name.clone());
        let (less, same, more) = bar.pairs;
        let first = [number(tornado.charter), output.to_owned(), name.unwrap_or_default()];
        let ends = [bar.ends.0.to_string(), bar.ends.1.to_string()];
        let means = [bar.low, tornado.middle, bar.high].map(mean);
        let swing = bar.swing().map(|swing| decimal(swing, 3)).unwrap_or_default();
        let pairs = [less, same, more].map(|count| count.to_string());
        line(first.into_iter().chain(ends).chain(means).chain([swing]).chain(pairs))
    });
    told.collect()
}

/// The heading of the indices.
pub(super) fn indices_heading() -> String {
    let cells = [
        "charter",
        "output",
        "parameter",
        "samples",
        "used",
        "mean",
        "deviation",
        "first",
        "first-low",
        "first-high",
        "total",
        "total-low",
        "total-high",
    ];
    line(names(&cells))
}

/// The indices of an output: a line for each parameter, and for chance. Of what did not vary there are none.
pub(super) fn indices(setting: &Setting, indices: &Indices) -> String {
    let experiment = setting.experiment();
    let output = experiment.outputs().get(indices.output).map(|output| output.name).unwrap_or_default();
    let of = |name: &str, cells: [String; 6]| {
        let first = [number(indices.charter), output.to_owned(), name.to_owned()];
        let counts = [indices.samples.to_string(), indices.used.to_string()];
        let spread = [decimal(indices.mean, 3), decimal(indices.deviation, 3)];
        line(first.into_iter().chain(counts).chain(spread).chain(cells))
    };
    let parameters = experiment.parameters().iter().map(|parameter| parameter.name.as_str());
    let each = parameters.chain([CHANCE]).enumerate().map(|(place, name)| match indices.indices.get(place) {
        Some(index) => {
            let cells = |estimate: Estimate| {
                [estimate.value, estimate.low, estimate.high].map(|part| decimal(part, 9))
            };
            let ([first, first_low, first_high], [total, total_low, total_high]) =
                (cells(index.first), cells(index.total));
            of(name, [first, first_low, first_high, total, total_low, total_high])
        }
        None => of(name, Default::default()),
    });
    each.collect()
}

/// A mean, to thousandths; nothing, where nothing was measured.
pub(super) fn mean(mean: Mean) -> String {
    mean.thousandths().map(|mean| decimal(mean, 3)).unwrap_or_default()
}

/// A number of so many places behind the point.
pub(in super::super) fn decimal(parts: i64, places: u32) -> String {
    let one = 10_u64.saturating_pow(places);
    let size = parts.unsigned_abs();
    let (whole, rest) =
        (size.checked_div(one).unwrap_or_default(), size.checked_rem(one).unwrap_or_default());
    let sign = if parts < 0 { "-" } else { "" };
    let width = usize::try_from(places).unwrap_or_default();
    format!("{sign}{whole}.{rest:0width$}")
}
