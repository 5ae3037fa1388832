//! The report of two studies run by run, under the same chance.

use std::collections::BTreeMap;

use maud::{Markup, html};
use quorate_foresight::trajectory::{Beside, Figure, Means};
use quorate_records::words::Language;

use super::frame;
use super::measures::of_run;
use super::tell::Tell;
use crate::charts::{Chart, Head, Histogram, Pair, Sides, decimal, histogram, sides};
use crate::texts::Texts;

/// One measure of whole runs, in both studies.
pub struct Measured {
    /// Its column in the table of runs.
    pub name: &'static str,
    /// What it is, in English.
    pub says: &'static str,
    /// In how many runs the first had more, and the second.
    pub more: (u64, u64),
    /// How many runs have it in both.
    pub runs: u64,
    /// The mean in the first and in the second; none, where there is no such run.
    pub means: Option<Means>,
    /// The second's less the first's, and in how many runs.
    pub differences: BTreeMap<i64, u64>,
}

impl Measured {
    /// A figure, as it is in both.
    #[must_use]
    pub fn of(figure: &Figure, side: Beside) -> Measured {
        let means = side.means();
        let Beside { runs, more, differences, .. } = side;
        Measured { name: figure.name, says: figure.says, more, runs, means, differences }
    }
}

/// What a report of two studies is written from.
pub struct Compared {
    /// The scenario's title.
    pub title: String,
    /// The charters' titles.
    pub charters: (String, String),
    /// How many runs both have.
    pub runs: u64,
    /// From which all chance follows.
    pub seed: u64,
    /// In their order.
    pub measures: Vec<Measured>,
}

fn called(measure: &Measured, tell: &Tell<'_>) -> String {
    of_run(measure.name, measure.says, tell)
}

/// Writes the page.
///
/// # Errors
/// The texts of the pages cannot be read: a defect.
pub fn compared(of: &Compared, language: Language) -> Result<String, String> {
    let texts = Texts::read()?;
    let tell = Tell::new(&texts, language);
    let title = tell.with("compared-title", &[("title", &of.title)]);
    Ok(frame::page(&title, &told(of, &tell), &tell))
}

/// All that is told of two studies.
pub(crate) fn told(of: &Compared, tell: &Tell<'_>) -> Markup {
    let words = tell.words();
    let gaps = [("runs", of.runs.to_string()), ("seed", of.seed.to_string())];
    let gaps: Vec<(&str, &str)> = gaps.iter().map(|(gap, value)| (*gap, value.as_str())).collect();
    let label = tell.t("compared-table");
    // What never differs needs no chart.
    let differ = of.measures.iter().filter(|measure| measure.more != (0, 0));
    let charts: Vec<Chart> = differ.map(|measure| differences(measure, tell)).collect();
    html! {
        p.lead { (tell.with("compared-says", &gaps)) }
        dl.about {
            div { dt { (tell.t("compared-first")) } dd { (of.charters.0) } }
            div { dt { (tell.t("compared-second")) } dd { (of.charters.1) } }
        }
        h2 { (tell.t("compared-sides")) }
        (overview(of, tell).figure(&words))
        h2 { (tell.t("compared-means")) }
        div.wide tabindex="0" role="region" aria-label=(label) {
            table {
                thead { tr {
                    th scope="col" { (tell.t("compared-measure")) }
                    @for key in ["compared-first", "compared-second", "compared-runs"] { th.number scope="col" { (tell.t(key)) } }
                } }
                tbody { @for measure in &of.measures { tr {
                    th scope="row" { (called(measure, tell)) }
                    @let [first, second] = means(measure, tell);
                    td.number { (first) }
                    td.number { (second) }
                    td.number { (measure.runs) }
                } } }
            }
        }
        h2 { (tell.t("compared-differences")) }
        @if charts.is_empty() { p.none { (tell.t("compared-none")) } }
        div.charts { @for chart in &charts { (chart.figure(&words)) } }
    }
}

/// The means of both, as they are told.
fn means(measure: &Measured, tell: &Tell<'_>) -> [String; 2] {
    measure.means.map_or_else(
        || [(); 2].map(|()| tell.t("compared-no-mean")),
        |Means { first, second, places }| [first, second].map(|mean| decimal(mean, places, tell.language)),
    )
}

fn overview(of: &Compared, tell: &Tell<'_>) -> Chart {
    let pair = |measure: &Measured| Pair {
        label: called(measure, tell),
        first: measure.more.0,
        same: measure.runs.saturating_sub(measure.more.0).saturating_sub(measure.more.1),
        second: measure.more.1,
    };
    let all = Sides {
        head: Head {
            name: "sides".into(),
            title: tell.t("compared-sides-title"),
            says: tell.t("compared-sides-says"),
        },
        called: ["compared-first-more", "compared-same", "compared-second-more"].map(|key| tell.t(key)),
        pairs: of.measures.iter().map(pair).collect(),
    };
    sides(&all, &tell.words())
}

/// By how much the second had more, run by run.
fn differences(measure: &Measured, tell: &Tell<'_>) -> Chart {
    let all = Histogram {
        head: Head {
            name: format!("difference-{}", measure.name),
            title: called(measure, tell),
            says: tell.t("compared-difference-says"),
        },
        axis: tell.t("compared-difference"),
        counted: tell.t("chart-runs"),
        shares: tell.t("chart-of-runs"),
        counts: measure.differences.iter().map(|(value, count)| (*value, *count)).collect(),
    };
    histogram(&all, &tell.words())
}

#[cfg(test)]
mod tests {
    use quorate_foresight::trajectory::FIGURES;

    use super::*;

    #[test]
    fn means_are_told_in_the_language_of_the_report() {
        let texts = Texts::read().unwrap();
        let mut side = Beside::default();
        side.add(Some(1), Some(2));
        side.add(Some(2), Some(2));
        let told =
            |side: Beside, language| means(&Measured::of(&FIGURES[0], side), &Tell::new(&texts, language));
        assert_eq!(told(side.clone(), Language::English), ["1.5", "2.0"]);
        let few = Beside { runs: 1000, sums: (35, 0), ..Beside::default() };
        assert_eq!(told(few, Language::French), ["0,04", "0,00"]);
        assert_eq!(told(side, Language::French), ["1,5", "2,0"]);
        assert_eq!(told(Beside::default(), Language::English), ["none", "none"]);
        assert_eq!(told(Beside::default(), Language::French), ["aucune", "aucune"]);
    }
}
