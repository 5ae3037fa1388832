//! What the runs came to, for people.

use std::time::Duration;

use quorate_foresight::trajectory::{
    Counts, HAPPENINGS, MEASURES, Measure, Ran, Spread, Study, Total, Totals,
};

use super::kept::Kept;
use super::{ASSUMED, assumed, tables::QUANTILES, timeline};
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen, columns};

/// What is told of centres of gravity.
const GREATEST: [(Total, &str); 6] = [
    (Total::GreatestVotes, "greatest part of the votes at the end, per cent"),
    (Total::GreatestMoney, "greatest part of the money at the end, per cent"),
    (Total::GreatestCapability, "greatest part of the capability at the end, per cent"),
    (Total::BlocVotes, "votes of the bloc with the greatest capability, per cent"),
    (Total::BlocMoney, "money of that bloc, per cent"),
    (Total::BlocCapability, "capability of that bloc, per cent"),
];

/// What all runs came to: it does not grow with them.
#[derive(Default)]
pub(super) struct Summary {
    pub(super) spread: Spread,
    pub(super) totals: Totals,
}

impl Summary {
    pub(super) fn add(&mut self, study: &Study, ran: &Ran) {
        self.spread.add(ran);
        self.totals.add(study, ran);
    }

    /// Tells it.
    pub(super) fn tell(&self, study: &Study, kept: &Kept, screen: &mut Screen) -> Result<(), Failure> {
        screen.paragraph("", EXERCISE)?;
        screen.paragraph("", ASSUMED)?;
        let scenario = study.scenario();
        screen.line(&format!(
            "\n{}: {} of {}",
            scenario.title(),
            many(self.totals.runs(), "run"),
            many(scenario.quarters().into(), "quarter")
        ))?;
        if !kept.is_whole() {
            let Kept { runs, part, of, .. } = kept;
            let what = "`quorate explore merge` tells what all parts come to";
            screen.paragraph("", &format!("Part {part} of {of} of a study of {runs} runs: {what}"))?;
        }
        assumed::tell(scenario, screen)?;
        screen.line("\nShare of runs under these assumptions in which")?;
        for (name, what) in &HAPPENINGS {
            let count = self.totals.happened(name);
            screen.line(&format!("   {:>7}  {what}", percent(count, self.totals.runs())))?;
        }
        self.tell_who_left(screen)?;
        let share = |of: Total, says: &str| {
            let counts = self.totals.of(of, "");
            row(says, |of| counts.quantile(of).map(|value| per_cent(value.unsigned_abs())))
        };
        let blocked = share(Total::Blocked, "requests blocked, per cent of a run's");
        let greatest = GREATEST.iter().map(|(of, says)| share(*of, says));
        let shares = std::iter::once(blocked).chain(greatest).collect();
        table(screen, "What so many per cent of the runs do not exceed", shares)?;
        let hours = self.totals.of(Total::Hours, "");
        let paid = format!("What so many per cent of the {} requests paid do not exceed", hours.all());
        let hours =
            row("days from request to paid", |of| hours.quantile(of).map(|hours| days(hours.unsigned_abs())));
        table(screen, &paid, vec![hours])?;
        self.tell_quarters(study, screen)
    }

    /// Who left, by code and not by how often, and in how many runs: a few runs more or less say nothing about a member of which
    /// the scenario assumes the same as of another.
    fn tell_who_left(&self, screen: &mut Screen) -> Result<(), Failure> {
        let (runs, mut left) = (self.totals.runs(), self.totals.each(Total::Left).peekable());
        if left.peek().is_none() {
            return Ok(());
        }
        screen.line("")?;
        let of = "Who left, by code. Between members that scenario and charter treat alike, a difference is one of the draw.";
        screen.paragraph("", of)?;
        let row = |(member, counts): (&str, &Counts<i64>)| {
            let count = counts.all();
            format!("   {member}  in {count} of {} ({})", many(runs, "run"), percent(count, runs))
        };
        left.map(row).try_for_each(|line| screen.line(&line))
    }

    /// The first, the middle and the last quarter, of all measures.
    fn tell_quarters(&self, study: &Study, screen: &mut Screen) -> Result<(), Failure> {
        let last = study.scenario().quarters();
        let mut shown = vec![1, last.div_ceil(2), last];
        shown.dedup();
        for quarter in &shown {
            let at = usize::try_from(quarter.saturating_sub(1)).unwrap_or(usize::MAX);
            let value = |measure: &Measure, of: u64| {
                self.spread.quantile(at, measure, of).map(|value| value.to_string())
            };
            let rows = MEASURES.iter().map(|measure| row(measure.says, |of| value(measure, of)));
            table(screen, &format!("Quarter {quarter}"), rows.collect())?;
        }
        timeline::tell(&self.spread.blocs, &shown, screen)
    }

