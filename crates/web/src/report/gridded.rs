//! The report of a grid: what came out at each of its points.

mod drawn;

use maud::{Markup, html};
use quorate_foresight::trajectory::experiment::{Experiment, Point, Setting, Summary};
use quorate_foresight::trajectory::tables::QUANTILES;
use quorate_records::words::Language;

use self::drawn::Shown;
use super::numbers::numbers;
use super::tell::Tell;
use super::{assumed, experiment, frame};
use crate::charts::{Chart, Unit};
use crate::texts::Texts;

/// What the report of a grid is written from.
pub struct Gridded<'s> {
    /// The experiment, its scenario and charters.
    pub setting: &'s Setting,
    /// What stands in the scenario's file.
    pub scenario: &'s str,
    /// From which all chance follows.
    pub seed: u64,
    /// What came out at each point, charter by charter, or at the first of them.
    pub points: &'s [Spot],
    /// How many points there are, under all charters together.
    pub all: u64,
    /// What runs it again, from its directory.
    pub again: String,
}

/// The most points that a report is written from: those of a larger grid stand in its table alone.
pub const MOST_SPOTS: usize = 4_000;
/// The most points that are told one by one.
const ROWS: usize = 200;

/// What came out at a point under a charter: as little as is told, so that many can be kept.
pub struct Spot {
    /// The charter, by its place.
    pub charter: usize,
    /// The point, from 0.
    pub point: u64,
    /// What the parameters were, in their order.
    pub values: Vec<i64>,
    /// Each output, in their order.
    pub outputs: Vec<Spread>,
}

/// How an output spread over the runs of a point.
pub struct Spread {
    /// In how many runs it was measured.
    pub runs: u64,
    /// Its mean, in thousandths; none, where it was not measured.
    pub mean: Option<i64>,
    /// What 5, 25, 50, 75 and 95 per cent of the runs do not exceed.
    quantiles: Option<[i64; 5]>,
}

impl Spot {
    /// What is told of a point.
    #[must_use]
    pub fn of(point: &Point) -> Spot {
        let outputs = point.outputs.iter().map(Spread::of).collect();
        Spot { charter: point.charter, point: point.point, values: point.values.clone(), outputs }
    }
}

impl Spread {
    fn of(summary: &Summary) -> Spread {
        let [least, low, middle, high, most] = QUANTILES.map(|of| summary.quantile(of));
        let all = || Some([least?, low?, middle?, high?, most?]);
        Spread { runs: summary.mean.count, mean: summary.mean.thousandths(), quantiles: all() }
    }
}

/// Writes the page.
///
/// # Errors
/// The texts of the pages cannot be read: a defect.
pub fn gridded(of: &Gridded<'_>, language: Language) -> Result<String, String> {
    let texts = Texts::read()?;
    let tell = Tell::new(&texts, language);
    let words = tell.words();
    let setting = of.setting.experiment();
    let (key, charts): (&str, Vec<Chart>) = match setting.parameters() {
        _ if !of.is_whole() => ("gridded-large", Vec::new()),
        [across] => ("gridded-line-says", drawn::lines(of, across, &tell)),
        [one, other] => ("gridded-heat-says", drawn::heats(of, [one, other], &tell)),
        _ => ("gridded-many", Vec::new()),
    };
    let is_mapped = key == "gridded-heat-says";
    let replicates = setting.replicates().to_string();
    let about = [
        ("gridded-points", of.all.to_string()),
        ("gridded-runs", replicates),
        ("sensed-seed", of.seed.to_string()),
    ];
    let scenario = of.setting.studies().first().map(|study| study.scenario());
    let body = html! {
        p.lead { (tell.t("gridded-says")) }
        (experiment::what_was_run(of.setting, &about, &tell))
        @if let Some(scenario) = scenario {
            h2 { (tell.t("report-happens")) }
            (assumed::happens(scenario, &tell))
        }
        h2 { (tell.t("sensed-varied")) }
        (experiment::varied(setting, true, &tell))
        h2 { (tell.t("gridded-comes")) }
        p { (tell.t(key)) }
        div.charts { @for chart in &charts { (chart.figure(&words)) } }
        @if is_mapped { @for one in still(of, &tell) { p { (one) } } }
        h2 { (tell.t("gridded-table")) }
        p { (tell.t("gridded-table-says")) }
        (table(of, &tell))
        @if let Some(scenario) = scenario {
            h2 { (tell.t("report-assumed")) }
            p { (tell.t("report-assumed-says")) " " (tell.t("gridded-assumed-says")) }
            (assumed::table(&numbers(of.scenario), scenario, &tell))
        }
        (experiment::again(&of.again, &tell))
    };
    Ok(frame::page(setting.title(), &body, &tell))
}

