//! The report of a sensitivity: what each parameter does alone, and what part of the variance it makes.

use maud::{Markup, html};
use quorate_foresight::trajectory::experiment::{Bar, Estimate, Index, Indices, Setting, Tornado};
use quorate_records::words::Language;

use super::experiment::{again, called, varied, what_was_run, written};
use super::tell::Tell;
use super::{assumed, frame};
use crate::charts::{self, Chart, Head, Swing, Unit, tornado};
use crate::texts::Texts;

/// What a report of a sensitivity is written from.
pub struct Sensed<'s> {
    /// The experiment, its scenario and charters.
    pub setting: &'s Setting,
    /// How many samples there are, and how many runs each point of one has.
    pub samples: (u64, u64),
    /// From which all chance follows.
    pub seed: u64,
    /// What each parameter does alone, by charter and output.
    pub tornados: &'s [Tornado],
    /// What part of the variance each parameter makes, by charter and output.
    pub indices: &'s [Indices],
    /// What runs it again, from its directory.
    pub again: String,
}

/// Writes the page.
///
/// # Errors
/// The texts of the pages cannot be read: a defect.
pub fn sensed(of: &Sensed<'_>, language: Language) -> Result<String, String> {
    let texts = Texts::read()?;
    let tell = Tell::new(&texts, language);
    let experiment = of.setting.experiment();
    let (samples, each) = of.samples;
    let about = [
        ("sensed-alone-runs", experiment.replicates()),
        ("sensed-samples", samples),
        ("sensed-each", each),
        ("sensed-seed", of.seed),
    ];
    let about = about.map(|(key, number)| (key, number.to_string()));
    let body = html! {
        p.lead { (tell.t("sensed-says")) }
        (what_was_run(of.setting, &about, &tell))
        @if let Some(study) = of.setting.studies().first() {
            h2 { (tell.t("report-happens")) }
            (assumed::happens(study.scenario(), &tell))
        }
        h2 { (tell.t("sensed-varied")) }
        (varied(experiment, false, &tell))
        h2 { (tell.t("sensed-alone")) }
        (alone(of.tornados, of.setting, &tell))
        h2 { (tell.t("sensed-together")) }
        p { (tell.t("sensed-together-says")) }
        @for one in of.indices { (together(one, of.setting, &tell)) }
        (again(&of.again, &tell))
    };
    Ok(frame::page(experiment.title(), &body, &tell))
}

/// What each parameter does alone.
pub(super) fn alone(tornados: &[Tornado], setting: &Setting, tell: &Tell<'_>) -> Markup {
    let words = tell.words();
    html! {
        p { (tell.t("sensed-alone-says")) }
        div.charts { @for chart in tornados.iter().filter_map(|one| drawn(one, setting, tell)) {
            (chart.figure(&words))
        } }
        @for lack in tornados.iter().filter_map(|one| lacking(one, setting, tell)) { p.none { (lack) } }
    }
}

/// What of an output cannot be drawn, since it was not measured there.
fn lacking(told: &Tornado, setting: &Setting, tell: &Tell<'_>) -> Option<String> {
    let what = called(told.output, told.charter, setting, tell);
    if told.middle.thousandths().is_none() {
        return Some(tell.with("sensed-no-middle", &[("what", &what)]));
    }
    let name = |bar: &Bar| setting.experiment().parameters().get(bar.parameter).map(|one| one.name.as_str());
    let names: Vec<&str> = told.bars.iter().filter(|bar| bar.swing().is_none()).filter_map(name).collect();
    let gaps = [("what", what.as_str()), ("names", &names.join(", "))];
    (!names.is_empty()).then(|| tell.with("sensed-no-end", &gaps))
}

/// None, where it was not measured with all in the middle.
fn drawn(told: &Tornado, setting: &Setting, tell: &Tell<'_>) -> Option<Chart> {
    let base = told.middle.thousandths()?;
    let experiment = setting.experiment();
    let output = experiment.outputs().get(told.output);
    let swing = |bar: &Bar| {
        let parameter = experiment.parameters().get(bar.parameter)?;
        let (from, to) = (written(parameter, bar.ends.0), written(parameter, bar.ends.1));
        let gaps = [("what", parameter.name.as_str()), ("from", from.as_str()), ("to", to.as_str())];
        Some(Swing {
            label: tell.with("sensed-from-to", &gaps),
            low: bar.low.thousandths()?,
            high: bar.high.thousandths()?,
        })
    };
    let what = called(told.output, told.charter, setting, tell);
    let title = tell.with("sensed-alone-of", &[("what", &what)]);
    let unit = Unit::Thousandths;
    let head = Head {
        name: format!(
            "tornado-{}-{}",
            told.charter.saturating_add(1),
            output.map_or("none", |output| output.name)
        ),
        title,
        says: tell.t("sensed-chart-says"),
    };
    let swings = told.bars.iter().filter_map(swing).collect();
    let ends = (tell.t("sensed-low"), tell.t("sensed-high"));
    let all = charts::Tornado { head, unit, axis: tell.t("sensed-mean"), base, ends, swings };
    Some(tornado(&all, &tell.words()))
}

/// The indices of one output.
fn together(told: &Indices, setting: &Setting, tell: &Tell<'_>) -> Markup {
    let says = Unit::Thousandths;
    let title = called(told.output, told.charter, setting, tell);
    let share =
        |billionths: i64| says.says(billionths.checked_div(1_000_000).unwrap_or_default(), tell.language);
    let cells = |estimate: Estimate| {
        let gaps = [share(estimate.low), share(estimate.high)];
        [share(estimate.value), tell.with("sensed-within", &[("low", &gaps[0]), ("high", &gaps[1])])]
    };
    let name = |index: &Index| {
        let parameter = index.parameter.and_then(|place| setting.experiment().parameters().get(place));
        parameter.map_or_else(|| tell.t("sensed-chance"), |parameter| parameter.name.clone())
    };
    let counts = [told.used, told.samples].map(|count| count.to_string());
    let [mean, deviation] = [told.mean, told.deviation].map(|value| says.says(value, tell.language));
    let [used, samples] = &counts;
    let gaps = [("mean", &*mean), ("deviation", &*deviation), ("used", used), ("samples", samples)];
    html! {
        h3 { (title) }
        p { (tell.with("sensed-spread", &gaps)) }
        @if told.is_for_a_look() { p { (tell.t("sensed-few")) } }
        @if told.indices.is_empty() { p.none { (tell.t("sensed-still")) } } @else {
            div.wide tabindex="0" role="region" aria-label=(format!("{}: {title}", tell.t("sensed-together"))) { table {
                thead { tr {
                    th scope="col" { (tell.t("sensed-parameter")) }
                    @for key in ["sensed-first", "sensed-interval", "sensed-total", "sensed-interval"] {
                        th.number scope="col" { (tell.t(key)) }
                    }
                } }
                tbody { @for index in told.by_total() { tr {
                    th scope="row" { (name(index)) }
                    @for cell in [index.first, index.total].into_iter().flat_map(cells) { td.number { (cell) } }
                } } }
            } }
        }
    }
}
