//! What the runs came to, for people.

use std::collections::BTreeMap;
use std::time::Duration;

use quorate_charter::MemberCode;
use quorate_foresight::trajectory::{Counts, MEASURES, Measure, Ran, Spread, Study};

use super::{ASSUMED, assumed, tables::QUANTILES};
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen, columns};

/// What all runs came to: it does not grow with them.
#[derive(Default)]
pub(super) struct Summary {
    pub(super) spread: Spread,
    runs: u64,
    commands: u64,
    refused: u64,
    unsound: u64,
    /// Runs in which something was so.
    shares: BTreeMap<&'static str, u64>,
    left: BTreeMap<MemberCode, u64>,
    /// Of all that were paid, hours from the request.
    hours: Counts<u64>,
    /// Of each run, requests blocked, per mille.
    blocked: Counts<u64>,
    votes: Counts<u64>,
    money: Counts<u64>,
}

impl Summary {
    pub(super) fn add(&mut self, ran: &Ran) {
        let one_more = |count: &mut u64| *count = count.saturating_add(1);
        one_more(&mut self.runs);
        self.spread.add(ran);
        self.commands = self.commands.saturating_add(ran.commands);
        self.refused = self.refused.saturating_add(ran.refusals());
        if !ran.balanced {
            one_more(&mut self.unsound);
        }
        let so = [
            ("a member left", !ran.left.is_empty()),
            ("a request was blocked", ran.blocked > 0),
            ("a member was in default", ran.defaults > 0),
            (
                "something was due and not paid at the end",
                ran.quarters.last().is_some_and(|last| last.arrears > 0),
            ),
            (
                "nothing could be promised any more at the end",
                ran.quarters.last().is_some_and(|last| last.capacity <= 0),
            ),
        ];
        for (what, is_so) in so {
            let count = self.shares.entry(what).or_default();
            *count = count.saturating_add(u64::from(is_so));
        }
        for member in &ran.left {
            one_more(self.left.entry(*member).or_default());
        }
        ran.hours.iter().for_each(|hours| self.hours.add(*hours, 1));
        if let Some(blocked) = ran.blocked.saturating_mul(1000).checked_div(ran.requests) {
            self.blocked.add(blocked, 1);
        }
        let greatest = ran.greatest();
        self.votes.add(greatest.votes.unsigned_abs(), 1);
        self.money.add(greatest.money.unsigned_abs(), 1);
    }

    /// Tells it.
    pub(super) fn tell(&self, study: &Study, screen: &mut Screen) -> Result<(), Failure> {
        screen.paragraph("", EXERCISE)?;
        screen.paragraph("", ASSUMED)?;
        let scenario = study.scenario();
        screen.line(&format!(
            "\n{}: {} runs of {} quarters",
            scenario.title(),
            self.runs,
            scenario.quarters()
        ))?;
        assumed::tell(scenario, screen)?;
        screen.line("\nShare of runs under these assumptions in which")?;
        for (what, count) in &self.shares {
            screen.line(&format!("   {:>7}  {what}", percent(*count, self.runs)))?;
        }
        self.tell_who_left(screen)?;
        let share = |counts: &Counts<u64>, says: &str| row(says, |of| counts.quantile(of).map(per_cent));
        let shares = [
            share(&self.blocked, "requests blocked, per cent of a run's"),
            share(&self.votes, "greatest part of the votes at the end, per cent"),
            share(&self.money, "greatest part of the money at the end, per cent"),
        ];
        table(screen, "What so many per cent of the runs do not exceed", shares.into())?;
        let paid = format!("What so many per cent of the {} requests paid do not exceed", self.hours.all());
        let hours = row("days from request to paid", |of| self.hours.quantile(of).map(days));
        table(screen, &paid, vec![hours])?;
        self.tell_quarters(study, screen)
    }

    /// Who left, by code and not by how often, and in how many runs: a few runs more or less say nothing about a member of which
    /// the scenario assumes the same as of another.
    fn tell_who_left(&self, screen: &mut Screen) -> Result<(), Failure> {
        if self.left.is_empty() {
            return Ok(());
        }
        screen.line("")?;
        let of = "Who left, by code. Between members that scenario and charter treat alike, a difference is one of the draw.";
        screen.paragraph("", of)?;
        let row = |(member, count): (&MemberCode, &u64)| {
            format!("   {member}  in {count} of {} runs ({})", self.runs, percent(*count, self.runs))
        };
        self.left.iter().map(row).try_for_each(|line| screen.line(&line))
    }

    /// The first, the middle and the last quarter, of all measures.
    fn tell_quarters(&self, study: &Study, screen: &mut Screen) -> Result<(), Failure> {
        let last = study.scenario().quarters();
        let mut shown = vec![1, last.div_ceil(2), last];
        shown.dedup();
        for quarter in shown {
            let at = usize::try_from(quarter.saturating_sub(1)).unwrap_or(usize::MAX);
            let value = |measure: &Measure, of: u64| {
                self.spread.quantile(at, measure, of).map(|value| value.to_string())
            };
            let rows = MEASURES.iter().map(|measure| row(measure.says, |of| value(measure, of)));
            table(screen, &format!("Quarter {quarter}"), rows.collect())?;
        }
        Ok(())
    }

    /// How much was done, and how fast.
    pub(super) fn pace(&self, took: Duration) -> String {
        let millis = took.as_millis().max(1);
        let a_second =
            |count: u64| u128::from(count).saturating_mul(1000).checked_div(millis).unwrap_or_default();
        let each = self.commands.checked_div(self.runs).unwrap_or_default();
        format!(
            "{} commands, {} of them refused by a rule: {each} a run; {} runs and {} commands a second",
            self.commands,
            self.refused,
            a_second(self.runs),
            a_second(self.commands),
        )
    }

    /// Books that do not balance are a defect of the rules or of the books, and nothing that may be assumed.
    pub(super) fn sound(&self) -> Result<(), Failure> {
        match self.unsound {
            0 => Ok(()),
            count => Err(Failure::Findings(format!("the books of {count} runs do not balance"))),
        }
    }
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

/// A share, to a tenth of a per cent. What was met in any run is never told as none.
pub(super) fn percent(count: u64, all: u64) -> String {
    let per_mille = u128::from(count).saturating_mul(1000).checked_div(u128::from(all)).unwrap_or_default();
    match u64::try_from(per_mille).unwrap_or(u64::MAX) {
        0 if count > 0 => "< 0.1 %".into(),
        per_mille => format!("{} %", per_cent(per_mille)),
    }
}

/// A mean, to a tenth.
pub(super) fn mean(sum: u64, count: u64) -> String {
    sum.saturating_mul(10).checked_div(count).map_or_else(|| "none".into(), tenths)
}

fn per_cent(per_mille: u64) -> String {
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
        let told = [(0, 10_000), (1, 10_000), (9, 10_000), (10, 10_000), (9_999, 10_000), (3, 3), (0, 0)];
        let told = told.map(|(count, all)| percent(count, all));
        assert_eq!(told, ["0.0 %", "< 0.1 %", "< 0.1 %", "0.1 %", "99.9 %", "100.0 %", "0.0 %"]);
    }
}