    /// How much was done, and how fast.
    pub(super) fn pace(&self, took: Duration) -> String {
        let refused = self.totals.each(Total::Refused).map(|(_, counts)| sum(counts));
        let refused = refused.fold(0_u64, u64::saturating_add);
        let commands = sum(&self.totals.of(Total::Commands, ""));
        pace(took, (self.totals.runs(), commands), &format!(", {refused} of them refused by a rule"))
    }

    /// Whether the books of every run balance.
    pub(super) fn sound(&self) -> Result<(), Failure> {
        sound(self.totals.of(Total::Balanced, "").times(&0))
    }
}

/// How much was done, and how fast; of the commands there is more to be said.
pub(super) fn pace(took: Duration, (runs, commands): (u64, u64), of_commands: &str) -> String {
    let millis = took.as_millis().max(1);
    let a_second =
        |count: u64| u128::from(count).saturating_mul(1000).checked_div(millis).unwrap_or_default();
    let each = commands.checked_div(runs).unwrap_or_default();
    let (runs, commands_a_second) = (a_second(runs), a_second(commands));
    format!(
        "{commands} commands{of_commands}: {each} a run; {runs} runs and {commands_a_second} commands a second"
    )
}

/// Books that do not balance are a defect of the rules or of the books, and nothing that may be assumed.
pub(super) fn sound(unbalanced: u64) -> Result<(), Failure> {
    match unbalanced {
        0 => Ok(()),
        count => Err(Failure::Findings(format!("the books of {count} runs do not balance"))),
    }
}

/// All values together.
fn sum(counts: &Counts<i64>) -> u64 {
    counts
        .each()
        .fold(0, |sum, (value, times)| sum.saturating_add(value.unsigned_abs().saturating_mul(times)))
}

/// A table of quantiles under what it is of.
fn table(screen: &mut Screen, of: &str, rows: Vec<Vec<String>>) -> Result<(), Failure> {
    screen.line(&format!("\n{of}"))?;
    let quantiles = QUANTILES.map(|of| format!("{} %", of.checked_div(10).unwrap_or_default()));
    let heading: Vec<String> = std::iter::once(String::new()).chain(quantiles).collect();
    let rows: Vec<Vec<String>> = std::iter::once(heading).chain(rows).collect();
    columns(&rows).iter().try_for_each(|line| screen.line(&format!("   {line}")))
}

fn row(says: &str, value: impl Fn(u64) -> Option<String>) -> Vec<String> {
    let values = QUANTILES.map(|of| value(of).unwrap_or_else(|| "none".into()));
    std::iter::once(says.to_owned()).chain(values).collect()
}

/// A share, to the nearest tenth of a per cent. What was met in any run is never told as none, and what was not in all never as
/// all.
pub(super) fn percent(count: u64, all: u64) -> String {
    let (count, all) = (u128::from(count), u128::from(all));
    let half = all.checked_div(2).unwrap_or_default();
    let per_mille = count.saturating_mul(1000).saturating_add(half).checked_div(all).unwrap_or_default();
    match u64::try_from(per_mille).unwrap_or(u64::MAX) {
        0 if count > 0 => "< 0.1 %".into(),
        1000 if count < all => "> 99.9 %".into(),
        per_mille => format!("{} %", per_cent(per_mille)),
    }
}

/// So many of a thing.
pub(super) fn many(count: u64, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// Thousandths as per cent, to a tenth.
pub(super) fn per_cent(per_mille: u64) -> String {
    tenths(per_mille)
}

fn days(hours: u64) -> String {
    tenths(hours.saturating_mul(10).checked_div(24).unwrap_or_default())
}

fn tenths(tenths: u64) -> String {
    let (whole, rest) =
        (tenths.checked_div(10).unwrap_or_default(), tenths.checked_rem(10).unwrap_or_default());
    format!("{whole}.{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_met_in_any_run_is_never_told_as_none_and_what_was_not_in_all_never_as_all() {
        let told = [(0, 10_000), (1, 10_000), (6, 10_000), (10, 10_000), (9_999, 10_000), (3, 3), (0, 0)];
        let told = told.map(|(count, all)| percent(count, all));
        assert_eq!(told, ["0.0 %", "< 0.1 %", "0.1 %", "0.1 %", "> 99.9 %", "100.0 %", "0.0 %"]);
        assert_eq!(
            (percent(2, 3), percent(1, 3), percent(652, 1000)),
            ("66.7 %".into(), "33.3 %".into(), "65.2 %".into())
        );
    }
}