impl Gridded<'_> {
    /// Whether all points are there.
    fn is_whole(&self) -> bool {
        u64::try_from(self.points.len()).is_ok_and(|points| points == self.all)
    }
}

/// What comes to the same at every point, in words.
fn still(of: &Gridded<'_>, tell: &Tell<'_>) -> Vec<String> {
    let said = |output: usize| {
        let value = Unit::Thousandths.says(drawn::still(of, output)?, tell.language);
        let gaps = [("what", &*experiment::measured(output, of.setting, tell)), ("value", &*value)];
        Some(tell.with("gridded-still", &gaps))
    };
    (0..of.setting.experiment().outputs().len()).filter_map(said).collect()
}

/// Every point, as many as are told: its parameters, and how each output spread.
fn table(of: &Gridded<'_>, tell: &Tell<'_>) -> Markup {
    let setting = of.setting.experiment();
    let has_charters = of.setting.studies().len() > 1;
    let label = tell.t("gridded-table");
    let shown: Vec<Shown<'_>> = setting.parameters().iter().map(|one| Shown::of(one, tell)).collect();
    let told = of.points.len().min(ROWS);
    let more = of.all.saturating_sub(u64::try_from(told).unwrap_or(of.all));
    html! {
        div.wide tabindex="0" role="region" aria-label=(label) { table.points {
            thead { tr {
                @if has_charters { th scope="col" { (tell.t("report-charter")) } }
                th scope="col" { (tell.t("gridded-point")) }
                @for one in &shown { th.number scope="col" { (one.label) } }
                @for output in 0..setting.outputs().len() {
                    th.number scope="col" { (experiment::measured(output, of.setting, tell)) }
                }
            } }
            tbody { @for spot in of.points.iter().take(told) { (row(spot, (setting, &shown), has_charters, tell)) } }
        } }
        @if more > 0 { p.soft { (tell.with("gridded-more", &[("count", &more.to_string())])) } }
    }
}

fn row(
    spot: &Spot,
    (setting, shown): (&Experiment, &[Shown<'_>]),
    has_charters: bool,
    tell: &Tell<'_>,
) -> Markup {
    html! { tr {
        @if has_charters { td { (spot.charter.saturating_add(1)) } }
        th scope="row" { (spot.point) }
        @for (one, value) in shown.iter().zip(&spot.values) { td.number { (one.says(*value, tell)) } }
        @for spread in &spot.outputs { td.number { (told(spread, setting.replicates(), tell)) } }
    } }
}

/// The mean, between what nine tenths of the runs lie, and in how many runs it was measured where those are not all.
fn told(spread: &Spread, replicates: u64, tell: &Tell<'_>) -> Markup {
    let says = |value: i64| Unit::Whole.says(value, tell.language);
    html! {
        @match (spread.mean, spread.quantiles) {
            (Some(mean), Some([least, .., most])) => {
                (Unit::Thousandths.says(mean, tell.language))
                br; span.side { (tell.with("sensed-within", &[("low", &says(least)), ("high", &says(most))])) }
                @if spread.runs < replicates {
                    br; span.side { (tell.with("gridded-of", &[("runs", &spread.runs.to_string())])) }
                }
            }
            _ => { span.side { (tell.t("gridded-not")) } }
        }
    }
}
