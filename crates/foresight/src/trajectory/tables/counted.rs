//! What was counted, as tables; and read again, as it was written of these runs and of no others.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::RuleId;

use super::{ENDS, line};
use crate::trajectory::spread::{Half, MEASURES, Spread};
use crate::trajectory::timeline::Timeline;
use crate::trajectory::totals::{HAPPENINGS, Total, Totals};

const SPREAD: [&str; 5] = ["quarter", "measure", "value", "runs", "odd"];

const TOTALS: [&str; 4] = ["what", "of", "value", "times"];

const BLOCS: [&str; 5] = ["quarter", "one", "other", "bound", "runs"];

/// Of which runs a table is.
#[derive(Clone, Debug)]
pub struct Of<'c> {
    /// Under this charter, whose members they have.
    pub charter: &'c Charter,
    /// Each has so many quarters.
    pub quarters: u32,
    /// Their numbers.
    pub runs: Range<u64>,
}

impl Of<'_> {
    fn all(&self) -> u64 {
        self.runs.end.saturating_sub(self.runs.start)
    }

    /// A quarter, counted from 0.
    fn quarter(&self, text: &str) -> Option<usize> {
        let quarter: u32 = text.parse().ok()?;
        let quarter = quarter.checked_sub(1).filter(|quarter| *quarter < self.quarters)?;
        usize::try_from(quarter).ok()
    }

    fn member(&self, text: &str) -> Option<MemberCode> {
        let code = text.parse().ok()?;
        self.charter.members().map(|(member, _)| member).find(|member| *member == code)
    }
}

/// The lines of such a table below its heading, each in its cells. None if it is not headed so.
fn rows<'t, const N: usize>(
    text: &'t str,
    heading: [&str; N],
) -> Option<impl Iterator<Item = Option<[&'t str; N]>>> {
    let mut lines = text.split_terminator(ENDS);
    if lines.next()? != heading.join(",") {
        return None;
    }
    Some(lines.map(|line| line.split(',').collect::<Vec<&str>>().try_into().ok()))
}

/// Who stood with whom, quarter by quarter: in how many runs two were bound, and in how many of these in one bloc; and of one
/// member, in how many it was bound, and in how many of these pivotal.
#[must_use]
pub fn blocs(timeline: &Timeline) -> String {
    let mut text = line(BLOCS.map(str::to_owned));
    let mut row = |quarter: usize, one: MemberCode, other: String, counts: [u64; 2]| {
        let [bound, runs] = counts.map(|count| count.to_string());
        text.push_str(&line([quarter.saturating_add(1).to_string(), one.to_string(), other, bound, runs]));
    };
    for (quarter, one, other, bound, together) in timeline.pairs() {
        row(quarter, one, other.to_string(), [bound, together]);
    }
    for (quarter, member, bound, pivotal) in timeline.members() {
        row(quarter, member, String::new(), [bound, pivotal]);
    }
    text
}

/// What such a table says. None if it is not one of these runs, to the last byte.
#[must_use]
pub fn read_blocs(text: &str, of: &Of<'_>) -> Option<Timeline> {
    let mut timeline = Timeline::default();
    for row in rows(text, BLOCS)? {
        let [quarter, one, other, bound, so] = row?;
        let (quarter, one) = (of.quarter(quarter)?, of.member(one)?);
        let (bound, so): (u64, u64) = (bound.parse().ok()?, so.parse().ok()?);
        if so > bound || !(1..=of.all()).contains(&bound) {
            return None;
        }
        match other {
            "" => timeline.add_member(quarter, one, bound, so),
            other => {
                let other = of.member(other).filter(|other| *other > one)?;
                timeline.add_pair(quarter, (one, other), bound, so);
            }
        }
    }
    (blocs(&timeline) == text).then_some(timeline)
}

