//! What is promised, and what was found of it.

use maud::{Markup, html};
use quorate_foresight::{Assurance, Finding, Outcome, Promise};

use crate::parts::ours;
use crate::visit::Page;

/// The promises as a strip: each opens what was found of it.
pub(crate) fn strip(page: &Page<'_>) -> Markup {
    let found = page.visit.app.door.assurance();
    let Some(assurance) = found else {
        return html! { p.none { (page.t("promises-wait")) } };
    };
    html! {
        p { (ours(page, &assurance.answer())) }
        ul.promises {
            @for promise in Promise::ALL {
                @let findings = of(&assurance, promise);
                @if !findings.is_empty() {
                    @let class = worst(&findings);
                    li class=(class) {
                        a href=(format!("{}#{}", page.to("/charter"), promise.name())) {
                            strong { (page.t(&format!("promise-{}", promise.name()))) }
                            @for (count, key) in counted(&findings) { span { (count) " " (page.t(key)) } }
                        }
                    }
                }
            }
        }
    }
}

/// What was found of one promise.
pub(crate) fn of(assurance: &Assurance, promise: Promise) -> Vec<&Finding> {
    assurance.findings().iter().filter(|finding| finding.promise == promise).collect()
}

/// The class of several findings: the least good of them, where what the text does not promise is no fault of it.
fn worst(findings: &[&Finding]) -> &'static str {
    let words = findings.iter().map(|finding| word(&finding.outcome));
    words.min_by_key(|(rank, ..)| *rank).map_or("undeclared", |(_, class, _)| class)
}

/// How many findings of each kind there are, the least good first.
pub(crate) fn counted(findings: &[&Finding]) -> Vec<(usize, &'static str)> {
    let mut words: Vec<(u8, &'static str)> =
        findings.iter().map(|finding| word(&finding.outcome)).map(|(rank, _, key)| (rank, key)).collect();
    words.sort_unstable();
    let mut counted: Vec<(usize, &'static str)> = Vec::new();
    for (_, key) in words {
        match counted.last_mut() {
            Some((count, last)) if *last == key => *count = count.saturating_add(1),
            _ => counted.push((1, key)),
        }
    }
    counted
}

/// How good an outcome is, its class and its text.
fn word(outcome: &Outcome) -> (u8, &'static str, &'static str) {
    match outcome {
        Outcome::Fails(_) => (0, "fails", "fails"),
        Outcome::Undecided(_) => (1, "undeclared", "undecided"),
        Outcome::NotDeclared(_) => (2, "undeclared", "not-declared"),
        Outcome::Condition(_) => (3, "condition", "condition"),
        Outcome::Proven(_) => (4, "proven", "proven"),
        Outcome::NotPromised(_) => (5, "undeclared", "not-promised"),
    }
}

/// One finding with all that is known of it.
pub(crate) fn finding(page: &Page<'_>, finding: &Finding) -> Markup {
    let (_, class, key) = word(&finding.outcome);
    html! {
        details class=(format!("finding {class}")) {
            summary {
                span.place { (page.language().say_found(&finding.place.to_string())) } " "
                strong { (page.t(key)) } " "
                (ours(page, finding.outcome.says()))
            }
            @match &finding.outcome {
                Outcome::Proven(certificate) => { (lines(page, &certificate.because)) }
                Outcome::Fails(counterexample) => {
                    (lines(page, &counterexample.steps))
                    @if let Some((fails, of)) = counterexample.cases {
                        p { (page.with("cases-of", &[("fails", &fails.to_string()), ("of", &of.to_string())])) }
                    }
                }
                _ => {}
            }
            (how(page, &finding.how))
        }
    }
}

/// How it was found: in a line, and what was tried and what was not below it.
fn how(page: &Page<'_>, how: &str) -> Markup {
    let (first, rest) = how.split_once('\n').unwrap_or((how, ""));
    let rest: Vec<String> = rest.lines().map(str::to_owned).collect();
    html! {
        @if !first.is_empty() { p.soft { (page.t("found-how")) " " (ours(page, first)) } }
        (lines(page, &rest))
    }
}

fn lines(page: &Page<'_>, lines: &[String]) -> Markup {
    html! { @if !lines.is_empty() { ul { @for line in lines { li { (ours(page, line)) } } } } }
}
