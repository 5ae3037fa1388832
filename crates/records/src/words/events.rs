//! What happened, a sentence an event.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::{Booked, By, Event, fund, members};

use super::{amount, day, lines, minute};

/// The event in a sentence without a full stop, or nothing for what only books what another sentence tells.
#[must_use]
pub fn sentence(booked: &Booked, charter: &Charter) -> Option<String> {
    let by = booked.by.as_ref();
    match &booked.event {
        Event::Members(event) => Some(of_members(event, charter)),
        Event::Decisions(event) => Some(super::decisions::sentence(event, by, charter)),
        Event::Fund(event) => of_fund(event, by),
        Event::Cases(event) => Some(super::cases::sentence(event, charter)),
        Event::Audit(event) => Some(super::audit::sentence(event, by)),
        Event::Frameworks(event) => Some(super::frameworks::sentence(event, by)),
        Event::Consultations(event) => Some(super::consultations::sentence(event, by)),
        Event::Continuity(event) => Some(super::continuity::sentence(event, by)),
        Event::Positions(event) => Some(super::positions::sentence(event, by)),
        Event::Capabilities(event) => Some(super::capabilities::sentence(event, by)),
        Event::Refused { rule, article } => {
            Some(format!("{} is refused by rule {rule}, article {article}", who(by)))
        }
    }
}

pub(super) fn who(by: Option<&By>) -> String {
    by.map_or_else(|| "time".into(), |by| format!("{}", by.post))
}

fn of_members(event: &members::Event, charter: &Charter) -> String {
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
        members::Event::Ratified { member } if charter.instrument().is_some() => {
            format!("the consent of {member} counts")
        }
        other if charter.is_arrangement() => super::instrument::of_arrangement(other)
            .or_else(|| super::standing::sentence(other))
            .unwrap_or_default(),
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
        E::AgreementSigned { member, paid_in, callable, instalments } => format!(
            "{member} signs a contribution agreement: {} paid in, {} callable{}",
            amount(*paid_in),
            amount(*callable),
            super::contributions::instalments(instalments.as_deref())
        ),
        E::Called { call, total, parts, due, .. } => {
            let parts: Vec<String> =
                parts.iter().map(|p| format!("{} {}", p.member, amount(p.amount))).collect();
            let until = super::contributions::until(*due);
            format!("{call} for {}: {}{until}", amount(*total), parts.join(", "))
        }
        E::LineEntered { line, .. } => {
            let amount = amount(line.statement.amount);
            format!("{} enters {}: {}", who(by), line.number, lines::told(line.statement.purpose, &amount))
        }
        E::LineBooked { line, .. } => format!("{} countersigns {line}, and it is booked", who(by)),
        E::LineLapsed { line } => format!("{line} lapses: it was not countersigned in time"),
        E::SealProposed { .. } | E::Sealed { .. } | E::SealLapsed { .. } => of_seal(event, by)?,
        E::PaymentReturned { line, payment, case, tranche } => format!(
            "the money of {payment} came back by {line}: {case}, {tranche} can be instructed again, its authority stands as it was set aside"
        ),
        E::Alarmed { line, amount: lost } => {
            format!(
                "ALARM: {} left by {line}, and nobody instructed it; two treasurers say so",
                amount(*lost)
            )
        }
        E::CorrectionProposed { line, correction, by, until } => format!(
            "a treasurer of {by} says that {line} {}; one of another member must say the same before {}",
            lines::correction(*correction),
            minute(*until)
        ),
        E::CorrectionLapsed { line, correction } => format!(
            "that {line} {} lapses: no treasurer of another member said the same in time",
            lines::correction(*correction)
        ),
        E::LineIdentified { line, from, .. } => {
            format!("{} says the same, and {line} is booked as a receipt from {from}", who(by))
        }
        E::LineTakenBack { line, .. } => {
            format!("{} says the same, and {line} is taken back: it can be entered again", who(by))
        }
        E::Treasury(event) => super::treasury::sentence(event),
        E::Currencies(event) => super::currencies::sentence(event, by),
        E::Leaving(event) => super::leaving::sentence(event),
        E::Held { .. } | E::HoldPosted { .. } | E::HoldVoided { .. } => return None,
        other => return super::contributions::sentence(other),
    })
}

fn of_seal(event: &fund::Event, by: Option<&By>) -> Option<String> {
    use fund::Event as E;
    Some(match event {
        E::SealProposed { seal, totals, lapses, .. } => format!(
            "{} gives {seal} of the books until {}; a treasurer of another member must sign before {}",
            who(by),
            day(totals.until),
            minute(*lapses)
        ),
        E::Sealed { seal, totals, .. } => {
            format!("{} countersigns {seal}: the books are sealed until {}", who(by), day(totals.until))
        }
        E::SealLapsed { seal } => format!("{seal} lapses: it was not countersigned in time"),
        _ => return None,
    })
}
