//! The beginning of a rehearsal: everybody accredited and bound by the charter, and what is paid in booked.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use quorate_charter::{Charter, Fault, Faults, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::{Event, fund};

use super::acts::{self, Act};
use super::{BEGINS, DAY, OFFICES, Rehearsal, key};

/// Credentials are given for two years at most.
const MOST_TERM: u64 = 730;

/// How long credentials are given for, in days.
pub(crate) fn term_days(charter: &Charter) -> u64 {
    let longest = charter.offices().longest_term().millis();
    longest.checked_div(DAY).unwrap_or_default().min(MOST_TERM)
}

/// What of a file does not fit the charter: members and amounts that it names, each at its place; and a charter without a fund,
/// or whose credentials hold for fewer days than this.
pub(crate) fn misfits(
    charter: &Charter,
    named: &[(MemberCode, Range<usize>)],
    amounts: &[(Money, Range<usize>)],
    least_term: u64,
) -> Vec<Fault> {
    let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
    let codes: Vec<&str> = members.iter().map(MemberCode::as_str).collect();
    let unknown = named.iter().filter(|(member, _)| !members.contains(member));
    let mut faults: Vec<Fault> = unknown
        .map(|(member, at)| {
            let help = format!("its members are {}", codes.join(", "));
            Fault::new(at.clone(), format!("{member} is no member of the charter"), help)
        })
        .collect();
    if !charter.has_fund() {
        let help = "give a charter with a fund";
        faults.push(Fault::new(0..0, "the charter has no fund, and nobody can ask for money", help));
        return faults;
    }
    let currency = charter.fund().currency();
    for (money, at) in amounts.iter().filter(|(money, _)| money.currency() != currency) {
        let what = format!("{money} {} is not in the fund's currency", money.currency());
        faults.push(Fault::new(at.clone(), what, format!("the fund is in {currency}")));
    }
    if term_days(charter) < least_term {
        let what = format!("the charter's credentials hold for less than {least_term} days");
        faults.push(Fault::new(0..0, what, "give a charter whose `longest-term` is longer"));
    }
    faults
}

/// Why nothing can be founded by a file under a charter.
pub(crate) fn unfounded(why: &str) -> Faults {
    let what = format!("the partnership cannot be founded: {why}");
    let help = "docs/rules.md has the rule: change what is signed, or give another charter";
    Fault::new(0..0, what, help).into()
}

/// The partnership with everybody accredited for so many days, and bound.
pub(crate) fn bound(charter: &Charter, text: &str, days: u64) -> Result<Rehearsal, String> {
    let begun = Rehearsal::begin(charter, text, true).ok_or("the charter's text cannot begin one");
    let mut rehearsal = begun.map_err(ToString::to_string)?;
    let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
    for member in &members {
        for office in OFFICES {
            given(
                &mut rehearsal,
                *member,
                Some(acts::accredit(key(*member, office), office, (BEGINS, days))),
            )?;
        }
    }
    rehearsal.told_by_heading();
    rehearsal.heading(|| "The beginning".into());
    if charter.entry_into_force().is_some() {
        for member in &members {
            given(&mut rehearsal, *member, Some(acts::sign()))?;
        }
        for member in &members {
            given(&mut rehearsal, *member, Some(acts::ratify()))?;
        }
    }
    Ok(rehearsal)
}

/// A member pays in; its own treasurer and another's book it. The number makes the reference of the bank's line.
pub(crate) fn paid_in(
    rehearsal: &mut Rehearsal,
    (member, amount): (MemberCode, Money),
    number: usize,
    members: &[MemberCode],
) -> Result<(), String> {
    let day = rehearsal.now().day();
    let receipt = acts::enter_receipt(member, amount, day, &format!("beginning-{number}"));
    let events = given(rehearsal, member, receipt)?;
    let line = events.iter().find_map(|event| match event {
        Event::Fund(fund::Event::LineEntered { line, .. }) => Some(line.number),
        _ => None,
    });
    let other = members.iter().copied().find(|other| *other != member);
    match line.zip(other) {
        Some((line, other)) => given(rehearsal, other, Some(acts::countersign_line(line))).map(|_| ()),
        None => Err(format!("nobody books what {member} pays in")),
    }
}

/// Gives a command that no rule refuses at the beginning; else says which does.
pub(crate) fn given(
    rehearsal: &mut Rehearsal,
    member: MemberCode,
    act: Option<Act>,
) -> Result<Vec<Event>, String> {
    let Some(act) = act else { return Err(format!("{member} has nothing to give")) };
    let brought = rehearsal.give(member, act);
    match (brought.accepted, brought.refused) {
        (Some(_), _) => Ok(brought.events),
        (None, Some(rule)) => Err(format!("`{}` is refused by {rule}", rehearsal.last_told())),
        (None, None) => Err(format!("a command of {member} is not ordered")),
    }
}