/// How often each value was met, and how often of that in runs of odd number: by it, parts of a study are put together.
#[must_use]
pub fn spread(spread: &Spread) -> String {
    let mut text = line(SPREAD.map(str::to_owned));
    for (quarter, measure, value, count, odd) in spread.counts() {
        let (quarter, value) = (quarter.saturating_add(1).to_string(), value.to_string());
        text.push_str(&line([quarter, measure.to_owned(), value, count.to_string(), odd.to_string()]));
    }
    text
}

/// What such a table says. None if it is not one of these runs, to the last byte.
#[must_use]
pub fn read_spread(text: &str, of: &Of<'_>) -> Option<Spread> {
    let mut counted = Spread::default();
    for row in rows(text, SPREAD)? {
        let [quarter, measure, value, count, odd] = row?;
        let measure = MEASURES.iter().find(|known| known.name == measure)?;
        let (count, odd): (u64, u64) = (count.parse().ok()?, odd.parse().ok()?);
        if count == 0 || odd > count {
            return None;
        }
        counted.add_counts((of.quarter(quarter)?, measure), value.parse().ok()?, count, odd);
    }
    let is_of_them = |quarter: usize| {
        MEASURES.iter().all(|measure| {
            [Half::Even, Half::Odd].into_iter().all(|half| {
                let (met, all) = (counted.of_half(half, quarter, measure).all(), half.runs(&of.runs));
                if measure.is_of_every_run() { met == all } else { met <= all }
            })
        })
    };
    let quarters = usize::try_from(of.quarters).ok()?;
    ((0..quarters).all(is_of_them) && spread(&counted) == text).then_some(counted)
}

/// What whole runs came to: by it, parts of a study are put together.
#[must_use]
pub fn totals(totals: &Totals) -> String {
    let mut text = line(TOTALS.map(str::to_owned));
    for (what, of, value, times) in totals.counts() {
        text.push_str(&line([what.name().to_owned(), of.to_owned(), value.to_string(), times.to_string()]));
    }
    text
}

/// What such a table says. None if it is not one of these runs, to the last byte.
#[must_use]
pub fn read_totals(text: &str, of: &Of<'_>) -> Option<Totals> {
    let mut counted = Totals::default();
    for row in rows(text, TOTALS)? {
        let [what, whose, value, times] = row?;
        let what = Total::ALL.into_iter().find(|known| known.name() == what)?;
        let (value, times): (i64, u64) = (value.parse().ok()?, times.parse().ok()?);
        let is_one = match what {
            Total::Happened | Total::Balanced => matches!(value, 0 | 1),
            Total::Left => value == 1,
            _ => true,
        };
        if times == 0 || !is_one || !is_of(what, whose, of) {
            return None;
        }
        counted.add_counts(what, whose, value, times);
    }
    (each_run_once(&counted, of) && totals(&counted) == text).then_some(counted)
}

/// Whether this is counted of such a member, rule or happening.
fn is_of(what: Total, whose: &str, of: &Of<'_>) -> bool {
    match what {
        Total::Happened => HAPPENINGS.iter().any(|(name, _)| *name == whose),
        Total::Left | Total::Votes | Total::Money | Total::Capability => of.member(whose).is_some(),
        Total::Refused => whose.parse::<RuleId>().is_ok(),
        _ => whose.is_empty(),
    }
}

/// Whether everything that each run has was counted once of each, and nothing else more often.
fn each_run_once(counted: &Totals, of: &Of<'_>) -> bool {
    let (all, members) = (of.all(), of.charter.members().count());
    Total::ALL.into_iter().all(|what| {
        let each = match what {
            // Of requests, of which a run has any number.
            Total::Hours => return true,
            Total::Left | Total::Blocked | Total::Refused => {
                return counted.each(what).all(|(_, counts)| counts.all() <= all);
            }
            Total::Happened => HAPPENINGS.len(),
            Total::Votes | Total::Money | Total::Capability => members,
            _ => 1,
        };
        let each = if all == 0 { 0 } else { each };
        counted.each(what).count() == each && counted.each(what).all(|(_, counts)| counts.all() == all)
    })
}
