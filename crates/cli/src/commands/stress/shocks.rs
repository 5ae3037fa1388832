//! What each shock does: defaults, late payment, a fall of other currencies, many that ask on one day.

use std::collections::BTreeSet;

use quorate_charter::MemberCode;
use quorate_foresight::stress::{LAST_DAY, Least, Outcome};

use super::Found;
use super::names::{amount, called, failing, promise};
use super::tell::days;
use crate::failure::Failure;
use crate::present::{Screen, together};

pub(super) fn tell(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    if found.world.plan().promises().is_empty() {
        return at_once(found, screen);
    }
    defaults(found, screen)?;
    late(found, screen)?;
    fall(found, screen)?;
    at_once(found, screen)
}

/// The most sets of members that are told, of those that fail and of those that do not.
const MOST_SETS: usize = 20;

fn defaults(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    if found.world.plan().tests().defaults == 0 {
        return screen.line("\nNobody is assumed to pay nothing more: no default of members is tried");
    }
    screen.line("\nIf members pay nothing more, and what is missing is called in time")?;
    let (mut failed, mut held) = (0_usize, 0_usize);
    for (set, outcome) in found.defaults.iter().skip(1) {
        let told = failing(outcome);
        let count = if told.is_empty() { &mut held } else { &mut failed };
        *count = count.saturating_add(1);
        if *count > MOST_SETS {
            continue;
        }
        let says = match told.is_empty() {
            true => "all in time".into(),
            false => format!("not in time {}", told.join(", ")),
        };
        screen.item(&format!("{}: {says}", together(set)))?;
        screen.paragraph("     ", &limits(found, set, outcome))?;
    }
    for (count, says) in [(failed, "something is not in time"), (held, "all is in time")] {
        if let more @ 1.. = count.saturating_sub(MOST_SETS) {
            screen.item(&format!("and {more} sets more by which {says}: `--format json` has them all"))?;
        }
    }
    if found.ladder.defaults < 2 && found.world.plan().tests().defaults == 2 {
        screen.item("pairs were not tried: there are too many")?;
    }
    Ok(())
}

/// Who of the others is called for how much more, and whether what they signed allows it.
fn limits(found: &Found, set: &BTreeSet<MemberCode>, outcome: &Outcome) -> String {
    let each = called(found, set, outcome).into_iter().map(|(member, minor)| {
        let left = outcome.left.get(&member).copied().unwrap_or_default();
        format!("{member} for {} ({} left)", amount(&found.world, minor), amount(&found.world, left))
    });
    let each: Vec<String> = each.collect();
    let mut told = match (each.is_empty(), outcome.beyond) {
        (true, _) => vec!["nobody else is called for more".to_owned()],
        (false, 0) => vec![format!("called for more: {}; what they signed allows it", each.join(", "))],
        (false, _) => vec![format!("called for more: {}", each.join(", "))],
    };
    if outcome.beyond > 0 {
        let beyond = amount(&found.world, outcome.beyond);
        told.push(format!("{beyond} more is missing than they signed, and no call can ask it"));
    }
    for served in outcome.served.iter().filter(|served| !served.holds()) {
        let stage = if served.approved.is_some() { "is approved and not paid" } else { "is not approved" };
        told.extend(served.refused.map(|rule| format!("{} {stage}: refused by rule {rule}", served.name)));
    }
    told.join("; ")
}

/// The least by which each promise fails, in a line each.
fn each<T>(
    found: &Found,
    least: &Least<T>,
    says: impl Fn(&[T]) -> Option<String>,
    none: &str,
    screen: &mut Screen,
) -> Result<(), Failure> {
    let Some(calm) = found.calm() else { return Ok(()) };
    for (place, of) in least.of.iter().enumerate() {
        let told = says(of).unwrap_or_else(|| none.into());
        screen.item(&format!("{}: {told}", promise(calm, place)))?;
    }
    Ok(())
}

fn late(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    let most = found.world.plan().tests().late;
    screen.line(&format!("\nIf members pay late, by up to {}", days(most)))?;
    let says = |of: &[u32]| match of.first()? {
        0 => Some("fails though all pay on the day".to_owned()),
        first => Some(format!("fails if all pay {} late, and not if less", days(*first))),
    };
    each(found, &found.late, says, &format!("holds though all pay {} late", days(most)), screen)?;
    let Some(calm) = found.calm() else { return Ok(()) };
    for (member, least) in &found.late_alone {
        let of = least.of.iter().enumerate().filter_map(|(place, of)| Some((place, *of.first()?)));
        let told: Vec<String> = of
            .filter(|(_, first)| *first > 0)
            .map(|(place, first)| format!("{} fails at {}", promise(calm, place), days(first)))
            .collect();
        if !told.is_empty() {
            screen.item(&format!("{member} alone late: {}", told.join(", ")))?;
        }
    }
    match found.world.members().len().checked_sub(found.late_alone.len()) {
        Some(more @ 1..) => screen.item(&format!("{more} members were not tried alone: there are too many")),
        _ => Ok(()),
    }
}

fn fall(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    let Some(least) = &found.fall else {
        return screen.line("\nNothing is held in other currencies: no fall of any is tried");
    };
    let fall = found.world.plan().tests().fall;
    screen.line(&format!(
        "\nIf other currencies are exchanged on day {} for less than they had cost, by up to {} per mille in steps of {}",
        fall.day, fall.up_to, fall.step
    ))?;
    let says = |of: &[u32]| match of.first()? {
        0 => Some("fails without any fall".to_owned()),
        first => Some(format!("fails at a fall of {first} per mille, and at no smaller one that was tried")),
    };
    each(found, least, says, &format!("holds at a fall of {} per mille", fall.up_to), screen)
}

fn at_once(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    let Some(asked) = found.world.plan().tests().at_once else { return Ok(()) };
    let each = quorate_records::words::amount(asked.amount);
    screen.line(&format!(
        "\nIf so many members ask for {each} each on day {}, to be paid within {}",
        asked.day,
        days(asked.within)
    ))?;
    let promised = found.world.plan().promises().len();
    for (count, outcome) in found.at_once.iter().enumerate().skip(1) {
        screen.item(&format!("{count}: {}", asking(outcome, promised)))?;
    }
    screen.item("they ask in the order of their codes; in another order others come first, and as many")
}

/// How many of those that ask are served in time, when the last is, and what it does to what was promised.
fn asking(outcome: &Outcome, promised: usize) -> String {
    let asked: Vec<_> = outcome.served.iter().skip(promised).collect();
    let in_time = asked.iter().filter(|served| served.holds()).count();
    let each: Vec<String> = asked
        .iter()
        .map(|served| {
            let paid = served.tranches.first().and_then(|tranche| tranche.paid);
            let paid = paid.map_or(format!("not by day {LAST_DAY}"), |day| format!("day {day}"));
            format!("{} {paid}", served.to)
        })
        .collect();
    let broken: Vec<&str> = outcome
        .served
        .iter()
        .take(promised)
        .filter(|served| !served.holds())
        .map(|served| served.name.as_str())
        .collect();
    let broken = if broken.is_empty() {
        "what was promised is paid in time".into()
    } else {
        format!("not in time then: {}", broken.join(", "))
    };
    format!("{in_time} of {} paid in time ({}); {broken}", asked.len(), each.join(", "))
}
