//! What an experiment measures in a run.

use crate::trajectory::results::Ran;

/// Something that is measured in a run: a whole number, or nothing where there is nothing to measure.
#[derive(Debug)]
pub struct Output {
    /// Its name in an experiment and in a table.
    pub name: &'static str,
    /// What it is.
    pub says: &'static str,
    of: fn(&Ran) -> Option<i64>,
}

impl Output {
    /// What it comes to in a run.
    #[must_use]
    pub fn of(&self, ran: &Ran) -> Option<i64> {
        (self.of)(ran)
    }
}

fn whole(number: u64) -> Option<i64> {
    i64::try_from(number).ok()
}

const fn output(name: &'static str, says: &'static str, of: fn(&Ran) -> Option<i64>) -> Output {
    Output { name, says, of }
}

// What is compared of two studies, too.
pub(in crate::trajectory) const REQUESTS: Output =
    output("requests", "requests for help", |ran| whole(ran.requests));
pub(in crate::trajectory) const PAID: Output = output("paid", "requests paid", |ran| whole(ran.paid()));
pub(in crate::trajectory) const BLOCKED: Output =
    output("blocked", "requests blocked", |ran| whole(ran.blocked));
pub(in crate::trajectory) const OPEN: Output =
    output("open", "requests open at the end", |ran| whole(ran.open));
pub(in crate::trajectory) const HOURS: Output =
    output("hours", "mean hours from request to paid", |ran| whole(ran.mean_hours()?));
pub(in crate::trajectory) const CALLS: Output =
    output("calls", "calls that were carried out", |ran| whole(ran.calls));
pub(in crate::trajectory) const WITHHELD: Output =
    output("withheld", "quarters in which a member did not pay what was due", |ran| whole(ran.withheld));
pub(in crate::trajectory) const DEFAULTS: Output = output("defaults", "defaults", |ran| whole(ran.defaults));
pub(in crate::trajectory) const BOUND: Output =
    output("bound", "members bound at the end", |ran| whole(ran.quarters.last()?.bound));
pub(in crate::trajectory) const REFUSED: Output =
    output("refused", "commands that a rule refused", |ran| whole(ran.refusals()));

/// Everything that can be measured.
pub const OUTPUTS: [Output; 24] = [
    REQUESTS,
    PAID,
    BLOCKED,
    OPEN,
    output("blocked-share", "requests blocked, per mille of requests", |ran| {
        whole(ran.blocked.saturating_mul(1000).checked_div(ran.requests)?)
    }),
    output("paid-share", "requests paid, per mille of requests", |ran| {
        whole(ran.paid().saturating_mul(1000).checked_div(ran.requests)?)
    }),
    HOURS,
    output("hours-longest", "longest hours from request to paid", |ran| {
        whole(ran.hours.iter().copied().max()?)
    }),
    CALLS,
    output("payments", "payments by members after the beginning", |ran| whole(ran.payments)),
    WITHHELD,
    DEFAULTS,
    BOUND,
    output("left", "members that left", |ran| i64::try_from(ran.left.len()).ok()),
    output("capacity", "what can still be promised at the end, per mille of what was signed", |ran| {
        Some(ran.quarters.last()?.capacity)
    }),
    output("arrears", "due and not paid at the end, per mille of what was signed", |ran| {
        Some(ran.quarters.last()?.arrears)
    }),
    output("affinity", "mean affinity of those bound at the end, per mille", |ran| {
        ran.quarters.last()?.affinity
    }),
    output("greatest-votes", "greatest part of the votes at the end, per mille", |ran| {
        Some(ran.greatest().votes)
    }),
    output("greatest-money", "greatest part of the money at the end, per mille", |ran| {
        Some(ran.greatest().money)
    }),
    output("greatest-capability", "greatest part of capability at the end, per mille", |ran| {
        Some(ran.greatest().capability)
    }),
    output("bloc-votes", "votes of the bloc with the greatest capability at the end, per mille", |ran| {
        Some(ran.greatest_bloc.votes)
    }),
    output("bloc-money", "money of the bloc with the greatest capability at the end, per mille", |ran| {
        Some(ran.greatest_bloc.money)
    }),
    output("bloc-capability", "capability of the bloc with the greatest at the end, per mille", |ran| {
        Some(ran.greatest_bloc.capability)
    }),
    REFUSED,
];
