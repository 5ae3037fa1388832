//! Two rules side by side.

use std::collections::BTreeSet;

use quorate_foresight::{Greatest, Standing};

use super::asked::Asked;
use super::words::{blockers, ever, few, fewest, highest, pairs, some, worst};
use crate::failure::Failure;
use crate::present::{Screen, columns};

pub(super) fn tell(before: &Asked, after: &Asked, screen: &mut Screen) -> Result<(), Failure> {
    let (was, is) = (before.standings(), after.standings());
    let (Some(plain_was), Some(plain_is)) = (was.first(), is.first()) else {
        return Err(Failure::usage("nobody takes part", ""));
    };
    screen.paragraph("", &answer(&was, &is))?;
    named("before", before, screen)?;
    named("after", after, screen)?;
    screen.line("")?;
    let mut table = vec![["", "before", "after"].map(str::to_owned).to_vec()];
    let mut row = |name: &str, of: &dyn Fn(&Standing) -> String| {
        table.push(vec![name.to_owned(), of(plain_was), of(plain_is)]);
    };
    row("members", &|standing| standing.taking_part.len().to_string());
    row("who blocks alone", &blockers);
    row("how few block", &|standing| few(&standing.blocking));
    row("how few adopt", &|standing| few(&standing.adopting));
    if was.len() > 1 || is.len() > 1 {
        table.push(vec!["with one left out".into(), worst(&was), worst(&is)]);
    }
    shares((before, plain_was), (after, plain_is), &mut table);
    columns(&table).iter().try_for_each(|line| screen.line(line))
}

/// How high each share could be: a row for each condition of either rule.
fn shares(before: (&Asked, &Standing), after: (&Asked, &Standing), table: &mut Vec<Vec<String>>) {
    let of = |(asked, standing): (&Asked, &Standing)| standing.greatest(&asked.body, &asked.formula);
    let (was, is) = (of(before), of(after));
    let conditions: BTreeSet<String> = was.iter().chain(&is).map(|share| subject(&share.condition)).collect();
    for condition in conditions {
        let cell = |shares: &[Greatest]| {
            let found = shares.iter().find(|share| subject(&share.condition) == condition);
            found.map_or_else(|| "-".into(), |share| highest(&share.single))
        };
        table.push(vec![format!("{condition}: nobody blocks up to"), cell(&was), cell(&is)]);
    }
}

/// A condition without its share: *population of participating*.
fn subject(condition: &str) -> String {
    let mut words = condition.split(' ');
    let (measure, base) = (words.next().unwrap_or_default(), words.next_back().unwrap_or_default());
    format!("{measure} of {base}")
}

/// What a comparison comes to, in a sentence.
fn answer(was: &[Standing], is: &[Standing]) -> String {
    format!("Before, {}; after, {}.", clause(was), clause(is))
}

fn clause(standings: &[Standing]) -> String {
    let plain = standings.first().map(blockers).unwrap_or_default();
    let one_out = standings.get(1..).unwrap_or_default();
    match (plain.as_str(), pairs(one_out)) {
        ("nobody", (0, _)) => format!("no member can block alone and it takes {}", fewest(standings)),
        (plain, (_, 0)) => format!("{plain} can block alone"),
        (_, (failing, cases)) => format!(
            "if one does not take part, one other alone can block in {failing} of {cases} cases ({})",
            some(&ever(one_out))
        ),
    }
}

fn named(when: &str, asked: &Asked, screen: &mut Screen) -> Result<(), Failure> {
    let changes =
        if asked.changes.is_empty() { String::new() } else { format!(" ({})", asked.changes.join(", ")) };
    screen.line(&format!("\n{when}: {}{changes}", asked.title()))?;
    screen.paragraph("   ", &asked.words())
}
