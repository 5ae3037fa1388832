//! What the lines of the table of runs say of the totals.

use alloc::string::String;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::RuleId;

use crate::trajectory::totals::{Total, Totals};

/// What lines of the table of runs say, all together.
#[derive(Debug, Default)]
pub struct Said {
    /// Everything that is counted of runs, as far as the table has it.
    totals: Totals,
    /// Requests that were paid.
    paid: u64,
    /// The longest hours from request to paid; none, where none was.
    longest: Option<i64>,
}

impl Said {
    /// Adds a line, in its cells. None if no run can be told so; what was added of it is of no use then.
    #[must_use]
    pub fn add(&mut self, charter: &Charter, cells: &[String]) -> Option<()> {
        let [_, _, requests, paid, blocked, _, _, longest, _, _, _, defaults, _, left, rest @ ..] = cells
        else {
            return None;
        };
        let [one @ .., _, bloc_votes, bloc_money, bloc_capability, commands, refused, by, balanced, _] =
            rest.get(..12)?
        else {
            return None;
        };
        let [one_votes, one_money, one_capability] = one else { return None };
        self.paid = self.paid.saturating_add(paid.parse().ok()?);
        if !longest.is_empty() {
            self.longest = self.longest.max(Some(longest.parse().ok()?));
        }
        let totals = &mut self.totals;
        let (requests, blocked): (u64, u64) = (requests.parse().ok()?, blocked.parse().ok()?);
        let defaults: u64 = defaults.parse().ok()?;
        let so = [("left", !left.is_empty()), ("blocked", blocked > 0), ("default", defaults > 0)];
        so.into_iter().for_each(|(name, so)| totals.add_counts(Total::Happened, name, i64::from(so), 1));
        for code in left.split_whitespace() {
            totals.add_counts(Total::Left, code, 1, 1);
        }
        if let Some(share) = blocked.saturating_mul(1000).checked_div(requests) {
            totals.add_counts(Total::Blocked, "", i64::try_from(share).ok()?, 1);
        }
        for (what, cell) in [
            (Total::GreatestVotes, one_votes),
            (Total::GreatestMoney, one_money),
            (Total::GreatestCapability, one_capability),
            (Total::BlocVotes, bloc_votes),
            (Total::BlocMoney, bloc_money),
            (Total::BlocCapability, bloc_capability),
            (Total::Commands, commands),
        ] {
            totals.add_counts(what, "", cell.parse().ok()?, 1);
        }
        rules(totals, refused, by)?;
        let balanced: bool = balanced.parse().ok()?;
        totals.add_counts(Total::Balanced, "", i64::from(balanced), 1);
        shares(totals, charter.members().map(|(member, _)| member), rest.get(12..)?)
    }

    /// Whether these are the totals of the runs whose lines were added, as far as the table has them.
    #[must_use]
    pub fn come_to(&self, totals: &Totals) -> bool {
        let hours = totals.of(Total::Hours, "");
        let longest = hours.each().last().map(|(hours, _)| hours);
        let told = totals.counts().filter(|(what, of, ..)| is_told(*what, of));
        hours.all() == self.paid && longest == self.longest && told.eq(self.totals.counts())
    }
}

/// Whether the table of runs says it: the hours of each request it does not, nor how money stood in the last quarter.
fn is_told(what: Total, of: &str) -> bool {
    !matches!((what, of), (Total::Hours, _) | (Total::Happened, "arrears" | "nothing-left"))
}

/// What rules refused: all together as many as it says.
fn rules(totals: &mut Totals, refused: &str, by: &str) -> Option<()> {
    let mut all = 0_u64;
    for one in by.split_whitespace() {
        let (rule, count) = one.split_once(':')?;
        let (_, count): (RuleId, u64) = (rule.parse().ok()?, count.parse().ok()?);
        all = all.saturating_add(count);
        totals.add_counts(Total::Refused, rule, i64::try_from(count).ok()?, 1);
    }
    (refused.parse() == Ok(all)).then_some(())
}

/// What each member has at the end, in the order of the charter.
fn shares(totals: &mut Totals, members: impl Iterator<Item = MemberCode>, cells: &[String]) -> Option<()> {
    let mut cells = cells.iter();
    for member in members {
        for what in [Total::Votes, Total::Money, Total::Capability] {
            totals.add_counts(what, member.as_str(), cells.next()?.parse().ok()?, 1);
        }
    }
    cells.next().is_none().then_some(())
}
