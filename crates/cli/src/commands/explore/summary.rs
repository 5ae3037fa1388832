//! What the runs came to, for people.

use std::collections::BTreeMap;
use std::time::Duration;

use quorate_charter::MemberCode;
use quorate_foresight::trajectory::{MEASURES, Ran, Spread, Study};

use super::{EXERCISE, tables::QUANTILES};
use crate::failure::Failure;
use crate::present::{Screen, columns};

/// How often whole numbers were met.
#[derive(Default)]
struct Counts(BTreeMap<u64, u64>);

impl Counts {
    fn add(&mut self, value: u64) {
        let count = self.0.entry(value).or_default();
        *count = count.saturating_add(1);
    }

    fn quantile(&self, per_mille: u64) -> Option<u64> {
        let all = self.0.values().fold(0_u64, |sum, count| sum.saturating_add(*count));
        let rank = all.saturating_mul(per_mille).div_ceil(1000).max(1);
        let mut so_far = 0_u64;
        self.0.iter().find_map(|(value, count)| {
            so_far = so_far.saturating_add(*count);
            (so_far >= rank).then_some(*value)
        })
    }
}

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
    hours: Counts,
    /// Of each run, requests blocked, per mille.
    blocked: Counts,
    votes: Counts,
    money: Counts,
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
        ran.hours.iter().for_each(|hours| self.hours.add(*hours));
        if let Some(blocked) = ran.blocked.saturating_mul(1000).checked_div(ran.requests) {
            self.blocked.add(blocked);
        }
        let greatest = ran.greatest();
        self.votes.add(greatest.votes.unsigned_abs());
        self.money.add(greatest.money.unsigned_abs());
    }

    /// Tells it.
    pub(super) fn tell(&self, study: &Study, screen: &mut Screen) -> Result<(), Failure> {
        screen.paragraph("", EXERCISE)?;
        let scenario = study.scenario();
        screen.line(&format!(
            "\n{}: {} runs of {} quarters",
            scenario.title(),
            self.runs,
            scenario.quarters()
        ))?;
        screen.line("\nShare of runs under these assumptions in which")?;
        for (what, count) in &self.shares {
            screen.line(&format!("   {:>7}  {what}", percent(*count, self.runs)))?;
        }
        for (member, count) in &self.left {
            screen.line(&format!("   {:>7}  {member} left", percent(*count, self.runs)))?;
        }
        screen.line("\nWhat so many per cent of the runs do not exceed")?;
        let mut rows = vec![heading("")];
        let share = |counts: &Counts, says: &str| row(says, |of| counts.quantile(of).map(per_cent));
        rows.push(row("days from request to paid, of each paid", |of| self.hours.quantile(of).map(days)));
        rows.push(share(&self.blocked, "requests blocked, per cent of a run's"));
        rows.push(share(&self.votes, "greatest part of the votes at the end, per cent"));
        rows.push(share(&self.money, "greatest part of the money at the end, per cent"));
        columns(&rows).iter().try_for_each(|line| screen.line(&format!("   {line}")))?;
        self.tell_quarters(study, screen)
    }

    /// The first, the middle and the last quarter, of all measures.
    fn tell_quarters(&self, study: &Study, screen: &mut Screen) -> Result<(), Failure> {
        let last = study.scenario().quarters();
        let mut shown = vec![1, last.div_ceil(2), last];
        shown.dedup();
        for quarter in shown {
            screen.line(&format!("\nQuarter {quarter}"))?;
            let at = usize::try_from(quarter.saturating_sub(1)).unwrap_or(usize::MAX);
            let mut rows = vec![heading("")];
            for measure in &MEASURES {
                let value = |of: u64| self.spread.quantile(at, measure, of).map(|value| value.to_string());
                rows.push(row(measure.says, value));
            }
            columns(&rows).iter().try_for_each(|line| screen.line(&format!("   {line}")))?;
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

fn heading(first: &str) -> Vec<String> {
    let quantiles = QUANTILES.map(|of| format!("{} %", of.checked_div(10).unwrap_or_default()));
    std::iter::once(first.to_owned()).chain(quantiles).collect()
}

fn row(says: &str, value: impl Fn(u64) -> Option<String>) -> Vec<String> {
    let values = QUANTILES.map(|of| value(of).unwrap_or_else(|| "none".into()));
    std::iter::once(says.to_owned()).chain(values).collect()
}

pub(super) fn percent(count: u64, all: u64) -> String {
    let per_mille = count.saturating_mul(1000).checked_div(all).unwrap_or_default();
    format!("{} %", per_cent(per_mille))
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
