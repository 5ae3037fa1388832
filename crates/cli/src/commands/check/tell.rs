//! What was found, for people.

use quorate_foresight::{Assurance, Finding, Outcome};

use crate::failure::Failure;
use crate::present::Screen;

/// The steps of a failure that are told without being asked for.
const FEW: usize = 4;

pub(super) fn assurance(assurance: &Assurance, explain: bool, screen: &mut Screen) -> Result<(), Failure> {
    if let Some(unnamed) = assurance.unnamed() {
        screen.paragraph("", &unnamed.says())?;
    }
    screen.line(&assurance.answer())?;
    screen.line(assurance.title())?;
    let replaced = assurance.in_place_of_record();
    if !replaced.is_empty() {
        screen.paragraph("", &format!("In the place of what is on record: {}", replaced.join(", ")))?;
    }
    let (missing, told): (Vec<&Finding>, Vec<&Finding>) =
        assurance.findings().iter().partition(|finding| is_missing(finding));
    let mut promise = None;
    for finding in told {
        if promise != Some(finding.promise) {
            screen.line(&format!("\n{}", finding.promise))?;
            promise = Some(finding.promise);
        }
        finding_lines(finding, explain, screen)?;
    }
    mends(assurance, screen)?;
    if missing.is_empty() {
        return Ok(());
    }
    screen.line("\nnot declared")?;
    let mut missing = missing.into_iter().peekable();
    while let Some(first) = missing.next() {
        // What is missing for the same reason stands in one line.
        let mut places = first.place.to_string();
        while let Some(next) = missing.next_if(|next| same(first, next)) {
            places = format!("{places}, {}", next.place.of);
        }
        screen.paragraph("   ", &format!("{places}: {}", first.outcome.says()))?;
    }
    Ok(())
}

fn finding_lines(finding: &Finding, explain: bool, screen: &mut Screen) -> Result<(), Failure> {
    let outcome = &finding.outcome;
    let line = format!("{}: {}: {}", finding.place, outcome.name(), outcome.says());
    screen.paragraph("   ", &line)?;
    let (lines, most) = match outcome {
        Outcome::Fails(found) => (found.steps.as_slice(), if explain { usize::MAX } else { FEW }),
        Outcome::Proven(certificate) if explain => (certificate.because.as_slice(), usize::MAX),
        _ => (&[][..], 0),
    };
    for line in lines.iter().take(most) {
        screen.item(line)?;
    }
    if let more @ 1.. = lines.len().saturating_sub(most) {
        screen.item(&format!("and {more} more: --explain"))?;
    }
    if explain {
        finding.how.lines().try_for_each(|line| screen.item(line))?;
    }
    Ok(())
}

fn is_missing(finding: &Finding) -> bool {
    matches!(finding.outcome, Outcome::NotDeclared(_))
}

fn same(one: &Finding, other: &Finding) -> bool {
    (one.place.article, &one.outcome) == (other.place.article, &other.outcome)
}

fn mends(assurance: &Assurance, screen: &mut Screen) -> Result<(), Failure> {
    if assurance.mends().is_empty() {
        return Ok(());
    }
    screen.line("\nmend: each checked by the same findings on the amended rule")?;
    assurance.mends().iter().try_for_each(|mend| {
        let minority = if mend.lets_a_minority_adopt() { "; but then a minority could adopt" } else { "" };
        screen.paragraph("   ", &format!("{}: {}{minority}", mend.rule(), mend.says()))
    })
}
