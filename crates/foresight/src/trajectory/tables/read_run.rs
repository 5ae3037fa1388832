//! What the lines of the table of runs say of the totals.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt::Display;
use core::str::FromStr;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::{Digest, RuleId};

use super::RUN;
use crate::blocs::MAX_STATES;
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
    /// Adds a line, in its cells: each has to be what is written of such a run. None if no run can be told so; what was added of
    /// it is of no use then.
    #[must_use]
    pub fn add(&mut self, charter: &Charter, cells: &[String]) -> Option<()> {
        let (cells, parts) = cells.split_at_checked(RUN.len())?;
        let of = |name: &str| cells.get(RUN.iter().position(|column| *column == name)?).map(String::as_str);
        let count = |name: &str| number::<u64>(of(name)?);
        let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
        let [requests, paid, blocked, open] = ["requests", "paid", "blocked", "open"].map(count);
        let (requests, paid, blocked) = (requests?, paid?, blocked?);
        if paid.checked_add(blocked)?.checked_add(open?)? != requests {
            return None;
        }
        self.hours(paid, of("hours-mean")?, of("hours-longest")?)?;
        for name in ["calls", "payments", "withheld"] {
            count(name)?;
        }
        let left = codes(of("left")?, &members)?;
        // All are bound at the beginning, and nobody comes back.
        let bound: Vec<MemberCode> = members.iter().copied().filter(|code| !left.contains(code)).collect();
        if count("bound").and_then(|count| usize::try_from(count).ok()) != Some(bound.len()) {
            return None;
        }
        stood(of("blocs")?, &bound)?;
        number::<Digest>(of("record")?)?;
        let totals = &mut self.totals;
        let happened =
            [("left", !left.is_empty()), ("blocked", blocked > 0), ("default", count("defaults")? > 0)];
        for (name, so) in happened {
            totals.add_counts(Total::Happened, name, i64::from(so), 1);
        }
        for code in left {
            totals.add_counts(Total::Left, code.as_str(), 1, 1);
        }
        if let Some(share) = blocked.saturating_mul(1000).checked_div(requests) {
            totals.add_counts(Total::Blocked, "", i64::try_from(share).ok()?, 1);
        }
        for (what, name) in COUNTED {
            totals.add_counts(what, "", number(of(name)?)?, 1);
        }
        rules(totals, of("refused")?, of("refused-by")?)?;
        totals.add_counts(Total::Balanced, "", i64::from(number::<bool>(of("balanced")?)?), 1);
        let greatest = shares(totals, &members, parts)?;
        let said = ["greatest-votes", "greatest-money", "greatest-capability"].map(|name| number(of(name)?));
        (said == greatest.map(Some)).then_some(())
    }

    /// Hours from request to paid, on the mean and the longest: of what was paid, and of nothing else.
    fn hours(&mut self, paid: u64, mean: &str, longest: &str) -> Option<()> {
        self.paid = self.paid.checked_add(paid)?;
        if paid == 0 {
            return (mean.is_empty() && longest.is_empty()).then_some(());
        }
        let (mean, longest): (i64, i64) = (number(mean)?, number(longest)?);
        self.longest = self.longest.max(Some(longest));
        (0..=longest).contains(&mean).then_some(())
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

/// What is counted of a run as it stands in its column.
const COUNTED: [(Total, &str); 7] = [
    (Total::GreatestVotes, "greatest-votes"),
    (Total::GreatestMoney, "greatest-money"),
    (Total::GreatestCapability, "greatest-capability"),
    (Total::BlocVotes, "bloc-votes"),
    (Total::BlocMoney, "bloc-money"),
    (Total::BlocCapability, "bloc-capability"),
    (Total::Commands, "commands"),
];

/// What a cell says, if it says it as it is written.
fn number<T: FromStr + Display>(cell: &str) -> Option<T> {
    cell.parse().ok().filter(|number: &T| number.to_string() == cell)
}

/// Members, each once.
fn codes(cell: &str, members: &[MemberCode]) -> Option<Vec<MemberCode>> {
    let mut codes: Vec<MemberCode> = Vec::new();
    for code in cell.split(' ').filter(|_| !cell.is_empty()) {
        let code: MemberCode = code.parse().ok()?;
        if !members.contains(&code) || codes.contains(&code) {
            return None;
        }
        codes.push(code);
    }
    Some(codes)
}

/// Who stood with whom: everybody that is bound, each once and in order, the bloc of the first of them first.
fn stood(cell: &str, bound: &[MemberCode]) -> Option<()> {
    if cell.is_empty() {
        return (bound.is_empty() || bound.len() > MAX_STATES).then_some(());
    }
    let blocs: Vec<Vec<MemberCode>> =
        cell.splitn(2, '|').map(|bloc| codes(bloc, bound)).collect::<Option<_>>()?;
    let mut all = blocs.concat();
    all.sort_unstable();
    let mut whole = bound.to_vec();
    whole.sort_unstable();
    let is_said = all == whole
        && blocs.iter().all(|bloc| !bloc.is_empty() && bloc.is_sorted())
        && blocs.first().and_then(|bloc| bloc.first()) == whole.first();
    is_said.then_some(())
}

/// What rules refused, each rule once and in order: all together as many as it says.
fn rules(totals: &mut Totals, refused: &str, by: &str) -> Option<()> {
    let (mut all, mut last) = (0_u64, None);
    for one in by.split(' ').filter(|_| !by.is_empty()) {
        let (rule, count) = one.split_once(':')?;
        let (id, count): (RuleId, u64) = (number(rule)?, number(count)?);
        if last.replace(id).is_some_and(|last| last >= id) {
            return None;
        }
        all = all.checked_add(count)?;
        totals.add_counts(Total::Refused, rule, i64::try_from(count).ok()?, 1);
    }
    (number(refused) == Some(all)).then_some(())
}

/// What each member has at the end, in the order of the charter; and the greatest part of votes, of money and of capability.
fn shares(totals: &mut Totals, members: &[MemberCode], cells: &[String]) -> Option<[i64; 3]> {
    let (mut cells, mut greatest) = (cells.iter(), [0_i64; 3]);
    for member in members {
        for (what, most) in [Total::Votes, Total::Money, Total::Capability].into_iter().zip(&mut greatest) {
            let part = number(cells.next()?)?;
            totals.add_counts(what, member.as_str(), part, 1);
            *most = part.max(*most);
        }
    }
    cells.next().is_none().then_some(greatest)
}
