//! Who needs help when a supplier withholds, and whether the fund gives it in time.

use quorate_foresight::stress::{Failure as Fails, LAST_DAY, Withheld};

use super::Found;
use super::names::failing;
use super::tell::days;
use crate::failure::Failure;
use crate::present::Screen;

pub(super) fn tell(found: &Found, withheld: &Withheld, screen: &mut Screen) -> Result<(), Failure> {
    let Some(plan) = found.world.plan().withholding() else { return Ok(()) };
    screen.line(&format!("\nIf {} withhold from day {} on", plan.by.join(" and "), plan.day))?;
    screen.paragraph(
        "   ",
        &format!(
            "{} are asked for each capability that fails, on the day on which it does, to be paid within {}",
            quorate_records::words::amount(plan.amount),
            days(plan.within)
        ),
    )?;
    if withheld.needs.is_empty() {
        screen.item("no capability of a member fails")?;
    }
    for need in &withheld.needs {
        let told = match (&need.at_best, &need.at_worst) {
            (Some(best), Some(worst)) if best == worst => says(best),
            (Some(best), Some(worst)) => format!("{}; at worst {}", says(best), says(worst)),
            (None, Some(worst)) => format!("not known; at worst {}", says(worst)),
            (Some(best), None) => says(best),
            (None, None) => "does not fail".into(),
        };
        screen.item(&format!("{} {}: {told}", need.member, need.capability))?;
    }
    for (capability, of) in &withheld.of_others {
        screen.item(&format!("{of} {capability}: {of} is no member, and nothing is asked for it"))?;
    }
    let promised = found.world.plan().promises().len();
    for (when, outcome) in [("", &withheld.at_best), ("at worst, ", &withheld.at_worst)] {
        let mut of_promises = outcome.clone();
        of_promises.served.truncate(promised);
        let broken = failing(&of_promises);
        if !broken.is_empty() {
            screen.item(&format!("{when}of what was promised, not in time then: {}", broken.join(", ")))?;
        }
        if withheld.at_best == withheld.at_worst {
            break;
        }
    }
    Ok(())
}

/// When it fails, and whether help is there.
fn says(fails: &Fails) -> String {
    let Some(served) = &fails.served else {
        return format!(
            "fails on day {}: help for it would come after the {LAST_DAY} days that are looked at",
            fails.day
        );
    };
    let tranche = served.tranches.first();
    let by = tranche.map_or(0, |tranche| tranche.by);
    let paid = tranche.and_then(|tranche| tranche.paid);
    let told = match paid {
        Some(day) if day <= by => format!("helped in time, on day {day}"),
        Some(day) => format!("helped too late, on day {day} and not by day {by}"),
        None => format!("not helped by day {LAST_DAY}"),
    };
    format!("fails on day {}, {told}", fails.day)
}
