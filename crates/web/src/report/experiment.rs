//! What reports of experiments have in common: what was run, what is varied, and how things are called.

use maud::{Markup, html};
use quorate_foresight::trajectory::experiment::{Experiment, Parameter, Setting};

use super::measures::of_run;
use super::tell::Tell;

/// What was run: the scenario, the charters by their numbers, and what else there is to say.
pub(super) fn what_was_run(setting: &Setting, more: &[(&str, String)], tell: &Tell<'_>) -> Markup {
    let charters = setting.studies().iter().map(|study| tell.language.of(study.charter().title()));
    let charters: Vec<String> =
        (1..).zip(charters).map(|(number, title)| format!("{number}: {title}")).collect();
    let scenario = setting.studies().first().map(|study| study.scenario().title()).unwrap_or_default();
    html! {
        dl.about {
            div { dt { (tell.t("sensed-scenario")) } dd { (scenario) } }
            div { dt { (tell.t("sensed-charters")) } dd { (charters.join("; ")) } }
            @for (key, value) in more { div { dt { (tell.t(key)) } dd { (value) } } }
        }
    }
}

/// A value of a parameter, with the minus that is as wide as a figure.
pub(super) fn written(parameter: &Parameter, value: i64) -> String {
    parameter.written(value).replace('-', "\u{2212}")
}

/// What is varied, how far, in how many values where that is said, and where that is from.
pub(super) fn varied(experiment: &Experiment, has_steps: bool, tell: &Tell<'_>) -> Markup {
    let row = |parameter: &Parameter| {
        let ends = [parameter.from, parameter.to].map(|end| written(parameter, end));
        html! { tr {
            th scope="row" { (parameter.name) }
            @for end in &ends { td.number { (end) } }
            @if has_steps { td.number { @if let Some(steps) = parameter.steps { (steps) } } }
            td { (parameter.source) }
        } }
    };
    let label = tell.t("sensed-varied");
    html! { div.wide tabindex="0" role="region" aria-label=(label) { table {
        thead { tr {
            th scope="col" { (tell.t("sensed-parameter")) }
            @for key in ["sensed-low", "sensed-high"] { th.number scope="col" { (tell.t(key)) } }
            @if has_steps { th.number scope="col" { (tell.t("gridded-values")) } }
            th scope="col" { (tell.t("sensed-source")) }
        } }
        tbody { @for parameter in experiment.parameters() { (row(parameter)) } }
    } } }
}

/// What is measured.
pub(super) fn measured(output: usize, setting: &Setting, tell: &Tell<'_>) -> String {
    let output = setting.experiment().outputs().get(output);
    output.map(|output| of_run(output.name, output.says, tell)).unwrap_or_default()
}

/// What is measured, and under which charter where several are compared.
pub(super) fn called(output: usize, charter: usize, setting: &Setting, tell: &Tell<'_>) -> String {
    let says = measured(output, setting, tell);
    match setting.studies().len() {
        0 | 1 => says,
        _ => {
            let number = charter.saturating_add(1).to_string();
            tell.with("sensed-under", &[("what", &says), ("charter", &number)])
        }
    }
}

/// What runs it again, from its directory.
pub(super) fn again(command: &str, tell: &Tell<'_>) -> Markup {
    html! {
        h2 { (tell.t("report-again")) }
        p { (tell.t("experiment-again-says")) }
        pre { (command) }
    }
}
