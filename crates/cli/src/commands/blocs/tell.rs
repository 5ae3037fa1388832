//! What was found, for people.

use quorate_foresight::blocs::{Alignment, Minimum};

use super::names::{blocs, code, codes, per_cent};
use super::{ASSUMED, Looked};
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen, columns};

pub(super) fn tell(looked: &Looked, screen: &mut Screen) -> Result<(), Failure> {
    screen.paragraph("", EXERCISE)?;
    screen.paragraph("", ASSUMED)?;
    screen.line("")?;
    screen.paragraph("", looked.case.title())?;
    best(looked, screen)?;
    states(looked, screen)?;
    minima(looked, screen)?;
    alignments(looked, screen)?;
    sources(looked, screen)
}

fn best(looked: &Looked, screen: &mut Screen) -> Result<(), Failure> {
    let (case, best) = (&looked.case, &looked.best);
    screen.line(match (looked.survey.is_exact, best.blocs.len() > 1) {
        (true, true) => "\nOf least energy: two blocs",
        (true, false) => "\nOf least energy: one bloc, and no two have less",
        (false, true) => "\nOf the least energy that was found: two blocs",
        (false, false) => "\nOf the least energy that was found: one bloc",
    })?;
    for bloc in &best.blocs {
        let cohesion = bloc.cohesion.map_or("none".into(), |cohesion| cohesion.to_string());
        let says = format!("{}, mean propensity within {cohesion}", per_cent(bloc.part));
        screen.item(&format!("{} ({says})", codes(case, &bloc.states)))?;
    }
    let untied: Vec<usize> = case.landscape().untied().collect();
    if !untied.is_empty() {
        let says = format!("no number ties {} to another: either side is the same", codes(case, &untied));
        screen.paragraph("   ", &says)?;
    }
    let facts = [
        ("energy", best.energy.to_string()),
        ("of what ties and parts, as wished", best.satisfied.map_or("none".into(), per_cent)),
        ("mean propensity within blocs", best.cohesion.map_or("none".into(), |value| value.to_string())),
        (
            "second minimum above it by",
            looked.survey.gap().map_or("none: it is the only one".into(), |gap| gap.to_string()),
        ),
        ("pivotal", pivotal(looked)),
    ];
    let rows: Vec<Vec<String>> = facts.map(|(what, value)| vec![what.to_owned(), value]).into();
    columns(&rows).iter().try_for_each(|line| screen.line(&format!("   {line}")))
}

fn pivotal(looked: &Looked) -> String {
    match looked.best.pivotal {
        Some(state) => format!("{}, which is held by least", code(&looked.case, state)),
        None => "nobody alone".into(),
    }
}

/// Those held by least first.
fn states(looked: &Looked, screen: &mut Screen) -> Result<(), Failure> {
    screen.line("\nEach State in it, who is held by least first")?;
    let heading = ["", "", "size", "frustration", "held by", "energy if it changed side"];
    let mut all: Vec<usize> = (0..looked.case.states().len()).collect();
    let standing = |state: usize| looked.best.standings.get(state).copied();
    let untied = |state: usize| !looked.case.landscape().is_tied(state);
    all.sort_by_key(|state| (untied(*state), standing(*state).map(|standing| standing.hold)));
    let row = |state: &usize| {
        let (one, standing) = (looked.case.states().get(*state)?, standing(*state)?);
        let numbers = [one.size, standing.frustration, standing.hold].map(|number| number.to_string());
        let rise = format!("+{}", standing.rise);
        Some([one.code.to_string(), one.name.clone()].into_iter().chain(numbers).chain([rise]).collect())
    };
    let rows: Vec<Vec<String>> =
        [heading.map(str::to_owned).to_vec()].into_iter().chain(all.iter().filter_map(row)).collect();
    columns(&rows).iter().try_for_each(|line| screen.line(&format!("   {line}")))
}

fn minima(looked: &Looked, screen: &mut Screen) -> Result<(), Failure> {
    let (minima, tried) = (&looked.survey.minima, looked.survey.tried);
    let many = match minima.len() {
        1 => "1 partition".to_owned(),
        many => format!("{many} partitions"),
    };
    screen.line(&match looked.survey.is_exact {
        true => format!("\nNo single change of side betters {many} of {tried}"),
        false => format!("\nNo single change of side betters {many} that were found from {tried} beginnings"),
    })?;
    for (number, minimum) in minima.iter().take(looked.limit).enumerate() {
        let Minimum { partition, energy, basin } = minimum;
        let number = number.saturating_add(1);
        let leads = if *basin == 1 { "1 leads" } else { &format!("{basin} lead") };
        let says = format!("{number}. energy {energy}; {leads} to it: {}", blocs(&looked.case, *partition));
        screen.paragraph("   ", &says)?;
    }
    match minima.len().checked_sub(looked.limit) {
        Some(more @ 1..) => screen.item(&format!("and {more} more: --limit")),
        _ => Ok(()),
    }
}

fn alignments(looked: &Looked, screen: &mut Screen) -> Result<(), Failure> {
    if looked.case.alignments().is_empty() {
        return Ok(());
    }
    screen.line("\nBeside what is told elsewhere")?;
    let landscape = looked.case.landscape();
    for Alignment { name, partition, source } in looked.case.alignments() {
        let apart = landscape.apart(*partition, looked.best.partition);
        let tied = looked.case.states().len().saturating_sub(landscape.untied().count());
        let same = tied.saturating_sub(apart.len());
        let stand = match apart.is_empty() {
            true => "all stand as in the best".to_owned(),
            false => {
                format!("{same} of {tied} stand as in the best; otherwise {}", codes(&looked.case, &apart))
            }
        };
        let is = if landscape.is_minimum(*partition) { "a minimum" } else { "no minimum" };
        let energy = landscape.energy(*partition);
        screen.paragraph("   ", &format!("{name} ({source}): {}", blocs(&looked.case, *partition)))?;
        screen.item(&format!("energy {energy}, {is} here; {stand}"))?;
    }
    Ok(())
}

/// Where the numbers are from, each source once.
fn sources(looked: &Looked, screen: &mut Screen) -> Result<(), Failure> {
    screen.line("\nIts numbers are from")?;
    let mut told: Vec<(String, &str)> = Vec::new();
    for state in looked.case.states() {
        if !told.iter().any(|(_, source)| *source == state.source) {
            told.push(("sizes".into(), &state.source));
        }
    }
    told.extend(looked.case.factors().iter().map(|factor| (factor.name.clone(), factor.source.as_str())));
    told.iter().try_for_each(|(what, source)| screen.item(&format!("{what}: {source}")))
}
