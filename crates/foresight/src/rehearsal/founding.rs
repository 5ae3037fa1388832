//! The beginning of a rehearsal: everybody accredited and bound by the charter, and what is paid in booked.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::{Event, fund};

use super::acts::{self, Act};
use super::{BEGINS, OFFICES, Rehearsal, key};

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
