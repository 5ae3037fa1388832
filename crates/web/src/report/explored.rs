//! The report of one study.

use maud::{Markup, html};
use quorate_foresight::trajectory::{Counts, HAPPENINGS, MODEL, Total, Totals};
use quorate_records::words::Language;

use super::numbers::numbers;
use super::tell::Tell;
use super::{Explored, Written, assumed, digest, drawn, frame, more, rules};
use crate::charts::{Chart, share};
use crate::texts::Texts;

/// Writes the report of a study.
///
/// # Errors
/// The texts of the pages cannot be read: a defect.
pub fn explored(of: &Explored<'_>, language: Language) -> Result<Written, String> {
    let texts = Texts::read()?;
    let tell = Tell::new(&texts, language);
    let (body, charts) = told(of, &tell);
    let page = frame::page(of.study.scenario().title(), &body, &tell);
    let above = [
        format!("{} {}", tell.t("exercise"), tell.t("exercise-says")),
        tell.t("report-line"),
        of.study.scenario().title().to_owned(),
    ];
    let above: Vec<&str> = above.iter().map(String::as_str).collect();
    let charts =
        charts.into_iter().map(|chart| (format!("{}.svg", chart.name()), chart.alone(&above))).collect();
    Ok(Written { page, charts })
}

/// The page alone, in the texts that are there.
pub(crate) fn page(of: &Explored<'_>, tell: &Tell<'_>) -> String {
    frame::page(of.study.scenario().title(), &told(of, tell).0, tell)
}

/// All that is told of a study, and the charts in it.
pub(crate) fn told(of: &Explored<'_>, tell: &Tell<'_>) -> (Markup, Vec<Chart>) {
    let quarters = of.study.scenario().quarters();
    let shares = drawn::happenings(of.totals, tell);
    let [days, summed] = drawn::days(of.totals, tell);
    let both = drawn::capacity_and_arrears(of.spread, quarters, tell);
    let fans = drawn::fans(of.spread, quarters, tell);
    let parts = drawn::parts(of.totals, tell);
    let (blocs, pivotal) =
        (drawn::blocs(of.spread, quarters, tell), drawn::pivotal(of.spread, quarters, tell));
    let left = drawn::left(of.totals, tell);
    let words = tell.words();
    let figures =
        |charts: &[&Chart]| html! { div.charts { @for chart in charts { (chart.figure(&words)) } } };
    let all: Vec<&Chart> = fans.iter().collect();
    let body = html! {
        (what_was_run(of, tell))
        h2 { (tell.t("report-happens")) }
        (assumed::happens(of.study.scenario(), tell))
        p { (tell.t("report-sources")) " " (of.study.scenario().sources().into_iter().collect::<Vec<_>>().join("; ")) "." }
        h2 { (tell.t("report-shares")) }
        (in_words(of.totals, tell))
        (figures(&[&shares]))
        h2 { (tell.t("report-days")) }
        (figures(&[&days, &summed]))
        h2 { (tell.t("report-money")) }
        (figures(&[&both]))
        h2 { (tell.t("report-quarters")) }
        (figures(&all))
        h2 { (tell.t("report-blocs")) }
        (figures(&[&blocs, &pivotal]))
        h2 { (tell.t("report-gravity")) }
        (figures(&[&parts]))
        h2 { (tell.t("report-left")) }
        (figures(&[&left]))
        (more::told(of.more, tell))
        h2 { (tell.t("report-refused")) }
        (refused(of, tell))
        h2 { (tell.t("report-assumed")) }
        p { (tell.t("report-assumed-says")) }
        (assumed::table(&numbers(of.texts.0), of.study.scenario(), tell))
        h2 { (tell.t("report-again")) }
        p { (tell.t("report-again-says")) }
        pre { (of.commands.join("\n")) }
    };
    let all = [shares, days, summed, both, blocs, pivotal, parts, left];
    (body, all.into_iter().chain(fans).collect())
}

