//! What happened in consultations, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_partnership::consultations::Event;
use quorate_partnership::{Audience, By, DocumentHash};

use super::events::{listed, who};
use super::minute;

pub(super) fn sentence(event: &Event, by: Option<&By>) -> String {
    match event {
        Event::Called { consultation, threatened, subject, audience, paper, first_session_by, .. } => {
            format!(
                "{} calls {consultation}: in its opinion the security of {} is threatened, \"{subject}\"{}{}; a session is held by {}",
                who(by),
                listed(threatened),
                paper_of(*paper),
                told_to(*audience),
                minute(*first_session_by)
            )
        }
        Event::Acknowledged { consultation, .. } => format!("{} acknowledges {consultation}", who(by)),
        Event::Closed { consultation, by: Some(_) } => format!("{} closes {consultation}", who(by)),
        Event::Closed { consultation, by: None } => {
            format!("{consultation} closes by the rule: nothing was entered for as long as the article says")
        }
    }
}

fn paper_of(paper: Option<DocumentHash>) -> String {
    paper.map_or_else(String::new, |hash| format!(", with paper {}", hash.short()))
}

fn told_to(audience: Audience) -> &'static str {
    match audience {
        Audience::Members => ", for members",
        Audience::Public => ", for everybody",
    }
}
