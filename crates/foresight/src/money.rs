//! Money: is what was approved still payable when members do not pay what they owe?

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::Partnership;
use quorate_records::words::{amount, day};
use quorate_records::{HORIZONS, Ladder, Liquidity, Rung, Smallest};

use crate::finding::{Finding, Outcome, Place, Promise, fails, proven};
use crate::phrases::{counted, listed, several};

/// What is said where there is no fund of which it could be asked.
pub(crate) const NO_FUND: &str = "not asked: the text has no fund";

fn not_asked() -> Finding {
    Finding::new(Promise::Money, Place::named("money"), Outcome::NotPromised(NO_FUND.into()), "")
}

/// By the charter alone: on what it depends.
pub(crate) fn of_charter(charter: &Charter) -> Finding {
    if !charter.has_fund() {
        return not_asked();
    }
    let fund = charter.fund();
    let counts = match fund.paid_in_counts() {
        Some(share) => format!("{} of the money paid in counts", quorate_records::words::needed(share)),
        None => "no money paid in counts".into(),
    };
    let says = format!(
        "what is approved and unpaid is at most the cash, whoever does not pay: {counts} towards commitment authority, \
         and nothing that is only due or signed; `--dir` adds up the books"
    );
    let place = Place::article(fund.number(), "money");
    Finding::new(
        Promise::Money,
        place,
        Outcome::Condition(says),
        "by what the article counts; a target binds nobody",
    )
}

/// What comes back to a State that leaves: by the text alone.
pub(crate) fn of_leaving(charter: &Charter) -> Option<Finding> {
    let article = charter.withdrawal().filter(|_| charter.has_fund())?;
    let outcome = match article.settlement() {
        Some(terms) => {
            let (parts, every) = (terms.instalments(), terms.every());
            Outcome::Condition(format!(
                "a State that leaves is paid its share of what is beyond approved help, less what it owes, in {}, one every \
                 {every}, while the fund has the cash; no text takes it from a member that has not accepted that text",
                counted(usize::try_from(parts).unwrap_or(usize::MAX), "part", "parts")
            ))
        }
        None => Outcome::NotPromised(
            "what a State that leaves has paid in stays with the fund: the text has no `settlement`".into(),
        ),
    };
    let how = "by the terms of the text: what is owed to a State that left is held for it and counts for no new help";
    Some(Finding::new(Promise::Money, Place::article(article.number(), "settlement"), outcome, how))
}

/// By the books as they stand: the ladder, each member in turn paying nothing more.
pub(crate) fn of_partnership(partnership: &Partnership, liquidity: &Liquidity) -> Finding {
    let charter = partnership.charter();
    if !charter.has_fund() {
        return not_asked();
    }
    let place = Place::article(charter.fund().number(), "money");
    let how = "by the ladder of `quorate fund liquidity`: the fund's own cash and what is owed by each day, against the help \
               that is approved and unpaid, each member in turn paying nothing more; nothing that is only signed as callable, \
               or owed on a day that is not on record, is counted";
    Finding::new(Promise::Money, place, outcome(charter, liquidity), how)
}

fn outcome(charter: &Charter, liquidity: &Liquidity) -> Outcome {
    let told = |minor: i128| liquidity.money(minor).map_or_else(|| "more than can be told".into(), amount);
    let ladder = liquidity.ladder(&HORIZONS, &BTreeSet::new());
    let (Some(today), Some(last)) = (ladder.rungs.first(), ladder.rungs.last()) else {
        return Outcome::Undecided("no day was asked about".into());
    };
    if ladder.rungs.iter().all(|rung| rung.without(1).left >= 0) {
        return holds(today, &told);
    }
    if last.without(1).left >= 0 {
        return Outcome::Condition(in_time(&ladder, &told));
    }
    let (says, members) = refuted(last, &told);
    if charter.cases().rule().is_essential() {
        fails(says, members, ladder.rungs.iter().map(|rung| step(rung, &told)).collect())
    } else {
        Outcome::NotPromised(says)
    }
}

/// Whoever pays nothing more, if it is one.
fn holds(today: &Rung, told: &dyn Fn(i128) -> String) -> Outcome {
    let (need, have, owed) = (told(today.approved), told(today.there()), told(today.owed()));
    if today.on_cash_alone() >= 0 {
        let says = format!(
            "approved and unpaid {need} <= cash {have}: payable though any one, or any two, pay nothing more"
        );
        return proven(says, Vec::from([format!("{owed} is due from members and is not counted")]));
    }
    let worst = today.without(1);
    let says = format!(
        "approved and unpaid {need} <= cash {have} and what is due without the {} of {}: payable though any one pays \
         nothing more",
        told(worst.lost),
        listed(&worst.members, "and")
    );
    let more = match today.smallest() {
        Smallest::Members(members) => {
            format!("not if {} together pay nothing more", listed(&members, "and"))
        }
        Smallest::More(count) => format!("not if {count} members pay nothing more"),
        Smallest::Nobody | Smallest::None => String::new(),
    };
    proven(says, Vec::from([format!("{owed} is due from members"), more]))
}

/// Payable whoever pays nothing more, but not on every day: from which on, and short of how much before.
fn in_time(ladder: &Ladder, told: &dyn Fn(i128) -> String) -> String {
    let short = ladder.rungs.iter().rev().find(|rung| rung.without(1).left < 0);
    let Some(short) = short else { return String::new() };
    let from = ladder.rungs.iter().find(|rung| rung.days > short.days).map_or(short.until, |rung| rung.until);
    let worst = short.without(1);
    let whoever = match worst.members.as_slice() {
        [] => "whoever pays".into(),
        members => format!("if {} pays nothing more", listed(members, "and")),
    };
    format!(
        "approved help waits for money that is to come: by {} it is payable though any one pays nothing more; on {} it is \
         short by {} {whoever}",
        day(from),
        day(short.until),
        told(worst.left.saturating_neg())
    )
}

/// Why not, and who alone can make it so.
fn refuted(rung: &Rung, told: &dyn Fn(i128) -> String) -> (String, Vec<MemberCode>) {
    let (need, have, owed) = (told(rung.approved), told(rung.there()), told(rung.owed()));
    if !rung.is_payable() {
        let short = told(rung.left().saturating_neg());
        let says = format!(
            "approved and unpaid {need} > cash {have} and the {owed} that is owed: short by {short} though all pay"
        );
        return (says, Vec::new());
    }
    let alone = rung.members.iter().filter(|(_, minor)| *minor > rung.left());
    let alone: Vec<MemberCode> = alone.map(|(member, _)| *member).collect();
    let worst = rung.without(1);
    let says = format!(
        "approved and unpaid {need} waits for the {owed} that is owed: short by {} if {} pays nothing more of its {}; \
         enough alone: {}",
        told(worst.left.saturating_neg()),
        listed(&worst.members, "and"),
        told(worst.lost),
        several(&alone, "or")
    );
    (says, alone)
}

fn step(rung: &Rung, told: &dyn Fn(i128) -> String) -> String {
    let worst = rung.without(1);
    format!(
        "on {}: cash {} and {} owed, approved {}: {} left; {} without {}",
        day(rung.until),
        told(rung.there()),
        told(rung.owed()),
        told(rung.approved),
        told(rung.left()),
        told(worst.left),
        if worst.members.is_empty() { "anyone".into() } else { listed(&worst.members, "and") }
    )
}

#[cfg(test)]
mod tests;
