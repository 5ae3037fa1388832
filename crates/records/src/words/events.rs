//! What happened, a sentence an event.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::{Booked, By, Event, fund, members};

use super::{amount, minute};

/// The event in a sentence without a full stop, or nothing for what only books what another sentence tells.
#[must_use]
pub fn sentence(booked: &Booked, charter: &Charter) -> Option<String> {
    let by = booked.by.as_ref();
    match &booked.event {
        Event::Members(event) => Some(of_members(event)),
        Event::Decisions(event) => Some(super::decisions::sentence(event, by, charter)),
        Event::Fund(event) => of_fund(event, by),
        Event::Cases(event) => Some(super::cases::sentence(event, charter)),
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
                fund::Purpose::Payment { payment } => {
                    format!("{} enters {}: {amount} for {payment}", who(by), line.number)
                }
                fund::Purpose::Recovery { case } => {
                    format!("{} enters {}: {amount} is recovered of {case}", who(by), line.number)
                }
                fund::Purpose::Repayment { case } => {
                    format!("{} enters {}: {amount} came back on {case}", who(by), line.number)
                }
            }
        }
        E::LineBooked { line, .. } => format!("{} countersigns {line}, and it is booked", who(by)),
        E::LineLapsed { line } => format!("{line} lapses: it was not countersigned in time"),
        E::Posted { .. } | E::Held { .. } | E::HoldPosted { .. } | E::HoldVoided { .. } => return None,
    })
}
