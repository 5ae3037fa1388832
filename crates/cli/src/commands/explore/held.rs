//! What the runs of a study's table come to, held against what was counted of them.

use quorate_charter::Charter;
use quorate_foresight::trajectory::{Total, Totals};

use super::tables;

/// What the table of runs does not say: the hours of each request, and how money stood in the last quarter.
fn is_told(what: Total, of: &str) -> bool {
    !matches!((what, of), (Total::Hours, _) | (Total::Happened, "arrears" | "nothing-left"))
}

/// What some lines of a table of runs come to.
pub(super) struct Held<'c> {
    charter: &'c Charter,
    totals: Totals,
    /// Requests that were paid, and the longest hours to it.
    paid: u64,
    longest: Option<i64>,
}

impl<'c> Held<'c> {
    pub(super) fn of(charter: &'c Charter) -> Held<'c> {
        Held { charter, totals: Totals::default(), paid: 0, longest: None }
    }

    /// Adds a line, in its cells; none, where it says what no run comes to.
    pub(super) fn add(&mut self, cells: &[String]) -> Option<()> {
        let run = tables::read_run(self.charter, cells)?;
        self.totals.join(&run.totals);
        self.paid = self.paid.saturating_add(run.paid);
        self.longest = self.longest.max(run.longest);
        Some(())
    }

    /// Whether these are the totals of the runs that were added, as far as the runs' table has them.
    pub(super) fn come_to(&self, totals: &Totals) -> bool {
        let hours = totals.of(Total::Hours, "");
        let longest = hours.each().last().map(|(hours, _)| hours);
        let told = totals.counts().filter(|(what, of, ..)| is_told(*what, of));
        hours.all() == self.paid && longest == self.longest && told.eq(self.totals.counts())
    }
}
