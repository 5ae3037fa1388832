//! What happened, a sentence an event.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::{Booked, By, Event, cases, fund, members};

use super::{amount, minute};

/// The event in a sentence without a full stop, or nothing for what only books what another sentence tells.
#[must_use]
pub fn sentence(booked: &Booked, charter: &Charter) -> Option<String> {
    let by = booked.by.as_ref();
    match &booked.event {
        Event::Members(event) => Some(of_members(event)),
        Event::Decisions(event) => Some(super::decisions::sentence(event, by, charter)),
        Event::Fund(event) => of_fund(event, by),
        Event::Cases(event) => Some(of_cases(event, charter)),
        Event::Refused { rule, article } => {
            Some(format!("{} is refused by rule {rule}, article {article}", who(by)))
        }
    }
}

pub(super) fn who(by: Option<&By>) -> String {
    by.map_or_else(|| "time".into(), |by| format!("{}", by.post))
}

fn of_members(event: &members::Event) -> String {
    match event {
        members::Event::Accredited { member, key, office, until, .. } => {
            format!("{member} accredits key {} as {office} until {}", key.short(), minute(*until))
        }
        members::Event::Revoked { member, key, office } => {
            format!("{member} ends the credential of key {} as {office}", key.short())
        }
        members::Event::RootReplaced { member, root, end_credentials } => {
            let ends = if *end_credentials { ", and ends all credentials that the old one gave" } else { "" };
            format!(
                "{member} replaces its root key by {} on the word of its recovery key{ends}",
                root.short()
            )
        }
        other => super::standing::sentence(other).unwrap_or_default(),
    }
}

pub(super) fn listed(codes: &[MemberCode]) -> String {
    let codes: Vec<&str> = codes.iter().map(MemberCode::as_str).collect();
    codes.join(", ")
}

fn of_fund(event: &fund::Event, by: Option<&By>) -> Option<String> {
    use fund::Event as E;
    Some(match event {
        E::Indicated { of, standing, amount, source, .. } => {
            let amount = amount.map_or_else(|| "no amount".into(), self::amount);
            format!("on record for {of}: {}, {amount} ({source})", standing.name())
        }
        E::AgreementSigned { member, paid_in, callable } => format!(
            "{member} signs a contribution agreement: {} paid in, {} callable",
            amount(*paid_in),
            amount(*callable)
        ),
        E::Called { call, total, parts, .. } => {
            let parts: Vec<String> =
                parts.iter().map(|p| format!("{} {}", p.member, amount(p.amount))).collect();
            format!("{call} for {}: {}", amount(*total), parts.join(", "))
        }
        E::LineEntered { line, .. } => {
            let amount = amount(line.statement.amount);
            match line.statement.purpose {
                fund::Purpose::Receipt { from } => {
                    format!("{} enters {}: {amount} from {from}", who(by), line.number)
                }
                fund::Purpose::Exchange { bought } => {
                    let bought = self::amount(bought);
                    format!("{} enters {}: {amount} exchanged for {bought}", who(by), line.number)
                }
                fund::Purpose::Payment { payment } => {
                    format!("{} enters {}: {amount} for {payment}", who(by), line.number)
                }
            }
        }
        E::LineBooked { line, .. } => format!("{} countersigns {line}, and it is booked", who(by)),
        E::LineLapsed { line } => format!("{line} lapses: it was not countersigned in time"),
        E::Currencies(event) => super::currencies::sentence(event, by),
        E::Posted { .. } | E::Held { .. } | E::HoldPosted { .. } | E::HoldVoided { .. } => return None,
    })
}

/// What a charter wants beyond what it asks for, where it is missing.
fn margin(able: u32, wanted: u32) -> String {
    if able < wanted {
        format!("; only {able} members could have signed, and the charter wants {wanted}")
    } else {
        String::new()
    }
}

fn of_cases(event: &cases::Event, charter: &Charter) -> String {
    use cases::Event as E;
    match event {
        E::Requested { case, beneficiary, request } => {
            let tranches: Vec<String> = request.tranches.iter().map(|t| amount(t.amount)).collect();
            let tranches = match tranches.as_slice() {
                [only] => format!("one tranche of {only}"),
                several => format!("tranches of {}", several.join(" and ")),
            };
            format!("{beneficiary} asks for help, {case}: \"{}\", in {tranches}", request.purpose)
        }
        E::Approved { case, decision } => {
            format!("{case} is approved by {decision}, and commitment authority is set aside for it")
        }
        E::Attested { case, tranche, by } => {
            format!("{by} attests that the condition of {case}, {tranche} is met")
        }
        E::Instructed { payment, case, tranche, by, until, able } => format!(
            "a treasurer of {by} signs {payment} for {case}, {tranche}; others must sign before {}{}",
            minute(*until),
            margin(*able, charter.payments().able_to_sign())
        ),
        E::Countersigned { payment, by, dropped } => {
            let dropped = match dropped.as_slice() {
                [] => String::new(),
                [one] => format!("; the signature of {one} does not count any more"),
                several => format!("; the signatures of {} do not count any more", listed(several)),
            };
            format!("a treasurer of {by} signs {payment}{dropped}")
        }
        E::Released { payment } => format!("{payment} has enough signatures and goes to the bank"),
        E::InstructionLapsed { payment } => format!("{payment} lapses: not enough treasurers signed in time"),
        E::Paid { payment, case, tranche } => format!("{payment} is confirmed: {case}, {tranche} is paid"),
        E::Closed { case } => format!("{case} is closed"),
        E::PartyNamed { case, member, decision } => format!(
            "{member} is a party to the dispute about {case}, by {decision}: it takes part in no decision on it that is opened from now on"
        ),
    }
}