/// What was run, and on what.
fn what_was_run(of: &Explored<'_>, tell: &Tell<'_>) -> Markup {
    let (scenario, charter) = (digest(of.texts.0), digest(of.texts.1));
    let title = of.study.charter().title();
    let runs = of.runs.end.saturating_sub(of.runs.start);
    let which = [
        ("runs", runs.to_string()),
        ("all", of.all.to_string()),
        ("first", of.runs.start.to_string()),
        ("last", of.runs.end.saturating_sub(1).to_string()),
        ("quarters", of.study.scenario().quarters().to_string()),
    ];
    let which: Vec<(&str, &str)> = which.iter().map(|(gap, value)| (*gap, value.as_str())).collect();
    let key = if runs == of.all { "report-runs-whole" } else { "report-runs-part" };
    html! {
        dl.about {
            div { dt { (tell.t("report-runs")) } dd { (tell.with(key, &which)) } }
            div { dt { (tell.t("report-seed")) } dd { (of.seed) } }
            div { dt { (tell.t("report-charter")) } dd { (tell.language.of(title)) br; code { "SHA-256 " (charter) } } }
            div { dt { (tell.t("report-scenario")) } dd { code { "SHA-256 " (scenario) } } }
            div { dt { (tell.t("report-model")) } dd { code { (MODEL) } ", quorate " (env!("CARGO_PKG_VERSION")) } }
        }
        p.lead { (tell.t("report-says")) }
    }
}

/// Shares of runs, and how long payments took, as sentences.
fn in_words(totals: &Totals, tell: &Tell<'_>) -> Markup {
    let sentence = |name: &str| {
        let (count, runs, what) = (totals.happened(name), totals.runs(), drawn::happening(name, tell));
        match count {
            0 => tell.with("report-in-none", &[("what", &what)]),
            count if count == runs => tell.with("report-in-all", &[("what", &what)]),
            count => tell
                .with("report-in-share", &[("share", &share(count, runs, tell.language)), ("what", &what)]),
        }
    };
    let hours = totals.of(Total::Hours, "");
    let days = |of: u64| hours.quantile(of).map(|hours| hours.saturating_add(23).div_euclid(24).to_string());
    html! {
        ul {
            @for (name, _) in &HAPPENINGS { li { (sentence(name)) } }
            @match (days(500), days(950)) {
                (Some(half), Some(most)) => {
                    li { (tell.with("report-paid-within", &[("paid", &hours.all().to_string()), ("half", &half), ("most", &most)])) }
                }
                _ => { li { (tell.t("report-none-paid")) } }
            }
        }
    }
}

/// By which rule commands were refused.
fn refused(of: &Explored<'_>, tell: &Tell<'_>) -> Markup {
    let sum = |counts: &Counts<i64>| {
        counts
            .each()
            .fold(0_u64, |sum, (value, times)| sum.saturating_add(value.unsigned_abs().saturating_mul(times)))
    };
    let mut rules: Vec<(&str, u64, u64)> =
        of.totals.each(Total::Refused).map(|(rule, counts)| (rule, sum(counts), counts.all())).collect();
    let by_number = |rule: &str| {
        let (room, number): (String, String) = rule.chars().partition(|letter| letter.is_ascii_alphabetic());
        (room, number.parse::<u32>().unwrap_or_default())
    };
    rules.sort_by_key(|(rule, ..)| by_number(rule));
    let commands = sum(&of.totals.of(Total::Commands, ""));
    let all = rules.iter().fold(0_u64, |all, (_, count, _)| all.saturating_add(*count));
    let label = tell.t("report-refused");
    html! {
        p { (tell.with("report-refused-says", &[("refused", &all.to_string()), ("commands", &commands.to_string())])) }
        @if !rules.is_empty() {
            div.wide tabindex="0" role="region" aria-label=(label) {
                table {
                    thead { tr {
                        th scope="col" { (tell.t("refused-rule")) }
                        th scope="col" { (tell.t("refused-says")) }
                        th.number scope="col" { (tell.t("refused-commands")) }
                        th.number scope="col" { (tell.t("chart-of-runs")) }
                    } }
                    tbody { @for (rule, count, runs) in &rules { tr {
                        th scope="row" { (rule) }
                        td.long lang="en" { (rules::rule(rule).unwrap_or_default()) }
                        td.number { (count) }
                        td.number { (share(*runs, of.totals.runs(), tell.language)) }
                    } } }
                }
            }
        }
    }
}
