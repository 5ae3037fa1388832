//! Procedures and conducts in words.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Course, MemberCode, Procedure};
use quorate_partnership::decisions::{Choice, Poll};

use crate::outlook::is_silence;

/// How a draft comes to its outcome, in a sentence without a full stop.
#[must_use]
pub fn procedure(procedure: Procedure) -> String {
    let open = procedure.open();
    let mut words = match procedure.course() {
        Course::Vote => format!("a vote, open for {open}"),
        Course::Written => {
            format!("a written vote, open for {open}, or until all have voted and anyone closes it")
        }
        Course::NoObjection(silence) | Course::Silence(silence) => format!(
            "adopted by silence after {open} with {} on record in favour; {} or too little support make it a vote, open for {}",
            silence.support(),
            objections(silence.objections()),
            silence.vote_within()
        ),
    };
    if let Some(extension) = procedure.extension() {
        words.push_str(&format!(
            "; a change of the outcome in the last {} gives as much time to answer, {} in all",
            extension.by(),
            extension.at_most()
        ));
    }
    if let Some(within) = procedure.confirm_within() {
        words.push_str(&format!("; votes to be confirmed have {within} if the outcome hangs on them"));
    }
    words
}

fn objections(number: u32) -> String {
    if number == 1 { "one objection".into() } else { format!("{number} objections") }
}

/// What silence brings where it would not adopt.
pub(crate) fn not_by_silence(poll: &Poll) -> String {
    let (support, objections) = (poll.supporters(), poll.objections());
    format!(
        "{support} on record in favour, {objections} against: silence would not adopt it, and members would vote"
    )
}

/// What a member does in a vote: *in favour*, *silent*, *does not take part*.
#[must_use]
pub fn conduct(poll: &Poll, member: MemberCode) -> String {
    if !poll.takes_part(member) {
        return "does not take part".into();
    }
    if let Some(cast) = poll.vote_of(member) {
        let reserve = cast.reserve.map_or_else(String::new, |reserve| format!(", {}", reserve.name()));
        let vote = match cast.choice {
            Choice::Abstain => "abstains",
            other => other.name(),
        };
        return format!("{vote}{reserve}");
    }
    match poll.holder_for(member) {
        Some(holder) if poll.vote_of(holder).is_some() => format!("by proxy, as {holder}"),
        Some(holder) => format!("gave its vote to {holder}, which has not voted"),
        None if is_silence(poll) => "silent, and so in favour".into(),
        None => "has not voted".into(),
    }
}
