//! The report of signposts: studies over each other, and which facts tell them apart.

use maud::{Markup, html};
use quorate_foresight::trajectory::{MEASURES, Measure, Signpost, Spread};
use quorate_records::words::Language;

use super::measures::called;
use super::tell::Tell;
use super::{drawn, frame};
use crate::charts::{self, Along, Chart, Overlaid, Series, Signposts, overlaid};
use crate::texts::Texts;

/// A study beside others.
pub struct Beside<'s> {
    /// A short name, which no other has.
    pub label: String,
    /// The scenario's title.
    pub title: String,
    /// The charter's title, in each language.
    pub charter: String,
    /// How many runs it has.
    pub runs: u64,
    /// How they spread.
    pub spread: &'s Spread,
}

/// What is told apart, and by what.
pub struct Divided {
    /// The place of the one study.
    pub one: usize,
    /// The places of those from which it is told.
    pub others: Vec<usize>,
    /// By what, the best first.
    pub signposts: Vec<Signpost>,
}

/// What a report of signposts is written from.
pub struct Apart<'s> {
    /// The studies.
    pub studies: Vec<Beside<'s>>,
    /// How many quarters each has.
    pub quarters: u32,
    /// How many runs, per mille, a signpost puts on their right side at the least.
    pub level: u64,
    /// What was found.
    pub divided: Vec<Divided>,
}

/// Writes the page.
///
/// # Errors
/// The texts of the pages cannot be read: a defect.
pub fn apart(of: &Apart<'_>, language: Language) -> Result<String, String> {
    let texts = Texts::read()?;
    let tell = Tell::new(&texts, language);
    let words = tell.words();
    let charts: Vec<Chart> = MEASURES.iter().map(|measure| over_each_other(of, measure, &tell)).collect();
    let body = html! {
        h2 { (tell.t("apart-found")) }
        (found(of, &tell))
        h2 { (tell.t("apart-charts")) }
        div.charts { @for chart in &charts { (chart.figure(&words)) } }
    };
    Ok(frame::page(&tell.t("apart-title"), &body, &tell))
}

/// What was found: a table for each that is told from others, and how it is reckoned.
pub(super) fn found(of: &Apart<'_>, tell: &Tell<'_>) -> Markup {
    let (words, level) = (tell.words(), of.level.div_euclid(10).to_string());
    html! {
        p.lead { (tell.t("apart-says")) }
        dl.about { @for study in &of.studies {
            div { dt { strong { (study.label) } } dd {
                (study.title) br; span.side { (of_study(study, tell)) }
            } }
        } }
        p { (tell.with("apart-level", &[("level", &level)])) }
        @for divided in &of.divided {
            h3 { (title(of, divided, tell)) }
            (charts::signposts(&told(of, divided, tell), &words))
        }
        h3 { (tell.t("apart-how")) }
        p { (tell.t("apart-how-says")) }
        p { (tell.t("apart-judged")) }
    }
}

fn of_study(study: &Beside<'_>, tell: &Tell<'_>) -> String {
    tell.with("apart-study", &[("runs", &study.runs.to_string()), ("charter", &study.charter)])
}

/// What is told from what.
fn title(of: &Apart<'_>, divided: &Divided, tell: &Tell<'_>) -> String {
    let label = |at: &usize| of.studies.get(*at).map(|study| study.label.as_str()).unwrap_or_default();
    let others: Vec<&str> = divided.others.iter().map(label).collect();
    tell.with("apart-from", &[("one", label(&divided.one)), ("others", &others.join(", "))])
}

fn told(of: &Apart<'_>, divided: &Divided, tell: &Tell<'_>) -> Signposts {
    let label = of.studies.get(divided.one).map(|study| study.label.clone()).unwrap_or_default();
    let whole = |share: u64| i64::try_from(share).unwrap_or(1000);
    let one = |post: &Signpost| {
        let called = called(post.measure, tell);
        let value = called.unit.says(post.threshold.value, tell.language);
        let key = if post.threshold.at_least { "apart-at-least" } else { "apart-at-most" };
        charts::Signpost {
            fact: tell.with(key, &[("fact", &called.title), ("value", &value)]),
            of: label.clone(),
            from: post.from,
            right: whole(post.right),
            least: whole(post.least),
        }
    };
    let heads = ["apart-fact", "apart-for", "apart-since", "apart-right", "apart-least"];
    Signposts {
        title: title(of, divided, tell),
        heads: heads.map(|key| tell.t(key)),
        none: tell.t("apart-none"),
        signposts: divided.signposts.iter().map(one).collect(),
    }
}

/// One measure of all studies.
fn over_each_other(of: &Apart<'_>, measure: &Measure, tell: &Tell<'_>) -> Chart {
    let series = |study: &Beside<'_>| Series {
        label: study.label.clone(),
        points: drawn::middles(study.spread, measure, of.quarters),
    };
    let told = called(measure, tell);
    let head = charts::Head {
        name: format!("quarters-{}", measure.name),
        title: told.title,
        says: tell.t("chart-overlaid-says"),
    };
    let series = of.studies.iter().map(series).collect();
    overlaid(
        &Overlaid { head, unit: told.unit, axis: told.axis, along: Along::Quarters, series },
        &tell.words(),
    )
}
