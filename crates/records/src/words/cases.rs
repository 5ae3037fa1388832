//! What happens to cases, in words.

use alloc::format;
use alloc::string::String;

use quorate_charter::Charter;
use quorate_partnership::cases;

use super::events::listed;
use super::minute;

/// What a charter wants beyond what it asks for, where it is missing.
fn margin(able: u32, wanted: u32) -> String {
    if able < wanted {
        format!("; only {able} members could have signed, and the charter wants {wanted}")
    } else {
        String::new()
    }
}

/// The event in a sentence.
pub(super) fn sentence(event: &cases::Event, charter: &Charter) -> String {
    use cases::Event as E;
    match event {
        E::Requested { case, beneficiary, request } => {
            format!(
                "{beneficiary} asks for help, {case}: \"{}\", {}",
                request.purpose,
                super::kinds::asked(request)
            )
        }
        E::Approved { case, decision, lapses } => {
            let until = lapses.map(|at| format!(" until {}", minute(at))).unwrap_or_default();
            format!("{case} is approved by {decision}, and commitment authority is set aside for it{until}")
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
        E::Financing(event) => super::financing::sentence(event),
        E::Elsewhere(event) => super::elsewhere::sentence(event),
        other => super::kinds::sentence(other),
    }
}
